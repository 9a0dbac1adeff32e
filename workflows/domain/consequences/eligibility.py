"""The question an organisation department asks: may this person get that on such a day."""

from collections.abc import Iterable
from datetime import date

from workflows.domain.accountability_rules.codes import RESTRICTION_LABELS, RestrictionKind
from workflows.domain.consequences.values import Eligibility, Restriction
from workflows.domain.text import Text

_NOTHING = Text("没有不得{0}的限制", "nothing bars this: {0}")
_OVER = Text("限制已于{day}届满", "the restriction ended on {day}")
_NOT_YET = Text("限制自{day}起", "the restriction begins on {day}")


def eligible(restrictions: Iterable[Restriction], kind: RestrictionKind, on: date) -> Eligibility:
    """Answer for one kind of restriction and one day in Shanghai, with every reason."""
    asked = [r for r in restrictions if r.kind is kind]
    holding = [r for r in asked if r.holds_on(on)]
    return Eligibility(
        allowed=not holding,
        first_eligible=_first_eligible(asked),
        reasons=tuple(r.why for r in holding) or tuple(dict.fromkeys(_passed(asked, kind, on))),
    )


def _first_eligible(asked: list[Restriction]) -> date | None:
    firsts = [r.first_eligible for r in asked]
    ends = [day for day in firsts if day is not None]
    return max(ends) if ends and len(ends) == len(firsts) else None


def _passed(asked: list[Restriction], kind: RestrictionKind, on: date) -> list[Text]:
    if not asked:
        what = RESTRICTION_LABELS[kind]
        return [Text(_NOTHING.zh.format(what.zh), _NOTHING.en.format(what.en))]
    return [
        _NOT_YET.format(day=r.since) if on < r.since else _OVER.format(day=r.last_day)
        for r in asked
    ]
