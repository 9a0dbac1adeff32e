"""How a clarification begins: 2.2 entry, 2.3 preconditions, 2.7 routes and organs."""

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life, not_opened, opened, opening
from tests.domain.parts import application, changed_pack, officer, point, subject, verification
from workflows.domain.clarification.decider import CLARIFICATION


def test_2_2_own_initiative_begins_with_screening_of_an_untrue_finding() -> None:
    life = opened()

    assert life.stage == "SCREENING"
    assert life.facts == ["opened"]
    assert life.duties == ["screen"]


def test_2_2_own_initiative_does_not_begin_before_verification_has_ended() -> None:
    refusal = not_opened(verification=verification(None))

    assert refusal.rule == "2.2"
    assert "verification.ended_on" in refusal.message.en


@pytest.mark.parametrize("finding", ["TRUE", "NOT_ESTABLISHED"])
def test_2_3_own_initiative_needs_a_point_established_as_untrue(finding: str) -> None:
    refusal = not_opened(verification=verification("2026-03-02", point(finding=finding)))

    assert refusal.rule == "2.3(1)"


def test_2_2_an_application_waits_while_verification_runs_and_no_clock_does() -> None:
    life = opened(verification=verification(None), application=application("2026-03-09"))

    assert life.stage == "AWAITING_VERIFICATION"
    assert life.state.terms == ()
    assert [n.to_role for n in life.notices] == ["applicant", "undertaking_department"]


@pytest.mark.parametrize("finding", ["TRUE", "NOT_ESTABLISHED"])
def test_2_3_an_application_ends_with_a_reply_when_nothing_was_untrue(finding: str) -> None:
    life = opened(verification=verification(None), application=application("2026-03-09"))

    life.do("record_verification", "2026-03-11", points=[point(finding=finding)])

    assert life.stage == "CLOSED_NOT_UNTRUE"
    assert life.duties == ["serve-reply"]


def test_2_8_an_application_on_a_finding_that_is_not_untrue_is_closed_at_once_with_a_reply() -> (
    None
):
    life = opened(
        application=application("2026-03-09"),
        verification=verification("2026-03-02", point(finding="NOT_ESTABLISHED")),
    )

    assert (life.stage, life.duties) == ("CLOSED_NOT_UNTRUE", ["serve-reply"])


def test_2_8_a_partly_untrue_finding_is_enough_to_be_screened() -> None:
    life = opened(verification=verification("2026-03-02", point(), point("P2", "TRUE")))

    assert life.stage == "SCREENING"


def test_2_8_a_finding_corrected_in_screening_to_not_untrue_closes_the_matter() -> None:
    life = opened()

    not_true = {"ended_on": "2026-03-02", "points": [point(finding="TRUE")]}
    life.do("record_verification", "2026-03-12", **not_true)

    assert life.stage == "CLOSED_NOT_UNTRUE"
    assert life.state.filed, "nobody applied, so nobody waits for a reply"


def test_2_8_a_finding_names_each_point_once() -> None:
    life = opened()

    with pytest.raises(ValidationError, match="each id once"):
        life.command("record_verification", "2026-03-12", points=[point(), point()])


def test_2_2_entry_and_application_belong_together() -> None:
    with pytest.raises(ValidationError, match="application: required for entry APPLICATION"):
        opening(entry="APPLICATION", application=None)
    with pytest.raises(ValidationError, match="application: required for entry APPLICATION"):
        opening(entry="OWN_INITIATIVE", application=application("2026-03-09"))


def test_2_7_a_unit_is_handled_as_the_route_of_its_organ() -> None:
    life = a_life("COLLECTIVE_STUDY", "UNIT_OR_COLLECTIVE", handled_as="TOWNSHIP")

    assert life.state.route == life.state.rules.routes["TOWNSHIP"]


def test_2_7_a_unit_needs_the_route_that_handles_it() -> None:
    with pytest.raises(ValidationError, match="handled_as: required"):
        opening("UNIT_OR_COLLECTIVE", handled_as=None)
    with pytest.raises(ValidationError, match="name the route of the handling organ"):
        opening("UNIT_OR_COLLECTIVE", handled_as="UNIT_OR_COLLECTIVE")
    with pytest.raises(ValidationError, match="handled_as: required"):
        opening("DISPATCHED", handled_as="TOWNSHIP")


