"""What documents print (P1, A46): the approved untrue points, and nothing from inside the file.

Markers are put wherever somebody types; each kind of document is made of the matter and unpacked.
"""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from activities.documents import written
from activities.papers.making import standard_template
from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import (
    CIRCULAR,
    LETTER,
    MEDIA,
    MEETING,
    TALK,
    application,
    draft,
    plan,
    point,
    subject,
    verification,
)
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.clarification.particulars import Factor
from workflows.domain.paper_facts import PaperKind
from workflows.picture import paper_orders

LETTERHEAD = {"name": "某市纪委监委", "mark": "某纪", "contact": "综合室，0000-0000001"}
INSIDE = {
    "FACTORMARK", "REASONMARK", "TRUEMARK", "OPENMARK", "UNAPPROVEDMARK", "LEADMARK", "FALSEMARK",
    "APPLIEDMARK", "MINUTESMARK", "OPINIONMARK", "OFFICERMARK", "RECUSEDMARK", "FILEMARK",
}  # fmt: skip
NAME, UNIT, APPROVED = "NAMEMARK", "UNITMARK", "APPROVEDMARK"
POINTS = (
    {**point("P1", main=True), "matter": APPROVED},
    {**point("P2"), "matter": "UNAPPROVEDMARK"},
    {**point("P3", "TRUE"), "matter": "TRUEMARK"},
    {**point("P4", "NOT_ESTABLISHED"), "matter": "OPENMARK"},
)
MATTER: dict[str, Any] = {
    "subject": subject(name=NAME, unit=UNIT, reference="FILEMARK", officer="OFFICERMARK"),
    "verification": {**verification("2026-03-02", *POINTS), "reference": "FILEMARK"},
    "application": {**application("2026-03-09"), "reference": "APPLIEDMARK"},
}
EVERYTHING = plan(LETTER, TALK, MEETING, CIRCULAR, MEDIA, points=("P1",))
LOUD = {"range": "SOCIETY", "public_opinion": True, "large_social_effect": True}
FIRST = {"code": "ELECTION_OR_SELECTION_AFFECTED", "event": "ELECTION", "affected": "ACTUAL"}
MAINLY = {"code": "MOSTLY_OR_MAINLY_UNTRUE", "ground": "MAIN", "adverse_effect": True}
VICTIM = {"code": "FALSE_ACCUSATION_VICTIM", "lead": "FALSEMARK"}
SEVENTH = {"code": "OTHER_NECESSARY", "reason": "REASONMARK"}


def evaluated() -> Life:
    """Everybody has written down what stays inside."""
    life = a_life("SCREENING", **MATTER, situations=[FIRST, MAINLY, VICTIM, SEVENTH])
    life.do("screen", "2026-03-12", other_leads=["LEADMARK"], reasons="REASONMARK")
    life.do("close_other_lead", "2026-03-13", lead="LEADMARK")
    life.do("screen", "2026-03-14", reasons="REASONMARK")
    life.effect, life.plan = LOUD, EVERYTHING
    factors = {factor.value: "FACTORMARK" for factor in Factor}
    life.do("give_opinion", "2026-03-20", factors=factors, reasons="REASONMARK")
    life.do("record_study", "2026-03-23", minutes={"kind": "minutes", "number": "MINUTESMARK"})
    life.do("recuse_officer", "2026-03-23", officer="RECUSEDMARK", reasons="REASONMARK")
    life.do("review", "2026-03-24", remark="REASONMARK")
    return life


def approved() -> Life:
    life = evaluated()
    life.do("approve", "2026-03-25", remark="REASONMARK")
    return life


def implementing() -> Life:
    life = approved()
    life.do("hear_opinion", "2026-03-26", view="NO_COMMENT", opinion="OPINIONMARK")
    return life


def post_notice() -> Life:
    life = implementing()
    while life.stage == "IMPLEMENTING":
        life.do("carry_out", "2026-03-27")
    return life


def rejected() -> Life:
    life = evaluated()
    life.do("reject", "2026-03-25", reasons="REASONMARK")
    return life


DRAFTED: dict[PaperKind, tuple[Any, dict[str, Any]]] = {
    PaperKind.PRIOR_NOTICE: (approved, draft("", "prior_notice")),
    PaperKind.CLARIFICATION_LETTER: (implementing, draft("WRITTEN")),
    PaperKind.COMMISSION_LETTER: (implementing, draft("FACE_TO_FACE")),
    PaperKind.MEETING_NOTICE: (implementing, draft("MEETING", "meeting_notice")),
    PaperKind.MINUTES: (implementing, draft("MEETING")),
    PaperKind.CIRCULAR: (implementing, draft("CIRCULAR")),
    PaperKind.PRESS_NOTICE: (implementing, draft("MEDIA")),
    PaperKind.POST_NOTICE: (post_notice, draft("", "post_notice")),
    PaperKind.REPLY: (rejected, {"doc_kind": "reply", "reasons": "ANSWERMARK"}),
}
NAMES_NOBODY = {PaperKind.MEETING_NOTICE, PaperKind.REPLY}


def made(kind: PaperKind, **fields: Any) -> str:
    """Return everything that stands in the file of a document, its hidden corners included."""
    begin, usual = DRAFTED[kind]
    life: Life = begin()
    (step, *_) = life.do("draft_document", "2026-03-28", **{**usual, **fields})
    (order,) = paper_orders(CLARIFICATION, step)
    file = written(order, "某纪函〔2026〕1号", LETTERHEAD, standard_template(kind))
    parts = ZipFile(BytesIO(file))
    return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("kind", list(DRAFTED))
def test_a46_no_document_holds_a_word_from_inside_the_file(kind: PaperKind) -> None:
    said = made(kind)

    assert sorted(mark for mark in INSIDE if mark in said) == []
    assert "CLAR-2026" not in said


@pytest.mark.parametrize("kind", [kind for kind in DRAFTED if kind not in NAMES_NOBODY])
def test_p1_every_document_that_clarifies_states_the_approved_untrue_points(
    kind: PaperKind,
) -> None:
    said = made(kind)

    assert APPROVED in said
    assert NAME in said


@pytest.mark.parametrize("kind", sorted(NAMES_NOBODY))
def test_p1_a_meeting_notice_and_a_reply_repeat_no_accusation(kind: PaperKind) -> None:
    assert APPROVED not in made(kind)


def test_what_the_clerk_says_of_the_document_is_printed() -> None:
    letter = made(
        PaperKind.CLARIFICATION_LETTER, addressee="READERMARK", copies=["COPYMARK1", "COPYMARK2"]
    )
    meeting = {"held_on": "2026-03-28", "place": "PLACEMARK", "attendees": ["PEOPLEMARK"]}
    minutes = made(PaperKind.MINUTES, meeting=meeting)

    assert all(mark in letter for mark in ("READERMARK", "COPYMARK1", "COPYMARK2"))
    assert all(mark in minutes for mark in ("PLACEMARK", "PEOPLEMARK", "2026年3月28日"))
    assert "ANSWERMARK" in made(PaperKind.REPLY)
