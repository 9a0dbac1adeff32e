"""Linked matters on the real server: a case, its follow-ups, appeals, probations, rectifications.

What people do is tried on the pure rules first, from the journal as it stands, and then done on
the server: every step also proves that the two agree on what follows.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from temporalio.client import WorkflowHandle, WorkflowUpdateFailedError
from temporalio.exceptions import ApplicationError

from starter.clocks import catching_up
from starter.desk import Desk
from starter.lockstep import Convoy
from starter.sending import send_signal
from starter.starting import send_opening
from starter.timeline import Timeline
from tests.domain.accountability.builders import LEAVE
from tests.domain.accountability.builders import opening as case_opening
from tests.domain.accountability.parts import PRINCIPAL, doc, lead
from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.appeal import builders as appeals
from tests.domain.follow_up import builders as follow_ups
from tests.domain.follow_up.next_steps import catch_up, next_day
from tests.domain.probation import builders as probations
from tests.domain.rectification import builders as rectifications
from tests.workflows.lives import Office, clock_today
from tests.workflows.noting import Noting, NotingCase
from workflows.domain.calendars import SHANGHAI
from workflows.domain.lifecycle import Command, today
from workflows.domain.roles import Role
from workflows.kinds import KINDS
from workflows.messages.matters import Receipt
from workflows.messages.records import EventRecord
from workflows.opening import Opening
from workflows.picture import retold

_numbers = itertools.count(1)
NOT_PEOPLE = {Role.CALENDAR, Role.REGISTRY, Role.LINKED_MATTER}

Script = Callable[[Any, str], Any]
"""What people do next, given the pure life of a matter and the day (ISO)."""


def new_case_number() -> str:
    """A case number that no other test of this process has."""
    return f"CASE-2026-{next(_numbers):04}"


@dataclass
class Dossier:
    """One matter under way on the server, with those who usually act in it."""

    office: Office
    number: str
    kind: str
    usual: Mapping[str, Any] = field(default_factory=dict)
    subjects: tuple[dict[str, Any], ...] = ()
    choices: dict[str, dict[str, Any]] = field(default_factory=dict)
    """What is said otherwise than usual, by command."""
    told: list[Any] = field(default_factory=list)
    """The life as it was last read: a journal only grows."""

    @property
    def handle(self) -> WorkflowHandle[Any, Any]:
        return self.office.client.get_workflow_handle(self.number)

    @property
    def timeline(self) -> Timeline:
        return Timeline(self.office.client, self.number)

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    async def act(self, script: Script) -> list[Receipt]:
        """Let people do what a script says today; the server must do what the rules foretold."""
        known = len(await self.events())
        life = await self.life()
        day = await self.today()
        script(life, str(day))
        receipts = [receipt for command in life.said if (receipt := await self.send(command))]
        done = [e.kind for e in (await self.events())[known:] if by_people(e.actor["roles"])]
        new = [step.event for step in life.steps[known:]]
        assert done == [event.fact.kind for event in new if by_people(event.actor.roles)]
        return receipts

    async def do(self, kind: str, **fields: Any) -> Receipt | None:
        """Let the usual officer, or `by`, give one command; unsaid fields are the usual ones."""
        receipts = await self.act(lambda life, day: life.do(kind, day, **fields))
        return receipts[-1] if receipts else None

    async def refused(self, kind: str, **fields: Any) -> str:
        """Return the rule by which the server refuses a command, which the rules refuse as well."""
        life, day = await self.life(), str(await self.today())
        command = life.command(kind, day, **fields)
        with pytest.raises(WorkflowUpdateFailedError) as caught:
            await self.send(command)
        assert isinstance(caught.value.cause, ApplicationError)
        assert life.refused(kind, day, **fields).rule == caught.value.cause.details[0]
        return str(caught.value.cause.details[0])

    async def send(self, command: Command, key: str = "") -> Receipt | None:
        """Hand in a command: an update, or a signal that is taken in when this returns."""
        if type(command) in KINDS[self.kind].signals:
            await send_signal(desk(self.office), self.number, command)
            await self.rest()
            return None
        receipt: Receipt = await self.handle.execute_update(
            command.kind, command, id=key or f"op-{uuid4()}", result_type=Receipt
        )
        return receipt

    async def reach(self, until: str) -> "Dossier":
        """Take a case on the usual way to a stage, where its people alone can bring it."""
        while (stage := (await self.life()).stage) != until:
            await self.act(lambda life, day, stage=stage: LEAVE[stage](life))
        await self.rest()
        return self

    # ── time ─────────────────────────────────────────────────────────────────────────────────

    async def today(self) -> date:
        return today(await self.timeline.now())

    async def until(self, day: date, hour: int = 12) -> bool:
        """Let time pass until an hour of a day in Shanghai; False if it closed on the way."""
        return await self.timeline.to(datetime.combine(day, time(hour), tzinfo=SHANGHAI))

    async def together(self, day: date, hour: int = 12) -> None:
        """Let time pass until an hour of a day in this matter and all that are linked to it."""
        await self._convoy().move(datetime.combine(day, time(hour), tzinfo=SHANGHAI))

    async def rest(self) -> None:
        """Wait until everything that was said among linked matters is heard and on record."""
        await self._convoy().at_rest()

    def _convoy(self) -> Convoy:
        return Convoy(desk(self.office), self.number)

    async def result(self) -> Any:
        """Return what the matter leaves behind once it is over."""
        return await self.handle.result()

    async def attend(self, *ends: "Dossier") -> None:
        """Let everybody do in these follow-ups what is due, day after day, until all are over.

        All that is linked to this matter keeps their time.
        """
        while waiting := [await each.life() for each in ends if not await each.over()]:
            day = min(filter(None, map(next_day, waiting)))
            await self.together(max(day, await self.today() + timedelta(days=1)))
            for each in ends:
                if not await each.over():
                    await each.act(partial(catch_up, **each.choices))
            await self.rest()

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    async def life(self) -> Any:
        """Return the matter as its journal tells it, on its own day."""
        kind, events = KINDS[self.kind], await self.events()
        if len(self.told) != len(events):
            self.told = retold(kind.decider, events)
        steps = list(self.told)
        if self.kind == "accountability_case":
            life = NotingCase(steps, self.subjects, **self.choices)
            life.day = await self.today()
            return life
        decider: Any = kind.decider
        commands = tuple(rule.command for rule in decider.steps.rules)
        return Noting(decider, commands, self.usual, steps)

    async def state(self) -> Any:
        return (await self.life()).state

    async def ending(self) -> str | None:
        """Return how a follow-up ended."""
        return (await self.state()).ending

    async def over(self) -> bool:
        """Say whether nothing is left to do."""
        return bool((await self.life()).over)

    async def stage(self) -> str:
        return str((await self.life()).stage)

    async def events(self, *kinds: str) -> list[EventRecord]:
        """Return what happened, in order; all, or those of `kinds`."""
        events = await self.office.store.events(self.number)
        return [e for e in events if not kinds or e.kind in kinds]

    async def facts(self, *kinds: str) -> list[str]:
        return [event.kind for event in await self.events(*kinds)]

    async def due(self, key: str) -> date:
        """Return when a running term is due, as the matter shows it."""
        view = await self.handle.query("matter")
        (due,) = [t["due"] for t in view["terms"] if t["key"] == key and not t["ended_on"]]
        return date.fromisoformat(due)

    async def runs(self) -> int:
        """Return how many runs the matter has had."""
        listed = self.office.client.list_workflows(f"WorkflowId = '{self.number}'")
        return len([run async for run in listed])

    async def weight(self) -> tuple[int, int]:
        """Return how many events and bytes of history the server keeps of the newest run."""
        info = (await self.handle.describe()).raw_description.workflow_execution_info
        return info.history_length, info.history_size_bytes

    # ── linked matters ───────────────────────────────────────────────────────────────────────

    def follow_up(self, ref: str, **choices: dict[str, Any]) -> "Dossier":
        number = f"{self.number}-{ref}"
        usual = follow_ups.USUAL
        return Dossier(self.office, number, "subject_follow_up", usual=usual, choices=choices)

    def appeal(self, serial: int = 1) -> "Dossier":
        return Dossier(self.office, f"{self.number}-A{serial}", "appeal", usual=appeals.OTHERS)

    def probation(self, serial: int = 1) -> "Dossier":
        return Dossier(self.office, f"{self.number}-P{serial}", "probation", usual=probations.USUAL)

    def rectification(self, serial: int = 1) -> "Dossier":
        return Dossier(
            self.office, f"{self.number}-R{serial}", "rectification", usual=rectifications.USUAL
        )


def desk(office: Office) -> Desk:
    """Return the clerks' desk of an office, where linked matters share one time."""
    catch_up = catching_up(office.client, office.store)
    return Desk(office.client, office.store, office.task_queue, wait=60.0, catch_up=catch_up)


