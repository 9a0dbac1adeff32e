"""A term written down and read back, by hand and by pydantic."""

import json
from datetime import date

import pytest
from pydantic import BaseModel, ValidationError

from tests.domain.term_samples import NEXT, more, suspended, term
from workflows.domain.terms import Budget, Term, from_plain, to_plain


class Holder(BaseModel):
    term: Term


def full_term() -> Term:
    a_term = suspended(term(date(2026, 9, 3), roll=NEXT), date(2026, 9, 10), date(2026, 9, 12))
    return suspended(a_term.extend(more(Budget(days=2), date(2026, 9, 20))), date(2026, 9, 25))


def test_a_term_survives_json_and_pydantic_in_one_shape() -> None:
    a_term = full_term()

    written = json.loads(json.dumps(to_plain(a_term)))
    held = Holder(term=a_term).model_dump_json()

    assert from_plain(written) == a_term
    assert json.loads(held)["term"] == written
    assert Holder.model_validate_json(held).term == a_term
    assert hash(from_plain(written)) == hash(a_term)
    assert written["roll"] == "next_working_day"
    assert written["suspensions"][1]["until"] is None


def test_an_impossible_term_is_refused_by_pydantic_too() -> None:
    written = to_plain(full_term())
    written["budget"] = {"months": 0, "days": 0, "working_days": 0}

    with pytest.raises(ValidationError, match="at least one month, day or working day"):
        Holder.model_validate({"term": written})


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("anchor", "2026-02-30", "day is out of range"),
        ("anchor", 20260230, "not a term: TypeError"),
        ("budget", {"months": "1", "days": 0, "working_days": 0}, "not a term: TypeError"),
        ("budget", {"months": 1}, "not a term: KeyError 'days'"),
        ("roll", "backwards", "'backwards' is not a valid Roll"),
        ("suspensions", [{"since": "2026-09-10"}], "not a term: KeyError 'until'"),
        ("extensions", [7], "not a term: TypeError"),
        ("basis", None, "not a term: AttributeError"),
        ("key", "", "a term needs key"),
    ],
)
def test_what_is_not_a_term_is_refused_with_a_plain_error(
    key: str, value: object, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        from_plain({**to_plain(full_term()), key: value})


@pytest.mark.parametrize("key", ["anchor", "budget", "suspensions", "roll"])
def test_a_term_with_a_part_missing_is_refused_with_its_name(key: str) -> None:
    written = to_plain(full_term())
    del written[key]

    with pytest.raises(ValueError, match=f"not a term: KeyError '{key}'"):
        from_plain(written)


def test_a_key_of_a_later_version_is_passed_over() -> None:
    assert from_plain({**to_plain(full_term()), "colour": "red"}) == full_term()
