"""Who may take which step of a case: seats, separation of duties, those concerned (0.5, 3.5 G7)."""

import pytest

from tests.domain.accountability.builders import (
    CaseLife,
    a_case,
    investigate,
    meet,
    not_opened,
    opened,
)
from tests.domain.accountability.parts import (
    CHEN,
    COMMITTEE,
    LI,
    MEMBER,
    PRINCIPAL,
    QIAN,
    SUN,
    WU,
    XU,
    ZHAO,
    pack_with,
    point,
    wronged,
)
from tests.domain.parts import HOME
from tests.domain.procedure_life import actor
from workflows.domain.lifecycle import Actor
from workflows.domain.roles import Role

INVOLVED = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
EVERYBODY = tuple(role for role in Role)


def holding_all(officer: str, organ: str = HOME, department: str = "D3") -> Actor:
    """Return an officer with every role, as in a tiny body where one person holds many."""
    return Actor(officer=officer, organ=organ, roles=EVERYBODY, department=department)


def test_only_the_handling_department_opens_a_case():
    assert not_opened(actor=actor("fu", "undertaking_department", HOME, "D9")).rule == "P3"
    assert not_opened(actor=CHEN).rule == "0.5"


@pytest.mark.parametrize(
    ("stage", "kind", "wrong"),
    [
        ("TRIAGED", "assign", LI),
        ("INITIATION_REVIEW", "propose_start", CHEN),
        ("JOINT_CONSULT", "check_adjudication", LI),
        ("DECIDING", "propose_decision", QIAN),
    ],
)
def test_a_step_is_for_the_role_that_holds_it(stage: str, kind: str, wrong: Actor):
    life = a_case(stage).later()
    if stage == "INITIATION_REVIEW":
        life.act("add_subject")
    assert life.denied(kind, by=wrong).rule == "0.5"


def test_the_deciding_body_is_of_the_deciding_organ():
    life = a_case("DECIDING").later().act("propose_decision")
    assert life.denied("decide", by=actor("xu", "party_committee", HOME)).rule == "2.7"
    life.act("decide", by=XU)


def test_the_upper_organ_reviews_and_nobody_else():
    life = a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"]).later()
    assert life.denied("review_elevated", by=SUN).rule == "0.5"
    life.act("review_elevated", by=ZHAO)


def test_the_links_of_the_start_approve_in_order():
    """3.5 G7: department principal, leader in charge, commission secretary."""
    life = a_case("INITIATION_REVIEW").later().act("add_subject").act("propose_start")
    for who in (QIAN, SUN):
        assert life.denied("approve_start", by=who).rule == "0.5"
    for who in (CHEN, QIAN, SUN):
        life.act("approve_start", by=who)
    assert life.stage == "INVESTIGATING"


def test_a_subject_named_between_two_approvals_is_seen_by_every_approver():
    """3.5 G7: an approval covers those who were named when it was given."""
    life = a_case("INITIATION_REVIEW").later().act("add_subject").act("propose_start")
    life.act("approve_start").act("approve_start").act("add_subject", subject=MEMBER)
    life.act("approve_start", by=CHEN).act("approve_start", by=QIAN)
    assert life.stage == "INITIATION_REVIEW"
    assert life.act("approve_start", by=SUN).stage == "INVESTIGATING"


def test_a_subject_named_after_the_start_needs_the_approval_of_every_link():
    """3.5 G7: without it, no opinion; the case goes on being investigated meanwhile."""
    life = a_case("FACTS_MEETING").later()
    assert life.denied("approve_start", by=SUN).rule == "3.5 G7"
    life.act("add_subject", subject=MEMBER)
    investigate(life)
    meet(life)
    assert "approve-start" in life.duties
    assert life.denied("draft_opinion").rule == "3.5 G7"
    life.act("approve_start").act("approve_start").act("approve_start")
    assert "approve-start" not in life.duties
    assert life.act("draft_opinion").stage == "OPINION_DRAFTED"


def test_nobody_is_released_by_an_approval_given_before_he_was_named():
    life = a_case("INVESTIGATING").later().act("propose_no_liability").act("approve_no_liability")
    life.act("add_subject", subject=MEMBER).act("approve_no_liability")
    assert life.stage == "INVESTIGATING"
    assert life.act("approve_no_liability").stage == "CLOSED_NO_GROUND"


def test_persons_involved_who_are_listed_late_are_seen_by_every_approver():
    """S104, G7: they are handled with the case, so its approval covers them."""
    life = a_case("OPINION_DRAFTED").later().act("approve_opinion").act("approve_opinion")
    life.act("include_involved", persons=[INVOLVED])
    assert life.denied("submit_opinion").rule == "3.5 G7"
    life.act("approve_opinion").act("approve_opinion").act("submit_opinion")


