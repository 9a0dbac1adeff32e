"""The sentences that say why a restriction lasts as long as it does."""

from datetime import date

from workflows.domain.accountability_rules.codes import RESTRICTION_LABELS, RestrictionKind
from workflows.domain.terms import Term
from workflows.domain.text import Text, listed

_BARRED = Text(
    "{measure}：{last}之前（含当日）不得{what}，{first}起可以",
    "{measure}: no {what} through {last}, possible from {first}",
)
_FOR_EVER = Text("{measure}：不得{what}，无期限", "{measure}: no {what}, without end")
_EARLIER = Text("此前的{0}", "earlier {0}")
_REMAINING = Text(
    "此前的{0}至{last}尚余{days}日，与新处分影响期相加",
    "the earlier {0} has {days} days left, through {last}: remaining and new are added",
)
_CAPPED = Text(
    "相加后超过上限，按自{since}起{months}个月计算",
    "the sum is above the cap: {months} months from {since}",
)
_ASSUMED = Text(
    "恢复党员权利之日尚未登记，按留党察看期满之日{day}推算",
    "the day of restored rights is not recorded: the end of the observation, {day}, is assumed",
)
_LONGER = Text("影响期较长的为“{0}”，按较长的执行", "the longer period, that of {0}, applies")
_IN_PLACE = Text("未担任党内职务，以此代替{0}", "holds no Party post: it takes the place of {0}")


def barred(measure: Text, kind: RestrictionKind, last_day: date | None, first: date | None) -> Text:
    """Say what a measure bars and until when."""
    what, sentence = RESTRICTION_LABELS[kind], _FOR_EVER if last_day is None else _BARRED
    return Text(
        sentence.zh.format(measure=measure.zh, what=what.zh, last=last_day, first=first),
        sentence.en.format(measure=measure.en, what=what.en, last=last_day, first=first),
    )


def counted(term: Term | None) -> list[Text]:
    """Say how a period is counted, if it is."""
    return [] if term is None else [term.summary()]


def earlier(measure: Text) -> Text:
    """Name a measure of an earlier decision."""
    return _filled(_EARLIER, measure)


def remaining(measure: Text, last_day: date, days: int) -> Text:
    """Say that the rest of an earlier sanction is added."""
    return _filled(_REMAINING, measure, last=last_day, days=days)


def capped(since: date, months: int) -> Text:
    """Say that the sum is above the cap."""
    return _CAPPED.format(since=since, months=months)


def assumed(day: date) -> Text:
    """Say that the restoration of rights is only expected."""
    return _ASSUMED.format(day=day)


def longer(measure: Text) -> Text:
    """Say whose period applies."""
    return _filled(_LONGER, measure)


def in_place_of(measure: Text) -> Text:
    """Say which measure this one replaces."""
    return _filled(_IN_PLACE, measure)


def said(parts: list[Text]) -> Text:
    """Join sentences into one explanation."""
    return listed(parts)


def _filled(sentence: Text, part: Text, **values: object) -> Text:
    return Text(sentence.zh.format(part.zh, **values), sentence.en.format(part.en, **values))
