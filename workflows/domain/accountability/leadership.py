"""The cases on leaderships that thresholds of Art. 10 call for (rulebook 3.7)."""

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.thresholds import Count, counts


def awaited(matter: AccountabilityCase) -> tuple[Count, ...]:
    """Return the thresholds that nobody has answered yet, one of each kind and organisation."""
    incidents = matter.start.incidents if matter.start else ()
    reached = (count for count in counts(matter.rules, incidents) if count.reached)
    found = {(count.trigger, count.organisation): count for count in reached}
    answered = {(each.trigger, each.organisation) for each in matter.leadership}
    return tuple(count for key, count in found.items() if key not in answered)
