"""The day of receipt decides what is in time; nothing that comes in is refused (Art. 20, A10)."""

from datetime import date, timedelta

import pytest

from tests.domain.accountability_parts import HUBEI_DATA
from tests.domain.appeal.builders import SECOND_STAGE, a_life, in_second, opened
from workflows.domain.rulepack import RulePack

WORKED = [
    ("2026-09-03", "2026-10-08", "the corresponding day lies in the National Day rest"),
    ("2026-01-31", "2026-02-28", "no corresponding day; a Saturday that is worked does not roll"),
    ("2026-08-27", "2026-09-28", "a Sunday that is Mid-Autumn rolls to Monday"),
    ("2026-08-31", "2026-09-30", "no corresponding day: the month's last"),
]


@pytest.mark.parametrize(("served_on", "last_day", "why"), WORKED)
@pytest.mark.parametrize("days", [0, 1])
def test_the_window_ends_as_the_worked_dates_say(served_on, last_day, why, days):
    """Given a decision received on a day, then its window of a month ends as worked out (A10)."""
    received = date.fromisoformat(last_day) + timedelta(days=days)

    life = opened(served_on=served_on, received_on=str(received))

    assert str(life.state.window_due) == last_day, why
    assert life.state.in_time is (days == 0)
    assert life.duties == (["accept-appeal"] if days == 0 else ["refer-appeal"])


@pytest.mark.parametrize(
    ("route", "last_day"),
    [
        ("ACCOUNTABILITY_DECISION", "2026-04-02"),
        ("PARTY_SANCTION", "None"),
        ("ADMINISTRATIVE_SANCTION", "2026-04-02"),
        ("OWN_BODY_SANCTION", "2026-04-01"),
        ("SOE_SANCTION", "2026-04-02"),
        ("ORGANISATIONAL_MEASURE", "2026-04-01"),
    ],
)
def test_each_route_has_the_window_of_the_pack(route, last_day):
    """Given a decision received on 2 March, then the route decides until when (legal 1b)."""
    assert str(opened(route).state.window_due) == last_day


@pytest.mark.parametrize(
    ("route", "last_day"),
    [
        ("ACCOUNTABILITY_DECISION", "2026-04-20"),
        ("PARTY_SANCTION", "2026-06-23"),
        ("ADMINISTRATIVE_SANCTION", "2026-04-20"),
        ("OWN_BODY_SANCTION", "2026-04-19"),
        ("SOE_SANCTION", "2026-04-20"),
        ("ORGANISATIONAL_MEASURE", "2026-04-19"),
    ],
)
def test_each_route_is_decided_within_its_term(route, last_day):
    """Given an appeal received on 20 and accepted on 23 March, then its term is the pack's (1b)."""
    assert str(a_life("ACCEPTED", route).due("decision")) == last_day


def test_what_is_handled_late_is_not_late():
    """Given an appeal received on the last day, when it is taken in weeks later, it is in time."""
    life = opened(day="2026-06-01", received_on="2026-04-02")

    assert life.do("accept_appeal", "2026-06-02").stage == "ACCEPTED"
    assert life.steps[-1].event.fact.in_time


def test_a_late_appeal_is_recorded_and_referred_never_refused():
    """Given an appeal a day late, then it is opened; it cannot be accepted but referred (A10)."""
    life = opened(received_on="2026-04-03")

    assert life.refused("accept_appeal", "2026-04-03").rule == "A10"
    assert life.do("refer_appeal", "2026-04-07").stage == "REFERRED"
    assert life.messages[-1].payload["referred"]
    assert life.do("serve_answer", "2026-04-08").over


def test_an_obstacle_excuses_lateness_and_is_not_needed_in_time():
    """Given a late appeal with good reason, then it is accepted as late; in time none is taken."""
    late = opened(received_on="2026-04-03")

    assert late.do("accept_appeal", "2026-04-07", obstacle="住院").stage == "ACCEPTED"
    assert not late.messages[-1].payload["in_time"]
    assert opened().refused("accept_appeal", "2026-03-23", obstacle="住院").rule == "Art. 20"


def test_in_time_cannot_be_called_late():
    """Given an appeal in time, when somebody refers it as late, then that is refused (A10)."""
    assert opened().refused("refer_appeal", "2026-03-23").rule == "A10"


def test_without_proof_of_receipt_no_appeal_is_late():
    """Given no day of receipt, when an appeal comes a year later, then it is in time (Art. 20)."""
    assert opened(served_on=None, received_on="2026-12-01").state.in_time


