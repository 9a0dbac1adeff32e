"""What is established about a subject: tolerance, constitution, charges, liability (3.5-3.8)."""

from functools import cache
from typing import Any

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, investigate, meet
from tests.domain.accountability.parts import (
    CHARGED,
    LIABLE,
    MEMBER,
    PRINCIPAL,
    TEAM,
    doc,
    lead,
    proposal,
)
from tests.domain.accountability_parts import RULES
from workflows.domain.accountability.facts_of_inquiry import ToleranceAssessed

DI_TEAM = {**TEAM, "ref": "S4", "role": "DI_TEAM", "reference": "T-2"}
DI_CADRE = {**PRINCIPAL, "ref": "S5", "role": "DI_CADRE", "reference": "C-5", "officer": "wei"}
EVERY_CLASS = (PRINCIPAL, MEMBER, TEAM, DI_TEAM, DI_CADRE)


def inquiring(*subjects: dict[str, Any], **said: Any) -> CaseLife:
    return a_case("INVESTIGATING", subjects or (PRINCIPAL,), **said).later()


# ── tolerance (G4, 4.1, 4.2, invariant 14) ───────────────────────────────────────────────────────


@pytest.mark.parametrize("negative", RULES.tolerance.negative)
@pytest.mark.parametrize("result", ["TOLERATED_EXEMPT", "TOLERATED_REDUCED"])
def test_a_negative_situation_overrides_every_tolerance(negative: str, result: str):
    fields = {"result": result, "positive": ["POS_EMERGENCY"], "negative": [negative]}
    assert inquiring().denied("assess_tolerance", **fields).rule == "4.2"


@pytest.mark.parametrize("positive", RULES.tolerance.positive)
def test_tolerance_names_a_situation_of_the_positive_list(positive: str):
    life = inquiring()
    assert life.denied("assess_tolerance", result="TOLERATED_EXEMPT").rule == "4.1"
    life.act("assess_tolerance", result="TOLERATED_EXEMPT", positive=[positive])


def test_a_filing_is_shown_as_filed_and_not_exempted():
    """4.5, invariant 14: the words say so, and the result stays what was assessed."""
    filing = {"number": "BA-1", "filed_on": "2025-03-01", "matter_began_on": "2025-03-01"}
    life = inquiring(lead=lead(pre_filing="BA-1")).act("assess_tolerance", pre_filing=filing)
    fact = life.steps[-1].event.fact
    assert isinstance(fact, ToleranceAssessed)
    assert "备案不等于免责" in fact.words().zh
    assert "filed, not exempted" in fact.words().en
    assert not fact.pre_filing.late


def test_a_filing_after_the_matter_began_is_late():
    filing = {"number": "BA-1", "filed_on": "2025-03-02", "matter_began_on": "2025-03-01"}
    life = inquiring().act("assess_tolerance", pre_filing=filing)
    assert life.case.files[0].tolerance.pre_filing.late
    assert "备案迟于事项开始" in life.steps[-1].event.fact.words().zh


@pytest.mark.parametrize("result", ["TOLERATED_EXEMPT", "TOLERATED_REDUCED"])
def test_tolerance_beside_a_late_filing_needs_reasons_of_its_own(result: str):
    """A11: a late filing is no protection; one in time asks for nothing more."""
    filing = {"number": "BA-1", "filed_on": "2025-03-02", "matter_began_on": "2025-03-01"}
    said = {"result": result, "positive": ["POS_EMERGENCY"]}
    life = inquiring()
    assert life.denied("assess_tolerance", **said, pre_filing=filing).rule == "A11"
    life.act("assess_tolerance", **said, pre_filing=filing, late_reasons="抢险在先")
    life.act("assess_tolerance", **said, pre_filing={**filing, "filed_on": "2025-03-01"})


@pytest.mark.parametrize("field", ["positive", "negative"])
def test_unknown_situations_are_refused(field: str):
    assert inquiring().denied("assess_tolerance", **{field: ["POS_LUCK"]}).rule == "0.1"


# ── constitution (G3) ────────────────────────────────────────────────────────────────────────────

ELEMENTS = [
    {"duty_in_scope": False},
    {"caused": False},
    {"proven": False},
    {"beyond_grassroots": True},
]


