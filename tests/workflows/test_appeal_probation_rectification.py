"""One life of each on the real server, in virtual time, unattended between what people do."""

import asyncio
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from temporalio.client import WorkflowHandle

from starter.timeline import Timeline
from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.appeal import builders as appeals
from tests.domain.probation import builders as probations
from tests.domain.rectification import builders as rectifications
from tests.workflows.lives import Office, clock_today, new_number
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import Command, today
from workflows.domain.procedure.shared import SettleNotice
from workflows.kinds import KINDS
from workflows.messages.matters import Receipt
from workflows.opening import Opening


class Alive:
    """A matter on the server, whose usual officers say what they usually say, today."""

    def __init__(self, office: Office, opening: Opening, usual: Mapping[str, Any]) -> None:
        self.office, self.number, self.usual = office, opening.number, usual
        self.kind: Any = opening.kind
        self.timeline = Timeline(office.client, self.number)

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        return self.office.client.get_workflow_handle(self.number)

    async def today(self) -> date:
        return today(await self.timeline.now())

    async def do(self, kind: str, **said: Any) -> Receipt:
        command = await self._command(kind, **said)
        receipt: Receipt = await self.handle.execute_update(
            kind, command, id=f"op-{uuid4()}", result_type=Receipt
        )
        return receipt

    async def tell(self, kind: str, times: int = 1, **said: Any) -> None:
        """Send one message, as often as its sender was in doubt."""
        command = await self._command(kind, **said)
        for _ in range(times):
            await self.handle.signal(kind, command)
        await self.timeline.settled()

    async def _command(self, kind: str, **said: Any) -> Command:
        actor, usual = self.usual[kind]
        rules = self.kind.decider.steps.rules
        (asked,) = [rule.command for rule in rules if rule.command.kind == kind]
        day = str(await self.today())
        command: Command = asked.model_validate({"actor": actor, **usual(day), **said})
        return command

    async def until(self, day: date) -> bool:
        """Let time pass until noon of a day in Shanghai; False if the matter closed on the way."""
        return await self.timeline.to(datetime.combine(day, time(12), tzinfo=SHANGHAI))

    async def due(self, key: str) -> date:
        view = await self.handle.query("matter")
        (due,) = [t["due"] for t in view["terms"] if t["key"] == key and not t["ended_on"]]
        return date.fromisoformat(due)

    async def ends(self, teller: str) -> Any:
        """Return what is left once it closed; nobody opened it, so its messages are told by hand.

        `teller` is a command that whoever tells may give as well.
        """
        actor, told = self.usual[teller][0], set[int]()
        while await self.timeline.is_running():
            for event in await self.office.store.events(self.number):
                if event.kind != "message_lost" or event.seq in told:
                    continue
                notice = f"{event.fact['message_seq']}/m{event.fact['index']}"
                command = SettleNotice(actor=actor, notice=notice, how="电话告知")
                await self.handle.execute_update(command.kind, command, result_type=Receipt)
                told.add(event.seq)
            await asyncio.sleep(0.02)
        return await self.handle.result()

    async def facts(self) -> list[str]:
        return [event.kind for event in await self.office.store.events(self.number)]


async def opened(office: Office, kind: str, request: Command, usual: Mapping[str, Any]) -> Alive:
    """Open a matter on the server, and wait until that is on record."""
    opening = Opening(KINDS[kind], request, HUBEI, CALENDAR)
    await office.client.start_workflow(
        opening.kind.workflow, opening.message, **opening.once(office.task_queue)
    )
    matter = Alive(office, opening, usual)
    await matter.handle.execute_update("opened")
    return matter


async def test_an_appeal_goes_through_both_stages_and_closes(office: Office):
    """Given an appeal by a route with two stages, then each runs, and it closes (1b, Art. 20)."""
    follow_up, day = f"{new_number()}-S1", clock_today()
    request = appeals.opening(
        appeals.SECOND_STAGE,
        number=f"{follow_up}-A1",
        follow_up=follow_up,
        served_on=day - timedelta(days=5),
        received_on=day,
    )
    matter = await opened(office, "appeal", request, appeals.FIRST_INSTANCE)
    for kind in ("accept_appeal", "begin_re_examination", "propose_conclusion"):
        await matter.do(kind)
    await matter.do("conclude_appeal")
    await matter.do("serve_answer")
    await matter.until(await matter.due("window"))

    await matter.tell("request_re_review", times=2)
    matter.usual = appeals.SECOND_INSTANCE
    for kind in ("accept_appeal", "begin_re_examination", "propose_conclusion"):
        await matter.do(kind)
    await matter.do("conclude_appeal")
    await matter.do("serve_answer")

    assert (await matter.ends("serve_answer"))["closed"]
    facts = await matter.facts()
    assert facts.count("re_review_requested") == 1
    assert facts.count("appeal_concluded") == 2


async def test_an_appeal_nobody_takes_further_closes_by_itself(office: Office):
    """Given a served answer, when window and grace pass unattended, then it closes (1b)."""
    follow_up, day = f"{new_number()}-S1", clock_today()
    request = appeals.opening(
        appeals.SECOND_STAGE,
        number=f"{follow_up}-A1",
        follow_up=follow_up,
        served_on=day,
        received_on=day,
    )
    matter = await opened(office, "appeal", request, appeals.FIRST_INSTANCE)
    for kind in ("accept_appeal", "begin_re_examination", "propose_conclusion"):
        await matter.do(kind)
    await matter.do("conclude_appeal")
    await matter.do("serve_answer")
    last_day = await matter.due("window")

    await matter.until(last_day + timedelta(days=60))

    events = await office.store.events(matter.number)
    closed = next(event for event in events if event.kind == "appeal_closed")
    assert closed.effective_on > last_day


async def test_a_probation_ends_by_itself_and_is_evaluated(office: Office):
    """Given a probation of a month, when it is over unattended, then it is evaluated (5.1)."""
    case = new_number()
    request = probations.opening(number=f"{case}-P1", case=case, months=1)
    matter = await opened(office, "probation", request, probations.USUAL)
    await matter.do("approve_probation")
    await matter.do("notify_probation")
    await matter.tell("rectification_report", times=2)
    last_day = await matter.due("probation")

    await matter.until(last_day)
    assert "period_ended" not in await matter.facts()
    await matter.until(last_day + timedelta(days=1))
    await matter.do("evaluate")
    await matter.do("settle_result")
    await matter.do("tell_result")

    assert (await matter.ends("tell_result"))["closed"]
    facts = await matter.facts()
    assert facts.count("report_received") == 1
    assert facts.index("period_ended") < facts.index("evaluated")


async def test_a_rectification_is_reminded_at_its_nodes_and_written_off(office: Office):
    """Given a plan, when its nodes pass unattended, then they are flagged, and it ends (3.13)."""
    case = new_number()
    request = rectifications.opening(number=f"{case}-R1", case=case, issued_on=clock_today())
    matter = await opened(office, "rectification", request, rectifications.USUAL)
    await matter.do("submit_plan")
    await matter.until(await matter.due("node_2") + timedelta(days=1))
    await matter.do("report_completion")
    await matter.do("verify_on_site")
    await matter.do("write_off")
    await matter.do("waive_look_back")

    assert (await matter.ends("verify_on_site"))["closed"]
    events = await office.store.events(matter.number)
    late = [event.fact["term"] for event in events if event.kind == "went_overdue"]
    assert late == ["node_1", "node_2"]
