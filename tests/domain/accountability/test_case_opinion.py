"""Opinion, consultation, elevated review and decision (rulebook 3.6, 3.8-3.11)."""

from typing import Any

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, investigate, meet
from tests.domain.accountability.parts import (
    EIGHT_LOOKS,
    LI,
    MEMBER,
    PRINCIPAL,
    QIAN,
    TEAM,
    decided,
    pack_with,
    proposal,
)
from tests.domain.accountability.ways import SANCTION

HEAVY = proposal("S1", "REMOVAL", heavy="确有必要")


def drafting(*subjects: dict[str, Any], **said: Any) -> CaseLife:
    """Return a case ready for its opinion."""
    life = a_case("FACTS_MEETING", subjects or (PRINCIPAL,), **said).later()
    meet(life)
    return life


# ── the calculator and the human (S049) ──────────────────────────────────────────────────────────


def test_the_suggestion_is_kept_beside_the_humans_band():
    life = drafting().act("draft_opinion")
    file = life.case.files[0]
    assert file.suggested.band == "HEAVIER"
    assert file.suggested.reasons
    assert file.proposal.band == "HEAVIER"


@pytest.mark.parametrize(
    "differs",
    [
        proposal("S1", "WRITTEN_SELF_EXAMINATION", band="LIGHT", deviation=None),
        proposal("S1", "PARTY_WARNING", band="SANCTION", deviation=None),
        proposal("S1", band="NONE", deviation=None),
    ],
)
def test_an_opinion_that_differs_from_the_suggestion_needs_a_reason(differs: dict[str, Any]):
    life = drafting()
    assert life.denied("draft_opinion", proposals=[differs]).rule == "S049"
    life.act("draft_opinion", proposals=[{**differs, "deviation": "初犯，及时整改"}])


def test_an_opinion_as_suggested_needs_no_reason():
    same = proposal("S1", "CIRCULATED_CRITICISM", "ADMONITION_TALK", deviation=None)
    drafting().act("draft_opinion", proposals=[same])


# ── measures and outcomes (3.8, 3.11) ────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ([proposal("S1", "ADMONITION_TALK")], "3.11"),
        ([proposal("S1", "ADMONITION_TALK"), proposal("S1", "ADMONITION_TALK")], "3.11"),
        ([proposal("S1", "ADMONITION_TALK"), proposal("S9", "ADMONITION_TALK")], "3.11"),
        ([proposal("S1", "NONSENSE"), proposal("S3", "CIRCULATED_CRITICISM")], "0.1"),
        ([proposal("S1", "TEAM_ADJUSTMENT"), proposal("S3", "CIRCULATED_CRITICISM")], "3.8"),
        ([proposal("S1", "ADMONITION_TALK"), proposal("S3", "REMOVAL")], "3.8"),
        ([proposal("S1", outcome="EXEMPT"), proposal("S3", "CIRCULATED_CRITICISM")], "3.11"),
    ],
)
def test_an_opinion_that_does_not_fit_is_refused(given: list[dict[str, Any]], rule: str):
    assert drafting(PRINCIPAL, TEAM).denied("draft_opinion", proposals=given).rule == rule


def test_a_team_gets_one_form_unless_the_pack_says_otherwise():
    two = [proposal("S3", "CIRCULATED_CRITICISM", "WRITTEN_SELF_EXAMINATION")]
    assert drafting(TEAM).denied("draft_opinion", proposals=two).rule == "A20"
    pack = pack_with("options", "combine_for_teams", "value", value=True)
    drafting(TEAM, pack=pack).act("draft_opinion", proposals=two)


def test_removal_from_party_posts_needs_a_party_post():
    nobody = {**PRINCIPAL, "holds_party_post": False}
    life = drafting(nobody)
    refused = life.denied("draft_opinion", proposals=[proposal("S1", "REMOVAL_FROM_PARTY_POST")])
    assert refused.rule == "3.8"
    assert "PARTY_SERIOUS_WARNING_FOR_REMOVAL" in refused.message.zh


def test_an_exemption_rests_on_tolerance_or_on_art_16():
    exempt = [proposal("S1", outcome="EXEMPT", band="NONE", manner="EXEMPT")]
    assert drafting().denied("draft_opinion", proposals=exempt).rule == "3.11"
    tolerated = drafting().act(
        "assess_tolerance", result="TOLERATED_EXEMPT", positive=["POS_EMERGENCY"]
    )
    tolerated.act("draft_opinion", proposals=exempt)
    reported = drafting().act("weigh", factors=["E16_1"])
    reported.act("draft_opinion", proposals=exempt)


def test_a_passed_probation_exempts_the_same_person():
    """3.11: of two on probation one failed; the other, passed, may be exempted later."""
    life = a_case("ON_PROBATION", choices={"triage": {"outcome": "TO_PROBATION"}}).later()
    other = {**MEMBER, "reference": "C-2"}
    life.act("set_probation").act("set_probation", subjects=[other])
    life.act("probation_ended", probation="ACC-2026-0001-P1", result="EXEMPT")
    life.act("probation_ended", probation="ACC-2026-0001-P2", result="FAILED")
    life.to("FACTS_MEETING")
    meet(life)
    exempt = [proposal("S1", outcome="EXEMPT", band="NONE", manner="EXEMPT")]
    life.act("draft_opinion", proposals=exempt)


