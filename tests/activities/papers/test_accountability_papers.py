"""What the documents of an accountability case say (Hubei Art. 18-22; rulebook 3.10-3.16)."""

import io
from typing import Any

import pytest
from docx import Document

from activities.papers.kinds import KINDS
from activities.papers.making import TemplateBroken, plain_text
from tests.activities.papers.samples import CONTENT, HARSH, made
from tests.activities.papers.samples_of_accountability import MEASURES, PERSON, TEAM

KINDS_OF_CASES = (
    "initiation_approval",
    "investigation_opinion",
    "decision",
    "delivery_receipt",
    "appeal_decision",
    "recommendation_letter",
    "revisit_form",
    "correction_notice",
    "feedback_letter",
)
CALLED = "《湖北省党风廉政建设主体责任和监督责任追究暂行办法》"


def said(kind: str, **facts: Any) -> str:
    return plain_text(made(kind, CONTENT | facts))


def test_a_decision_says_facts_charges_measures_last_days_and_where_to_appeal() -> None:
    """Art. 18-20: all that its subject needs in order to obey it and to contest it."""
    assert said("decision") == (
        "中共许州市纪律检查委员会\n"
        "许纪函〔2026〕12号\n"
        "问责决定书\n"
        "张样例：\n"
        "经查明，许州市示例局党组书记、局长张样例存在下列问题：\n"
        "2025年3月至2026年2月，许州市示例局对下属示例服务中心长期未组织廉政教育，"
        "对发现的违规收费问题未及时处置。\n"
        "该中心主任因违规收费被立案，涉及群众三百余人，造成不良影响。\n"
        f"你对上述问题负主要领导责任，上述问题属于{CALLED}规定的下列情形：\n"
        "1. 第七条第（三）项，未掌握班子成员和下级主要负责人的廉政状况。\n"
        "鉴于其主动采取措施退还违规收费，予以从轻。\n"
        f"依据{CALLED}，经集体研究，决定对你给予免职（自2026年9月1日起生效）、"
        "党内严重警告（自2026年9月1日起生效）。\n"
        "你受下列限制，起止日均计算在内：\n"
        "1. 不得担任与原任职务相当的领导职务：自2026年9月1日起，至2028年2月29日止。\n"
        "2. 不得提拔职务：自2026年9月1日起，至2028年2月29日止。\n"
        "3. 取消年度考核评优和评选各类先进的资格：自2026年9月1日起，至2026年12月31日止。\n"
        "对本决定不服的，可以申诉：\n"
        "1. 免职：自收到决定书之日起一个月内，向中共许州市委员会书面申诉。\n"
        "2. 党内严重警告：向中共许州市纪律检查委员会书面申诉。\n"
        "申诉期间，不停止本决定的执行。\n"
        "中共许州市纪律检查委员会\n"
        "2026年11月20日\n"
        "（联系方式：综合室，0000-0000000）\n"
        "抄送：中共许州市委组织部，许州市示例服务中心机关党委。\n"
    )


@pytest.mark.parametrize(
    ("outcome", "words"), [("EXEMPT", "免予问责"), ("NO_LIABILITY", "不予问责")]
)
def test_a_decision_without_measures_speaks_of_no_restriction(outcome: str, words: str) -> None:
    text = said(
        "decision",
        outcome={"kind": outcome, "measures": []},
        charges=[],
        restrictions=[],
        appeals=[],
    )

    assert f"经集体研究，决定对你{words}。" in text
    assert "限制" not in text
    assert "下列情形" not in text


def test_a_restriction_without_last_day_says_so_and_invents_none() -> None:
    part = {"text": "不得重新入党", "first_day": "2026-09-01", "last_day": None}

    assert "1. 不得重新入党：自2026年9月1日起，没有终期。" in said("decision", restrictions=[part])


@pytest.mark.parametrize(
    ("subject", "addressee", "called"),
    [
        (PERSON, "张样例", "决定对你给予"),
        (PERSON, "许州市示例局党组", "决定对张样例给予"),
        (TEAM, TEAM["name"], "决定对你单位给予"),
        (TEAM, "许州市示例局", "决定对中共许州市示例局党组给予"),
    ],
)
def test_a_decision_addresses_its_subject(
    subject: dict[str, Any], addressee: str, called: str
) -> None:
    assert called in said("decision", accountable=subject, addressee=addressee)


