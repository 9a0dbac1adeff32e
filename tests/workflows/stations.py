"""A tiny kind of matter for the tests of links: it opens others, tells others, and may end.

Its alarm, a term of some days, tells another matter when it has run out.
"""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal, NoReturn

from pydantic import Field, TypeAdapter
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workflows.domain.calendars import Calendar
    from workflows.domain.clock_facts import MessageLost, PeriodEnded
    from workflows.domain.deadlines import Deadline, Ladder, Rung
    from workflows.domain.lifecycle import (
        Actor,
        Command,
        Draft,
        Effects,
        Event,
        Fact,
        MatterMessage,
        MatterToOpen,
        Rejected,
        Standing,
        State,
        Value,
        legal_date,
        today,
    )
    from workflows.domain.procedure.shared import Linked
    from workflows.domain.roles import Role
    from workflows.domain.rulepack import RulePack
    from workflows.domain.terms import Budget, Term
    from workflows.domain.text import Text
    from workflows.handlers import takes
    from workflows.kinds import Kind
    from workflows.messages.matters import Carried, OpenMatter, Receipt
    from workflows.messages.records import MatterView
    from workflows.shell import Shell

CLERK = Actor(officer="li", organ="DW", roles=(Role.UNDERTAKING_DEPARTMENT,))
LADDER = Ladder(rungs=(Rung(at_due=True),), source="of these tests")
WORDS = Text("站", "station")


class OpenStation(Command):
    """Open a station 开站."""

    kind: ClassVar[str] = "open"
    number: str
    related: tuple[str, ...] = ()
    alarm_days: int = 0
    alarm_to: str = ""
    alarm_opens: str = ""
    """A station that the alarm opens, whose own alarm tells this one five days later."""


class Orders(Value):
    """What a station does at once: stations that it opens, and words for others, in order."""

    opens: tuple[MatterToOpen, ...] = ()
    tells: tuple[tuple[str, str], ...] = ()
    closes: bool = False


class Act(Orders, Command):
    """Do something 行动."""

    kind: ClassVar[str] = "act"


class Hear(Linked):
    """Hear a word from another station 听."""

    kind: ClassVar[str] = "hear"
    word: str
    said_on: date


class Whisper(Hear):
    """Hear a word that does not wake anybody 低语."""

    kind: ClassVar[str] = "whisper"


class Opened(Fact):
    kind: Literal["station_opened"] = "station_opened"
    request: OpenStation
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        return WORDS


class Acted(Orders, Fact):
    kind: Literal["acted"] = "acted"

    def words(self) -> Text:
        return WORDS


class Heard(Fact):
    kind: Literal["heard"] = "heard"
    word: str
    said_on: date
    origin: str

    def words(self) -> Text:
        return WORDS


FACTS: TypeAdapter[Any] = TypeAdapter(
    Annotated[Opened | Acted | Heard | MessageLost | PeriodEnded, Field(discriminator="kind")]
)


class Station(State):
    request: OpenStation
    related: tuple[str, ...] = ()
    closed: bool = False
    alarm: Deadline | None = None


