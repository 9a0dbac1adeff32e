"""What the documents of a case print of its file (3.5 G7, 3.13), and what never gets into them."""

from typing import Any

import pytest

from activities.documents import written
from activities.papers.kinds import KINDS
from activities.papers.making import plain_text, standard_template
from tests.domain.accountability.builders import CaseLife, a_case, opened
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, TEAM, lead
from tests.domain.accountability_parts import HUBEI, RULES
from workflows.domain.accountability.contents import SAYS
from workflows.domain.accountability.grounds import as_charged
from workflows.domain.follow_up.commands import Open as OpenFollowUp
from workflows.domain.paper_facts import PaperKind
from workflows.domain.writing import Line
from workflows.picture import paper_orders

K = PaperKind
LETTERHEAD = {"name": "某市纪委监委", "mark": "某纪", "contact": ""}
LETTER: dict[str, Any] = {
    "addressee": "某局党组",
    "text": "监督流于形式",
    "recommendations": [
        {"about": "PERSON", "what": "开展廉政谈话"},
        {"about": "SYSTEM", "what": "完善报告制度"},
    ],
}
LEAD = lead(what="LEADMARK", reference="REFMARK", source="COMPLAINT")
INSIDE: dict[str, dict[str, Any]] = {
    "triage": {"opinion": "OPINIONMARK"},
    "assess_tolerance": {"reasons": "REASONMARK"},
    "weigh": {"reasons": "REASONMARK", "factors": ["M14_1"]},
}


def a_life(until: str, *subjects: dict[str, Any]) -> CaseLife:
    return opened(subjects or (PRINCIPAL, TEAM), choices=INSIDE, lead=LEAD).to(until)


DRAFTED: dict[PaperKind, tuple[str, dict[str, Any]]] = {
    K.INITIATION_APPROVAL: ("INITIATION_REVIEW", {"text": "启动的理由"}),
    K.INVESTIGATION_OPINION: ("OPINION_DRAFTED", {"text": None}),
    K.RECOMMENDATION_LETTER: ("DECIDED", LETTER),
}


def drafted(kind: PaperKind, life: CaseLife | None = None, **fields: Any) -> Any:
    stage, usual = DRAFTED[kind]
    life = life or a_life(stage)
    (step, *_) = life.tried("draft_document", life.day, doc_kind=kind, **{**usual, **fields})
    (order,) = paper_orders(life.decider, step)
    return order


def said(kind: PaperKind, life: CaseLife | None = None, **fields: Any) -> str:
    order = drafted(kind, life, **fields)
    return plain_text(written(order, "某〔2026〕1号", LETTERHEAD, standard_template(kind)))


def test_every_document_of_a_case_is_given_what_its_template_prints() -> None:
    assert {kind: set(parts) - {"copies"} for kind, parts in SAYS.items()} == {
        kind: set(KINDS[kind].needs) for kind in SAYS
    }


@pytest.mark.parametrize("kind", list(DRAFTED))
def test_no_document_holds_the_lead_its_channel_or_what_was_thought_inside(
    kind: PaperKind,
) -> None:
    content = str(drafted(kind).content)

    for inside in ("LEADMARK", "REFMARK", "OPINIONMARK", "REASONMARK", "信访", "ACC-2026", "zhang"):
        assert inside not in content


def test_the_approval_form_prints_the_grounds_as_proposed_once_they_are() -> None:
    life = a_life("INITIATION_REVIEW", PRINCIPAL)
    before = said(K.INITIATION_APPROVAL, life)
    life.act("add_subject").act("propose_start", grounds="PROPOSEDMARK")

    after = said(K.INITIATION_APPROVAL, life, text=None)

    assert "启动理由：启动的理由\n" in before
    assert "启动理由：PROPOSEDMARK\n" in after
    assert "某局局长张三\n" in after
    assert "履责依据：张三：主要负责人（F-1）\n" in after
    assert "已核实事实：问题属实\n" in after


def test_a_form_without_grounds_is_refused() -> None:
    refusal = a_life("INITIATION_REVIEW").denied("draft_document", text=None)

    assert (refusal.rule, "propose-start" in refusal.message.en) == ("3.5 G7", True)


def test_an_opinion_says_of_every_subject_what_it_did_is_liable_for_and_may_get() -> None:
    text = said(K.INVESTIGATION_OPINION, a_life("OPINION_DRAFTED", PRINCIPAL, MEMBER, TEAM))

    assert f"依据{HUBEI.source}：\n" in text
    assert "张三：未按要求部署\n李四：未按要求部署\n某局党组：未按要求部署\n" in text
    assert "1. 某局局长张三：负党委主体责任、个人责任、主要领导责任；办法第七条（二）：" in text
    assert "张三：不予容错。\n张三：积极主动配合组织调查处理。\n" in text
    assert "1. 张三：诫勉谈话。\n" in text
    assert "3. 某局党组：通报批评。\n" in text


def test_a_letter_counts_its_nodes_and_its_end_from_its_day() -> None:
    """3.13: one, two and three months, by the pack."""
    order = drafted(K.RECOMMENDATION_LETTER)
    months = [(node["due"], order.content["deadline"]) for node in order.content["nodes"]]
    text = said(K.RECOMMENDATION_LETTER)

    assert len(months) == len(RULES.rectification.node_months) - 1
    assert all(str(order.dated) < due < end for due, end in months)
    assert "1. 关于人员：开展廉政谈话。\n2. 关于制度：完善报告制度。\n" in text
    assert "张三" not in text


@pytest.mark.parametrize("missing", ["addressee", "text", "recommendations"])
def test_a_letter_that_says_to_whom_or_what_too_little_is_refused(missing: str) -> None:
    fields = {**LETTER, missing: () if missing == "recommendations" else None}
    refusal = a_life("DECIDED").denied("draft_document", doc_kind=K.RECOMMENDATION_LETTER, **fields)

    assert refusal.rule == "3.13"
    assert refusal.message.en.endswith(f"missing: {missing}.")


def test_a_form_is_copied_to_nobody() -> None:
    refusal = a_life("INITIATION_REVIEW").denied("draft_document", copies=["某部"])

    assert (refusal.rule, refusal.message.zh.startswith("copies")) == ("0.1", True)


@pytest.mark.parametrize("field", ["text", "recommendations"])
def test_words_that_a_document_would_not_print_are_refused(field: str) -> None:
    fields = {"text": None, field: LETTER[field]}
    refusal = a_life("OPINION_DRAFTED").denied(
        "draft_document", doc_kind=K.INVESTIGATION_OPINION, **fields
    )

    assert (refusal.rule, refusal.message.zh.startswith(field)) == ("0.1", True)


def test_a_follow_up_is_told_on_what_its_decision_rests() -> None:
    """Its decision document names facts, articles and liability (Art. 18)."""
    life = a_case("DECIDED")

    asked = OpenFollowUp.model_validate(life.opened[0].request)

    assert asked.grounds is not None
    assert asked.grounds.facts == "未按要求部署"
    assert asked.grounds.basis == HUBEI.source
    assert asked.grounds.liability == "党委主体责任、个人责任、主要领导责任"
    assert asked.grounds.charges[0].startswith("办法第七条（二）：")


def test_every_charge_of_the_pack_fits_on_a_line_and_quotes_no_doubt() -> None:
    longest = Line.__metadata__[0].max_length  # type: ignore[attr-defined]
    for charge in (*RULES.charges.values(), *RULES.triggers.values()):
        line = as_charged(charge)
        assert len(line) <= longest, line
        assert "待核" not in line
        assert "规则手册" not in line