def test_an_appeal_decision_says_outcome_no_aggravation_and_who_reviewed() -> None:
    """Art. 20; 政务处分法 55-56: other people review, nothing gets heavier."""
    text = said("appeal_decision")

    assert (
        "你不服2026年9月1日作出的《问责决定书》（许纪问决〔2026〕3号），于2026年9月20日提出书面申诉。"
        "中共许州市纪律检查委员会于2026年9月22日受理，由未参与原案办理的人员进行了复查。\n"
    ) in text
    assert "决定变更原决定，变更后的问责方式为诫勉。本次复查没有加重问责。\n" in text
    assert "1. 免职：自收到决定书之日起一个月内，向中共许州市委员会书面申诉。\n" in text
    assert "最终决定" not in text


@pytest.mark.parametrize(
    ("conclusion", "words"), [("UPHELD", "决定维持原决定。"), ("REVOKED", "决定撤销原决定。")]
)
def test_the_last_stage_of_an_appeal_is_called_final(conclusion: str, words: str) -> None:
    text = said("appeal_decision", conclusion=conclusion, remaining=[], appeals=[])

    assert words in text
    assert "本复查决定为最终决定。\n" in text
    assert "申诉期间" not in text


def test_a_further_stage_needs_no_name_of_what_it_is_against() -> None:
    stage = {"organ": "湖北省监察委员会", "window": "一个月", "against": None}

    assert "1. 自收到决定书之日起一个月内，向湖北省监察委员会书面申诉。" in said(
        "appeal_decision", appeals=[stage]
    )


def test_a_correction_says_what_is_withdrawn_ended_mended_and_restored() -> None:
    """Rulebook 3.16; 政务处分法 60: the reputation, where the decision was published."""
    text = said("correction_notice")

    assert "一、撤销下列问责措施：免职、党内严重警告。纠正后的问责措施为：诫勉。\n" in text
    assert "二、自2026年10月20日起，因被撤销的问责措施而受的限制终止。\n" in text
    assert "1. 不得担任与原任职务相当的领导职务（原定至2028年2月29日止）。\n" in text
    assert "2. 不得重新入党（原没有终期）。\n" in text
    assert "三、更正廉政档案、干部人事档案中的有关记载，" in text
    assert (
        "四、在原公布范围内（许州市示例局全体干部）说明纠正情况，为你恢复名誉，消除影响。" in text
    )


def test_a_correction_of_what_was_never_published_reaches_those_who_knew() -> None:
    text = said("correction_notice", published=None, remaining=[], ended=[])

    assert "原决定没有公布，在知悉原决定的范围内说明纠正情况" in text
    assert "纠正后的问责措施" not in text
    assert "终止的限制有" not in text


def test_an_opinion_gives_every_subject_its_liability_and_the_defence_its_room() -> None:
    """G3, G4, G8: liability by subject, tolerance, what the subjects said."""
    text = said("investigation_opinion")

    assert (
        "1. 许州市示例局党组书记、局长张样例：负主要领导责任；"
        "第七条第（三）项，未掌握班子成员和下级主要负责人的廉政状况。\n"
        "2. 中共许州市示例局党组：第六条第（八）项，未把纪律挺在前面。\n"
    ) in text
    assert "不属于容错情形。\n主动采取措施退还违规收费，从轻。\n" in text
    assert text.index("陈述和申辩") < text.index("处理建议")


def test_an_opinion_says_that_nothing_was_said() -> None:
    text = said("investigation_opinion", statements=None, circumstances=[])

    assert text.count("\n无。\n") == 2


def test_somebody_without_liability_is_said_to_have_none() -> None:
    found: list[dict[str, Any]] = [{"subject": PERSON, "liability": None, "charges": []}]

    assert "1. 许州市示例局党组书记、局长张样例：不负责任。" in said(
        "investigation_opinion", liabilities=found
    )


