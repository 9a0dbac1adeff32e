"""Ways round a gate that a fresh reader found: each is closed, or opens for the truth only."""

from datetime import timedelta

import pytest

from tests.domain.accountability.builders import a_case, meet
from tests.domain.accountability.parts import MEMBER, PRINCIPAL, proposal
from workflows.domain.accountability.gates import gates


def lacking(life, rule):
    return [m.words.zh for g, missing in gates(life.case) if g.rule == rule for m in missing]


@pytest.mark.parametrize(
    ("liabilities", "examined"),
    [(["DIRECT"], False), (["EXECUTION_LAYER"], False), (["DIRECT", "DECISION_LAYER"], True)],
)
def test_3_5_g9_whoever_only_carried_out_leads_to_those_who_decided(liabilities, examined):
    life = a_case("FACTS_MEETING", choices={"weigh": {"liabilities": liabilities}})

    assert (lacking(life, "3.5 G9") == []) is examined


def test_3_12_nothing_is_published_before_the_last_service():
    life = a_case("DECIDED", (PRINCIPAL, MEMBER))
    first = life.day
    life.later(5).act("subject_served", subject="S2", served_on=str(life.day))
    last = life.day
    life.later(1).act("subject_served", subject="S1", served_on=str(first))
    life.act("request_publication", requested_on=str(first))
    life.act("review_publication", reviewed_on=str(first))

    assert life.denied("publish", published_on=str(last - timedelta(days=1))).rule == "3.12"
    assert life.act("publish", published_on=str(last)).case.published


def test_0_3_a_subject_that_was_told_before_another_was_served_was_told():
    life = a_case("INVESTIGATING", (PRINCIPAL, MEMBER))
    life.act("constitute", subject="S2", duty_in_scope=False).to("DECIDED")
    told = life.day + timedelta(days=1)
    life.later(9).act("subject_served", subject="S1", served_on=str(life.day))
    assert life.case.since is not None
    assert told < life.case.since

    life.act("notify_subject", subject="S2", notified_on=str(told))

    assert life.steps[-1].event.effective_on == told


def test_3_8_a_level_of_the_ladder_needs_a_measure_of_it():
    """A22: reasons for differing do not make a removal a light measure."""
    life = a_case("FACTS_MEETING")
    meet(life.later())
    light = proposal("S1", "REMOVAL", band="LIGHT", heavy="较轻的不足以匹配")

    assert life.denied("draft_opinion", proposals=[light]).rule == "3.8"

    life.act("draft_opinion", proposals=[{**light, "band": "SERIOUS"}])
