"""Linked matters that continue as new: a case with follow-ups under way, a follow-up for years.

The server of this module suggests a new run after some sixty events, so that one life has several.
"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from activities.store import RecordStore
from activities.store.verify import verify
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from tests.domain.accountability.parts import MEMBER, PRINCIPAL
from tests.domain.follow_up.builders import executed, filed
from tests.workflows.dossiers import Dossier, opens_case, opens_follow_up
from tests.workflows.lives import Office
from tests.workflows.premises import premises
from workflows import search_attributes

SHORT_RUNS = {"limit.historyCount.suggestContinueAsNew": "60"}


@pytest.fixture(scope="module")
async def brisk(installation: Settings, served_store: RecordStore) -> AsyncIterator[Office]:
    """An office on a server that suggests a new run after sixty events."""
    plan = ServerPlan(
        search_attributes=search_attributes.ALL, rehearsal=True, engine_settings=SHORT_RUNS
    )
    async with running_server(plan) as server:
        ring = KeyRing.load(installation.keys)
        client = await connect_to(server.address, ring, identity="tests")
        async with premises(client, installation, served_store) as office:
            yield office


async def test_a_case_of_several_runs_opens_and_hears_each_follow_up_once(
    brisk: Office, served_store: RecordStore
):
    case = await (await opens_case(brisk, PRINCIPAL, MEMBER)).reach("DECIDED")
    before = await case.runs()
    for ref in ("S1", "S2"):
        await case.follow_up(ref).do("serve")
        await case.rest()
    letters = [case.follow_up("S1") for _ in range(4)]
    for serial, each in enumerate(letters, start=1):
        await each.do("file_appeal", reference=f"L-{serial}")
        await each.appeal(serial).do("withdraw_appeal")
        await each.rest()
    for _ in range(6):
        await case.do("note_lead")
    await case.do("enter_assessment")
    await case.rest()

    assert before > 1
    assert await case.runs() > before
    assert await case.stage() == "RECTIFYING"
    assert len(await case.facts("subject_served")) == 2
    for ref in ("S1", "S2"):
        assert len(await case.follow_up(ref).facts("follow_up_opened")) == 1
    assert await case.follow_up("S1").runs() > 1
    found = [each for each in await verify(served_store) if each.matter.startswith(case.number)]
    assert found == []


async def test_a_follow_up_of_several_runs_ends_its_impact_period_on_its_day(brisk: Office):
    follow_up: Dossier = await opens_follow_up(brisk, "ADMONITION_TALK")
    await follow_up.act(lambda life, day: filed(executed(life.do("serve", day), day), day))
    for _ in range(8):
        await follow_up.do("record_talk")
    runs = await follow_up.runs()
    over = (await follow_up.state()).consequences.impact_end

    await follow_up.until(over - timedelta(days=1), hour=23)
    assert await follow_up.stage() == "IMPACT_PERIOD"
    await follow_up.until(over)

    assert await follow_up.stage() == "IMPACT_ENDED"
    assert runs > 1
    assert await follow_up.runs() > runs
    (event,) = [e for e in await follow_up.events("period_ended") if e.fact["term"] == "impact"]
    assert event.effective_on == over
