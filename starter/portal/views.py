"""Lists of the Temporal UI, ready to open: their names and its own queries.

A query can hold a date but not "today": whoever keeps one that names a day keeps that day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote, urlencode

from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.clarification.stages import STAGE_LABELS, Stage, shown
from workflows.domain.kinds import DECIDERS
from workflows.domain.procedure.decider import ProcedureDecider
from workflows.domain.procedure.stages import Stages
from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.text import Text

NEAR = 7
"""Working days; what is due within them deserves a list of its own."""
ENDING = 30
"""Days; an impact period that ends within them deserves one, too."""

EVERYTHING = Text("全部", "All")
ACCOUNTABILITY = Text("问责", "Accountability")
OPEN = '`ExecutionStatus`="Running"'
_PASSED_AT_ONCE = (Stage.START, Stage.OPINION_START)
_START = "START"

_ENDED_CLARIFICATION = frozenset(
    {
        Stage.CLOSED_NOT_UNTRUE,
        Stage.CLOSED_NOT_NECESSARY,
        Stage.CLOSED_REJECTED,
        Stage.WITHDRAWN,
    }
)
"""Without the completed: such a matter still awaits its follow-up."""


@dataclass(frozen=True)
class AtStage:
    """A stage of a kind: as the UI's column has it, its name, whether nothing is open any more."""

    column: str
    label: Text
    ended: bool


def _of_kit(stages: Stages) -> dict[str, AtStage]:
    return {
        stage.value: AtStage(stages.shown(stage), label, stage in stages.ended)
        for stage, (_, label) in stages.named.items()
        if stage != _START
    }


KEPT: dict[str, frozenset[str]] = {
    "clarification": frozenset(Stage),
    "accountability_case": frozenset(
        {
            "RECEIVED",
            "VERIFYING",
            "INITIATION_REVIEW",
            "INVESTIGATING",
            "FACTS_MEETING",
            "JOINT_CONSULT",
            "DECIDING",
            "DECIDED",
            "RECTIFYING",
        }
    ),
    "subject_follow_up": frozenset({"IMPACT_ENDED", "CORRECTED"}),
}
"""Stages whose lists the UI is given; the front page has them all."""

STAGES: dict[str, dict[str, AtStage]] = {
    "clarification": {
        stage.value: AtStage(shown(stage), STAGE_LABELS[stage], stage in _ENDED_CLARIFICATION)
        for stage in Stage
        if stage not in _PASSED_AT_ONCE
    },
    **{
        kind: _of_kit(decider.steps.stages)
        for kind, decider in DECIDERS.items()
        if isinstance(decider, ProcedureDecider)
    },
}
"""By kind, then by stage."""

AWAITED = (
    Role.UNDERTAKING_DEPARTMENT,
    Role.DEPARTMENT_PRINCIPAL,
    Role.PRINCIPAL,
    Role.LEADER_IN_CHARGE,
    Role.COMMISSION_SECRETARY,
    Role.ADJUDICATION_OFFICE,
    Role.UPPER_ORGAN,
    Role.PARTY_COMMITTEE,
    Role.ORGANISATION_HR,
    Role.RESPONSIBLE_UNIT,
)
"""Roles that matters wait for."""


@dataclass(frozen=True)
class View:
    """One list; its id stays the same whatever day it is."""

    id: str
    group: Text
    rank: str
    """A number before the name: the UI sorts lists by their names."""
    name: Text
    query: str
    kept: bool = True
    """Whether the UI is given it to keep: it keeps fifty."""

    @property
    def full_name(self) -> Text:
        """Return the name of the list where it stands outside its group."""
        ranked = Text(*(f"{self.rank} {name}".strip() for name in (self.name.zh, self.name.en)))
        if self.group == EVERYTHING:
            return ranked
        return Text(f"{self.group.zh}：{ranked.zh}", f"{self.group.en}: {ranked.en}")


def all_views(calendar: Calendar, today: date) -> tuple[View, ...]:
    """Return every list as of a day, group by group."""
    return (*_by_date(calendar, today), *_of_impact(today), *_by_stage(), *_by_role())


def _by_date(calendar: Calendar, today: date) -> Iterator[View]:
    last = last_day_within(calendar, today, NEAR)
    near = Text(f"七个工作日内到期（至 {last}）", f"Due within seven working days (until {last})")
    yield View("open", EVERYTHING, "1", Text("在办", "Open"), OPEN)
    late = f'{OPEN} AND `Tags`="overdue"'
    yield View("overdue", EVERYTHING, "2", Text("逾期", "Overdue"), late)
    yield View("near", EVERYTHING, "3", near, f'{OPEN} AND `DueAt` < "{_after(last)}"')


def _of_impact(today: date) -> Iterator[View]:
    last = today + timedelta(days=ENDING)
    within = f'{OPEN} AND `Tags`="impact"'
    # ImpactEnd is the midnight after a period; the server compares it as text, never for equality.
    soon = f'{within} AND `ImpactEnd` < "{_after(last + timedelta(days=1))}"'
    ending = Text(
        f"{ENDING} 日内影响期满（至 {last}）", f"Impact ends within {ENDING} days (until {last})"
    )
    yield View("impact", ACCOUNTABILITY, "1", Text("影响期内", "In an impact period"), within)
    yield View("impact-ending", ACCOUNTABILITY, "2", ending, soon)


def _after(day: date) -> str:
    """Return the moment at which a day in Shanghai is over, as queries have it."""
    end = datetime.combine(day + timedelta(days=1), time(), tzinfo=SHANGHAI)
    return f"{end.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _by_stage() -> Iterator[View]:
    for kind, stages in STAGES.items():
        mine, group = f'`MatterKind`="{kind}"', DECIDERS[kind].label
        name = Text("未办结的", "All not closed")
        yield View(f"kind-{kind}", group, "00", name, f"{OPEN} AND {mine}")
        of, kept = f"{mine} AND `Stage`=", KEPT.get(kind, frozenset())
        for code, stage in stages.items():
            rank, at_it = stage.column.partition(" ")[0], f'{of}"{stage.column}"'
            query = at_it if stage.ended else f"{OPEN} AND {at_it}"
            yield View(
                f"stage-{kind}-{code.lower()}", group, rank, stage.label, query, code in kept
            )


def _by_role() -> Iterator[View]:
    group = Text("待办", "Awaited")
    for role in AWAITED:
        query = f'{OPEN} AND `AwaitedRole`="{role}"'
        yield View(f"role-{role}", group, "", ROLE_LABELS[role], query)


def list_address(namespace: str, query: str = "") -> str:
    """Return the address of a list in the UI, on the portal's own origin."""
    page = f"/namespaces/{quote(namespace, safe='')}/workflows"
    return f"{page}?{urlencode({'query': query}, quote_via=quote)}" if query else page


def matter_address(namespace: str, number: str) -> str:
    """Return the address of a matter in the UI, on the portal's own origin."""
    return f"{list_address(namespace)}/{quote(number, safe='')}"


def file_address(number: str, language: str) -> str:
    """Return the address of a matter's case file."""
    return f"/matters/{quote(number, safe='')}?lang={language}"


def last_day_within(calendar: Calendar, today: date, days: int) -> date:
    """Return the last day that is at most so many working days after `today`."""
    day, left = today, days
    while True:
        after = day + timedelta(days=1)
        left -= calendar.is_working_day(after)
        if left < 0:
            return day
        day = after
