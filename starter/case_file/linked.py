"""Matters that belong to a matter, as far as the reader may see them."""

from collections.abc import Iterable

from starter.case_file.model import Linked
from starter.labels import KINDS, called, shanghai_time
from starter.reading import Reader
from starter.rights import Viewer, right_to
from workflows.domain.text import Text


def linked(reader: Reader, numbers: Iterable[str], viewer: Viewer) -> tuple[Linked, ...]:
    """Return the matters with those numbers; of one that he may not read, the number alone."""
    return tuple(_one(reader, number, viewer) for number in numbers)


def _one(reader: Reader, number: str, viewer: Viewer) -> Linked:
    view = reader.matter(number)
    if view is None or not right_to(viewer, view).matter:
        return Linked(number=number)
    return Linked(
        number=number,
        kind=called(KINDS, view["kind"]),
        stage=Text(view["stage_zh"], view["stage_en"]),
        opened=shanghai_time(view["opened_at"]),
    )
