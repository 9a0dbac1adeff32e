"""Terms of a case: which run, from when, until when, and what happens when they are over (0.3)."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, opened
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, lead, pack_with
from tests.domain.accountability.ways import (
    SANCTION,
    named_and_not_started,
    triaged,
    untrue_of_somebody,
)
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.terms import STAGE_TERMS
from workflows.domain.clock_facts import PeriodEnded, Reminded, WentOverdue

LAST_DAY = date(2026, 3, 17)


@pytest.mark.parametrize(
    ("stage", "traits"),
    [
        ("RECEIVED", []),
        ("TRIAGED", []),
        ("VERIFYING", []),
        ("INITIATION_REVIEW", []),
        ("INVESTIGATING", []),
        ("FACTS_MEETING", []),
        ("OPINION_DRAFTED", []),
        ("JOINT_CONSULT", []),
        ("ELEVATED_FILING", ["COMPLEX"]),
        ("ELEVATED_REVIEW", ["HIGH_ATTENTION"]),
        ("DECIDING", []),
    ],
)
def test_each_stage_runs_its_own_term_first(stage: str, traits: list[str]):
    life = a_case(stage, traits=traits)
    assert life.running[0] == STAGE_TERMS[Stage(stage)].key


def test_after_the_decision_only_what_the_case_owes_has_a_term():
    """3.11: what the case itself still owes counts from the decision, whatever came since."""
    life = a_case("RECTIFYING")
    assert life.running == ["recommendation", "unit_assessment"]
    assert life.deadline("recommendation").term.anchor == life.case.decision.decided_on
    assert a_case("CLOSED").running == []


def to_be_published() -> CaseLife:
    life = a_case("RECTIFYING").later()
    return life.act("request_publication").act("review_publication")


@pytest.mark.parametrize(
    ("make", "term", "days"),
    [
        (lambda: triaged("TO_PROBATION"), "set_probation", 20),
        (lambda: triaged("TO_LEAD_FAST"), "hand_on", 31),
        (untrue_of_somebody, "clarification_offer", 20),
        (lambda: named_and_not_started("CLOSED_NO_GROUND", "NO_GROUND"), "notification", 20),
        (lambda: a_case("RECTIFYING"), "recommendation", 40),
        (lambda: a_case("RECTIFYING"), "unit_assessment", 370),
        (to_be_published, "publication", 20),
    ],
)
def test_3_11_no_duty_waits_without_a_reminder(make: Callable[[], CaseLife], term: str, days: int):
    """Given somebody forgets a duty, then he is reminded, it is late, and others learn of it."""
    life = make()
    assert term in [item.term for item in life.decider.standing(life.state).work_items]

    life.later(days)

    told = [s.event.fact for s in life.steps if isinstance(s.event.fact, WentOverdue | Reminded)]
    assert {"reminded", "went_overdue"} == {fact.kind for fact in told if fact.term == term}


def test_a_probation_that_was_set_is_not_awaited_any_more():
    life = triaged("TO_PROBATION").later().act("set_probation")
    assert life.running == []


def test_triage_counts_from_the_registration_and_ends_on_the_thirtieth_day():
    """3.11: 30 days; the day of registration is not counted, the last one is."""
    life = opened(lead=lead(registered_on="2026-02-10"))
    assert life.due("triage") == date(2026, 3, 12)
    assert life.wait("2026-03-12").facts.count("went_overdue") == 0
    assert life.wait("2026-03-13").facts.count("went_overdue") == 1
    life.do("triage", "2026-03-13")
    assert life.stage == "TRIAGED"


def test_lateness_is_flagged_and_changes_nothing_else():
    """0.3, invariant 6's sister: overdue only flags; the case goes on as before."""
    life = a_case("INVESTIGATING").later(120)
    assert any(isinstance(step.event.fact, WentOverdue) for step in life.steps)
    assert life.stage == "INVESTIGATING"
    assert "overdue" in life.decider.standing(life.state).tags
    life.to("CLOSED")


# ── tolerance beside the investigation (G4) ──────────────────────────────────────────────────────


def test_tolerance_is_assessed_from_the_day_of_the_start():
    life = a_case("INVESTIGATING", (PRINCIPAL, MEMBER))
    assert life.running == ["investigation", "tolerance"]
    assert life.deadline("tolerance").term.anchor == life.case.since
    life.later().act("assess_tolerance", subject="S1")
    assert "tolerance" in life.running
    life.act("assess_tolerance", subject="S2")
    assert life.running == ["investigation"]


