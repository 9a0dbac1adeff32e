"""Every field of every fact can be told, every code has words, and free text is for names only."""

from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from starter.case_file.accountability.codes import FIXED, OF_PACK
from starter.case_file.accountability.teller import GROUNDS
from starter.case_file.accountability.values_told import APART, LABELS, is_open, label_of
from starter.kinds import GROUPS
from workflows.domain.lifecycle import Fact
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.subjects import Measure

ROOMS = [
    import_module(group.commands.removesuffix("commands") + "facts")
    for group in GROUPS.values()
    if group.kind != "clarification"
]
Place = tuple[str, str, Any]


def facts() -> Iterator[type[Fact]]:
    for room in ROOMS:
        yield from get_args(get_args(room.AnyFact)[0])


def parts(annotation: Any) -> Iterator[Any]:
    """Return a type and everything that it is made of."""
    yield annotation
    for part in get_args(annotation):
        yield from parts(part)


def places() -> list[Place]:
    """Return every field that a ground tells: its class, its name and its type."""
    found: dict[tuple[str, str], Any] = {}
    waiting: list[type[BaseModel]] = [
        *(fact for fact in facts() if fact.model_fields["kind"].default not in GROUNDS)
    ]
    seen: set[type[BaseModel]] = {DocumentRef, Measure}
    while waiting:
        model = waiting.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, field in model.model_fields.items():
            if name in ("actor", "pack", "calendar"):
                continue
            inner = [p for p in parts(field.annotation) if isinstance(p, type)]
            waiting += [p for p in inner if issubclass(p, BaseModel)]
            if name not in APART or (name == "kind" and not issubclass(model, Fact)):
                found[model.__name__, name] = field
    return [(owner, name, field) for (owner, name), field in sorted(found.items())]


PLACES = places()
each_place = pytest.mark.parametrize(
    ("owner", "name", "field"), PLACES, ids=[f"{owner}.{name}" for owner, name, _ in PLACES]
)


def codes_of(field: Any) -> list[str]:
    """Return the codes that a field may hold, for enumerations and literals."""
    found: list[str] = []
    for part in parts(field.annotation):
        if isinstance(part, type) and issubclass(part, StrEnum):
            found += [member.value for member in part]
        elif get_origin(part) is Literal:
            found += [code for code in get_args(part) if isinstance(code, str)]
    return found


@each_place
def test_a_field_has_a_label_in_both_languages(owner: str, name: str, field: Any) -> None:
    label = label_of(owner, name)

    assert label.zh
    assert label.en


@each_place
def test_each_code_that_a_field_may_hold_has_words(owner: str, name: str, field: Any) -> None:
    table = FIXED.get(f"{owner}.{name}") or FIXED.get(name)
    of_pack = {f"{owner}.{name}", name} & set(OF_PACK)

    for code in codes_of(field):
        assert of_pack or (table and code in table), code


FREE = ("max_length=4000", "max_length=100")
CHOSEN_OPEN = {
    ("DocumentDrafted", "replaces"), ("Reversed", "item"), ("SubjectWasClosed", "how"),
}  # fmt: skip
"""Lines that hold codes or numbers of ours."""


@each_place
def test_what_a_clerk_types_freely_is_for_readers_with_names(
    owner: str, name: str, field: Any
) -> None:
    written = f"{field.annotation} {field.metadata}"
    if "StringConstraints" in written and any(size in written for size in FREE):
        assert not is_open(owner, name) or (owner, name) in CHOSEN_OPEN


def test_no_label_is_left_over() -> None:
    used = {f"{owner}.{name}" for owner, name, _ in PLACES} | {name for _, name, _ in PLACES}
    spare = {"number", *(name for name, _ in _request_fields())}

    assert set(LABELS) - used - spare == set()


def _request_fields() -> Iterator[tuple[str, Any]]:
    for group in GROUPS.values():
        if group.kind != "clarification":
            yield from import_module(group.commands).Open.model_fields.items()
