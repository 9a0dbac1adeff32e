"""Commands while something is away: the server, the workers, the record store."""

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio
import sqlalchemy as sa

from activities.store import open_store
from activities.store.tables import numbers
from starter.connection import connect_to
from starter.data_directory import Addresses, write_addresses
from starter.keys import KeyRing
from starter.officers import write_sample
from starter.server import running_server
from starter.server_plan import ServerPlan
from starter.settings import Settings
from tests.starter.cli import Zhengming, running_up
from worker import build_worker, file_outbox
from workflows import search_attributes


@pytest_asyncio.fixture
async def unstaffed(tmp_path: Path) -> AsyncIterator[Zhengming]:
    """An installation whose server runs and whose workers are away."""
    KeyRing.create(tmp_path / "keys.toml")
    write_sample(tmp_path, in_force=True)
    store = open_store(Settings.at(tmp_path).database_url)
    await store.migrate()
    await store.close()
    plan = ServerPlan(search_attributes=search_attributes.ALL, rehearsal=True)
    async with running_server(plan) as server:
        write_addresses(tmp_path, Addresses(server.address, "", "", "default", True))
        yield Zhengming(tmp_path)


async def work_for_a_while(data: Path) -> None:
    """Let a worker catch up with everything."""
    settings = Settings.at(data)
    address = (data / "temporal.toml").read_text().split('address = "')[1].split('"')[0]
    client = await connect_to(address, KeyRing.load(settings.keys), identity="zhengming-worker")
    store = open_store(settings.database_url)
    async with build_worker(client, settings, store, file_outbox(settings)):
        await client.get_workflow_handle("CLAR-2026-1").query("matter")
    await store.close()


def test_without_a_server_a_command_gives_up_within_seconds(tmp_path: Path):
    zhengming = Zhengming(tmp_path)
    with running_up(tmp_path, "--rehearsal"):
        pass
    began = time.monotonic()

    said = zhengming.do("open", "CLAR-2026-1")

    assert time.monotonic() - began < 10
    assert said.code == 5
    assert "zhengming up" in said.error["message_en"]
    with running_up(tmp_path, "--rehearsal"):
        assert zhengming("show", "CLAR-2026-1").code == 4
        assert zhengming.do("open", "CLAR-2026-1").json["repeated"] is False


def test_where_nothing_was_ever_started_a_command_says_so(tmp_path: Path):
    write_sample(tmp_path, in_force=True)

    said = Zhengming(tmp_path).do("open", "CLAR-2026-1")

    assert said.code == 5


def test_a_record_store_that_is_away_is_reported_without_its_password(zhengming: Zhengming):
    url = "postgresql+psycopg://clerk:hush@127.0.0.1:1/records"
    said = zhengming.do("screen", "CLAR-2026-1")
    away = zhengming(
        "clarification", "review", "CLAR-2026-1", "--as", "li", "--json", ZHENGMING_DATABASE_URL=url
    )

    assert said.code == 4
    assert away.code == 5
    assert "hush" not in away.out + away.err


async def test_an_opening_that_no_worker_answered_is_healed_by_repeating_it(unstaffed: Zhengming):
    first = unstaffed.do("open", "CLAR-2026-1", "--wait", "1")
    assert first.code == 5
    assert "repeat" in first.error["message_en"]

    await work_for_a_while(unstaffed.data)
    again = unstaffed.do("open", "CLAR-2026-1")

    assert again.code == 0
    assert again.json["seq"] == [1]


async def test_a_message_is_taken_in_while_every_worker_is_away(unstaffed: Zhengming):
    first = unstaffed.do("apply", "CLAR-2026-1", by="he")
    assert (first.code, first.json["recorded"]) == (0, False)
    lead = unstaffed.do("register-lead", "CLAR-2026-1", by="he")
    assert lead.code == 0

    await work_for_a_while(unstaffed.data)

    kinds = [event["kind"] for event in unstaffed("show", "CLAR-2026-1", "--json").json["events"]]
    assert kinds == ["opened", "application_joined", "lead_registered"]


async def test_an_update_that_no_worker_answers_waits_no_longer_than_told(unstaffed: Zhengming):
    unstaffed.do("apply", "CLAR-2026-1", by="he")
    began = time.monotonic()

    said = unstaffed.do("screen", "CLAR-2026-1", "--wait", "1")

    assert time.monotonic() - began < 12
    assert said.code == 5
    assert "same key" in said.error["message_en"]


async def left_behind(data: Path, number: str, ago: timedelta, finding: str | None = None) -> None:
    """Reserve a number as a clerk did whose machine stopped before the matter was started."""
    store = open_store(Settings.at(data).database_url, lambda: datetime.now(UTC) - ago)
    await store.reserve(number, "clarification", "of another content", finding)
    await store.close()


async def finding_of_the_scenario(data: Path) -> str:
    """Take the number of the only opening away and return what it was about."""
    store = open_store(Settings.at(data).database_url)

    def take(connection: sa.Connection) -> str:
        finding = connection.execute(sa.select(numbers.c.finding)).scalar_one()
        connection.execute(sa.delete(numbers))
        return str(finding)

    finding = await store.database.write(take)
    await store.close()
    return finding


async def test_a_number_left_behind_by_a_crash_can_be_taken_again(unstaffed: Zhengming):
    await left_behind(unstaffed.data, "CLAR-2026-1", timedelta(seconds=90))

    assert unstaffed.do("open", "CLAR-2026-1", "--wait", "1").code == 5  # waits for a worker
    await work_for_a_while(unstaffed.data)

    assert unstaffed.do("open", "CLAR-2026-1").json["seq"] == [1]


async def test_a_number_that_was_just_taken_is_another_clerks(unstaffed: Zhengming):
    await left_behind(unstaffed.data, "CLAR-2026-1", timedelta(seconds=1))

    assert unstaffed.do("open", "CLAR-2026-1", "--wait", "1").error["rule"] == "design 4.8"


async def test_a_finding_left_behind_by_a_crash_can_have_its_matter(unstaffed: Zhengming):
    unstaffed.do("open", "CLAR-2026-1", "--wait", "1")
    finding = await finding_of_the_scenario(unstaffed.data)
    await left_behind(unstaffed.data, "CLAR-2026-8", timedelta(seconds=90), finding)

    assert unstaffed.do("open", "CLAR-2026-9", "--wait", "1").code == 5  # waits for a worker
    await work_for_a_while(unstaffed.data)

    assert unstaffed.do("open", "CLAR-2026-9").json["seq"] == [1]


async def test_a_number_whose_matter_waits_for_a_worker_is_not_given_back(unstaffed: Zhengming):
    unstaffed.do("open", "CLAR-2026-1", "--wait", "1")
    finding = await finding_of_the_scenario(unstaffed.data)
    await left_behind(unstaffed.data, "CLAR-2026-1", timedelta(days=1), finding)

    assert unstaffed.do("open", "CLAR-2026-1").error["rule"] == "design 4.8"
    assert unstaffed.do("open", "CLAR-2026-9").error["rule"] == "2.2"
