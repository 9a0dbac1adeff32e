"""Each organisational route on the usual way to its end, on the real server."""

import pytest

from tests.domain.parts import CIRCULAR, LETTER, plan, subject
from tests.workflows.lives import Matter, Office

IN_APPROVAL = ["PRINCIPAL_REVIEW", "AWAITING_APPROVAL"]
WITH_STUDY = ["COLLECTIVE_STUDY", *IN_APPROVAL]


async def usual_life(office: Office, route: str, **fields: object) -> Matter:
    matter = await office.opens(route, **fields)
    return await matter.reach("end")


@pytest.mark.parametrize(
    ("route", "handled_as", "chain", "end"),
    [
        ("ORGAN", None, IN_APPROVAL, ["POST_NOTICE", "COMPLETED"]),
        ("DISPATCHED", None, WITH_STUDY, ["POST_NOTICE", "COMPLETED"]),
        ("TOWNSHIP", None, WITH_STUDY, ["COMPLETED"]),
        ("SOE_INSTITUTION", None, WITH_STUDY, ["POST_NOTICE", "COMPLETED"]),
        ("UNIT_OR_COLLECTIVE", "TOWNSHIP", WITH_STUDY, ["COMPLETED"]),
        ("UNIT_OR_COLLECTIVE", "ORGAN", IN_APPROVAL, ["POST_NOTICE", "COMPLETED"]),
    ],
)
async def test_a_matter_goes_its_route_to_the_end_and_its_file_is_closed(
    office: Office, route: str, handled_as: str | None, chain: list[str], end: list[str]
):
    matter = await usual_life(office, route, **({"handled_as": handled_as} if handled_as else {}))
    result = await matter.result()

    begin = ["SCREENING", "EVALUATING"]
    # The opinion to start is passed on in the same breath.
    assert await matter.stages() == [*begin, "OPINION_START", *chain, "IMPLEMENTING", *end]
    assert (await matter.facts())[-2:] == ["effect_followed_up", "file_closed"]
    assert result == await matter.stored()
    assert result.closed
    assert result.work_items == ()
    assert all(term.ended_on for term in result.terms)


async def test_the_journal_numbers_what_happened_without_gaps(office: Office):
    matter = await usual_life(office, "DISPATCHED")

    events = await matter.events()

    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert [event.at for event in events] == sorted(event.at for event in events)


async def test_a_circular_about_a_unit_director_is_told_before_and_after(office: Office):
    matter = await office.opens(subject=subject(full_position=True))
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)

    await matter.reach("PRIOR_NOTICE")
    await matter.do("hear_opinion")
    left = [item.text_en for item in (await matter.view()).work_items]
    circular = {"kind": "circular", "number": "D-1"}
    proof = {"kind": "receipt", "number": "R-1"}
    await matter.do("carry_out", method="CIRCULAR", document=circular, confirmation=proof)
    halfway = (await matter.view()).stage
    await matter.reach("end")

    assert len(left) == 2
    assert halfway == "75 Implementing 实施澄清"
    stages = await matter.stages()
    assert stages[-4:] == ["PRIOR_NOTICE", "IMPLEMENTING", "POST_NOTICE", "COMPLETED"]
    documents = [d.number for d in (await matter.life()).documents]
    assert documents == ["M-1", "D-1", "R-1", "D-WRITTEN", "R-WRITTEN"]
