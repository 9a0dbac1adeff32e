"""A life of any kind of matter made from the kit: who usually does what, and what they usually say.

A kind's builders name its decider, its commands, its usual officers and its usual fields; the rest
is alike. `do` acts as the shell does: the clock speaks first, then the officer.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest

from tests.domain.parts import HOME, noon
from workflows.domain.clock_facts import NoticeUndeliverable
from workflows.domain.deadlines import Deadline
from workflows.domain.lapses import lapses
from workflows.domain.lifecycle import (
    CALENDAR,
    LINKED,
    REGISTRY,
    Actor,
    Command,
    Draft,
    Effects,
    Fact,
    MatterMessage,
    Notice,
    Rejected,
    Step,
    begin,
    happen,
)
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.roles import Role

Fields = Callable[[str], dict[str, Any]]
"""The usual fields of a command, given on a day (ISO)."""


def actor(officer: str, role: str, organ: str = HOME, department: str = "") -> Actor:
    """Return an officer with one role."""
    return Actor(officer=officer, organ=organ, roles=(Role(role),), department=department)


def document(kind: str, number: str, dated: str | None = None) -> dict[str, Any]:
    return {"kind": kind, "number": number, "dated": dated}


class ProcedureLife:
    """One matter with its whole history."""

    def __init__(
        self,
        decider: ProcedureDecider[Any],
        commands: tuple[type[Command], ...],
        usual: Mapping[str, tuple[Actor, Fields]],
        steps: list[Step[Any]],
    ) -> None:
        self.decider = decider
        self.commands = {command.kind: command for command in commands}
        self.usual = usual
        self.steps = steps

    # ── acting ───────────────────────────────────────────────────────────────────────────────

    def do(self, kind: str, day: str | date, *, by: Actor | None = None, **fields: Any) -> Any:
        """Let somebody act at noon of a day, after the clock; unsaid fields are the usual ones."""
        self.wait(day)
        new = self.tried(kind, day, by=by, **fields)
        self.steps.extend(new)
        return self

    def tried(
        self, kind: str, day: str | date, *, by: Actor | None = None, **fields: Any
    ) -> list[Step[Any]]:
        """Return what a command would make happen, without letting it happen."""
        command = self.command(kind, day, by=by, **fields)
        drafts = self.decider.decide(self.state, command, noon(day))
        return happen(self.decider, self.state, drafts, command.actor, noon(day))

    def command(
        self, kind: str, day: str | date, *, by: Actor | None = None, **fields: Any
    ) -> Command:
        """Return a command; ValidationError where it cannot be."""
        who, usual = self.usual.get(kind, (LINKED, lambda day: {}))
        content = {"actor": by or who, **usual(str(day)), **fields}
        return self.commands[kind].model_validate(content)

    def refused(
        self, kind: str, day: str | date, *, by: Actor | None = None, **fields: Any
    ) -> Rejected:
        """Return the refusal of a command, which must leave the matter as it was."""
        self.wait(day)
        before = self.state.model_dump_json()
        with pytest.raises(Rejected) as caught:
            self.tried(kind, day, by=by, **fields)
        assert self.state.model_dump_json() == before
        assert caught.value.message.zh
        assert caught.value.message.en
        return caught.value

    def wait(self, day: str | date) -> Any:
        """Let the clock speak until noon of a day, as often as it has something to say."""
        now = noon(day)
        while due := lapses(self.decider.deadlines(self.state), self.state.calendar, now):
            for lapse in due:
                self.happens(lapse.fact, lapse.effective_on, now)
        return self

    def happens(self, fact: Fact, on: date, at: datetime, by: Actor = CALENDAR) -> None:
        """Let a fact of the clock, the post or the registry become true."""
        draft = Draft(fact=fact, effective_on=on)
        self.steps.extend(happen(self.decider, self.state, [draft], by, at))

    def makes(self, day: str | date) -> list[str]:
        """Let the registry make every document that is drafted, and return their numbers."""
        waiting = [paper for paper in self.state.papers if not paper.number]
        for paper in waiting:
            made = DocumentMade(
                drafted_seq=paper.seq,
                index=0,
                doc_kind=paper.doc_kind,
                number=f"某〔2026〕{paper.seq}号",
                dated=noon(day).date(),
                sha256="0" * 64,
                template="1" * 64,
                letterhead={"name": "某机关", "mark": "某"},
            )
            self.happens(made, noon(day).date(), noon(day), REGISTRY)
        return [f"某〔2026〕{paper.seq}号" for paper in waiting]

    def bounces(self, day: str, notice: str = "1/0") -> None:
        """Let the post report that a notice cannot be delivered."""
        seq, index = notice.split("/")
        fact = NoticeUndeliverable(
            notice_seq=int(seq), index=int(index), to_role=Role.UPPER_ORGAN, reason="no address"
        )
        self.happens(fact, date.fromisoformat(day), noon(day))

    # ── reading ──────────────────────────────────────────────────────────────────────────────

    @property
    def state(self) -> Any:
        return self.steps[-1].after

    @property
    def stage(self) -> str:
        return str(self.state.stage)

    @property
    def facts(self) -> list[str]:
        """Return the kinds of all facts, oldest first."""
        return [step.event.fact.kind for step in self.steps]

    @property
    def over(self) -> bool:
        return self.decider.is_over(self.state)

    @property
    def duties(self) -> list[str]:
        return [item.action for item in self.decider.standing(self.state).work_items]

    @property
    def messages(self) -> list[MatterMessage]:
        """Return what other matters were told, oldest first."""
        return [message for effects in self._effects() for message in effects.messages]

    @property
    def notices(self) -> list[Notice]:
        return [notice for effects in self._effects() for notice in effects.notices]

    @property
    def papers(self) -> list[Any]:
        return [paper for effects in self._effects() for paper in effects.papers]

    def _effects(self) -> list[Effects]:
        return [self.decider.effects(s.before, s.after, s.event) for s in self.steps]

    def deadline(self, key: str) -> Deadline:
        """Return the running deadline with that key; AssertionError if none runs."""
        running = [d for d in self.decider.deadlines(self.state) if d.key == key and not d.ended_on]
        assert len(running) == 1, f"{key}: {len(running)} run"
        return running[0]

    def due(self, key: str) -> date | None:
        return self.deadline(key).due(self.state.calendar)

    @property
    def running(self) -> list[str]:
        """Return the keys of the terms that run."""
        return [d.key for d in self.decider.deadlines(self.state) if d.ended_on is None]


def begun(
    decider: ProcedureDecider[Any], request: Command, pack: Any, calendar: Any, day: str
) -> list[Step[Any]]:
    """Return the first steps of a matter that is opened at noon of a day."""
    draft, who = decider.open(request, pack, calendar, noon(day))
    return begin(decider, draft, who, noon(day))
