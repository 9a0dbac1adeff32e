"""Values by kind of matter, each imported when it is first asked for: a kind's rules are many."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any


class ByKind(Mapping[str, Any]):
    """A table of places, `module:NAME`, that reads like one of the values themselves."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, kind: str) -> Any:
        module, _, name = self._places[kind].partition(":")
        return getattr(import_module(module), name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