# ── joint consultation and elevation (3.6) ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("traits", "choices", "stage"),
    [
        ([], {}, "DECIDING"),
        (["COMPLEX"], {}, "ELEVATED_FILING"),
        (["SENSITIVE"], {}, "ELEVATED_FILING"),
        ([], SANCTION, "ELEVATED_FILING"),
        ([], {"draft_opinion": {"proposals": [HEAVY]}}, "ELEVATED_FILING"),
        (["HIGH_ATTENTION"], {}, "ELEVATED_REVIEW"),
        (["LARGE_SOCIAL_IMPACT"], {}, "ELEVATED_REVIEW"),
        (["HIGH_ATTENTION"], SANCTION, "ELEVATED_FILING"),
    ],
)
def test_what_must_go_to_the_upper_organ_goes_there(
    traits: list[str], choices: dict[str, Any], stage: str
):
    life = a_case("JOINT_CONSULT", traits=traits, choices=choices).later()
    life.act("check_adjudication").act("conclude_consultation")
    assert life.stage == stage


def test_a_feature_that_comes_up_in_consultation_counts():
    life = a_case("JOINT_CONSULT").later().act("check_adjudication")
    assert life.act("conclude_consultation", traits=["SENSITIVE"]).stage == "ELEVATED_FILING"


def test_a_consultation_is_one_of_several():
    life = a_case("JOINT_CONSULT").later().act("check_adjudication")
    assert life.denied("conclude_consultation", participants=["li", "li"]).rule == "3.11"


def test_all_eight_looks_are_required():
    life = a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"]).later()
    for look in EIGHT_LOOKS:
        seven = {name: text for name, text in EIGHT_LOOKS.items() if name != look}
        assert life.denied("review_elevated", looks=seven).rule == "3.6"
    life.act("review_elevated")


def verdict(subject: str, what: str) -> dict[str, Any]:
    return {"subject": subject, "verdict": what, "opinion": "审核意见"}


def test_a_return_concerns_the_whole_case():
    life = a_case("ELEVATED_REVIEW", (PRINCIPAL, MEMBER), traits=["HIGH_ATTENTION"]).later()
    mixed = [verdict("S1", "RETURN_FOR_SUPPLEMENT"), verdict("S2", "CONFIRM")]
    assert life.denied("review_elevated", verdicts=mixed).rule == "3.6"
    assert life.denied("review_elevated", verdicts=mixed[1:]).rule == "3.11"
    both = [verdict(ref, "RETURN_FOR_SUPPLEMENT") for ref in ("S1", "S2")]
    life.act("review_elevated", verdicts=both)
    assert (life.stage, life.case.supplementing) == ("INVESTIGATING", True)
    assert life.running == ["supplement"]


def test_a_returned_case_is_reviewed_again():
    life = a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"]).later()
    life.act("review_elevated", verdicts=[verdict("S1", "RETURN_FOR_SUPPLEMENT")]).later()
    investigate(life)
    meet(life)
    life.act("draft_opinion").to("ELEVATED_REVIEW").to("DECIDED")


@pytest.mark.parametrize(
    ("what", "follows", "deviates"),
    [
        ("CONFIRM", ("ADMONITION_TALK",), ("CIRCULATED_CRITICISM",)),
        ("LIGHTER", ("CIRCULATED_CRITICISM",), ("ADMONITION_TALK",)),
        ("HEAVIER", ("POST_ADJUSTMENT",), ("ADMONITION_TALK",)),
        ("NOT_LIABLE", (), ("ADMONITION_TALK",)),
    ],
)
def test_a_decision_that_differs_from_the_verdict_needs_reasons(
    what: str, follows: tuple[str, ...], deviates: tuple[str, ...]
):
    """3.6, A53: the review is followed; otherwise there are reasons and the reviewer is told."""
    life = reviewed(what)
    other = [decided("S1", *deviates)]
    assert life.denied("decide", decisions=other).rule == "A53"
    assert life.tried("decide", life.day, decisions=[decided("S1", *follows)])
    life.act("decide", decisions=other, deviations=[{"subject": "S1", "reasons": "新的证据"}])
    assert any(
        n.to_role.value == "upper_organ" and n.purpose == "information" for n in life.notices
    )


def reviewed(what: str, **said: Any) -> CaseLife:
    life = a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"], **said).later()
    life.act("review_elevated", verdicts=[verdict("S1", what)])
    return life.act("propose_decision")


def test_where_the_pack_binds_to_the_review_no_reason_helps():
    pack = pack_with("options", "review_may_be_deviated_from", "value", value=False)
    life = reviewed("NOT_LIABLE", pack=pack)
    said = {"deviations": [{"subject": "S1", "reasons": "新的证据"}]}
    refused = life.denied("decide", decisions=[decided("S1", "ADMONITION_TALK")], **said)
    assert refused.rule == "3.6"


