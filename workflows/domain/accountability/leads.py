"""New leads that came up here or in a linked matter, until somebody answers them (3.11)."""

from workflows.domain.accountability.particulars_of_aftermath import LeadNote
from workflows.domain.accountability.state import AccountabilityCase


def awaited(matter: AccountabilityCase) -> dict[str, LeadNote]:
    """Return the leads that are neither pursued nor declined, by how the case calls them."""
    answered = {each.lead for each in matter.settled_leads}
    known = {f"L{n}": lead for n, lead in enumerate(matter.leads, 1)}
    return {key: lead for key, lead in known.items() if key not in answered}
