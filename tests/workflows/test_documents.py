"""Documents in a life on the real server: numbered and made once, whatever happens meanwhile."""

from hashlib import sha256

import sqlalchemy as sa
from temporalio.client import Client, WorkflowExecutionStatus

from activities.store import RecordStore
from activities.store.tables import papers
from starter.keys import KeyRing
from starter.papers import file_of
from starter.sealing import KeyRingSeal
from starter.server import RunningServer
from starter.settings import Settings
from tests.domain.parts import LETTER, MEETING, TALK, application, draft, plan
from tests.workflows.conftest import LETTERHEADS
from tests.workflows.lives import Office, ago
from tests.workflows.premises import new_task_queue, premises
from tests.workflows.test_crashes import dying_worker
from workflows.kinds.clarification import OpenClarification
from workflows.messages.matters import Carried
from workflows.picture import paper_orders


async def test_a_letter_is_drafted_numbered_made_and_carried_out_under_its_number(
    press: Office, press_settings: Settings
):
    matter = await (await press.opens()).reach("IMPLEMENTING")

    await matter.do("draft_document", copies=["某部"])
    (letter,) = await matter.all_made()
    wrong = {"kind": "clarification_letter", "number": "别处〔2026〕9号"}
    refusal = await matter.refused("carry_out", document=wrong)
    await matter.reach("end")

    assert letter.made is not None
    assert letter.made.number == f"某纪驻函〔{letter.order.dated.year}〕1号"
    assert refusal == "2.6"
    done = next(e for e in await matter.events() if e.kind == "method_done")
    assert done.fact["document"]["number"] == letter.made.number
    made = next(e for e in await matter.events() if e.kind == "document_made")
    assert made.actor["roles"] == ["registry"]
    file = await file_of(press.store, KeyRingSeal(KeyRing.load(press_settings.keys)), letter)
    assert sha256(file).hexdigest() == letter.made.sha256


async def test_the_same_draft_sent_twice_is_one_document(press: Office):
    matter = await (await press.opens()).reach("IMPLEMENTING")
    command = await matter.command("draft_document")

    receipts = [await matter.send(command, "draft-1") for _ in range(2)]
    await matter.all_made()

    assert receipts[0] == receipts[1]
    assert await matter.facts("document_drafted", "document_made") == [
        "document_drafted",
        "document_made",
    ]
    assert set((await press.store.register())[1].values()) == {1}


async def test_two_documents_at_once_have_two_numbers_of_one_series(press: Office):
    matter = await press.opens()
    matter.effect, matter.plan = {"range": "UNIT"}, plan(LETTER, TALK, MEETING)
    await matter.reach("IMPLEMENTING")

    await matter.do("draft_document", **draft("WRITTEN"))
    await matter.do("draft_document", **draft("FACE_TO_FACE"))
    await matter.do("draft_document", **draft("MEETING", "meeting_notice"))
    made = [making.made for making in await matter.all_made()]

    year = (await matter.today()).year
    assert sorted(fact.number for fact in made if fact) == [
        f"某纪驻函〔{year}〕1号",
        f"某纪驻函〔{year}〕2号",
        f"某纪驻通知〔{year}〕1号",
    ]


async def test_a_worker_killed_between_number_and_file_wastes_no_number(
    client: Client, server: RunningServer, press_settings: Settings, press_store: RecordStore
):
    queue = new_task_queue()
    async with premises(client, press_settings, press_store, task_queue=queue) as office:
        matter = await (await office.opens()).reach("IMPLEMENTING")
        command = await matter.command("draft_document")
    async with dying_worker(server, press_settings, queue, "number") as process:
        await matter.send(command)
        await process.wait()
    register, _ = await press_store.register()
    async with premises(client, press_settings, press_store, task_queue=queue):
        (letter,) = await matter.all_made()
        await matter.reach("end")

    assert [paper.sha256 for paper in register] == [None]
    assert letter.made is not None
    assert letter.made.number == register[0].number
    assert len((await press_store.register())[0]) == 1


async def test_an_office_without_letterhead_holds_up_nothing_but_the_closing_of_the_file(
    press: Office, press_settings: Settings
):
    (press_settings.data / "officers.toml").write_text("", encoding="utf-8")
    matter = await (await press.opens()).reach("IMPLEMENTING")
    await matter.do("draft_document")

    await matter.reach("COMPLETED")
    await matter.do("follow_up_effect")
    waiting = (await matter.handle.describe()).status
    filed = await matter.facts("file_closed")
    (press_settings.data / "officers.toml").write_text(LETTERHEADS, encoding="utf-8")
    result = await matter.timeline.finish()

    assert (waiting, filed) == (WorkflowExecutionStatus.RUNNING, [])
    assert result["closed"]
    assert (await matter.facts())[-2:] == ["document_made", "file_closed"]


async def test_a_run_makes_the_documents_that_the_run_before_left_to_it(
    press: Office, press_settings: Settings
):
    (press_settings.data / "officers.toml").write_text("", encoding="utf-8")
    matter = await (await press.opens()).reach("IMPLEMENTING")
    await matter.do("draft_document")
    life = await matter.life()
    await matter.handle.terminate()

    (press_settings.data / "officers.toml").write_text(LETTERHEADS, encoding="utf-8")
    unmade = paper_orders(life.decider, life.steps[-1])
    carried = Carried(state=life.state, unmade=unmade)
    await press.runs(OpenClarification(carried=carried), matter.number)
    (letter,) = await matter.all_made()
    await matter.reach("end")

    assert len(unmade) == 1
    assert letter.order == unmade[0]
    assert (await matter.result()).closed


async def test_a_file_that_is_lost_is_made_again_from_the_journal_byte_by_byte(
    press: Office, press_settings: Settings
):
    matter = await (await press.opens(application=application(str(ago(0))))).reach("EVALUATING")
    await matter.do("give_opinion", start=False, plan=None)
    await matter.do("countersign")
    await matter.do("draft_document")
    (reply,) = await matter.all_made()
    seal = KeyRingSeal(KeyRing.load(press_settings.keys))
    file = await file_of(press.store, seal, reply)

    lose = sa.update(papers).values(sealed=None)
    await press.store.database.write(lambda connection: connection.execute(lose))

    assert await file_of(press.store, seal, reply) == file
    await matter.do("serve_reply")
    assert (await matter.result()).closed