# ── the decision (3.10, 3.11, invariant 1) ───────────────────────────────────────────────────────


def deciding(*subjects: dict[str, Any], **said: Any) -> CaseLife:
    life = a_case("DECIDING", subjects or (PRINCIPAL,), **said).later()
    return life.act("propose_decision")


def test_a_decision_leaves_nobody_out():
    life = deciding(PRINCIPAL, MEMBER)
    assert life.denied("decide", decisions=[decided("S1", "ADMONITION_TALK")]).rule == "3.11"


def test_a_graver_decision_than_proposed_is_filed_first():
    """Invariant 1: a sanction that nobody filed cannot be decided, it goes back."""
    life = deciding()
    assert life.denied("decide", decisions=[decided("S1", "PARTY_WARNING")]).rule == "3.6"
    filed = deciding(choices=SANCTION)
    filed.act("decide", decisions=[decided("S1", "PARTY_SERIOUS_WARNING")])


def test_a_heavy_measure_that_nobody_justified_is_refused():
    life = deciding(choices=SANCTION)
    removal = [decided("S1", "REMOVAL")]
    assert life.denied("decide", decisions=removal).rule == "3.5 G6"
    life.act("decide", decisions=removal, heavy=[{"subject": "S1", "reasons": "确有必要"}])


def test_a_lesser_measure_is_decided_by_the_body_that_the_pack_names():
    """A52: a talk is decided by the leader in charge, who may not decide anything graver."""
    said = {"draft_opinion": {"proposals": [proposal("S1", "REMINDER_TALK", band="NONE")]}}
    life = a_case("DECIDING", choices=said).later().act("propose_decision")
    assert life.denied("decide", decisions=[decided("S1", "ADMONITION_TALK")]).rule == "3.10"
    life.act("decide", by=QIAN)
    assert life.stage == "DECIDED"


def test_a_decision_of_tomorrow_or_before_its_stage_is_refused():
    life = deciding()
    for day in ("2026-12-31", "2026-03-02"):
        assert life.denied("decide", decided_on=day).rule == "0.3"


def test_the_decision_opens_a_follow_up_for_everybody_with_measures_or_exempted():
    said = {
        "assess_tolerance": {"result": "TOLERATED_EXEMPT", "positive": ["POS_EMERGENCY"]},
        "draft_opinion": {
            "proposals": [
                proposal("S1", "ADMONITION_TALK"),
                proposal("S2", outcome="EXEMPT", band="NONE"),
                proposal("S3", band="NONE"),
            ]
        },
    }
    life = a_case("DECIDED", (PRINCIPAL, MEMBER, TEAM), choices=said)
    assert [(o.kind, o.number) for o in life.opened] == [
        ("subject_follow_up", "ACC-2026-0001-S1"),
        ("subject_follow_up", "ACC-2026-0001-S2"),
    ]
    assert set(life.decider.standing(life.state).related) == {
        "ACC-2026-0001-S1",
        "ACC-2026-0001-S2",
    }


def test_earlier_sanctions_travel_with_their_own_subject():
    earlier = {
        "subject": "S2",
        "measure": "PARTY_WARNING",
        "since": "2025-09-01",
        "last_day": "2026-08-31",
    }
    life = deciding(PRINCIPAL, MEMBER).act("decide", earlier=[earlier])
    told = {one.number: one.request["earlier"] for one in life.opened}
    assert [len(told[f"ACC-2026-0001-{ref}"]) for ref in ("S1", "S2")] == [0, 1]


def test_the_case_waits_until_everybody_is_served():
    life = a_case("DECIDED", (PRINCIPAL, MEMBER)).later()
    assert life.act("subject_served", subject="S2").stage == "DECIDED"
    assert life.act("subject_served", subject="S1").stage == "RECTIFYING"


def test_those_involved_are_listed_once():
    life = a_case("OPINION_DRAFTED").later()
    person = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
    assert life.denied("include_involved", persons=[person, person]).rule == "3.11"
    life.act("include_involved", persons=[person]).to("RECTIFYING")
    assert life.denied("handle_involved", who="I2").rule == "S104"
    life.act("handle_involved")
    assert life.denied("handle_involved").rule == "S104"


def test_an_approved_opinion_is_approved_once_and_then_submitted():
    life = a_case("OPINION_DRAFTED").later().act("approve_opinion").act("approve_opinion")
    everyone = life.officer("approve_opinion")
    assert life.denied("approve_opinion", by=everyone).rule in ("P2", "3.5 G7")
    assert life.denied("approve_opinion", by=LI).rule == "0.5"


def test_a_new_opinion_is_approved_anew():
    life = a_case("OPINION_DRAFTED").later().act("approve_opinion").act("draft_opinion")
    assert life.case.approved("INVESTIGATION").by == ()
