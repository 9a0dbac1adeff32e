"""Every other ending of a case on the real server: light touch, probation, no ground, transfer."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.accountability.parts import point
from tests.history_recorder import Keeper
from tests.workflows.dossiers import Dossier, opens_case
from tests.workflows.lives import Office

NOTHING = {"points": [point("P1", "UNTRUE")], "proposal": "NO_GROUND"}
Steps = list[tuple[str, dict[str, Any]]]

ENDINGS: dict[str, tuple[str, Steps, str]] = {
    "light touch with a talk": (
        "RECEIVED",
        [("triage", {"outcome": "TO_LIGHT_TOUCH"}), ("assign", {}), ("hold_talk", {})],
        "CLOSED",
    ),
    "no ground after triage": (
        "RECEIVED",
        [("triage", {"outcome": "CLOSED_NO_GROUND"}), ("assign", {})],
        "CLOSED_NO_GROUND",
    ),
    "handed to others": (
        "RECEIVED",
        [("triage", {"outcome": "TO_TALK"}), ("assign", {}), ("hand_on", {})],
        "TRANSFERRED",
    ),
    "nothing found": ("VERIFYING", [("record_verification", NOTHING)], "CLOSED_NO_GROUND"),
    "slight, after verification": (
        "VERIFYING",
        [("record_verification", {"proposal": "LIGHT_TOUCH"}), ("hold_talk", {})],
        "CLOSED",
    ),
    "not started": ("INITIATION_REVIEW", [("not_start", {})], "CLOSED_NO_GROUND"),
    "nobody liable": (
        "INVESTIGATING",
        [
            ("propose_no_liability", {}),
            ("approve_no_liability", {}),
            ("approve_no_liability", {}),
            ("notify_subject", {}),
        ],
        "CLOSED_NO_GROUND",
    ),
}
"""By name: the stage from which it ends, what is done then, and where it ends (3.3, 3.11)."""


@pytest.mark.parametrize("name", ENDINGS)
async def test_a_case_ends_where_its_people_end_it(office: Office, name: str):
    """Rulebook 3.3, 3.11: endings without a decision are first-class; nothing is left open."""
    stage, steps, end = ENDINGS[name]
    case = await (await opens_case(office)).reach(stage)

    for kind, fields in steps:
        await case.do(kind, **fields)

    view = await case.result()
    assert view["closed"]
    assert view["work_items"] == []
    assert await case.stage() == end
    assert "decided" not in await case.facts()


async def on_probation(office: Office) -> Dossier:
    """Return a case that waits for the end of a probation of three months."""
    case = await opens_case(office)
    await case.do("triage", outcome="TO_PROBATION")
    await case.do("assign")
    await case.do("set_probation")
    probation = case.probation()
    await case.rest()
    await probation.do("approve_probation")
    await probation.do("notify_probation")
    return case


async def evaluated(case: Dossier, result: str, **found: bool) -> None:
    """Let the probation of a case run out by itself, and end it with a result."""
    probation = case.probation()
    last_day = await probation.due("probation")
    await case.together(last_day + timedelta(days=1))
    assert "period_ended" in await probation.facts()
    await probation.do("evaluate", result=result, **found)
    await probation.do("settle_result", result=result)


async def test_a_passed_probation_closes_the_case(office: Office, keep: Keeper):
    """Rulebook 5.1: exempt after the evaluation; the case hears of it and closes by itself."""
    case = await on_probation(office)
    probation = case.probation()
    await probation.do("rectification_report")

    await evaluated(case, "EXEMPT")
    await probation.do("tell_result")

    assert (await case.result())["closed"]
    assert await case.stage() == "CLOSED"
    assert (await probation.result())["closed"]
    assert len(await case.facts("probation_ended")) == 1
    await keep(office.client, probation.number, "probation-passed")
    await keep(office.client, case.number, "case-probation")


async def test_a_failed_probation_leads_to_the_review_of_initiation(office: Office):
    """Rulebook 5.1: failed; the case goes on where a start is considered, and may still end."""
    case = await on_probation(office)

    await evaluated(case, "FAILED", active=False, effective=False)
    await case.rest()

    assert await case.stage() == "INITIATION_REVIEW"
    await case.do("record_verification", **NOTHING)
    assert (await case.result())["closed"]
    assert await case.stage() == "CLOSED_NO_GROUND"