def ready_to_approve(proposer: Actor) -> CaseLife:
    life = a_case("INITIATION_REVIEW").later().act("add_subject")
    return life.act("propose_start", by=proposer)


def test_nobody_approves_what_he_proposed():
    life = ready_to_approve(holding_all("ma"))
    assert life.denied("approve_start", by=holding_all("ma")).rule == "P2"
    assert life.denied("not_start", by=holding_all("ma")).rule == "P2"
    life.act("approve_start")


def test_nobody_takes_two_links_of_one_chain():
    life = ready_to_approve(LI).act("approve_start", by=holding_all("ma"))
    assert life.denied("approve_start", by=holding_all("ma")).rule == "P2"


def test_where_the_pack_allows_it_one_officer_takes_two_links():
    pack = pack_with("options", "one_officer_one_step", "value", value=False)
    life = a_case("INITIATION_REVIEW", pack=pack).later().act("add_subject").act("propose_start")
    life.act("approve_start", by=holding_all("ma")).act("approve_start", by=holding_all("ma"))


def test_whoever_triaged_does_not_assign():
    life = opened().later().act("triage", by=holding_all("ma"))
    assert life.denied("assign", by=holding_all("ma")).rule == "P2"
    assert life.denied("return_triage", by=holding_all("ma")).rule == "P2"


def test_whoever_drafted_the_opinion_does_not_check_it():
    life = a_case("FACTS_MEETING").later().act("hear_reply")
    life.act("draft_opinion", by=holding_all("ma")).act("include_involved")
    assert life.denied("approve_opinion", by=holding_all("ma")).rule == "P2"
    life.act("approve_opinion").act("approve_opinion").act("submit_opinion")
    assert life.denied("check_adjudication", by=holding_all("ma")).rule == "P2"


def test_whoever_proposed_the_decision_does_not_decide():
    both = holding_all("ma")
    life = a_case("DECIDING").later().act("propose_decision", by=both)
    assert life.denied("decide", by=holding_all("ma", COMMITTEE)).rule == "P2"
    assert life.denied("propose_decision", by=both).rule in ("0.5", "2.7", "3.5 G7")


def test_whoever_asked_for_publication_does_not_review_it():
    life = a_case("RECTIFYING").later().act("request_publication", by=holding_all("ma"))
    assert life.denied("review_publication", by=holding_all("ma")).rule == "P2"


def test_a_subject_acts_on_nothing_in_its_case():
    life = a_case("INVESTIGATING", [{**PRINCIPAL, "officer": "wu"}]).later()
    assert "wu" in life.case.barred
    for kind in ("record_must", "constitute", "show_facts", "add_supplement"):
        assert life.denied(kind, by=WU).rule == "P2"


def test_whoever_was_reported_or_is_involved_acts_on_nothing():
    said = {
        "record_verification": {
            "points": [point("P1"), point("P2", "UNTRUE")],
            "untrue_of": [{**wronged(), "officer": "wu"}],
        }
    }
    life = a_case("INITIATION_REVIEW", choices=said).later()
    assert life.denied("add_subject", by=WU).rule == "P2"
    person = {"ref": "I1", "reference": "C-9", "name": "赵", "unit": "某局", "proposal": "批评"}
    later = a_case("INVESTIGATING").later()
    later.act("include_involved", persons=[{**person, "officer": "wu"}])
    assert later.denied("record_must", by=WU).rule == "P2"


def test_a_recused_officer_acts_on_nothing():
    life = a_case("INVESTIGATING").later().act("recuse_officer", officer="wu")
    assert life.denied("record_must", by=WU).rule == "P2"
    life.act("record_must", by=LI)


def test_those_who_handled_the_case_are_handed_on_to_the_follow_up():
    """Issue part 6: the original handlers are excluded from appeals; nobody else is."""
    life = a_case("DECIDED")
    [asked] = life.opened
    assert set(asked.request["handlers"]) == {"li", "chen", "qian", "sun", "shen", "xu"}


def test_nothing_that_everybody_reads_names_a_person():
    """Facts' sentences, notices and duties call subjects S1, S2 and name nobody."""
    life = a_case("CLOSED", traits=["HIGH_ATTENTION", "COMPLEX"])
    words = [step.event.fact.words() for step in life.steps]
    notices = [text for n in life.notices for text in (n.subject, n.body)]
    for text in (*words, *notices):
        assert not {"张三", "李四", "zhang"} & {text.zh, text.en}
        assert "张三" not in text.zh + text.en
        assert "zhang" not in text.zh + text.en