class StationDecider:
    """Answers for `Station`."""

    kind = "station"
    label = WORDS
    wakes = frozenset({"hear"})

    def open(
        self, request: OpenStation, pack: RulePack, calendar: Calendar, now: datetime
    ) -> tuple[Draft, Actor]:
        if request.number.endswith("-X1"):
            raise Rejected("1.1", Text("不许开", "not to be opened"))
        fact = Opened(request=request, pack=pack, calendar=calendar)
        return Draft(fact=fact, effective_on=legal_date(request, now)), request.actor

    def begin(self, opened: Event) -> Station:
        fact = opened.fact
        assert isinstance(fact, Opened)
        return Station(
            number=fact.request.number,
            seq=1,
            opened_at=opened.at,
            pack=fact.pack,
            calendar=fact.calendar,
            request=fact.request,
            related=fact.request.related,
            alarm=_alarm(fact.request, opened) if fact.request.alarm_days else None,
        )

    def decide(self, state: Station, command: Command, now: datetime) -> tuple[Draft, ...]:
        if isinstance(command, Act):
            fact: Fact = Acted(opens=command.opens, tells=command.tells, closes=command.closes)
        elif isinstance(command, Hear):
            fact = Heard(word=command.word, said_on=command.said_on, origin=command.origin)
        else:
            raise LookupError(command.kind)
        return (Draft(fact=fact, effective_on=today(now)),)

    def follow_on(self, state: Station, on: date) -> Draft | None:
        return None

    def evolve(self, state: Station, event: Event) -> Station:
        after, fact = state.but(seq=event.seq), event.fact
        if isinstance(fact, Acted):
            opened = tuple(each.number for each in fact.opens)
            return after.but(closed=fact.closes, related=(*state.related, *opened))
        if isinstance(fact, PeriodEnded) and state.alarm is not None:
            return after.but(
                alarm=state.alarm.model_copy(update={"fired": 1, "ended_on": fact.due})
            )
        if isinstance(fact, Heard) and fact.word == "again":
            return after.but(closed=False)
        return after

    def deadlines(self, state: Station) -> tuple[Deadline, ...]:
        return (state.alarm,) if state.alarm is not None else ()

    def standing(self, state: Station) -> Standing:
        stage = "90 Closed" if state.closed else "10 Open"
        return Standing(
            stage=stage,
            shown=stage,
            label=WORDS,
            organ="DW",
            closed=state.closed,
            related=state.related,
        )

    def effects(self, before: Station | None, after: Station, event: Event) -> Effects:
        fact, on = event.fact, event.effective_on
        if isinstance(fact, Acted):
            return Effects(
                openings=fact.opens,
                messages=tuple(_said(to, word, on) for to, word in fact.tells),
            )
        return _alarmed(after, on) if isinstance(fact, PeriodEnded) else Effects()

    def is_over(self, state: Station) -> bool:
        return state.closed

    def parse(self, fact: dict[str, Any]) -> Fact:
        value: Fact = FACTS.validate_python(fact)
        return value


def _alarm(request: OpenStation, opened: Event) -> Deadline:
    budget, anchor = Budget(days=request.alarm_days), opened.effective_on
    return Deadline(
        key="alarm",
        label=WORDS,
        term=Term(key="alarm", anchor=anchor, budget=budget, basis="of these tests"),
        ladder=LADDER,
        opened_at=opened.at,
        awaited=Role.UNDERTAKING_DEPARTMENT,
        organ="DW",
        period=True,
    )


def _alarmed(station: Station, on: date) -> Effects:
    number, asked = station.number, station.request
    request = {"related": [number], "alarm_days": 5, "alarm_to": number}
    opening = MatterToOpen(kind="station", number=asked.alarm_opens, request=request)
    return Effects(
        openings=(opening,) if asked.alarm_opens else (),
        messages=(_said(asked.alarm_to, f"alarm of {number}", on),) if asked.alarm_to else (),
    )


def _said(to: str, word: str, on: date) -> MatterMessage:
    name = "whisper" if word.startswith("psst") else "hear"
    return MatterMessage(to=to, name=name, payload={"word": word, "said_on": on.isoformat()})


STATION = StationDecider()


class OpenStationMatter(OpenMatter[OpenStation, Station], frozen=True):
    """Open a station, or carry one over."""


@workflow.defn
@takes((Act,), (Hear, Whisper))
class StationWorkflow:
    @workflow.init
    def __init__(self, opening: OpenStationMatter) -> None:
        self.shell: Shell[Station] = Shell(STATION)
        self.shell.begin(opening)
        self._opening = opening

    @workflow.run
    async def run(self, opening: OpenStationMatter) -> MatterView:
        return await self.shell.live(self._carry_on)

    def _carry_on(self, carried: Carried[Station]) -> NoReturn:
        workflow.continue_as_new(self._opening.carrying(carried))

    @workflow.query
    def matter(self) -> MatterView:
        return self.shell.view()

    @workflow.update
    async def opened(self) -> Receipt:
        return await self.shell.opened()


STATIONS = {
    STATION.kind: Kind(
        decider=STATION,
        workflow="StationWorkflow",
        request=OpenStation,
        opening=OpenStationMatter,
        signals=(Hear, Whisper),
        organ=lambda request: "DW",
        details=lambda request: ("of these tests",),
    )
}