@pytest.mark.parametrize("missing", ELEMENTS)
def test_without_an_element_of_liability_it_is_no_subject_any_more(missing: dict[str, bool]):
    life = inquiring(PRINCIPAL, MEMBER).act("constitute", **missing)
    assert [file.ref for file in life.case.pursued] == ["S2"]
    for kind in ("charge", "weigh", "show_facts"):
        assert life.denied(kind).rule == "3.5 G3"
    life.act("constitute")
    assert [file.ref for file in life.case.pursued] == ["S1", "S2"]


def test_liability_needs_evidence():
    assert inquiring().denied("constitute", evidence=[]).rule == "3.5 G3"


def test_who_is_not_liable_cannot_be_given_a_measure():
    life = inquiring(PRINCIPAL, MEMBER).act("constitute", subject="S2", proven=False)
    investigate(life)
    meet(life)
    both = [proposal("S1", "ADMONITION_TALK"), proposal("S2", "ADMONITION_TALK")]
    assert life.denied("draft_opinion", proposals=both).rule == "3.5 G3"
    life.act("draft_opinion").to("DECIDED")
    assert life.case.file("S2").released


# ── charges (3.7, G11) ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("code", RULES.charges)
@pytest.mark.parametrize("subject", EVERY_CLASS, ids=lambda s: s["role"])
def test_a_situation_is_charged_to_its_own_class_of_subject_only(subject: dict, code: str):
    """3.7: Art. 6 for teams, 7 for principals, 8 for members, 9 for DI bodies."""
    life = charging()
    rule = RULES.charges[code]
    of = rule.imports[0] if rule.imports else None
    said = {"subject": subject["ref"], "charges": [{"code": code, "of": of}]}
    if subject["role"] in rule.subjects:
        assert life.tried("charge", life.day, **said)
    else:
        assert life.denied("charge", **said).rule == "3.7"


@cache
def charging() -> CaseLife:
    """Return a case with every class of subject; it is shared, so nobody may go on with it."""
    return inquiring(*EVERY_CLASS)


def test_art_7_1_names_the_situation_of_art_6_that_it_takes_over():
    life = inquiring()
    assert life.denied("charge", charges=[{"code": "A7_1_ANY_ART6"}]).rule == "3.7"
    wrong = [{"code": "A7_1_ANY_ART6", "of": "A7_2_DEPLOYMENT"}]
    assert life.denied("charge", charges=wrong).rule == "0.1"
    life.act("charge", charges=[{"code": "A7_1_ANY_ART6", "of": "A6_7_INSPECTION_TOUR"}])


def test_the_consequence_of_the_imported_situation_counts():
    """G11: 7(1) with 6(1) needs the serious consequence of 6(1)."""
    life = inquiring()
    charge = {"code": "A7_1_ANY_ART6", "of": "A6_1_ORG_LEADERSHIP"}
    investigate(life)
    life.act("charge", charges=[charge])
    meet(life)
    refused = life.denied("draft_opinion")
    assert refused.rule == "3.5 G11"
    assert "造成严重后果" in refused.message.zh


def test_a_situation_is_charged_once():
    twice = [{"code": CHARGED["PARTY_PRINCIPAL"]}] * 2
    assert inquiring().denied("charge", charges=twice).rule == "3.11"


@pytest.mark.parametrize("trigger", RULES.triggers)
def test_a_trigger_of_art_10_may_be_charged(trigger: str):
    inquiring().act("charge", charges=[{"code": trigger, "result_established": True}])


# ── liability (3.8, G8, invariant 17) ────────────────────────────────────────────────────────────


def test_main_and_important_leadership_exclude_each_other():
    both = [*LIABLE["PARTY_PRINCIPAL"], "IMPORTANT_LEADING"]
    assert inquiring().denied("weigh", liabilities=both).rule == "3.5 G8"


def test_a_team_has_no_leadership_liability_of_its_own():
    life = inquiring(TEAM)
    fields = {"subject": "S3", "liabilities": ["COLLECTIVE", "MAIN_LEADING"]}
    assert life.denied("weigh", **fields).rule == "3.8"


