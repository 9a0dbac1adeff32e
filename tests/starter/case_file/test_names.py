"""Who sees what: names and typed words with the right only, the factor sheet never (A46)."""

import pytest

from starter.case_file.page import standalone_page
from starter.case_file.words import HIDDEN
from tests.starter.case_file.conftest import Told
from tests.starter.case_file.marked_lives import FACTOR, TYPED, marked_lives

NUMBERS = [life.state.number for life in marked_lives()]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_file_without_names_holds_no_word_that_somebody_typed(told: Told, number: str) -> None:
    file = told(number)

    everything = file.model_dump_json() + standalone_page(file, "zh") + standalone_page(file, "en")

    assert number in everything
    assert [mark for mark in (*TYPED, FACTOR, "李承办") if mark in everything] == []
    assert HIDDEN.zh in everything


@pytest.mark.parametrize("number", NUMBERS)
def test_a46_no_file_holds_the_factor_sheet(told: Told, number: str) -> None:
    file = told(number, names=True)

    assert FACTOR not in file.model_dump_json() + standalone_page(file, "zh")


def test_a_file_with_names_tells_all_that_was_typed(told: Told) -> None:
    files = "".join(told(number, names=True).model_dump_json() for number in NUMBERS)

    assert [mark for mark in TYPED if mark not in files] == []
    assert "李承办" in files
    assert HIDDEN.zh not in files


def test_what_the_hash_is_taken_of_holds_nothing_guarded(told: Told) -> None:
    for number in NUMBERS:
        content = str(told(number, names=True).sealed)

        assert [mark for mark in (*TYPED, FACTOR) if mark in content] == []


def test_what_a_provider_answered_is_for_readers_with_names(told: Told) -> None:
    """An answer may repeat the address, and an address is often a name."""
    named, nameless = told(names=True), told()

    assert "li.chengban@x" in named.model_dump_json()
    assert "li.chengban@x" not in nameless.model_dump_json() + str(named.sealed)
    assert "no such mailbox" in nameless.model_dump_json(), "why a notice failed, in codes"
    assert nameless.notices[0].deliveries[0].state == "sent"


def test_an_officer_is_named_by_id_role_and_organ_to_everybody(told: Told) -> None:
    who = told().steps[0].who

    assert (who.officer, who.roles.zh, who.organ, who.name) == ("li", "承办部门", "DW", "")
    assert told(names=True).steps[0].who.name == "李承办"
