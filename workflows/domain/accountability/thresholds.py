"""The counters of Art. 10: so many cases or sanctions at an organisation call for a look at it.

A threshold that is reached is shown; whether it is pursued, a human confirms (A06).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workflows.domain.accountability.particulars_of_entry import Incident
from workflows.domain.accountability_rules.rules import AccountabilityRules


@dataclass(frozen=True, slots=True)
class Count:
    """How many incidents of a trigger an organisation has, and how many make it due."""

    trigger: str
    organisation: str
    year: int | None
    """The calendar year, for triggers that count by year."""
    count: int
    threshold: int

    @property
    def reached(self) -> bool:
        """Say whether the threshold is reached."""
        return self.count >= self.threshold


def counts(rules: AccountabilityRules, incidents: Iterable[Incident]) -> tuple[Count, ...]:
    """Return the counters by trigger, organisation and year; one reference counts once."""
    found: dict[tuple[str, str, int | None], set[str]] = defaultdict(set)
    for incident in incidents:
        by_year = rules.triggers[incident.trigger].within_year
        year = incident.happened_on.year if by_year else None
        found[incident.trigger, incident.organisation, year].add(incident.reference)
    return tuple(
        Count(trigger, organisation, year, len(seen), rules.triggers[trigger].threshold)
        for (trigger, organisation, year), seen in found.items()
    )


def reached(rules: AccountabilityRules, incidents: Iterable[Incident]) -> tuple[str, ...]:
    """Return the triggers that some organisation has reached, each once."""
    return tuple(dict.fromkeys(c.trigger for c in counts(rules, incidents) if c.reached))
