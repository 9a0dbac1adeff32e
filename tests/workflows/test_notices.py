"""Notices on their way: a stuck one holds nothing up, an impossible one becomes somebody's work."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from temporalio.client import Client, WorkflowExecutionStatus

from activities.store import RecordStore
from starter.settings import Settings
from tests.domain.parts import application
from tests.mail_server import PostOffice, mail_server
from tests.workflows.faults import UnreliableOutbox
from tests.workflows.lives import Matter, Office, ago
from tests.workflows.mailing import at_any_hour, mailing
from tests.workflows.premises import premises


@pytest.fixture
def outbox(tmp_path: Path) -> UnreliableOutbox:
    return UnreliableOutbox(tmp_path / "outbox")


@pytest.fixture
async def clogged(
    client: Client, installation: Settings, served_store: RecordStore, outbox: UnreliableOutbox
) -> AsyncIterator[Office]:
    """An office whose outbox can be stuck."""
    async with premises(client, installation, served_store, outbox) as office:
        yield office


@pytest.fixture
async def remote(
    client: Client, installation: Settings, served_store: RecordStore, tmp_path: Path
) -> AsyncIterator[Office]:
    """An office with a wrong address: the mail server does not know whoever approves."""
    post_office = PostOffice()
    post_office.refused = {"zhao@office.example": "550 5.1.1 User unknown"}
    async with mail_server(post_office) as port:
        settings = mailing(installation, tmp_path, port, "zhao")
        async with premises(client, settings, served_store) as office:
            yield office


async def test_a_stuck_outbox_delays_no_step_and_ends_no_matter(
    clogged: Office, outbox: UnreliableOutbox, tmp_path: Path
):
    outbox.stuck = True

    matter = await (await clogged.opens()).reach("end")
    still = (await matter.handle.describe()).status
    outbox.stuck = False
    result = await matter.timeline.finish()

    assert still is WorkflowExecutionStatus.RUNNING
    assert result["closed"]
    letters = list((tmp_path / "outbox").glob(f"{matter.number}-*.txt"))
    assert len(letters) == len(await matter.notices())


async def test_an_application_after_the_file_is_closed_reopens_it_for_a_reply(
    clogged: Office, outbox: UnreliableOutbox
):
    outbox.stuck = True
    matter = await (await clogged.opens()).reach("end")
    closed = await matter.view()

    await matter.tell("apply", application=application(str(ago(0))))
    reopened = await matter.view()
    outbox.stuck = False
    await matter.do("serve_reply")
    await matter.timeline.finish()

    assert (closed.closed, reopened.closed) == (True, False)
    assert [item.action for item in reopened.work_items] == ["serve-reply"]
    assert (await matter.facts())[-4:] == [
        "file_closed",
        "application_joined",
        "reply_served",
        "file_closed",
    ]
    assert (await matter.stored()).closed


async def undeliverable(matter: Matter) -> str:
    """Wait until the matter knows that a notice cannot arrive; return it as seq/index."""
    while not await matter.facts("notice_undeliverable"):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    (event,) = [e for e in await matter.events() if e.kind == "notice_undeliverable"]
    return f"{event.fact['notice_seq']}/{event.fact['index']}"


async def test_a_notice_that_can_never_arrive_is_an_event_and_somebodys_work(remote: Office):
    matter = await (await at_any_hour(remote)).reach("AWAITING_APPROVAL")

    notice = await undeliverable(matter)
    view = await matter.view()

    assert "undeliverable" in view.tags
    assert [item.action for item in view.work_items] == ["approve", "settle-notice"]
    assert (await matter.stored()).work_items == view.work_items
    assert notice.split("/")[1] == "0"


@pytest.mark.parametrize("others", [("li",), ()])
async def test_one_dead_address_is_one_work_item_while_others_of_its_role_are_told(
    client: Client,
    installation: Settings,
    served_store: RecordStore,
    tmp_path: Path,
    others: tuple[str, ...],
):
    """What nobody got is noted each time."""
    post_office = PostOffice()
    post_office.refused = {"wu@office.example": "550 5.1.1 User unknown"}
    async with mail_server(post_office) as port:
        settings = mailing(installation, tmp_path, port, "wu", *others)
        async with premises(client, settings, served_store) as office:
            matter = await (await at_any_hour(office)).reach("COMPLETED")
            while "queued" in (told := await fates(matter, "undertaking_department")):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            expected = 1 if others else len(told)
            while len(await matter.facts("notice_undeliverable")) < expected:  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            await matter.do("follow_up_effect")
            noted = [e for e in await matter.events() if e.kind == "notice_undeliverable"]
            items = (await matter.view()).work_items

    assert len(told) > 2
    assert len(noted) == expected
    key = f"{noted[0].fact['notice_seq']}/{noted[0].fact['index']}"
    assert noted[0].text_zh == f"通知 {key} 未能送达承办部门 wu（邮箱 550），请另行告知。"
    assert noted[0].text_en.startswith(f"Notice {key} did not reach ")
    assert noted[0].text_en.endswith(" wu (mail 550); tell them otherwise.")
    lost = [item.text_zh for item in items if item.action == "settle-notice"]
    assert lost[0] == f"通知 {key} 未能送达承办部门 wu（邮箱 550），请另行告知"
    assert len(lost) == len(noted)


async def test_who_is_lost_is_told_at_once_though_the_others_server_stays_away(
    client: Client, installation: Settings, served_store: RecordStore, tmp_path: Path
):
    post_office = PostOffice()
    post_office.refused = {
        "wu@office.example": "550 5.1.1 User unknown",
        "li@office.example": "451 4.7.1 later",
    }
    async with mail_server(post_office) as port:
        settings = mailing(installation, tmp_path, port, "wu", "li")
        async with premises(client, settings, served_store) as office:
            matter = await (await at_any_hour(office)).reach("EVALUATING")
            while not await matter.facts("notice_undeliverable"):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            while_waiting = await fates(matter, "undertaking_department")
            items = [item.action for item in (await matter.view()).work_items]
            post_office.refused.pop("li@office.example")
            await matter.timeline.ahead(timedelta(hours=2))
            after = await fates(matter, "undertaking_department")

    assert "queued" in while_waiting
    assert "settle-notice" in items
    assert set(after) == {"undeliverable"}
    assert [mail["To"] for mail in post_office.mails] == ["li@office.example"] * len(after)


async def fates(matter: Matter, role: str) -> list[str]:
    """Return what has become of each notice to a role."""
    keys = [(event.seq, index) for event in await matter.events() for index in range(5)]
    kept = [await matter.office.store.notice(matter.number, *key) for key in keys]
    return [stored.fate.state for stored in kept if stored and stored.notice.to_role == role]


async def test_a_file_closes_only_when_an_impossible_notice_is_settled(remote: Office):
    matter = await (await at_any_hour(remote)).reach("AWAITING_APPROVAL")
    notice = await undeliverable(matter)
    await matter.reach("COMPLETED")

    await matter.do("follow_up_effect")
    waiting = await matter.view()
    unknown = await matter.refused("settle_notice", notice="99/0")
    receipt = await matter.do("settle_notice", notice=notice)

    assert not waiting.closed
    assert [item.action for item in waiting.work_items] == ["settle-notice"]
    assert unknown == "0.3"
    assert [event.kind for event in receipt.events] == ["notice_settled", "file_closed"]
    assert (await matter.result()).closed
