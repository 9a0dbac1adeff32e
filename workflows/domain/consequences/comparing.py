"""Whether one decision would bar a subject from more, or for longer, than another (Art. 20)."""

from datetime import date

from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.consequences.values import Consequences


def bars_more(before: Consequences, after: Consequences) -> bool:
    """Say whether `after` bars something that `before` does not, or bars it longer."""
    until = _until(before)
    return any(kind not in until or last > until[kind] for kind, last in _until(after).items())


def _until(found: Consequences) -> dict[RestrictionKind, date]:
    """Return the last day of each kind of restriction; the end of time for one that stays."""
    last: dict[RestrictionKind, date] = {}
    for each in found.restrictions:
        last[each.kind] = max(last.get(each.kind, date.min), each.last_day or date.max)
    return last