def test_what_others_write_is_no_appeal_and_is_referred():
    """Given a letter that is not the subject's, then only referring is possible (Art. 20)."""
    life = opened(by_subject=False)

    assert life.refused("accept_appeal", "2026-03-23").rule == "Art. 20"
    referred = life.do("refer_appeal", "2026-03-23", ground="NO_APPEAL", reasons="他人来信")
    assert referred.stage == "REFERRED"


def test_one_officer_does_not_turn_away_an_appeal_that_is_in_time():
    """Given the subject's appeal in time, then only the concluding body calls it none (Art. 20)."""
    said = {"ground": "NO_APPEAL", "reasons": "属于信访事项"}
    life = opened()

    assert life.refused("refer_appeal", "2026-03-23", **said).rule == "0.5"
    concluding = life.usual["conclude_appeal"][0]
    assert life.do("refer_appeal", "2026-03-23", by=concluding, **said).stage == "REFERRED"


def test_the_second_stage_waits_for_its_window_and_for_what_is_on_its_way():
    """Given an answer served on 15 April, then the matter closes after window and grace."""
    life = a_life("SERVED", SECOND_STAGE)

    assert str(life.due("window")) == "2026-05-15"
    assert life.wait("2026-05-16").running == ["grace"]
    assert str(life.due("grace")) == "2026-05-22"
    assert life.wait("2026-05-22").stage == "SERVED"
    assert life.wait("2026-05-23").stage == "CLOSED"
    assert [m.payload["final"] for m in life.messages[1:]] == [False, True]


@pytest.mark.parametrize(("received_on", "in_time"), [("2026-05-15", True), ("2026-05-16", False)])
@pytest.mark.parametrize("handed_in", ["2026-05-18", "2026-08-03"])
def test_the_second_stage_is_judged_by_its_day_of_receipt(received_on, in_time, handed_in):
    """Given a request on or after the last day, whenever it is handed in, the day decides."""
    life = a_life("SERVED", SECOND_STAGE).wait(handed_in)

    life.do("request_re_review", handed_in, received_on=received_on)

    assert life.stage == "FILED"
    assert life.state.in_time is in_time


def test_the_second_stage_has_its_own_term_and_is_final():
    """Given a re-review received on 20 April, then two months; its conclusion is final (1b)."""
    assert str(in_second("ACCEPTED").due("decision")) == "2026-06-20"

    life = in_second("CLOSED")

    taken = [m.payload["serial"] for m in life.messages if m.name == "appeal_taken"]
    final = [m.payload["final"] for m in life.messages if m.name == "appeal_concluded"]
    assert (taken, final, life.over) == ([1, 2], [False, True], True)


def test_a_late_second_stage_leaves_the_first_conclusion_final():
    """Given a late request for review, when it is referred and answered, then the first stands."""
    life = in_second("FILED", received_on="2026-05-18")
    life.do("refer_appeal", "2026-05-19").do("serve_answer", "2026-05-20")

    assert life.over
    assert (life.messages[-1].name, life.messages[-1].payload["final"]) == (
        "appeal_concluded",
        True,
    )


def test_a_route_without_second_stage_closes_with_the_answer_and_records_what_comes_later():
    """Given a closed appeal without a second stage, when one is asked for, then it is recorded."""
    life = a_life("CLOSED")

    life.do("request_re_review", "2026-04-20")

    assert (life.stage, life.facts[-1]) == ("CLOSED", "re_review_requested")
    told = life.notices[-1]
    assert (told.purpose, told.to_role) == ("information", "adjudication_office")
    assert "没有可开启的下一级复核" in told.body.zh


def test_a_revoked_decision_leaves_nothing_to_review():
    """Given a revocation, when it is served, then no window opens, even on a route with two."""
    life = a_life("RE_EXAMINING", SECOND_STAGE)
    revoked = {"outcome": "REVOKED", "reasons": "事实不清"}
    life.do("propose_conclusion", "2026-04-07", **revoked)
    life.do("conclude_appeal", "2026-04-10", **revoked).do("serve_answer", "2026-04-15")

    assert life.over
    assert life.messages[-1].payload["final"]


def test_a_second_request_for_review_has_no_effect():
    """Given the second stage under way, when the same is asked again, then nothing begins anew."""
    life = in_second("RE_EXAMINING").do("request_re_review", "2026-05-04")

    assert (life.stage, life.facts[-1]) == ("RE_EXAMINING", "re_review_requested")


def test_a_pack_without_accountability_rules_opens_nothing():
    data = {key: part for key, part in HUBEI_DATA.items() if key != "accountability"}

    with pytest.raises(Exception, match=r"0\.1"):
        opened(pack=RulePack.model_validate(data))
