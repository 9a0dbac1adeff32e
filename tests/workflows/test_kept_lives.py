"""The lives whose histories are kept for replay (see `tests/histories/README.md`).

They are ordinary lives and prove little by themselves; with `--keep-histories` they are written.
"""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client

from activities.store import RecordStore
from starter.connection import connect_to
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from tests.domain.parts import CIRCULAR, LETTER, application, draft, plan, subject
from tests.history_recorder import Keeper
from tests.workflows.lives import Matter, Office, ago
from tests.workflows.premises import premises
from workflows import search_attributes


async def kept(keep: Keeper, matter: Matter, name: str) -> None:
    assert (await matter.result()).closed
    await keep(matter.office.client, matter.number, name)


@pytest.mark.parametrize(
    ("route", "handled_as"),
    [
        ("ORGAN", None),
        ("DISPATCHED", None),
        ("TOWNSHIP", None),
        ("SOE_INSTITUTION", None),
        ("UNIT_OR_COLLECTIVE", "TOWNSHIP"),
    ],
)
async def test_the_usual_way(office: Office, keep: Keeper, route: str, handled_as: str | None):
    matter = await office.opens(route, **({"handled_as": handled_as} if handled_as else {}))

    await matter.reach("end")

    await kept(keep, matter, f"route-{route.lower().replace('_', '-')}")


async def test_an_overdue_matter_with_every_rung(office: Office, keep: Keeper):
    matter = await office.opens(subject=subject(full_position=True))
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)
    await matter.reach("EVALUATING")

    await matter.wait(60)
    await matter.reach("PRIOR_NOTICE")
    await matter.do("hear_opinion", view="ADVERSE", opinion="不宜公开")
    await matter.wait(30)
    await matter.reach("end")

    await kept(keep, matter, "overdue")


async def test_a_deferral_with_a_new_clock(office: Office, keep: Keeper):
    matter = await office.opens()
    await matter.tell("apply", application=application(str(ago(0))))
    await matter.do("screen", other_leads=["L-1"], reasons="尚有其他线索")

    await matter.wait(50)
    await matter.do("close_other_lead", lead="L-1")
    await matter.reach("end")

    await kept(keep, matter, "deferral")


async def test_a_life_with_documents(press: Office, keep: Keeper):
    matter = await press.opens(subject=subject(full_position=True))
    matter.effect, matter.plan = {"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)
    for stage in ("PRIOR_NOTICE", "IMPLEMENTING"):
        await matter.reach(stage)
        await matter.do("draft_document")
        await matter.all_made()
    (letter,) = (m.made for m in await matter.all_made() if m.order.kind == "clarification_letter")
    assert letter is not None

    await matter.do("draft_document", **draft("WRITTEN"), replaces=letter.number)
    await matter.do("draft_document", **draft("CIRCULAR"))
    await matter.all_made()
    await matter.reach("POST_NOTICE")
    await matter.do("draft_document")
    await matter.all_made()
    await matter.reach("end")

    await kept(keep, matter, "documents")


async def test_a_withdrawal(office: Office, keep: Keeper):
    matter = await office.opens(application=application(str(ago(0))))
    await matter.reach("EVALUATING")

    await matter.do("withdraw_application")

    await kept(keep, matter, "withdrawal")


@pytest.fixture
async def brisk(installation: Settings, served_store: RecordStore) -> AsyncIterator[Office]:
    """An office on a server that suggests a new run once in a life."""
    settings = {"limit.historyCount.suggestContinueAsNew": "70"}
    plan = ServerPlan(
        search_attributes=search_attributes.ALL, rehearsal=True, engine_settings=settings
    )
    async with running_server(plan) as server:
        ring = KeyRing.load(installation.keys)
        client: Client = await connect_to(server.address, ring, identity="tests")
        async with premises(client, installation, served_store) as office:
            yield office


async def test_a_life_of_two_runs(brisk: Office, keep: Keeper):
    matter = await (await brisk.opens()).reach("IMPLEMENTING")
    first = (await matter.handle.describe()).run_id

    await matter.wait(9)  # a reminder comes at a quiet moment
    second = (await matter.handle.describe()).run_id
    await matter.reach("end")

    assert first != second
    await kept(keep, matter, "new-run")
