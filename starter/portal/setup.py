"""`/setup`: the Temporal UI's columns, lists and clock for this browser, which alone keeps them."""

import json
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from starter.calendar_files import load_calendar
from starter.pages import Language
from starter.portal.context import language_of, page, plan_of
from starter.portal.views import View, all_views, list_address
from workflows import search_attributes as attributes
from workflows.domain.calendars import SHANGHAI

OURS = "zhengming-"
"""Every list that this page puts into a browser has an id that begins so."""

# The UI makes only the workflow id a link, so it stands where nobody has to scroll to it; marks
# stand before days, which the UI writes out to the hundredth of a second.
COLUMNS = (
    "Status",
    "Workflow ID",
    *(
        key.name
        for key in (
            attributes.STAGE,
            attributes.TAGS,
            attributes.DUE_AT,
            attributes.AWAITED_ROLE,
            attributes.ORGAN,
            attributes.IMPACT_END,
            attributes.RELATED,
        )
    ),
)

SETTINGS = {
    "timeFormat": "China Standard Time",
    "hourFormat": "24",
    # The short form writes 26/12/18 for a day in December.
    "timestampFormat": "medium",
    "eventView": "compact",
}
"""The UI's own names and values."""


async def setup(request: Request) -> Response:
    """Answer `GET /setup`."""
    today = datetime.now(UTC).astimezone(SHANGHAI).date()
    views = tuple(view for view in all_views(load_calendar(), today) if view.kept)
    namespace, language = plan_of(request).namespace, language_of(request)
    return page(
        request,
        "setup.html",
        here="setup",
        columns=COLUMNS,
        views=views,
        goes_on=list_address(namespace),
        preferences=json.dumps(_preferences(namespace, views, language), ensure_ascii=False),
    )


def _preferences(namespace: str, views: tuple[View, ...], language: Language) -> dict[str, Any]:
    """Return what the script writes, in the shapes of the UI."""
    return {
        "namespace": namespace,
        "ours": OURS,
        "columns": [{"label": name} for name in COLUMNS],
        "views": [
            {
                "id": OURS + view.id,
                "name": view.full_name.in_(language),
                "query": view.query,
                "type": "user",
            }
            for view in views
        ],
        "settings": SETTINGS,
        "goesOn": list_address(namespace),
    }
