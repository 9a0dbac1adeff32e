"""Who is told what because of an event, and which documents it puts on file.

Notices name the matter by number and say what is to be done by when; never a person, never a word
of the accusation or of the factor sheet (A46).
"""

from workflows.domain.clarification import contents
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.deadlines import deadlines
from workflows.domain.clarification.duties import awaited_seat, work_items
from workflows.domain.clarification.particulars import DocumentRef
from workflows.domain.clarification.seats import seat_of
from workflows.domain.clarification.stages import STAGE_LABELS
from workflows.domain.clarification.state import Clarification
from workflows.domain.clock_facts import Reminded, WentOverdue
from workflows.domain.lifecycle import Document, Effects, Event, Fact, Notice, Paper, WorkItem
from workflows.domain.roles import Role
from workflows.domain.text import Text


def effects(before: Clarification | None, after: Clarification, event: Event) -> Effects:
    """Return the notices and documents of an event."""
    notices = (
        *_of_clock(after, event),
        *_of_fact(before, after, event),
        *_new_duties(before, after),
    )
    return Effects(
        notices=notices, documents=_documents(after, event), papers=_papers(after, event)
    )


def _new_duties(before: Clarification | None, after: Clarification) -> tuple[Notice, ...]:
    moved = before is None or before.stage is not after.stage
    known = () if before is None or moved else work_items(before)
    new = (item for item in work_items(after) if item not in known)
    return tuple(_assign(after, item) for item in new if item.action != "settle-notice")


def _assign(matter: Clarification, item: WorkItem) -> Notice:
    stage = STAGE_LABELS[matter.stage]
    running = (d for d in deadlines(matter) if d.key == item.term and d.ended_on is None)
    due = next((deadline.due(matter.calendar) for deadline in running), None)
    by = Text(f"，期限 {due}", f", due {due}") if due else Text("", "")
    return Notice(
        to_role=item.role,
        to_organ=item.organ,
        purpose="stage",
        subject=Text(f"{matter.number} {stage.zh}", f"{matter.number} {stage.en}"),
        body=Text(
            f"{matter.number} 已进入“{stage.zh}”。请{item.text.zh}{by.zh}。",
            f"{matter.number} is in “{stage.en}”. Please {item.text.en}{by.en}.",
        ),
    )


def _of_clock(matter: Clarification, event: Event) -> tuple[Notice, ...]:
    fact = event.fact
    if not isinstance(fact, Reminded | WentOverdue):
        return ()
    words, seat = fact.words(), awaited_seat(matter)
    purpose = "overdue" if isinstance(fact, WentOverdue) else fact.purpose
    addressed = {(seat.roles[0], seat.organ), *((role, _organ(matter, role)) for role in fact.to)}
    return tuple(
        Notice(
            to_role=role,
            to_organ=organ,
            purpose=purpose,
            subject=Text(f"{matter.number} {fact.label.zh}", f"{matter.number} {fact.label.en}"),
            body=Text(f"{matter.number} {words.zh}", f"{matter.number} {words.en}"),
        )
        for role, organ in sorted(addressed)
    )


def _organ(matter: Clarification, role: Role) -> str:
    """Return where a role sits: leaders in charge where the last word is, others at home."""
    approving = matter.request.approving_organ if role is Role.LEADER_IN_CHARGE else None
    return approving or matter.request.handling_organ


def _of_fact(
    before: Clarification | None, matter: Clarification, event: Event
) -> tuple[Notice, ...]:
    fact, handling = event.fact, matter.request.handling_organ
    if _has_come(before, fact):
        return (_tell(matter, Role.APPLICANT, handling, ACKNOWLEDGED),)
    if isinstance(fact, f.FalseAccusationNoted):
        return (_tell(matter, Role.CASE_MANAGEMENT_DEPARTMENT, handling, fact.words()),)
    if isinstance(fact, f.Screened) and "FALSE_ACCUSATION_VICTIM" in fact.situations.codes:
        return (_tell(matter, Role.CASE_MANAGEMENT_DEPARTMENT, handling, REFERRAL),)
    if isinstance(fact, f.LeadRegistered) and matter.begun:
        seat = seat_of(matter, "approve")
        return (_tell(matter, seat.roles[0], seat.organ, fact.words()),)
    if isinstance(fact, f.EffectFollowedUp) and not fact.restored:
        return (_tell(matter, matter.rules.supervisor.role, handling, fact.words()),)
    return ()


def _has_come(before: Clarification | None, fact: Fact) -> bool:
    """Say whether an application is new: one that opened the matter may come again as a message."""
    if isinstance(fact, f.Opened):
        return fact.request.application is not None
    known = before.application if before else None
    return isinstance(fact, f.ApplicationJoined) and (
        known is None or known.reference != fact.application.reference
    )


REFERRAL = Text("登记涉嫌诬告陷害线索，待移送。", "A suspected false accusation awaits referral.")
ACKNOWLEDGED = Text("已收到书面申请并登记。", "The application was received and registered.")


def _tell(matter: Clarification, role: Role, organ: str, words: Text) -> Notice:
    return Notice(
        to_role=role,
        to_organ=organ,
        purpose="information",
        subject=Text(f"{matter.number} 情况通报", f"{matter.number} information"),
        body=Text(f"{matter.number} {words.zh}", f"{matter.number} {words.en}"),
    )


def _papers(matter: Clarification, event: Event) -> tuple[Paper, ...]:
    fact = event.fact
    if isinstance(fact, f.DocumentDrafted):
        return (contents.paper(matter, fact, event.effective_on),)
    return ()


def _documents(matter: Clarification, event: Event) -> tuple[Document, ...]:
    """Return what is put on file: a document that was made here is on file already."""
    fact = event.fact
    if isinstance(fact, f.DocumentMade):
        return (Document(doc_kind=fact.doc_kind, number=fact.number, dated=fact.dated),)
    return tuple(
        Document(doc_kind=ref.kind, number=ref.number, dated=ref.dated)
        for ref in _references(fact)
        if ref.number not in matter.numbers_of(ref.kind)
    )


def _references(fact: Fact) -> tuple[DocumentRef, ...]:
    if isinstance(fact, f.MethodDone):
        return (fact.document, fact.confirmation)
    if isinstance(fact, f.StudyRecorded):
        return (fact.minutes,)
    return (fact.document,) if isinstance(fact, f.ReplyServed) else ()
