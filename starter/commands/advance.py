"""`zhengming advance`: moves a matter's time ahead, in a rehearsal only."""

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from starter.arguments import day_of, number_of
from starter.failure import Invalid
from starter.language import say
from starter.links import is_rehearsal, matter_page
from starter.session import Session, common, session
from starter.waiting import shown
from workflows.domain.text import Text

if TYPE_CHECKING:
    from starter.rehearsing import Moved

MOVING = Text("时间推进中……", "Time passes …")


@common
@click.command(
    "advance",
    help=say(
        "推进演练事项的时间，关联事项一同推进；途中的提醒和逾期照常发生。\n\n"
        "示例：zhengming advance CLAR-2026-0042 --days 25",
        "Move a rehearsed matter ahead, and those linked to it with it; reminders and overdue come "
        "as they would.\n\n"
        "Example: zhengming advance CLAR-2026-0042 --days 25",
    ),
)
@click.argument("number", metavar="CASE")
@click.option(
    "--days", type=click.IntRange(1, 3660), metavar="N", help=say("推进几天。", "Days ahead.")
)
@click.option("--to", metavar="DATE", help=say("推进到该日中午。", "To noon of that day."))
def command(number: str, days: int | None, to: str | None) -> None:
    """Move a matter and those linked to it, and print what happened on the way in each."""
    asked, target = session(), day_of("--to", to) or days
    number_of(number)
    if target is None or (days and to):
        raise Invalid(Text("--days 与 --to 须写其一。", "Give either --days or --to."))
    with shown(MOVING):
        document = asyncio.run(_moved(asked, number, target))
    if asked.as_json:
        asked.emit(document)
        return
    for each in (document, *document["linked"]):
        _print(asked, each)


async def _moved(asked: Session, number: str, target: date | int) -> dict[str, Any]:
    from starter.desk import open_desk
    from starter.rehearsing import ONLY_REHEARSED, advance
    from starter.settings import Settings

    if not is_rehearsal(asked.data):
        raise ONLY_REHEARSED
    async with open_desk(Settings.at(asked.data)) as desk:
        moved = await advance(desk, number, target)
    document = _document(asked, moved)
    return {**document, "linked": [_document(asked, other) for other in moved.linked]}


def _document(asked: Session, moved: "Moved") -> dict[str, Any]:
    wanted = {"seq", "kind", "at", "effective_on", "text_zh", "text_en"}
    events = [event.model_dump(mode="json", include=wanted) for event in moved.events]
    view = moved.view.model_dump(mode="json", include={"stage", "stage_zh", "stage_en"})
    page = matter_page(asked.data, moved.number)
    now = moved.now.isoformat()
    return {"matter": moved.number, "now": now, **view, "events": events, "ui": page}


def _print(asked: Session, document: dict[str, Any]) -> None:
    title = f"{document['matter']} → {document['now'][:10]} · {document['stage']}"
    if not document["events"]:
        click.echo(title + say("：途中没有发生什么。", ": nothing happened on the way."))
        return
    rows = [
        (event["seq"], event["effective_on"], say(event["text_zh"], event["text_en"]))
        for event in document["events"]
    ]
    asked.table(title, [say("序号", "No."), say("日期", "Date"), say("事项", "Event")], rows)
