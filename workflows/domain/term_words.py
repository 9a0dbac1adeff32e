"""A term told day by day: what each day was, whether it counted, and how many had counted by then.

The words follow the counting of `term_days`, they never count by themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workflows.domain.calendars import Calendar
from workflows.domain.term_days import ONE_DAY, Count, Landing, is_broken
from workflows.domain.term_parts import Budget, Ends, Extension, Roll, Suspension, reasons
from workflows.domain.text import Text, listed

_ANCHOR = Text(
    zh="事由发生当日，不计入，自次日起算",
    en="day of the event, not counted; counting starts on the next day",
)
_FIRST = Text(zh="起算之日，计入，第1日", en="the period starts on this day, counted, day 1")
_COUNTED = Text(zh="计入，第{n}日", en="counted, day {n}")
_WORKED = Text(zh="{0}，计入，第{n}个工作日", en="{0}, counted, working day {n}")
_RESTED = Text(zh="{0}，不计入", en="{0}, not counted")
_SUSPENDED = Text(zh="中止（{0}），不计入", en="suspended ({0}), not counted")
_STANDS = Text(
    zh="自本日起中止（{0}），尚未恢复，届满日未定",
    en="suspended from this day on ({0}) and not resumed: no due date yet",
)
_ROLLS = Text(zh="；末日为{0}，顺延", en="; the last day is a {0}, so it moves on")
_ROLLED_PAST = Text(zh="{0}，继续顺延", en="{0}, moves on")
_ROLLED_TO = Text(zh="{0}，顺延至本日", en="{0}, the last day moves here")
_ENDS = Text(zh="；期限于本日23:59:59届满", en="; the term ends on this day at 23:59:59")

_FROM = Text(zh="自{day}次日起算，期限{0}", en="{0}, counted from the day after {day}")
_FROM_DAY = Text(zh="自{day}起算，期限{0}", en="{0}, counted from {day}")
_BEFORE_RULE = Text(
    zh="至对应日的前一日止（当月无对应日的，以月末日为对应日）",
    en="it ends the day before the corresponding day (the end of the month where there is none)",
)
_EXTENDED = Text(zh="{day}决定延长{0}", en="extended by {0} on {day}")
_BROKEN = Text(
    zh="{since}起中止（{0}），{until}恢复", en="suspended on {since} ({0}), resumed on {until}"
)
_BROKEN_OFF = Text(
    zh="{since}起中止（{0}），尚未恢复", en="suspended on {since} ({0}), not yet resumed"
)
_ROLL_RULE = Text(
    zh="末日为休息日的，顺延至其后第一个工作日",
    en="a last day that is not worked moves to the next working day",
)


@dataclass(frozen=True, slots=True)
class DayNote:
    """One day of a term, in words; `running` days of the budget had counted by its end."""

    day: date
    counted: bool
    text: Text
    running: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A finished count together with what is needed to tell it."""

    count: Count
    landing: Landing
    calendar: Calendar
    suspensions: tuple[Suspension, ...]

    def notes(self) -> Iterator[DayNote]:
        """Yield each day from the anchor to the due day, or to the suspension that stops it."""
        day, running, last = self.count.anchor, int(self.count.anchor_counts), self._last()
        said = _FIRST if self.count.anchor_counts else _ANCHOR
        yield DayNote(day, bool(running), _joined(said, _ENDS) if day == last else said, running)
        while day < last:
            day += ONE_DAY
            counted = self._counts(day)
            running += counted
            yield DayNote(day, counted, self._words(day, running), running)

    def _last(self) -> date:
        # Not the start of the merged break: suspensions that ended before are told by day as well.
        return self.landing.due or max(self._open().since, self.count.anchor + ONE_DAY)

    def _open(self) -> Suspension:
        return next(part for part in self.suspensions if part.until is None)

    def _counts(self, day: date) -> bool:
        if is_broken(self.count.breaks, day) or not self._is_in_budget(day):
            return False
        return self._is_calendar_part(day) or self.calendar.is_working_day(day)

    def _is_in_budget(self, day: date) -> bool:
        return self.landing.budget_end is None or day <= self.landing.budget_end

    def _is_calendar_part(self, day: date) -> bool:
        return self.landing.calendar_end is None or day <= self.landing.calendar_end

    def _words(self, day: date, running: int) -> Text:
        if self.landing.due is None and day == self._last():
            return _filled(_STANDS, reasons((self._open(),), day))
        if is_broken(self.count.breaks, day):
            return _filled(_SUSPENDED, reasons(self.suspensions, day))
        said = self._running_words(day, running)
        if day == self.landing.due:
            return _joined(said, _ENDS)
        if day == self.landing.budget_end:
            return _joined(said, _filled(_ROLLS, self.calendar.day_kind(day)))
        return said

    def _running_words(self, day: date, running: int) -> Text:
        if self._is_calendar_part(day):
            return _COUNTED.format(n=running)
        kind = self.calendar.day_kind(day)
        if self._counts(day):
            return _filled(_WORKED, kind, n=running - self.count.calendar_days)
        if self._is_in_budget(day):
            return _filled(_RESTED, kind)
        return _filled(_ROLLED_TO if day == self.landing.due else _ROLLED_PAST, kind)


def _filled(sentence: Text, part: Text, **values: object) -> Text:
    """Put words and values into a sentence, the words of each language into its own."""
    return Text(zh=sentence.zh.format(part.zh, **values), en=sentence.en.format(part.en, **values))


def _joined(said: Text, more: Text) -> Text:
    return Text(zh=said.zh + more.zh, en=said.en + more.en)


def summed_up(
    anchor: date,
    budget: Budget,
    roll: Roll,
    suspensions: tuple[Suspension, ...],
    extensions: tuple[Extension, ...],
    ends: Ends,
) -> Text:
    """Say in one sentence what a term is made of."""
    before = ends is Ends.DAY_BEFORE
    parts = [_filled(_FROM_DAY if before else _FROM, budget.words(), day=anchor)]
    parts += [_filled(_EXTENDED, part.budget.words(), day=part.granted_on) for part in extensions]
    parts += [_interruption(part) for part in suspensions]
    parts += [_ROLL_RULE] if roll is Roll.NEXT_WORKING_DAY else []
    parts += [_BEFORE_RULE] if before else []
    return listed(parts)


def _interruption(part: Suspension) -> Text:
    sentence = _BROKEN_OFF if part.until is None else _BROKEN
    reason = Text(zh=part.reason, en=part.reason)
    return _filled(sentence, reason, since=part.since, until=part.until)