def test_a_tolerance_check_begins_with_the_verification():
    """3.3: a matter that was filed or may be tolerated is looked at from the triage on."""
    life = triaged("TO_TOLERANCE_CHECK")
    assert life.running == ["verification", "tolerance"]
    since = life.deadline("tolerance").term.anchor
    life.to("INVESTIGATING")
    assert life.deadline("tolerance").term.anchor == since


def test_a_subject_named_late_is_assessed_too():
    life = a_case("INVESTIGATING").later().act("assess_tolerance")
    assert life.running == ["investigation"]
    life.act("add_subject", subject=MEMBER)
    assert life.running == ["investigation", "tolerance"]


# ── silence to a filing (3.6, 3.11) ──────────────────────────────────────────────────────────────


def test_five_working_days_of_silence_let_the_case_go_on():
    """Filed on Tuesday 10 March; 17 March is the last of five working days."""
    life = a_case("ELEVATED_FILING", choices=SANCTION)
    assert (life.case.since, life.due("elevated_filing")) == (date(2026, 3, 10), LAST_DAY)
    life.wait(LAST_DAY)
    assert life.stage == "ELEVATED_FILING"
    life.wait("2026-03-18")
    assert life.stage == "DECIDING"
    assert life.facts[-2:] == ["period_ended", "filing_deemed"]
    deemed = life.steps[-1].event
    assert deemed.effective_on == date(2026, 3, 18)
    assert isinstance(life.steps[-2].event.fact, PeriodEnded)


def test_an_answer_on_the_last_day_is_an_answer():
    life = a_case("ELEVATED_FILING", choices=SANCTION)
    life.do("acknowledge_filing", LAST_DAY, objection="请再会商")
    assert life.stage == "JOINT_CONSULT"


def test_0_3_an_objection_that_came_in_time_counts_though_it_is_recorded_late():
    """3.11: the day of receipt decides, not the day of recording; a late one is returned."""
    life = a_case("ELEVATED_FILING", choices=SANCTION)
    life.wait("2026-03-18").do("propose_decision", "2026-03-18")
    late = life.refused(
        "acknowledge_filing", "2026-03-19", received_on="2026-03-18", objection="请再会商"
    )
    assert late.rule == "3.11"

    life.do("acknowledge_filing", "2026-03-19", received_on=LAST_DAY, objection="请再会商")

    assert (life.stage, life.case.filed_on) == ("JOINT_CONSULT", None)
    assert life.case.approved("DECISION").proposed_by == ""
    life.day = date(2026, 3, 19)
    life.to("DECIDED")


def test_3_11_nobody_replies_to_a_filing_that_was_answered_or_not_made():
    assert a_case("DECIDING").later().denied("acknowledge_filing").rule == "3.11"
    answered = a_case("ELEVATED_FILING", choices=SANCTION).later().act("acknowledge_filing")
    assert answered.denied("acknowledge_filing").rule == "3.11"


def test_where_the_pack_knows_no_silence_the_case_waits():
    pack = pack_with("options", "filing_by_silence", "value", value=False)
    life = a_case("ELEVATED_FILING", choices=SANCTION, pack=pack).later(60)
    assert life.stage == "ELEVATED_FILING"
    assert "overdue" in life.decider.standing(life.state).tags


# ── dates in order (0.3) ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", ["show_facts", "assess_tolerance"])
def test_a_step_is_not_dated_before_its_stage(kind: str):
    field = {"show_facts": "shown_on", "assess_tolerance": "assessed_on"}
    life = a_case("INVESTIGATING").later(3)
    since = life.case.since
    assert life.denied(kind, **{field[kind]: date.fromordinal(since.toordinal() - 1)}).rule == "0.3"
    life.act(kind, **{field[kind]: since})


def test_who_was_heard_since_verification_was_heard_for_this_case():
    life = a_case("FACTS_MEETING").later(3)
    ended = life.case.verification.ended_on
    before = date.fromordinal(ended.toordinal() - 1)

    assert life.denied("record_must", must="POLICY_OPINION", heard_on=before).rule == "0.3"
    life.act("record_must", must="POLICY_OPINION", heard_on=ended)
