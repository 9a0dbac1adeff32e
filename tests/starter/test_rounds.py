"""A command of the same words in a later round is never taken for the first one (design 4.1)."""

from pathlib import Path

import pytest

from tests.starter.cli import Said, Zhengming

CASE = Path(__file__).parents[1] / "scenarios" / "case"
SJW = ("--set", "handling_organ=SJW", "--set", "undertaking_department=D6")
REASON = ("--set", "reasons=理由不足")


@pytest.fixture
def number(case: str) -> str:
    return case.replace("CLAR", "ACC")


def do(zhengming: Zhengming, name: str, number: str, by: str, *settings: str) -> Said:
    return zhengming("case", name, number, "--as", by, "--json", *settings)


def triage(zhengming: Zhengming, number: str, opinion: str) -> None:
    settings = ("--set", "outcome=TO_VERIFICATION", "--set", f"opinion={opinion}")
    assert do(zhengming, "triage", number, "he", *settings).code == 0


def test_a_second_return_in_the_same_words_is_not_taken_for_the_first(
    zhengming: Zhengming, number: str
):
    opening = ("--file", str(CASE / "open.yaml"), *SJW, "--set", f"lead.reference={number}")
    assert do(zhengming, "open", number, "he", *opening).code == 0
    triage(zhengming, number, "甲")
    first = do(zhengming, "return-triage", number, "chen", *REASON)
    repeated = do(zhengming, "return-triage", number, "chen", *REASON)
    assert (repeated.json["repeated"], repeated.json["seq"]) == (True, first.json["seq"])
    triage(zhengming, number, "乙")

    again = do(zhengming, "return-triage", number, "chen", *REASON)
    meant = do(zhengming, "return-triage", number, "chen", *REASON, "--key", "second")

    assert (again.code, again.error["rule"]) == (3, "design 4.1")
    assert meant.code == 0
    assert zhengming("show", number, "--json").json["stage"].startswith("10")
