"""What the documents of follow-ups and appeals print of their matters (Art. 18-20, 3.13-3.16)."""

from typing import Any

import pytest

from activities.documents import written
from activities.papers.kinds import KINDS
from activities.papers.making import plain_text, standard_template
from tests.domain.appeal import builders as appeals
from tests.domain.follow_up import builders as follow_ups
from tests.domain.parts import HOME
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.paper_facts import PaperKind
from workflows.picture import paper_orders

K = PaperKind
LETTERHEAD = {"name": "中共某市委员会", "mark": "某", "contact": ""}
GROUNDS = {
    "facts": "FACTMARK",
    "basis": "《某办法》",
    "liability": "主要领导责任",
    "charges": ["办法第七条（三）：CHARGEMARK"],
}


def decided() -> ProcedureLife:
    return follow_ups.opened("REMOVAL", "PARTY_SERIOUS_WARNING", grounds=GROUNDS)


def corrected() -> ProcedureLife:
    life = follow_ups.carried_out("REMOVAL", "PARTY_SERIOUS_WARNING")
    change = follow_ups.correction("CHANGED", "2024-06-03", "PARTY_SERIOUS_WARNING")
    life.do("correct", "2024-06-03", **change)
    return life


DRAFTED: dict[PaperKind, tuple[Any, str]] = {
    K.DECISION: (decided, "2024-03-01"),
    K.DELIVERY_RECEIPT: (decided, "2024-03-01"),
    K.REVISIT_FORM: (follow_ups.carried_out, "2024-04-01"),
    K.CORRECTION_NOTICE: (corrected, "2024-06-04"),
    K.FEEDBACK_LETTER: (follow_ups.impact_over, "2025-03-04"),
    K.APPEAL_DECISION: (lambda: appeals.a_life("CONCLUDED"), "2026-04-13"),
}


def drafted(kind: PaperKind, **fields: Any) -> Any:
    begin, day = DRAFTED[kind]
    life: ProcedureLife = begin()
    (step, *_) = life.tried("draft_document", day, doc_kind=kind, **fields)
    return life.decider, step


def said(kind: PaperKind, **fields: Any) -> str:
    """Return what a document says that is drafted on its usual occasion."""
    decider, step = drafted(kind, **fields)
    (order,) = paper_orders(decider, step)
    return plain_text(written(order, "某〔2026〕1号", LETTERHEAD, standard_template(kind)))


@pytest.mark.parametrize("kind", list(DRAFTED))
def test_a_document_is_given_what_its_template_prints_and_nothing_more(kind: PaperKind) -> None:
    decider, step = drafted(kind)

    (paper,) = decider.effects(step.before, step.after, step.event).papers

    assert set(paper.content) - {"copies", "addressee"} == set(KINDS[kind].needs) - {"addressee"}
    assert ("addressee" in KINDS[kind].needs) <= ("addressee" in paper.content)


@pytest.mark.parametrize("kind", list(DRAFTED))
def test_no_document_prints_the_matters_number_or_an_officer(kind: PaperKind) -> None:
    text = said(kind)

    for inside in ("ACC-20", "zhang", "li、wu", "C-1"):
        assert inside not in text


@pytest.mark.parametrize(
    ("kind", "organ"),
    [
        (K.DECISION, follow_ups.COMMITTEE),
        (K.CORRECTION_NOTICE, follow_ups.COMMITTEE),
        (K.APPEAL_DECISION, appeals.COMMITTEE),
        (K.DELIVERY_RECEIPT, HOME),
        (K.FEEDBACK_LETTER, HOME),
    ],
)
def test_who_decides_issues_the_decision_and_who_handles_the_rest(
    kind: PaperKind, organ: str
) -> None:
    """Art. 18: the Party committee decides."""
    decider, step = drafted(kind)

    assert [order.organ for order in paper_orders(decider, step)] == [organ]


