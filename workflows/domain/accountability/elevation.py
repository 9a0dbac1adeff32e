"""Whether a case must go to the upper organ (rulebook 3.6)."""

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability_rules.elevated import grounds
from workflows.domain.text import Text


def grounds_of(matter: AccountabilityCase, way: str) -> tuple[Text, ...]:
    """Return why the case needs FILING or REVIEW; nothing if it does not (rulebook 3.6)."""
    rules = matter.rules
    return grounds(rules.elevation[way], rules, matter.traits, matter.proposed_measures)


def filing_due(matter: AccountabilityCase) -> bool:
    """Say whether an elevated filing is needed and not made yet."""
    return matter.filed_on is None and bool(grounds_of(matter, "FILING"))


def review_due(matter: AccountabilityCase) -> bool:
    """Say whether an elevated review is needed and not made yet."""
    return matter.reviewed_on is None and bool(grounds_of(matter, "REVIEW"))