async def opens_case(
    office: Office,
    *subjects: dict[str, Any],
    choices: dict[str, dict[str, Any]] | None = None,
    **fields: Any,
) -> Dossier:
    """Open a case today; its decision bears a number of its own."""
    number = fields.pop("number", new_case_number())
    registered = lead(reference=number, registered_on=str(clock_today()))
    request = case_opening(**{"number": number, "lead": registered, **fields})
    await send_opening(desk(office), opening_of("accountability_case", request))
    own = {"decide": {"document": doc("decision", number)}}
    return Dossier(
        office,
        number,
        "accountability_case",
        subjects=subjects or (PRINCIPAL,),
        choices={**own, **(choices or {})},
    )


async def opens_follow_up(office: Office, *measures: str, **fields: Any) -> Dossier:
    """Open the follow-up of a decision made elsewhere, today."""
    number = new_case_number()
    day = str(clock_today())
    content = {
        "actor": follow_ups.LI,
        "number": number,
        "case": None,
        "decided_on": day,
        "document": doc("decision", number),
        **fields,
    }
    request = follow_ups.opening(*measures, **content)
    await send_opening(desk(office), opening_of("subject_follow_up", request))
    return Dossier(office, number, "subject_follow_up", usual=follow_ups.USUAL)


def opening_of(kind: str, request: Command) -> Opening:
    """Return what a matter begins with, under the rules of Hubei."""
    return Opening(KINDS[kind], request, HUBEI, CALENDAR)


def by_people(roles: Iterable[str]) -> bool:
    """Say whether somebody acted, and not the clock, the registry or another matter."""
    return not NOT_PEOPLE.intersection(roles)
