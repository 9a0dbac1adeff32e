"""The deadlines of a clarification: its running terms with their ladders and who is awaited."""

from workflows.domain.clarification.duties import awaited_seat
from workflows.domain.clarification.seats import department_seat
from workflows.domain.clarification.state import Clarification, RunningTerm
from workflows.domain.deadlines import Deadline
from workflows.domain.text import Text

TERM_LABELS: dict[str, Text] = {
    "evaluation": Text("评估期限", "evaluation"),
    "approval": Text("审批期限", "approval"),
    "implementation": Text("实施期限", "implementation"),
    "post_notice": Text("事后通报期限", "post notice"),
    "reply": Text("答复期限", "reply"),
    "follow_up": Text("效果回访期限", "effect follow-up"),
}


def deadlines(matter: Clarification) -> tuple[Deadline, ...]:
    """Return every term of the matter, running ones first."""
    terms = sorted(matter.terms, key=lambda term: term.ended_on is not None)
    return tuple(_deadline(matter, term) for term in terms)


def _deadline(matter: Clarification, running: RunningTerm) -> Deadline:
    at_end = running.key in ("reply", "follow_up")
    seat = department_seat(matter) if at_end else awaited_seat(matter)
    return Deadline(
        key=running.key,
        label=TERM_LABELS[running.key],
        term=running.term,
        ladder=matter.rules.ladders[running.ladder],
        opened_at=running.opened_at,
        fired=running.fired,
        overdue=running.overdue,
        ended_on=running.ended_on,
        awaited=seat.roles[0],
        organ=seat.organ,
    )
