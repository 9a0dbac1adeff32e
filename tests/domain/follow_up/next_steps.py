"""What a follow-up asks for next, done by whoever it is for, a few days before it is due."""

from datetime import date, timedelta
from typing import Any

from tests.domain.follow_up.builders import HE, seat_of
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.lifecycle import WorkItem

EARLY = timedelta(days=3)


def soonest(life: ProcedureLife) -> tuple[date, WorkItem] | None:
    """Return the duty that is due first, with its day; None if nothing is to be done."""
    items = life.decider.standing(life.state).work_items
    due = [(life.due(item.term) or date.max, item) for item in items]
    return min(due, key=lambda each: each[0], default=None)


def next_day(life: ProcedureLife) -> date | None:
    """Return the day on which somebody should act or a period is over; None if none will come."""
    first = soonest(life)
    waiting = [first[0] - EARLY] if first else []
    over = [life.due(key) for key in life.running if life.deadline(key).period]
    return min([*waiting, *(day + timedelta(days=1) for day in over if day)], default=None)


def catch_up(life: ProcedureLife, day: str, **said: dict[str, Any]) -> None:
    """Do everything that is due on a day or soon after; `said` names what is not usual, by step."""
    while (first := soonest(life)) and first[0] - EARLY <= date.fromisoformat(day):
        item = first[1]
        kind = item.action.replace("-", "_")
        named = _named(life, item)
        life.do(kind, day, by=seat_of(life, item.action), **{**named, **said.get(kind, {})})


def _named(life: ProcedureLife, item: WorkItem) -> dict[str, Any]:
    """Return the fields that name what a duty is about."""
    of = item.term.partition("/")[2]
    match item.action:
        case "confirm-measure":
            return {"measure": of}
        case "enter-archive":
            return {"archive": of}
        case "reverse":
            return {"item": life.state.undone[0]}
        case "record-talk":
            return {"touchpoint": "T3" if item.term == "touchpoint_quarterly" else "T2"}
        case "record-opinion" if item.role is HE.roles[0]:
            return {"giver": "UPPER_HR"}
        case "decline-reinstatement" if life.state.is_team:
            return {"why": "TEAM"}
    return {}
