"""What the rules refuse, through the whole system: exit code 3 or 4, and nothing half done."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import DeleteWorkflowExecutionRequest
from temporalio.service import RPCError

from activities.store import open_store
from starter.connection import connect
from starter.handing_in import prepare
from starter.kinds import GROUPS
from starter.officers import actor_of
from starter.paths import database_url
from starter.payloads import read_payload
from starter.settings import Settings
from tests.starter.cli import SCENARIOS, Zhengming
from workflows.domain.clarification.commands import Open


def events_of(zhengming: Zhengming, case: str) -> list[str]:
    said = zhengming("show", case, "--json")
    return [event["kind"] for event in said.json["events"]] if said.code == 0 else []


@pytest.mark.parametrize(
    ("name", "officer", "rule"),
    [
        ("approve", "zhao", "2.8"),  # wrong order
        ("screen", "wang", "0.5"),  # wrong role
        ("screen", "he", "2.7"),  # wrong organ
    ],
)
def test_a_refused_command_names_the_rule_and_leaves_no_trace(
    zhengming: Zhengming, opened: str, name: str, officer: str, rule: str
):
    said = zhengming.do(name, opened, by=officer)

    assert said.code == 3
    assert said.error["rule"] == rule
    assert events_of(zhengming, opened) == ["opened"]


def test_a_date_that_has_not_come_is_refused(zhengming: Zhengming, opened: str):
    ahead = (datetime.now(UTC) + timedelta(days=3)).date()

    said = zhengming.do("screen", opened, "--on", str(ahead))

    assert (said.code, said.error["rule"]) == (3, "0.3")
    assert events_of(zhengming, opened) == ["opened"]


def test_the_same_command_twice_has_one_effect(zhengming: Zhengming, opened: str):
    first = zhengming.do("screen", opened)
    second = zhengming.do("screen", opened)

    assert second.json == {**first.json, "repeated": True}
    assert events_of(zhengming, opened) == ["opened", "screened"]


def test_a_key_stands_for_one_command(zhengming: Zhengming, opened: str):
    assert zhengming.do("screen", opened, "--key", "monday").code == 0

    said = zhengming.do("give-opinion", opened, "--key", "monday")

    assert (said.code, said.error["rule"]) == (3, "design 4.1")
    assert "--key" in said.error["message_en"]
    assert events_of(zhengming, opened) == ["opened", "screened"]


def test_an_opening_that_breaks_a_rule_takes_no_number(
    zhengming: Zhengming, case: str, finding: tuple
):
    refused = zhengming.do("open", case, *finding, by="wang")
    ahead = (datetime.now(UTC) + timedelta(days=3)).date()
    early = zhengming.do("open", case, *finding, "--set", f"verification.ended_on={ahead}")

    assert (refused.code, refused.error["rule"]) == (3, "0.5")
    assert (early.code, early.error["rule"]) == (3, "0.3")
    assert zhengming.do("open", case, *finding).code == 0


def test_the_same_opening_twice_is_one_matter(
    zhengming: Zhengming, opened: str, finding: tuple, case: str
):
    said = zhengming.do("open", case, *finding)

    assert said.code == 0
    assert said.json["repeated"] is True
    assert said.json["seq"] == [1]


def test_a_number_belongs_to_one_matter(zhengming: Zhengming, opened: str, finding: tuple):
    said = zhengming.do("open", opened, *finding, "--set", "subject.reference=S-OTHER")

    assert said.code == 3
    assert opened in said.error["message_en"]


def test_a_finding_has_one_matter(zhengming: Zhengming, opened: str, finding: tuple):
    other = opened.replace("CLAR", "OTHER")

    said = zhengming.do("open", other, *finding)

    assert said.code == 3
    assert opened in said.error["message_zh"]
    assert zhengming("show", other, "--json").code == 4


def test_a_second_round_is_never_mistaken_for_the_first(zhengming: Zhengming, opened: str):
    zhengming.do("screen", opened)
    first = zhengming.do("give-opinion", opened, by="ma")
    assert zhengming.do("return-opinion", opened, by="li").code == 0

    guessed = zhengming.do("give-opinion", opened, by="ma")
    meant = zhengming.do("give-opinion", opened, "--key", "second-round", by="ma")

    assert first.code == 0
    assert guessed.code == 3
    assert "--key" in guessed.error["message_zh"]
    assert meant.code == 0
    assert meant.json["seq"][0] > first.json["seq"][0]


def test_an_opening_that_crashed_after_its_reservation_is_healed_by_repeating_it(
    zhengming: Zhengming, case: str, finding: tuple
):
    asyncio.run(reserve(zhengming.data, case, finding[1]))

    said = zhengming.do("open", case, *finding)

    assert said.code == 0
    assert said.json["repeated"] is False


async def reserve(data: Path, case: str, setting: str) -> None:
    payload = read_payload(str(SCENARIOS / "open.yaml"), [setting])
    group = GROUPS["clarification"]
    opening = prepare(group, Open, case, payload, actor_of(data, "li")).opening
    assert opening is not None
    store = open_store(database_url(data, {}))
    await store.reserve(case, "clarification", opening.digest, opening.finding)
    await store.close()


def test_a_number_stays_taken_when_the_server_has_forgotten_it(
    zhengming: Zhengming, opened: str, finding: tuple
):
    asyncio.run(forget(zhengming.data, opened))

    same = zhengming.do("open", opened, *finding)
    other = zhengming.do("open", opened, *finding, "--set", "subject.reference=S-OTHER")
    later = zhengming.do("screen", opened)

    assert (same.code, same.json["repeated"]) == (0, True)
    assert other.code == 3
    assert later.code == 1
    assert events_of(zhengming, opened) == ["opened"]


async def forget(data: Path, number: str) -> None:
    client = await connect(Settings.at(data))
    await client.workflow_service.delete_workflow_execution(
        DeleteWorkflowExecutionRequest(
            namespace="default", workflow_execution=WorkflowExecution(workflow_id=number)
        )
    )
    with contextlib.suppress(RPCError):
        while True:
            await client.get_workflow_handle(number).describe()
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("name", ["screen", "register-lead"])
def test_an_unknown_matter_is_said_to_be_none(zhengming: Zhengming, name: str):
    said = zhengming.do(name, "CLAR-1999-1")

    assert said.code == 4
    assert "CLAR-1999-1" in said.error["message_en"]
    assert zhengming("advance", "CLAR-1999-1", "--days", "1").code == 4


def test_a_rehearsal_only_moves_forward(zhengming: Zhengming, opened: str):
    said = zhengming("advance", opened, "--to", "2020-01-01", "--json")

    assert said.code == 2
    assert "--to" in said.error["message_en"]


@pytest.mark.parametrize("name", ["register-lead", "note-false-accusation"])
def test_a_recused_officer_sends_no_message_either(zhengming: Zhengming, opened: str, name: str):
    zhengming.do("recuse-officer", opened, "--set", "officer=wu")

    said = zhengming.do(name, opened, by="wu")

    assert (said.code, said.error["rule"]) == (3, "P2")
    assert events_of(zhengming, opened) == ["opened", "officer_recused"]


def test_a_second_return_is_never_mistaken_for_the_first(zhengming: Zhengming, opened: str):
    # Given an opinion that was returned, given anew and studied again
    zhengming.do("screen", opened)
    zhengming.do("give-opinion", opened)
    zhengming.do("record-study", opened)
    assert zhengming.do("return-opinion", opened, by="wang").code == 0
    zhengming.do("give-opinion", opened, "--key", "give-2")
    zhengming.do("record-study", opened, "--key", "study-2")

    # When it is returned in the same words
    silent = zhengming.do("return-opinion", opened, by="wang")
    said = zhengming.do("return-opinion", opened, "--key", "return-2", by="wang")

    # Then the clerk must say that it is another return
    assert (silent.code, silent.error["rule"]) == (3, "design 4.1")
    assert said.code == 0
    assert events_of(zhengming, opened)[-1] == "opinion_returned"
