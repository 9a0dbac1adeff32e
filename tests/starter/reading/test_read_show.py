import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from temporalio.client import Client

from activities.store import RecordStore, open_store
from starter.settings import Settings
from tests.domain.builders import opening
from tests.domain.parts import CALENDAR_DATA, PACK, verification
from tests.postgres import PostgresCluster
from tests.starter.reading.lives import ALL, INTERNAL, PERSON, Answer, ask, fill
from tests.starter.warm import ROOT
from workflows.clarification import ClarificationWorkflow
from workflows.kinds.clarification import OpenClarification


def test_a_matter_is_shown_with_everything_the_contract_names(office: Path):
    shown = ask(office, "show", "CLAR-2026-0001", "--json").document

    assert shown["matter"] == "CLAR-2026-0001"
    assert shown["kind"] == "clarification"
    assert shown["stage"] == "70 Prior notice 事前听取意见"
    assert shown["rule_pack"] == {"id": PACK.id, "version": PACK.version, "hash": PACK.hash}
    assert shown["opened_at"].startswith("2026-03-10T04:00")
    assert shown["today"] == "2026-03-27"
    running = shown["terms"][0]
    assert running["key"] == "implementation"
    assert (running["anchor"], running["due"]) == ("2026-03-25", "2026-04-01")
    assert (running["remaining_days"], running["remaining_working_days"]) == (5, 3)
    assert running["overdue"] is False
    assert [term["ended_on"] for term in shown["terms"][1:]] == ["2026-03-20", "2026-03-25"]
    assert [event["seq"] for event in shown["events"]] == list(range(1, 9))
    assert shown["events"][0] == {
        "seq": 1,
        "kind": "opened",
        "at": "2026-03-10T04:00:00.000000Z",
        "effective_on": "2026-03-10",
        "actor": {
            "officer": "li",
            "organ": "DW",
            "roles": ["undertaking_department"],
            "department": "D3",
        },
        "text_zh": "承办部门主动立项。",
        "text_en": "Opened by the undertaking department on its own.",
    }


def test_a_work_item_comes_with_the_command_that_does_it(office: Path):
    item = ask(office, "show", "CLAR-2026-0001", "--json").document["work_items"][0]

    assert (item["action"], item["role"], item["organ"], item["due"]) == (
        "hear-opinion",
        "undertaking_department",
        "DW",
        "2026-04-01",
    )
    assert item["command"] == (
        "zhengming clarification hear-opinion CLAR-2026-0001 --as 编号 --file 内容.yaml"
    )


def test_an_officer_of_the_profile_need_not_be_named_again(office: Path):
    said = ask(office, "show", "CLAR-2026-0001", ZHENGMING_OFFICER="li").out

    assert "hear-opinion CLAR-2026-0001 --file" in said


def test_people_read_where_a_matter_stands(office: Path):
    said = ask(office, "show", "CLAR-2026-0001").out

    assert "CLAR-2026-0001 · 澄清正名 · 事前听取意见" in said
    assert f"xuchang-2023@2 · {PACK.hash[:12]}" in said
    assert "现在    2026-03-27 12:0" in said
    assert "余 3 个工作日" in said
    assert "zhao（SJW）" in said


def test_a_matter_reads_in_english(office: Path):
    said = ask(office, "show", "CLAR-2026-0001", "--lang", "en").out

    assert "CLAR-2026-0001 · clarification · Prior notice" in said
    assert "3 working days" in said
    assert "give prior notice and hear the opinion" in said


def test_a_term_is_overdue_although_no_worker_was_there_to_say_so(office: Path):
    before = ask(office, "show", "CLAR-2026-0001", "--json").document
    assert [term["overdue"] for term in before["terms"]] == [False, False, False]

    asyncio.run(_move_clock(office, "CLAR-2026-0001", days=30))
    shown = ask(office, "show", "CLAR-2026-0001", "--json").document
    said = ask(office, "show", "CLAR-2026-0001").out
    asyncio.run(_move_clock(office, "CLAR-2026-0001", days=0))

    assert [term["overdue"] for term in shown["terms"]] == [True, False, False]
    assert shown["work_items"][0]["overdue"] is True
    assert "逾期 25 天" in said


async def _move_clock(data: Path, number: str, days: int) -> None:
    store = open_store(f"sqlite:///{data / 'records.db'}")
    start = datetime(2026, 3, 27, 4, tzinfo=UTC)
    skew = start + timedelta(days=days) - datetime.now(UTC)
    await store.set_clock_skew(number, int(skew.total_seconds()))
    await store.close()


def test_a_suspended_term_has_no_due_date_and_is_never_overdue(office: Path):
    shown = ask(office, "show", "CLAR-2026-0003", "--json").document

    term = shown["terms"][0]
    assert (term["key"], term["due"], term["suspended"]) == ("evaluation", None, True)
    assert term["overdue"] is False
    assert term["remaining_working_days"] is None
    assert "中止" in ask(office, "show", "CLAR-2026-0003").out


