"""The clarification that a case or a follow-up offers, as data for `clarification open`."""

from typing import Any

from starter.case_file.journal import Journal
from starter.failure import Invalid
from workflows.domain.accountability import wronged
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.follow_up.offer import offer
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.text import Text

NO_OFFER = Text(
    "{number} 没有可提请的澄清；现有：{known}。",
    "{number} offers no such clarification; there are: {known}.",
)


def offered(journal: Journal, ref: str | None) -> dict[str, Any]:
    """Return the fields of the offer to `ref`, or of the only one; raises Invalid."""
    state = journal.state
    fields: dict[str, Any] = {}
    known: list[str] = []
    if isinstance(state, AccountabilityCase):
        known = [each.ref for each in wronged.unsettled(state)]
        wanted = ref or (known[0] if len(known) == 1 else "")
        fields = _of_case(state, wanted)
    elif isinstance(state, FollowUp) and ref is None:
        fields = offer(state)
    if not fields:
        raise Invalid(NO_OFFER.format(number=journal.number, known="、".join(known) or "—"))
    return fields


def _of_case(state: AccountabilityCase, ref: str) -> dict[str, Any]:
    try:
        return wronged.offer(state, ref)
    except LookupError:
        return {}