def test_2_7_persons_and_units_do_not_swap_routes() -> None:
    person = not_opened("UNIT_OR_COLLECTIVE", handled_as="ORGAN", subject=subject())
    unit = not_opened("DISPATCHED", subject=subject(kind="UNIT"))

    assert (person.rule, unit.rule) == ("2.7", "2.7")


@pytest.mark.parametrize(
    ("route", "approving"),
    [("ORGAN", "SJW"), ("DISPATCHED", None), ("TOWNSHIP", None), ("SOE_INSTITUTION", None)],
)
def test_2_7_only_the_organ_itself_has_no_approving_organ(
    route: str, approving: str | None
) -> None:
    assert "approving_organ" in not_opened(route, approving_organ=approving).message.en


def test_2_7_the_approving_organ_is_another_one() -> None:
    assert not_opened("DISPATCHED", approving_organ="DW").rule == "2.7"


def test_p3_only_the_department_that_handled_the_accusation_opens() -> None:
    stranger = officer("yu", "undertaking_department", department="D4")
    assert not_opened(actor=stranger).rule == "P3"
    assert not_opened(actor=officer("wang")).rule == "0.5"
    assert not_opened(actor=officer("yu", "undertaking_department", organ="X")).rule == "2.7"


def test_p2_the_person_concerned_does_not_open_his_own_matter() -> None:
    assert not_opened(subject=subject(officer="li")).rule == "P2"


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("verification.ended_on", {"verification": verification("2026-03-11")}),
        ("application.received_on", {"application": application("2026-03-11")}),
        (
            "application.materials_complete_on",
            {"application": application("2026-03-09", "2026-03-11")},
        ),
        ("earlier_evaluation_closed_on", {"earlier_evaluation_closed_on": "2026-03-11"}),
    ],
)
def test_0_3_no_date_that_has_not_come_is_taken_in(field: str, fields: dict[str, object]) -> None:
    refusal = not_opened(day="2026-03-10", **fields)

    assert refusal.rule == "0.3"
    assert refusal.message.en.startswith(field)


def test_0_1_a_pack_without_clarification_opens_nothing() -> None:
    assert not_opened(pack=changed_pack("clarification", value=None)).rule == "0.1"


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "clar-1"},
        {"entry": "BY_PHONE"},
        {"route": "COUNTY"},
        {"subject": subject(name="")},
        {"subject": subject(name="名" * 101)},
        {"verification": {"reference": "V-1", "ended_on": "2026-03-02"}},
        {"verification": {"reference": "V-1", "points": [point()]}},
        {"verification": verification("2026-03-02", point(), point())},
        {"verification": verification("0001-01-01")},
        {"verification": verification("9999-12-31")},
        {"verification": verification("2026-02-30")},
        {"application": application("2026-03-09", "2026-03-08")},
        {"verification": verification("2026-03-02", {**point(), "matter": "字" * 4001})},
        {"verification": verification("2026-03-02", {**point(), "matter": "  "})},
    ],
)
def test_an_opening_that_cannot_be_meant_is_malformed(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as caught:
        opening(**fields)
    assert "张三" not in str(caught.value)


def test_2_8_a_matter_begins_with_its_opening_and_nothing_else() -> None:
    life = a_life("EVALUATING")

    with pytest.raises(ValueError, match="begins with opened"):
        CLARIFICATION.begin(life.steps[-1].event)


def test_2_8_an_application_is_acknowledged_once_however_often_it_comes() -> None:
    # Given a matter that an application opened, whose message arrives as well
    life = opened(application=application("2026-03-09"), entry="APPLICATION")
    life.do("apply", "2026-03-10", application=application("2026-03-09"))

    # When another application arrives
    life.do("apply", "2026-03-11", application={**application("2026-03-11"), "reference": "A-2"})

    # Then each of the two was acknowledged
    told = [n for n in life.notices if n.to_role == "applicant"]
    assert len(told) == 2
