"""The same lead is one case; what two cases decide under the same number is not the same."""

from pathlib import Path

from tests.domain.follow_up.builders import opening
from tests.starter.cli import SCENARIOS, Zhengming
from workflows.kinds import KINDS

FOLLOW_UP = KINDS["subject_follow_up"]
LEAD = SCENARIOS / "case" / "open.yaml"


def test_follow_ups_of_two_cases_never_wait_for_each_other() -> None:
    one, other = opening(case="ACC-2024-0001"), opening(case="ACC-2024-0002")

    assert one.document == other.document
    assert FOLLOW_UP.finding(one) != FOLLOW_UP.finding(other)


def test_a_decision_that_a_clerk_hands_in_twice_is_followed_up_once() -> None:
    one, other = opening(case=None), opening(case=None, number="ACC-2024-0009-S1")

    assert FOLLOW_UP.finding(one) == FOLLOW_UP.finding(other)


def test_a_lead_that_has_a_case_is_refused_with_the_number_of_that_case(
    zhengming: Zhengming, case: str, tmp_path: Path
) -> None:
    given = ("--as", "li", "--file", LEAD, "--set", f"lead.reference=L-{case}", "--json")
    first, second = (case.replace("CLAR", letters) for letters in ("ACC", "ACX"))
    assert zhengming("case", "open", first, *given).code == 0

    refused = zhengming("case", "open", second, *given)

    assert refused.code == 3
    assert refused.error["rule"] == "3.2"
    assert first in refused.error["message_zh"]
    assert "lead.reference" in refused.error["message_en"]
