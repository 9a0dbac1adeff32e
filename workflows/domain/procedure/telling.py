"""Who is told of what every kind brings about: new duties, reminders, overdue terms, lost notices.

Notices name the matter by number and say what is to be done by when; they name no person.
"""

from collections.abc import Sequence

from workflows.domain.authority import Seat
from workflows.domain.clock_facts import PeriodEnded, Reminded, WentOverdue
from workflows.domain.lifecycle import Event, Notice, WorkItem
from workflows.domain.lost_notices import unreached
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.roles import Role
from workflows.domain.text import Text


def of_clock(matter: ProcedureState, organ: str, event: Event) -> tuple[Notice, ...]:
    """Return the notices of a rung: to whoever is awaited, and to whom the pack adds at `organ`."""
    fact = event.fact
    if not isinstance(fact, Reminded | WentOverdue | PeriodEnded):
        return ()
    term = next(t for t in matter.terms if t.key == fact.term)
    addressed = {(term.awaited, term.organ), *((role, organ) for role in fact.to)}
    words, purpose = fact.words(), _purpose(fact)
    return tuple(
        Notice(
            to_role=role,
            to_organ=at,
            purpose=purpose,
            subject=Text(f"{matter.number} {fact.label.zh}", f"{matter.number} {fact.label.en}"),
            body=Text(f"{matter.number} {words.zh}", f"{matter.number} {words.en}"),
        )
        for role, at in sorted(addressed)
    )


def _purpose(fact: Reminded | WentOverdue | PeriodEnded) -> str:
    if isinstance(fact, Reminded):
        return fact.purpose
    return "overdue" if isinstance(fact, WentOverdue) else "information"


def of_duties(
    matter: ProcedureState, stage: Text, before: Sequence[WorkItem], after: Sequence[WorkItem]
) -> tuple[Notice, ...]:
    """Return a notice for every duty that is new; `stage` is the name of the stage."""
    new = (item for item in after if item not in before and item.action != "settle-notice")
    return tuple(_assigned(matter, stage, item) for item in new)


def _assigned(matter: ProcedureState, stage: Text, item: WorkItem) -> Notice:
    running = matter.running(item.term)
    due = running.term.due(matter.calendar) if running else None
    by = Text(f"，期限 {due}", f", due {due}") if due else Text("", "")
    return Notice(
        to_role=item.role,
        to_organ=item.organ,
        purpose="stage",
        subject=Text(f"{matter.number} {stage.zh}", f"{matter.number} {stage.en}"),
        body=Text(
            f"{matter.number}（{stage.zh}）：请{item.text.zh}{by.zh}。",
            f"{matter.number} ({stage.en}): please {item.text.en}{by.en}.",
        ),
    )


def told(matter: ProcedureState, role: Role, organ: str, words: Text) -> Notice:
    """Return a notice that informs of what happened."""
    return Notice(
        to_role=role,
        to_organ=organ,
        purpose="information",
        subject=Text(f"{matter.number} 情况通报", f"{matter.number} information"),
        body=Text(f"{matter.number} {words.zh}", f"{matter.number} {words.en}"),
    )


def lost_items(matter: ProcedureState, seat: Seat) -> tuple[WorkItem, ...]:
    """Return the duty to tell otherwise whomever a notice did not reach."""
    return tuple(duty("settle-notice", _lost(key), seat) for key in matter.undeliverable)


def _lost(key: str) -> Text:
    seq, index, role, *reason = key.split("/", 3)
    notice, whom = f"{seq}/{index}", unreached(Role(role), "".join(reason))
    return Text(
        f"通知 {notice} 未能送达{whom.zh}，请另行告知",
        f"notice {notice} did not reach {whom.en}: tell them otherwise",
    )


def duty(action: str, text: Text, seat: Seat, term: str = "") -> WorkItem:
    """Return what somebody must do; `action` is the command that does it."""
    return WorkItem(action=action, text=text, role=seat.roles[0], organ=seat.organ, term=term)
