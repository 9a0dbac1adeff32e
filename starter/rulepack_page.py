"""A rule pack as a page that a rules office reviews: each value, its mark, and where it is from.

The page follows the file: whatever has a source is a row, under the place that `check` would name.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

import click

from starter.columns import Line, print_columns, print_fields
from starter.labels import ROLES
from starter.language import say, spoken
from workflows.domain.accountability_rules.codes import (
    LEVEL_LABELS,
    NATURE_LABELS,
    RESTRICTION_LABELS,
)
from workflows.domain.accountability_rules.verdicts import PUBLICATION_VERDICT_LABELS
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

MARKS = Text(
    "T 明文规定，P 有报道的做法，C 建议，D 本规则包的默认值（启用前须确认）",
    "T text of a measure, P practice, C recommendation, D default (confirm before use)",
)

LABELS: tuple[Mapping[Any, Text], ...] = (
    ROLES,
    LEVEL_LABELS,
    NATURE_LABELS,
    RESTRICTION_LABELS,
    PUBLICATION_VERDICT_LABELS,
)
WORDS: dict[str, Text] = {code: text for labels in LABELS for code, text in labels.items()}
"""Codes of the pack that are shown with their words."""


class Sourced(NamedTuple):
    """One value of the pack, or several that share a source."""

    place: tuple[str, ...]
    values: str
    mark: str
    source: str

    @property
    def chapter(self) -> str:
        """Return the part of the pack that the value belongs to: `clarification.terms`."""
        return ".".join(self.place[:2])


def print_pack(pack: RulePack) -> None:
    """Print a pack for people, part by part."""
    click.secho(f"{pack.label} · {say(pack.title_zh, pack.title_en)}", bold=True)
    print_fields(
        (
            (say("生效", "From"), pack.effective_from.isoformat()),
            (say("出处", "Source"), pack.source),
            (say("哈希", "Hash"), pack.hash),
            (say("标记", "Marks"), spoken(MARKS)),
        )
    )
    content = pack.model_dump(mode="json", exclude_defaults=True)
    parts = {key: part for key, part in content.items() if isinstance(part, dict)}
    for chapter, rows in groupby(sourced(parts), key=lambda row: row.chapter):
        click.echo()
        click.secho(f"[{chapter}]", bold=True)
        print_columns(
            say("代号,标,内容和出处", "Key,M,Value and source").split(","), map(_line, rows)
        )


def _line(row: Sourced) -> Line:
    source = say("出处：", "source: ") + row.source if row.source else ""
    said = "\n".join(filter(None, (row.values, source)))
    return Line((".".join(row.place[2:] or row.place[-1:]), row.mark, said))


def sourced(part: Mapping[str, Any], place: tuple[str, ...] = ()) -> Iterator[Sourced]:
    """Yield everything in a part of a pack that names its source, in the order of the file."""
    if "source" in part:
        plain = (_told(key, value) for key, value in _named(part).items() if _is_value(key, value))
        yield Sourced(place, say("，", ", ").join(plain), part.get("mark", ""), part["source"])
    for key, value in part.items():
        if "source" not in part and not isinstance(value, dict):
            yield Sourced((*place, key), _said(value), "", "")
        elif isinstance(value, dict):
            yield from sourced(value, (*place, key))
        elif isinstance(value, list):
            tables = ((n, item) for n, item in enumerate(value) if isinstance(item, dict))
            for number, item in tables:
                yield from sourced(item, (*place, f"{key}.{number}"))


def _named(part: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with its names in one language: `zh` and `en` become one nameless value."""
    spoken_here, other = say("zh en", "en zh").split()
    return {
        "" if key == spoken_here else key.removesuffix(f"_{spoken_here}"): value
        for key, value in part.items()
        if key != other and not key.endswith(f"_{other}")
    }


def _told(key: str, value: object) -> str:
    return f"{key} = {_said(value)}" if key else _said(value)


def _is_value(key: str, value: object) -> bool:
    """Say whether a key is told in the row of its table; tables with a source have their own."""
    if key in ("source", "mark") or isinstance(value, dict):
        return False
    return not (isinstance(value, list) and any(map(_is_table, value)))


def _is_table(item: object) -> bool:
    return isinstance(item, dict) and "source" in item


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return say("、", ", ").join(map(_said, value))
    if isinstance(value, dict):
        return " ".join(f"{key} {_said(item)}" for key, item in value.items())
    text = str(value)
    return f"{text} {spoken(WORDS[text])}" if text in WORDS else text
