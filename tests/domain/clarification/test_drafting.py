"""Documents made here (2.6-2.8, P1): who drafts which when, and what they say."""

from typing import Any

import pytest
from pydantic import ValidationError

from activities.papers.kinds import KINDS
from tests.domain.builders import a_life, opened
from tests.domain.clarification.drafting_lives import (
    DAY,
    EVERY_METHOD,
    METHODS,
    ended,
    implementing,
)
from tests.domain.parts import (
    CIRCULAR,
    FOURTH,
    LETTER,
    MEETING,
    TALK,
    changed_pack,
    draft,
    plan,
    point,
    subject,
    verification,
)
from workflows.domain.clarification.contents import SAYS
from workflows.domain.clarification.occasions import OCCASIONS
from workflows.domain.paper_facts import PaperKind
from workflows.domain.paper_labels import PAPER_LABELS


def test_every_kind_has_its_name_its_occasion_its_content_its_number_and_its_template() -> None:
    rules = opened().state.pack.documents

    assert rules is not None
    assert set(OCCASIONS) == set(SAYS) == set(rules.kinds)
    assert set(OCCASIONS) < set(KINDS) == set(PAPER_LABELS) == {kind.value for kind in PaperKind}


@pytest.mark.parametrize("kind", sorted(set(PaperKind) - set(OCCASIONS)))
def test_2_6_a_document_of_the_accountability_case_is_none_of_a_clarification(kind: str) -> None:
    refusal = implementing().refused("draft_document", DAY, doc_kind=kind)

    assert (refusal.rule, "accountability matter" in refusal.message.en) == ("2.6", True)


@pytest.mark.parametrize("kind", list(OCCASIONS))
def test_a46_a_document_is_given_what_its_template_prints_and_nothing_more(kind: PaperKind) -> None:
    optional = {"copies", "scope"}

    assert set(SAYS[kind]) - optional == set(KINDS[kind].needs)


@pytest.mark.parametrize(("method", "kind"), METHODS)
def test_2_6_the_document_of_an_approved_method_is_drafted_while_it_is_not_done(
    method: str, kind: str
) -> None:
    life = implementing()

    steps = life.do("draft_document", DAY, **draft(method, kind))

    (paper,) = life.papers
    assert steps[0].after.stage is life.state.stage
    assert (paper.doc_kind, paper.organ, str(paper.dated)) == (kind, "DW", DAY)
    assert life.refused("carry_out", DAY, document={"kind": "note", "number": "1"}).rule == "2.6"


@pytest.mark.parametrize(("method", "kind"), METHODS)
def test_2_6_a_method_that_is_not_approved_has_no_document(method: str, kind: str) -> None:
    others = (each for each in EVERY_METHOD if each["method"] != method)
    life = implementing(next(others))

    refusal = life.refused("draft_document", DAY, **draft(method, kind))

    assert refusal.rule == "2.6"
    assert "not approved" in refusal.message.en


def test_2_8_a_method_that_is_done_has_no_second_document() -> None:
    life = implementing(LETTER, TALK)
    life.do("carry_out", DAY, method="WRITTEN")

    assert life.refused("draft_document", DAY, **draft("WRITTEN")).rule == "2.8"
    life.do("draft_document", DAY, **draft("FACE_TO_FACE"))


@pytest.mark.parametrize("kind", list(OCCASIONS))
@pytest.mark.parametrize("stage", ["SCREENING", "EVALUATING", "AWAITING_APPROVAL"])
def test_2_8_nothing_is_drafted_before_the_approval(kind: PaperKind, stage: str) -> None:
    method = OCCASIONS[kind].method or "WRITTEN"
    fields = {**draft(method, kind), "reasons": "理由" if kind is PaperKind.REPLY else None}

    refusal = a_life(stage).refused("draft_document", "2026-03-25", **fields)

    assert refusal.rule == "2.8"


@pytest.mark.parametrize(
    ("stage", "kind", "rule"),
    [
        ("PRIOR_NOTICE", "clarification_letter", "2.6"),
        ("PRIOR_NOTICE", "post_notice", "2.7"),
        ("IMPLEMENTING", "prior_notice", "2.7"),
        ("IMPLEMENTING", "post_notice", "2.7"),
        ("POST_NOTICE", "clarification_letter", "2.6"),
        ("POST_NOTICE", "prior_notice", "2.7"),
        ("COMPLETED", "clarification_letter", "2.6"),
    ],
)
def test_2_7_a_document_out_of_turn_is_refused_with_its_turn(
    stage: str, kind: str, rule: str
) -> None:
    life = a_life(stage, subject=subject(full_position=True))

    refusal = life.refused("draft_document", "2026-03-31", doc_kind=kind, reasons=None)

    assert refusal.rule == rule
    assert "is drafted in" in refusal.message.en


@pytest.mark.parametrize("stage", ["PRIOR_NOTICE", "POST_NOTICE"])
def test_2_7_prior_and_post_notice_go_to_whom_the_route_names(stage: str) -> None:
    life = a_life(stage, subject=subject(full_position=True))

    life.do("draft_document", "2026-03-31")

    (paper,) = life.papers
    assert paper.doc_kind == stage.lower()
    assert paper.content["addressee"] == "某局党组（党委）主要负责人"


def test_a54_where_the_subject_is_that_principal_the_notice_goes_one_level_up() -> None:
    himself = subject(full_position=True, party_group_principal=True)
    life = a_life("PRIOR_NOTICE", subject=himself)
    unit = life.state.request.subject.unit

    unnamed = life.refused("draft_document", "2026-03-31")
    to_his_own = life.refused("draft_document", "2026-03-31", addressee=f"{unit}党组")
    life.do("draft_document", "2026-03-31", addressee="中共某市委")

    assert (unnamed.rule, to_his_own.rule) == ("2.7", "A54")
    assert life.papers[0].content["addressee"] == "中共某市委"