def test_a_decision_prints_the_days_of_every_restriction_once() -> None:
    """3.10 c: removal and serious warning run to the longer end, 18 months."""
    text = said(K.DECISION)

    assert "FACTMARK\n" in text
    assert "1. 办法第七条（三）：CHARGEMARK。\n" in text
    assert "免职（自2024年3月1日起生效）" in text
    assert text.count("不得提升职务：自2024年3月1日起，至2025年8月31日止") == 1
    assert "不得担任与原职务相当的职务：自2024年3月1日起，至2025年8月31日止" in text
    assert "取消年度考核评优和评选各类先进的资格：自2024年3月1日起，至2024年12月31日止" in text


def test_a_decision_names_the_way_of_appeal_of_each_measure() -> None:
    """Art. 20: an organisational measure and a Party sanction have routes of their own."""
    text = said(K.DECISION)

    assert "向作出决定的机关书面申诉" in text
    assert ". 免职：" in text
    assert ". 党内严重警告：向作出决定的机关书面申诉。" in text
    assert text.splitlines()[-3] == "申诉期间，不停止本决定的执行。"


def test_a_receipt_names_the_decision_that_was_made_here_if_there_is_one() -> None:
    life = decided()
    elsewhere = said(K.DELIVERY_RECEIPT)
    life.do("draft_document", "2024-03-01", doc_kind="decision")
    (number,) = life.makes("2024-03-01")
    (step, *_) = life.tried("draft_document", "2024-03-02", doc_kind="delivery_receipt")

    (order,) = paper_orders(life.decider, step)

    assert "某问决〔2024〕1号" in elsewhere
    assert order.content["decision"]["number"] == number


def test_a_correction_names_only_the_restrictions_that_ended() -> None:
    """3.16: the warning and its promotion bar stand; the bar from an equal post is gone."""
    text = said(K.CORRECTION_NOTICE, text="某局全体干部")

    assert "撤销下列问责措施：免职。纠正后的问责措施为：党内严重警告。" in text
    assert "1. 不得担任与原职务相当的职务（原定至2025年8月31日止）。\n" in text
    assert "不得提升职务" not in text
    assert "取消年度考核" not in text
    assert "自2024年6月3日起" in text
    assert "在原公布范围内（某局全体干部）" in text
    assert "更正廉政档案" in text


def test_feedback_goes_to_the_organisation_department_with_every_revisit() -> None:
    text = said(K.FEEDBACK_LETTER)

    assert "组织人事部门：\n" in text
    assert "影响期自2024年3月1日起，至2025年2月28日止，现已期满。" in text
    assert "态度端正\n整改到位\n群众认可\n" in text
    assert "1. 2024年4月1日，直接访，结果：" in text


def test_a_revisit_form_is_printed_before_the_visit_with_its_outline() -> None:
    text = said(K.REVISIT_FORM, text="一问思想\n二问困难")

    assert "一问思想\n二问困难\n" in text
    assert "（　）直接访" in text


def test_an_appeal_decision_says_what_was_concluded_not_what_was_proposed() -> None:
    life = appeals.a_life("RE_EXAMINING")
    life.do("propose_conclusion", "2026-04-07", reasons="PROPOSALMARK")
    life.do("conclude_appeal", "2026-04-10", reasons="CONCLUSIONMARK")
    (step, *_) = life.tried("draft_document", "2026-04-13")

    (order,) = paper_orders(life.decider, step)
    said_there = str(order.content)

    assert "CONCLUSIONMARK" in said_there
    assert "PROPOSALMARK" not in said_there
    assert order.content["copies"] == ["某局党组"]


def test_only_an_appeal_with_a_second_stage_names_it() -> None:
    """政务处分法 55: re-review by the next higher organ within a month."""
    first = said(K.APPEAL_DECISION)
    life = appeals.a_life("CONCLUDED", appeals.SECOND_STAGE)
    (step, *_) = life.tried("draft_document", "2026-04-13")
    (order,) = paper_orders(life.decider, step)

    assert "本复查决定为最终决定。" in first
    assert order.content["appeals"] == [
        {"against": None, "organ": "上一级机关", "window": order.content["appeals"][0]["window"]}
    ]
    assert order.content["appeals"][0]["window"]
