"""The front page: what waits for whom over all matters, first due first.

The address holds every choice; the page renews itself by a header, since it has no script.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from activities.directory import Organ
from starter.calendar_files import load_calendar
from starter.failure import Invalid
from starter.labels import KINDS, ROLES, TAGS, over_or_left
from starter.officers import directory_of
from starter.portal.context import ask_store, language_of, page, plan_of, viewer_of
from starter.portal.views import NEAR, all_views, file_address, list_address, matter_address
from starter.portal.wanted import Wanted, wanted_in
from starter.portal.worklist import PAGE, Row, Worklist, read_worklist
from starter.queue_rows import Calendars
from workflows.domain.calendars import SHANGHAI
from workflows.domain.text import Text

EVERY = 60
"""Seconds between two looks of an open page."""

NOT_READ = Text("这个地址无法读取", "This address cannot be read")


async def front(request: Request) -> Response:
    """Answer `GET /`; raises StoreError while the record store is away."""
    try:
        wanted = wanted_in(request.query_params)
    except Invalid as wrong:
        return page(
            request, "trouble.html", 400, heading=NOT_READ, words=wrong.message, leads_back=True
        )
    now, viewer = datetime.now(UTC), viewer_of(request)
    known = _calendars(plan_of(request).settings.database_url)
    found = await ask_store(
        request, lambda reader: read_worklist(reader, viewer, wanted, now, known)
    )
    answer = page(request, "front.html", **_values(request, wanted, found, now))
    if wanted.refresh:
        answer.headers["Refresh"] = str(EVERY)
    return answer


@cache
def _calendars(store: str) -> Calendars:
    """Return the calendars of a store's matters, as far as a page has needed them."""
    return {}


def _values(request: Request, wanted: Wanted, found: Worklist, now: datetime) -> dict[str, Any]:
    language, plan = language_of(request), plan_of(request)
    here = now.astimezone(SHANGHAI)
    return {
        "here": "front",
        "switch": wanted.address("en" if language == "zh" else "zh", page=found.page),
        "found": found,
        "wanted": wanted,
        "link": lambda **changes: wanted.address(language, **changes),
        "moment": f"{here:%Y-%m-%d %H:%M:%S}",
        "first": (found.page - 1) * PAGE + 1,
        "every": EVERY,
        "near": NEAR,
        "left": left,
        "organs": _organs(plan.settings.data),
        "in_ui": lambda number: matter_address(plan.namespace, number),
        "file": lambda number: file_address(number, language),
        "labels": {"kind": KINDS, "role": ROLES, "tag": TAGS},
        "views": all_views(load_calendar(), here.date()),
        "address": lambda query: list_address(plan.namespace, query),
    }


def _organs(data: Path) -> dict[str, Organ]:
    """Return the organs that the directory can name; without one their codes must do."""
    try:
        return directory_of(data).organs
    except Invalid:
        return {}


def left(row: Row) -> Text:
    """Say in words how far away the due day of a judged row is."""
    days, working = row["remaining_days"], row["remaining_working_days"]
    if row["suspended"]:
        return Text("中止", "suspended")
    if days is None:
        return Text("没有期限", "no term")
    if row["period"]:
        return Text(*over_or_left(days))
    if row["overdue"]:
        return Text(f"逾期 {-days} 天", f"{_counted(-days, 'day')} overdue")
    if days == 0:
        return Text("今天到期", "due today")
    return Text(
        f"还有 {days} 天（{working} 个工作日）",
        f"{_counted(days, 'day')} left ({_counted(working, 'working day')})",
    )


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