@pytest.mark.parametrize("kind", ["prior_notice", "commission_letter"])
def test_a54_nobody_is_heard_or_commissioned_on_his_own_case(kind: str) -> None:
    notice = kind == "prior_notice"
    head = subject(full_position=True)
    life = a_life("PRIOR_NOTICE", subject=head) if notice else implementing(TALK)
    person = life.state.request.subject.name

    refusal = life.refused("draft_document", "2026-03-31", doc_kind=kind, addressee=f"{person}同志")

    assert refusal.rule == "A54"


def test_2_8_a_reply_is_drafted_while_an_applicant_waits() -> None:
    life = ended()
    life.do("draft_document", "2026-03-27", doc_kind="reply", reasons="不具备情形")
    life.makes("2026-03-27")
    life.do("serve_reply", "2026-03-28")

    (paper,) = life.papers
    assert paper.content["addressee"] == "张三"
    assert paper.content["reply_outcome"] == "不予澄清。"
    assert "points" not in paper.content
    assert life.state.filed


def test_2_8_without_an_applicant_there_is_nobody_to_reply_to() -> None:
    refusal = a_life("COMPLETED").refused("draft_document", "2026-03-31")

    assert (refusal.rule, "No applicant" in refusal.message.en) == ("2.8", True)


def test_0_1_a_pack_that_numbers_no_documents_has_none_made() -> None:
    without = changed_pack("documents", value=None)
    one_less = changed_pack("documents", "kinds", "clarification_letter", value=None)

    for pack in (without, one_less):
        refusal = a_life("IMPLEMENTING", pack=pack).refused("draft_document", DAY)
        assert refusal.rule == "0.1"


def test_2_3_3_another_lead_holds_documents_up_as_it_holds_up_methods() -> None:
    life = implementing(LETTER, TALK)
    life.do("carry_out", DAY, method="WRITTEN")
    life.do("register_lead", DAY)

    assert life.refused("draft_document", DAY, **draft("FACE_TO_FACE")).rule == "2.3(3)"
    life.do("close_other_lead", "2026-03-28")
    life.do("draft_document", "2026-03-28", **draft("FACE_TO_FACE"))


@pytest.mark.parametrize(
    ("by", "rule"), [("zhao", "0.5"), ("wang", "0.5"), ("chen", "0.5"), ("wu", "P2")]
)
def test_p3_the_undertaking_department_drafts_and_nobody_who_is_recused(by: str, rule: str) -> None:
    life = implementing()
    life.do("recuse_officer", DAY, officer="wu")

    assert life.refused("draft_document", DAY, by=by).rule == rule


@pytest.mark.parametrize("day", ["2026-03-24", "2026-03-28"])
def test_0_3_a_document_bears_no_day_before_the_approval_or_to_come(day: str) -> None:
    life = implementing()

    assert life.refused("draft_document", DAY, effective_on=day).rule == "0.3"
    life.do("draft_document", DAY, effective_on="2026-03-26")
    assert str(life.papers[0].dated) == "2026-03-26"


def test_0_3_minutes_are_not_dated_before_their_meeting() -> None:
    life = implementing()
    held = {"held_on": DAY, "place": "会议室", "attendees": ["全体职工"]}

    early = {"doc_kind": "minutes", "meeting": held, "effective_on": "2026-03-26"}
    assert life.refused("draft_document", DAY, **early).rule == "0.3"
    life.do("draft_document", DAY, doc_kind="meeting_notice", meeting=held)
    life.do("draft_document", DAY, doc_kind="minutes", meeting=held)


@pytest.mark.parametrize(
    "fields",
    [
        {"doc_kind": "appraisal"},
        {"doc_kind": "minutes"},
        {"doc_kind": "meeting_notice", "meeting": {"held_on": DAY, "place": "会议室"}},
        {"doc_kind": "reply"},
        {"doc_kind": "clarification_letter", "reasons": "该同志一贯表现良好"},
        {**draft("MEETING", "minutes"), "doc_kind": "circular"},
        {"doc_kind": "clarification_letter", "addressee": "某局\n某某"},
        {"doc_kind": "clarification_letter", "copies": ["甲"] * 21},
    ],
)
def test_p1_a_draft_has_room_for_what_its_kind_needs_and_for_no_praise(
    fields: dict[str, Any],
) -> None:
    with pytest.raises(ValidationError):
        implementing().command("draft_document", DAY, **fields)


def test_p1_a_document_says_the_approved_untrue_points_and_its_own_method() -> None:
    life = a_life(
        "IMPLEMENTING",
        situations=[FOURTH],
        verification=verification("2026-03-02", point(), point("P2"), point("P3", "TRUE")),
        plan=plan(LETTER, MEETING, points=("P2",)),
        effect={"range": "UNIT"},
    )

    life.do("draft_document", DAY, **draft("WRITTEN"), copies=["某部"])

    assert life.papers[0].content == {
        "subject": {"name": "张三", "unit": "某局", "kind": "PERSON"},
        "addressee": "张三",
        "copies": ["某部"],
        "points": ["反映的问题 P2"],
        "verified_on": "2026-03-02",
        "methods": ["书面澄清"],
    }


def test_a_prior_notice_names_every_method_with_its_range() -> None:
    life = a_life("PRIOR_NOTICE", effect={"range": "INDUSTRY"}, plan=plan(LETTER, CIRCULAR))

    life.do("draft_document", "2026-03-26")

    assert life.papers[0].content["methods"] == ["书面澄清", "通报澄清（行业）"]
