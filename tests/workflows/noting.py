"""Pure lives that note which commands were given in them, to give a server the same ones."""

from datetime import date
from functools import cached_property
from typing import Any

from tests.domain.accountability.builders import CaseLife
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.lifecycle import Command


class Noting(ProcedureLife):
    """A pure life that notes which commands were given in it."""

    @cached_property
    def said(self) -> list[Command]:
        return []

    def tried(self, kind: str, day: str | date, **fields: Any) -> Any:
        self.said.append(self.command(kind, day, **fields))
        return super().tried(kind, day, **fields)


class NotingCase(Noting, CaseLife):
    """The same for a case."""
