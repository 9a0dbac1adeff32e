"""The terms of what a case owes beside its stage: none of it waits for ever (rulebook 3.11)."""

from dataclasses import dataclass
from datetime import date

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class EndTerm:
    """The term of a duty: its key in the pack and its name."""

    key: str
    label: Text


END_TERMS: dict[str, EndTerm] = {
    "hand-on": EndTerm("hand_on", Text("移送", "handing on")),
    "notify-subject": EndTerm("notification", Text("告知不予问责", "notification")),
    "offer-clarification": EndTerm(
        "clarification_offer", Text("提请澄清正名", "offer of clarification")
    ),
    "handle-involved": EndTerm("involved", Text("处理涉案人员", "handling of those involved")),
    "issue-recommendation": EndTerm("recommendation", Text("发出建议书", "recommendation")),
    "enter-assessment": EndTerm("unit_assessment", Text("纳入单位考核", "assessment of the unit")),
    "publish": EndTerm("publication", Text("公开", "publication")),
}
"""By the command that does the duty."""


def term_key(action: str) -> str:
    """Return the key of a duty's term; empty if it has none."""
    named = END_TERMS.get(action)
    return named.key if named else ""


def anchor(matter: AccountabilityCase, action: str) -> date:
    """Return the day from which a duty's term counts: publishing waits for review and service."""
    decided = matter.decision.decided_on if matter.decision else None
    from_stage = matter.since or matter.request.lead.registered_on
    return from_stage if action == "publish" or decided is None else decided
