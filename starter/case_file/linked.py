"""Matters that belong to a matter, as far as the reader may see them."""

from collections.abc import Iterable
from typing import Any

from starter.case_file.model import Linked
from starter.labels import KINDS, called, shanghai_time
from starter.reading import Reader
from starter.rights import Viewer, right_to
from workflows.domain.text import Text


def linked(reader: Reader, number: str, named: Iterable[str], viewer: Viewer) -> tuple[Linked, ...]:
    """Return the matters that a matter names, then those that name it; each once.

    Of one that the viewer may not read it is the number alone.
    """
    numbers = dict.fromkeys((*named, *reader.naming(number)))
    return tuple(_one(reader, other, viewer) for other in numbers)


def _one(reader: Reader, number: str, viewer: Viewer) -> Linked:
    view = reader.matter(number)
    if view is None or not right_to(viewer, view).matter:
        return Linked(number=number)
    return Linked(
        number=number,
        kind=called(KINDS, view["kind"]),
        stage=Text(view["stage_zh"], view["stage_en"]),
        opened=shanghai_time(view["opened_at"]),
        latest=_latest(reader.events(number)),
        due=min((item["due"] for item in reader.work_items(number) if item["due"]), default=None),
    )


def _latest(events: list[dict[str, Any]]) -> Text | None:
    if not events:
        return None
    last = events[-1]
    return Text(
        f"{last['effective_on']} {last['text_zh']}", f"{last['effective_on']} {last['text_en']}"
    )
