"""Seats and separation of duties for every kind of matter (rulebook 0.5, 2.1 P2, P3)."""

import pytest

from workflows.domain.authority import Seat, check_independent, check_seat, check_uninvolved
from workflows.domain.lifecycle import Actor, Rejected
from workflows.domain.roles import Role

LI = Actor(officer="li", organ="DW", roles=(Role.PRINCIPAL, Role.LEADER_IN_CHARGE), department="D3")


def refusal(check: object, *args: object, **kwargs: object) -> Rejected:
    assert callable(check)
    with pytest.raises(Rejected) as caught:
        check(*args, **kwargs)
    return caught.value


def test_0_5_one_of_the_roles_of_a_seat_is_enough() -> None:
    check_seat(LI, Seat((Role.COMMISSION_SECRETARY, Role.PRINCIPAL), "DW"))


def test_0_5_an_officer_without_the_role_is_told_whose_step_it_is() -> None:
    refused = refusal(check_seat, LI, Seat((Role.COMMISSION_SECRETARY,), "DW"))

    assert refused.rule == "0.5"
    assert "commission secretary" in refused.message.en
    assert "纪委书记" in refused.message.zh


def test_0_5_the_role_of_the_clock_is_no_seat_of_an_officer() -> None:
    nobody = Actor(officer="calendar", organ="DW", roles=(Role.CALENDAR,))

    assert refusal(check_seat, nobody, Seat((Role.PRINCIPAL,), "DW")).rule == "0.5"


def test_2_7_the_right_role_in_another_organ_is_not_enough() -> None:
    refused = refusal(check_seat, LI, Seat((Role.PRINCIPAL,), "SJW"))

    assert refused.rule == "2.7"
    assert "belongs to DW" in refused.message.en


def test_p3_a_seat_of_a_department_is_not_for_another_department() -> None:
    check_seat(LI, Seat((Role.PRINCIPAL,), "DW", "D3"))

    assert refusal(check_seat, LI, Seat((Role.PRINCIPAL,), "DW", "D4")).rule == "P3"


def test_p2_the_person_concerned_and_recused_officers_act_on_nothing() -> None:
    check_uninvolved(LI, None, ())
    check_uninvolved(LI, "zhang", ("wu",))

    assert refusal(check_uninvolved, LI, "li", ()).rule == "P2"
    assert refusal(check_uninvolved, LI, "zhang", ("wu", "li")).rule == "P2"


@pytest.mark.parametrize("one_step", [True, False])
def test_p2_nobody_approves_what_he_proposed_whatever_the_pack_says(one_step: bool) -> None:
    assert refusal(check_independent, LI, "li", (), one_step=one_step).rule == "P2"


def test_p2_two_steps_of_one_chain_are_barred_where_the_pack_says_so() -> None:
    check_independent(LI, "wu", ("li",), one_step=False)
    check_independent(LI, None, ("wu",), one_step=True)

    assert refusal(check_independent, LI, "wu", ("li",), one_step=True).rule == "P2"


def test_a_refusal_names_its_rule_and_speaks_both_languages() -> None:
    refused = refusal(check_uninvolved, LI, "li", ())

    assert str(refused) == f"[P2] {refused.message.zh}"
    assert refused.message.en.isascii()
