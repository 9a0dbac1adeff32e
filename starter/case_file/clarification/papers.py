"""The ground of a drafted document: what the clerk said of it."""

from starter.case_file.clarification.parts import Details
from starter.case_file.words import detail, guarded, optional
from workflows.domain.clarification.drafting import Meeting
from workflows.domain.clarification.facts_of_papers import DocumentDrafted
from workflows.domain.clarification.state import Clarification
from workflows.domain.paper_labels import PAPER_LABELS


def document_drafted(matter: Clarification, fact: DocumentDrafted) -> Details:
    return (
        detail("文书", "document", PAPER_LABELS[fact.doc_kind]),
        *optional("作废文书", "makes void", fact.replaces),
        *guarded("主送", "addressee", fact.addressee),
        *guarded("抄送", "copies", "、".join(fact.copies)),
        *(_meeting_told(fact.meeting) if fact.meeting else ()),
        *guarded("理由", "reasons", fact.reasons),
    )


def _meeting_told(meeting: Meeting) -> Details:
    return (
        detail("会议日期", "meeting on", meeting.held_on),
        *guarded("会议地点", "place", meeting.place),
        *guarded("到会人员", "attendees", "、".join(meeting.attendees)),
    )