def test_a_date_beyond_the_published_years_says_so(office: Path):
    term = ask(office, "show", "CLAR-2026-0006", "--json").document["terms"][0]

    assert term["key"] == "approval"
    assert term["provisional"] is True
    assert f"{term['due']}（暂定）" in ask(office, "show", "CLAR-2026-0006").out


def test_a_filed_matter_asks_nothing_of_anybody(office: Path):
    shown = ask(office, "show", "CLAR-2026-0002", "--json").document

    assert shown["closed"] is True
    assert shown["work_items"] == []
    assert all(term["ended_on"] for term in shown["terms"])
    assert "没有待办" in ask(office, "show", "CLAR-2026-0002").out


def test_a_matter_without_a_running_clock_is_shown(office: Path):
    shown = ask(office, "show", "CLAR-2026-0004", "--json").document

    assert shown["terms"] == []
    assert {item["due"] for item in shown["work_items"]} == {None}
    assert "没有期限" in ask(office, "show", "CLAR-2026-0004").out


@pytest.mark.parametrize("life", ALL.values(), ids=lambda life: life.state.number)
def test_nobody_is_named_and_no_internal_factor_is_told(office: Path, life):
    for command in (("show",), ("file",), ("file", "--json")):
        said = ask(office, *command, life.state.number).out

        assert life.state.number in said
        assert PERSON not in said
        assert INTERNAL not in said
        assert "反映的问题" not in said


@pytest.mark.parametrize("command", [("show",), ("why", "evaluation"), ("file",)])
@pytest.mark.parametrize("number", ["CLAR-2026-9999", "clar-2026-0001", "", "' OR 1=1 --"])
def test_an_unknown_number_is_refused_as_such(office: Path, command, number: str):
    name, *more = command

    answer = ask(office, name, *more[:0], "--json", "--", number, *more)

    assert answer.code == 4
    assert answer.document["error"]["exit_code"] == 4
    assert answer.document["error"]["message_en"].startswith("There is no matter")
    assert len(answer.err.splitlines()) == 1


def test_half_a_character_is_no_number(office: Path):
    answer = ask(office, "show", "CLAR-\udcff")

    assert answer.code == 4
    assert "Bug" not in answer.err


@pytest.mark.parametrize(
    "arguments", [("show", "X"), ("why", "X", "t"), ("due",), ("file", "X"), ("records", "verify")]
)
def test_a_missing_store_says_what_to_do_and_makes_none(tmp_path: Path, arguments):
    answer = ask(tmp_path, *arguments, "--json")

    assert answer.code == 5
    assert "zhengming up" in answer.document["error"]["message_zh"]
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_does_not_answer_is_told_without_its_password(tmp_path: Path):
    url = "postgresql+psycopg://clerk:hush@127.0.0.1:1/records"

    answer = ask(tmp_path, "due", ZHENGMING_DATABASE_URL=url)

    assert answer.code == 5
    assert "hush" not in answer.err
    assert len(answer.err.splitlines()) == 1


def test_a_secret_that_is_not_there_is_told(tmp_path: Path):
    missing = str(tmp_path / "url")

    assert ask(tmp_path, "due", ZHENGMING_DATABASE_URL_FILE=missing).code == 5


async def test_a_store_on_postgresql_answers_the_same(
    office: Path, postgres_cluster: PostgresCluster
):
    url = postgres_cluster.new_database()
    store = open_store(url)
    await store.migrate()
    await fill(store)
    await store.close()

    for command in (("show", "CLAR-2026-0001"), ("why", "CLAR-2026-0003", "evaluation")):
        here = (await asyncio.to_thread(ask, office, *command, "--json")).document
        there = await asyncio.to_thread(ask, office, *command, "--json", ZHENGMING_DATABASE_URL=url)
        assert there.document | {"now": "", "clock_skew_seconds": 0} == here | {
            "now": "",
            "clock_skew_seconds": 0,
        }


async def test_a_matter_of_the_real_server_is_shown(
    client: Client, worker: Settings, served_store: RecordStore, number: str
):
    today = (datetime.now(UTC) + timedelta(hours=8)).date().isoformat()
    request = opening(number=number, verification=verification(today))
    handle = await client.start_workflow(
        ClarificationWorkflow.run,
        OpenClarification(request=request, pack=PACK, calendar=CALENDAR_DATA),
        id=number,
        task_queue=worker.task_queue,
    )
    await handle.execute_update(ClarificationWorkflow.opened)

    answer = await _ask_beside_the_server(worker.data, "show", number, "--json")
    listed = await _ask_beside_the_server(worker.data, "due", "--json")

    assert answer.document["stage"].startswith("20 ")
    assert answer.document["work_items"][0]["action"] == "screen"
    assert number in [item["matter"] for item in listed.document["items"]]


async def _ask_beside_the_server(data: Path, *arguments: str) -> Answer:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "starter", *arguments, "--data", str(data)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate()
    return Answer(process.returncode or 0, out.decode(), err.decode())
