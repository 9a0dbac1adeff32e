"""The work queue as one reader may see it: narrowed, counted, and cut into pages.

Nothing about a matter that he may not read reaches a row, a count or a choice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starter.labels import TAGS
from starter.portal.views import NEAR
from starter.portal.wanted import Wanted
from starter.queue_rows import MOST, Calendars, judged_rows, wanted_rows
from starter.reading import Reader
from starter.rights import Viewer, right_to

PAGE = 100
"""Rows on one page."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Counts:
    """How many rows there are for the organ, role and kind that are wanted."""

    everything: int
    near: int
    overdue: int


@dataclass(frozen=True)
class Choices:
    """By what the queue can be narrowed: codes that occur in it."""

    organs: list[str]
    roles: list[str]
    kinds: list[str]


@dataclass(frozen=True)
class Worklist:
    """One page of the queue, and what stands around it."""

    rows: list[Row]
    total: int
    page: int
    pages: int
    counts: Counts
    choices: Choices
    rehearsal: bool
    """Whether matters on this page live by clocks of their own."""

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing at all for this reader, however wide he looks."""
        return not self.choices.kinds


def read_worklist(
    reader: Reader, viewer: Viewer, wanted: Wanted, now: datetime, known: Calendars
) -> Worklist:
    """Return the wanted page at the moment `now`; one beyond the last is the last."""
    views = _readable(reader, viewer)
    whose: dict[str, Any] = {
        name: getattr(wanted, name) or None for name in ("organ", "role", "kind")
    }

    def within(days: int) -> list[Row]:
        return _of(views, wanted_rows(reader, days, MOST, {**whose, "overdue": False}, now, known))

    everything = _of(views, reader.due(now=now, limit=MOST, **whose))
    overdue = sum(row["overdue"] for row in everything)
    listed = everything if wanted.within is None else within(wanted.within)
    listed = [row for row in listed if row["overdue"] or not wanted.overdue]
    pages = max(1, -(-len(listed) // PAGE))
    page = min(wanted.page, pages)
    shown = list(judged_rows(reader, listed[(page - 1) * PAGE : page * PAGE], now, known))
    for row in shown:
        row["marks"] = _marks(row, views[row["matter"]]["tags"])
    return Worklist(
        rows=shown,
        total=len(listed),
        page=page,
        pages=pages,
        counts=Counts(len(everything), len(within(NEAR)), overdue),
        choices=_choices(views),
        rehearsal=any(reader.clock_skew(row["matter"]) for row in shown),
    )


def _readable(reader: Reader, viewer: Viewer) -> dict[str, Row]:
    views = reader.waiting_views().items()
    return {number: view for number, view in views if right_to(viewer, view).matter}


def _of(views: dict[str, Row], found: Iterable[Row]) -> list[Row]:
    """Return the rows of these matters, what is suspended last."""
    rows = [row for row in found if row["matter"] in views]
    return sorted(rows, key=lambda row: bool(row["suspended"]))


def _marks(row: Row, tags: list[str]) -> list[str]:
    """Return the marks of a row; what it knows of its own term, its matter's tags cannot tell."""
    return [tag for tag in TAGS if row.get(tag, tag in tags)]


def _choices(views: dict[str, Row]) -> Choices:
    items = [item for view in views.values() for item in view["work_items"]]
    organs = {item["organ"] for item in items} | {view["organ"] for view in views.values()}
    return Choices(
        organs=sorted(organs),
        roles=sorted({item["role"] for item in items}),
        kinds=sorted({view["kind"] for view in views.values()}),
    )
