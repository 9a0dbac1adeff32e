"""A whole case in virtual time: from the lead to the last day of tracking, and what it weighs."""

from datetime import timedelta

import pytest

from activities.store.verify import verify
from tests.domain.accountability.parts import EIGHT_LOOKS, MEMBER, PRINCIPAL, proposal
from tests.workflows.dossiers import Dossier, opens_case
from tests.workflows.lives import Office

REMOVED = proposal(
    "S1", "REMOVAL", "PARTY_SERIOUS_WARNING", band="SERIOUS", heavy="后果严重，较轻的处理不足"
)
ADMONISHED = proposal("S2", "ADMONITION_TALK")
ITEMS = [{"id": each, "about": "SYSTEM", "what": "完善制度"} for each in ("I1", "I2")]
RETURNED = [
    {"subject": ref, "verdict": "RETURN_FOR_SUPPLEMENT", "opinion": "损失未核清"}
    for ref in ("S1", "S2")
]

MOST = ((1400, 1_300_000), (1100, 950_000), (900, 800_000), (200, 300_000))
"""Events and bytes of history over a whole life: the case, its follow-ups, its rectification."""


async def decided(office: Office) -> Dossier:
    """Return a case on two subjects that was reviewed above, returned once, and decided."""
    case = await opens_case(
        office,
        PRINCIPAL,
        MEMBER,
        traits=["HIGH_ATTENTION"],
        choices={"draft_opinion": {"proposals": [REMOVED, ADMONISHED]}},
    )
    await case.reach("ELEVATED_REVIEW")
    await case.do("review_elevated", looks=EIGHT_LOOKS, verdicts=RETURNED)
    await case.until(await case.today() + timedelta(days=1))
    return await case.reach("DECIDED")


async def rectified(case: Dossier) -> None:
    """Let the unit carry out the recommendation, to its end."""
    work = case.rectification()
    for step in ("submit_plan", "report_completion", "verify_on_site", "write_off"):
        await work.do(step)
    await work.do("waive_look_back")
    await case.rest()


@pytest.mark.timeout(300)
async def test_a_case_on_two_subjects_from_the_lead_to_the_end_of_tracking(office: Office):
    """Rulebook 3.11, invariant 9: everything is closed before the case, which closes by itself."""
    case = await decided(office)
    first = case.follow_up("S1")
    second = case.follow_up("S2", evaluate={"good": False})
    for subject in (first, second):
        await subject.do("serve")
    await case.rest()
    await case.do("enter_assessment")
    await case.do("issue_recommendation", unit_organ="ZJ", items=ITEMS)
    await case.do("request_publication")
    await case.do("review_publication", reasons="以所在单位名义更妥当")
    await case.do("publish")
    await case.rest()
    await rectified(case)

    await case.attend(first, second)

    everything = (case, first, second, case.rectification())
    assert [(await each.result())["closed"] for each in everything] == [True] * 4
    assert len(await case.facts("elevated_reviewed")) == 2
    assert [await each.ending() for each in (first, second)] == ["TRACKED", "NOT_REINSTATED"]
    await ended_by_the_clock(first, second)
    await closed_last_and_by_itself(case, first, second)
    found = [each for each in await verify(office.store) if each.matter.startswith(case.number)]
    assert found == []
    for matter, (events, size) in zip(everything, MOST, strict=True):
        weight = await matter.weight()
        assert weight[0] <= events, matter.number
        assert weight[1] <= size, matter.number


async def ended_by_the_clock(*follow_ups: Dossier) -> None:
    """Rulebook 3.10: a period is over on the first day on which nothing is barred, unattended."""
    for each in follow_ups:
        state = await each.state()
        (over,) = [e for e in await each.events("period_ended") if e.fact["term"] == "impact"]
        assert over.effective_on == state.consequences.impact_end
        assert over.actor["officer"] == "calendar"


async def closed_last_and_by_itself(case: Dossier, *follow_ups: Dossier) -> None:
    last = (await case.events())[-1]
    assert last.kind == "case_closed"
    assert last.actor["officer"] == "linked"
    ends = [(await each.events("follow_up_closed"))[-1].effective_on for each in follow_ups]
    assert last.effective_on == max(ends)