def test_recommendations_go_to_the_unit_and_name_nobody() -> None:
    """Rulebook 3.13: portrait, persons, matters, systems, nodes, deadline."""
    text = said("recommendation_letter", addressee="中共许州市示例局党组")

    assert "1. 关于人员：对收费岗位人员开展廉政谈话。\n2. 关于事项：" in text
    assert "请于2026年12月1日前完成整改" in text
    assert "1. 2026年10月1日：报告整改方案。\n" in text
    assert "张样例" not in text


def test_feedback_tells_the_impact_period_and_the_revisits_without_deciding() -> None:
    """Rulebook 3.15: normal use is another body's decision."""
    text = said("feedback_letter", addressee="中共许州市委组织部")

    assert "影响期自2026年9月1日起，至2028年2月29日止，现已期满。" in text
    assert "1. 2026年10月1日，直接访，结果：好。\n2. 2027年4月1日，电话访，结果：好。\n" in text
    assert "本函不代替干部选拔任用的程序。\n" in text


def test_measures_without_a_period_have_none_in_the_feedback() -> None:
    """A08: circulated criticism alone has no impact period."""
    measures = [{"name": "通报批评", "effective_on": None}]
    text = said("feedback_letter", impact=None, measures=measures, visits=[])

    assert "受到通报批评问责。该问责没有影响期，措施已执行完毕。" in text
    assert "回访情况" not in text


def test_a_receipt_has_room_for_a_signature_a_refusal_and_a_witness() -> None:
    text = said("delivery_receipt")

    assert "受送达人：许州市示例局党组书记、局长张样例\n" in text
    assert "送达文书：2026年9月1日作出的《问责决定书》（许纪问决〔2026〕3号）\n" in text
    for wanted in ("申诉期间不停止决定的执行", "拒绝签收的理由：", "见证人签字：", "（二人以上）"):
        assert wanted in text


def test_a_revisit_on_record_is_printed_and_a_coming_one_is_left_blank() -> None:
    done, blank = said("revisit_form"), said("revisit_form", visit=None)

    assert "回访方式：直接访\n" in done
    assert "回访人员：王回访、李回访\n" in done
    assert "回访结果：好\n" in done
    assert "回访方式：（　）直接访　（　）集中访　（　）电话访\n" in blank
    assert "回访结果：（　）好　（　）一般　（　）较差\n" in blank
    assert "谈话记录：\n" in blank
    assert "王回访" not in blank


@pytest.mark.parametrize("kind", ["initiation_approval", "delivery_receipt", "revisit_form"])
@pytest.mark.parametrize("content", [CONTENT, HARSH], ids=["plain", "harsh"])
def test_every_row_of_a_form_keeps_its_two_cells(kind: str, content: dict[str, Any]) -> None:
    """A cell whose loop has nothing to print must not vanish from its row."""
    (table,) = Document(io.BytesIO(made(kind, content))).tables

    assert {len(row._tr.tc_lst) for row in table.rows} == {2}


@pytest.mark.parametrize("kind", KINDS_OF_CASES)
def test_nothing_of_whoever_reported_stands_in_a_document(kind: str) -> None:
    text = said(kind, reporter="举报人甲", source="信访举报", lead="反映线索七")

    for word in ("举报", "检举", "控告", "信访", "线索"):
        assert word not in text


@pytest.mark.parametrize("kind", KINDS_OF_CASES)
def test_a_document_is_given_none_of_a_clarifications_facts(kind: str) -> None:
    assert not set(KINDS[kind].needs) & {"subject", "points", "verified_on", "methods", "reasons"}


def test_an_unknown_outcome_is_refused_by_its_code_and_without_content() -> None:
    with pytest.raises(TemplateBroken) as refused:
        said("appeal_decision", conclusion="HEAVIER")

    assert "HEAVIER" in str(refused.value)
    assert PERSON["name"] not in str(refused.value)


def test_measures_that_take_effect_on_different_days_each_say_when() -> None:
    second = MEASURES[1] | {"effective_on": "2026-10-08"}
    text = said("decision", outcome={"kind": "MEASURES", "measures": [MEASURES[0], second]})

    assert "免职（自2026年9月1日起生效）、党内严重警告（自2026年10月8日起生效）" in text