def test_an_objection_lifts_the_liability_only_with_its_record():
    """Invariant 17, Art. 11: no record, no dissent; with it, no leadership liability."""
    life = inquiring(PRINCIPAL, MEMBER)
    dissent = {"subject": "S2", "liabilities": ["INDIVIDUAL", "DISSENT"]}
    assert life.denied("weigh", **dissent).rule == "3.8"
    life.act("weigh", **dissent, objection=doc("minutes", "M-9"))
    assert [file.ref for file in life.case.pursued] == ["S1"]


def test_an_objection_weighed_by_mistake_is_weighed_anew():
    """A17: only what rules liability out (G3) cannot be weighed any more."""
    life = inquiring(PRINCIPAL, MEMBER)
    record = doc("minutes", "M-9")
    life.act("weigh", subject="S2", liabilities=["INDIVIDUAL", "DISSENT"], objection=record)
    life.act("weigh", subject="S2")
    assert [file.ref for file in life.case.pursued] == ["S1", "S2"]
    life.act("constitute", subject="S2", proven=False)
    assert life.denied("weigh", subject="S2").rule == "3.5 G3"


def test_points_said_to_be_untrue_count_once_the_proposal_is_approved():
    """3.11: what was returned established nothing."""
    untrue = [{"subject": "S1", "points": ["P1"]}]
    life = inquiring().act("propose_no_liability", untrue=untrue).act("return_no_liability")
    assert life.case.files[0].untrue == ()
    life.act("propose_no_liability").act("approve_no_liability").act("approve_no_liability")
    assert life.duties == ["notify-subject"]

    life = inquiring().act("propose_no_liability", untrue=untrue)
    life.act("approve_no_liability").act("approve_no_liability")
    assert life.duties == ["notify-subject", "offer-clarification"]


def test_a_returned_case_keeps_neither_verdicts_nor_a_proposal_that_nobody_is_liable():
    """3.6: what was found before is found anew, or not at all."""
    life = a_case("FACTS_MEETING", traits=["HIGH_ATTENTION"]).later()
    life.act("propose_no_liability").act("approve_no_liability").to("ELEVATED_REVIEW").later()
    verdicts = [{"subject": "S1", "verdict": "RETURN_FOR_SUPPLEMENT", "opinion": "补充调查"}]
    life.act("review_elevated", verdicts=verdicts)
    assert (life.stage, life.case.files[0].verdict) == ("INVESTIGATING", None)
    assert life.denied("approve_no_liability").rule == "3.5 G7"


def test_an_objection_does_not_lift_direct_liability():
    life = inquiring(PRINCIPAL, MEMBER)
    direct = {"subject": "S2", "liabilities": ["INDIVIDUAL", "DISSENT", "DIRECT"]}
    life.act("weigh", **direct, objection=doc("minutes", "M-9"))
    assert [file.ref for file in life.case.pursued] == ["S1", "S2"]


@pytest.mark.parametrize("field", ["liabilities", "factors", "variables"])
def test_unknown_codes_are_refused(field: str):
    assert inquiring().denied("weigh", **{field: ["NONSENSE"]}).rule == "0.1"


@pytest.mark.parametrize("field", ["cause", "harm"])
def test_unknown_single_codes_are_refused(field: str):
    assert inquiring().denied("weigh", **{field: "NONSENSE"}).rule == "0.1"


# ── the meeting (T1) ─────────────────────────────────────────────────────────────────────────────


def test_a_reply_comes_after_the_facts_were_shown():
    life = a_case("FACTS_MEETING", (PRINCIPAL, MEMBER)).later()
    assert life.denied("hear_reply", subject="S2").rule == "3.14 T1"
    life.act("show_facts", subject="S2").act("hear_reply", subject="S2")


def test_after_more_investigation_the_facts_are_shown_again():
    life = a_case("OPINION_DRAFTED").later().act("return_opinion").later()
    assert life.case.supplementing
    assert life.case.files[0].shown_on is None


def test_an_unknown_subject_is_refused_with_those_there_are():
    life = inquiring()
    for kind in ("constitute", "charge", "weigh", "assess_tolerance", "show_facts"):
        refused = life.denied(kind, subject="S7")
        assert refused.rule == "3.11"
        assert "S1" in refused.message.zh
