from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.starter.reading.lives import ask


def test_the_days_of_a_month_add_up_to_the_due_date(office: Path):
    told = ask(office, "why", "CLAR-2026-0001", "evaluation", "--json").document

    days = [date.fromisoformat(day["day"]) for day in told["days"]]
    assert days == [date(2026, 3, 2) + timedelta(days=n) for n in range(32)]
    assert told["due"] == "2026-04-02" == told["days"][-1]["day"]
    assert sum(day["counted"] for day in told["days"]) == told["days"][-1]["running"] == 31
    assert told["days"][0]["counted"] is False
    assert "自收到澄清申请材料之日起" in told["basis"]
    assert told["calendar"] == "2026.1"


def test_rest_days_and_the_make_up_day_of_a_holiday_are_told(office: Path):
    told = ask(office, "why", "CLAR-2026-0006", "approval", "--json").document

    new_year = next(day for day in told["days"] if day["day"] == "2027-01-01")
    assert new_year["counted"] is False
    assert new_year["text_zh"] == "法定节假日（暂定），不计入"
    assert told["provisional"] is True
    assert told["calendar"] == "2026.1+2027.0"
    assert "provisional" in ask(office, "why", "CLAR-2026-0006", "approval", "--lang", "en").out


def test_a_suspended_term_is_told_up_to_its_suspension(office: Path):
    told = ask(office, "why", "CLAR-2026-0003", "evaluation", "--json").document

    assert told["due"] is None
    assert told["days"][-1]["day"] == "2026-03-19"
    assert "尚未恢复" in told["days"][-1]["text_zh"]
    assert told["suspensions"][0]["since"] == "2026-03-19"


def test_people_read_the_days_in_columns_of_one_page(office: Path):
    said = ask(office, "why", "CLAR-2026-0001", "evaluation").out

    lines = said.splitlines()
    assert "2026-04-02 · 2026-03-20 办结" in said
    assert "2026-03-03  二    1   计入，第1日" in lines
    assert "期限于本日23:59:59届满" in lines[-1]
    assert max(map(_places, lines)) <= 100


def _places(line: str) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in line)


def test_a_term_that_has_ended_can_still_be_explained(office: Path):
    told = ask(office, "why", "CLAR-2026-0002", "follow_up", "--json").document

    assert told["ended_on"] == "2026-04-20"
    assert told["due"] == "2026-04-29"


@pytest.mark.parametrize("key", ["nope", "", "评估", "\udcff"])
def test_an_unknown_term_is_answered_with_those_that_there_are(office: Path, key: str):
    answer = ask(office, "why", "CLAR-2026-0001", key)

    assert answer.code == 2
    assert "implementation, evaluation, approval" in answer.err


def test_a_matter_without_terms_says_so(office: Path):
    answer = ask(office, "why", "CLAR-2026-0004", "evaluation", "--json")

    assert answer.code == 2
    assert "has no term evaluation" in answer.document["error"]["message_en"]
