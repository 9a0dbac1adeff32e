"""The officers' directory: organs, officers, how they are reached, who stands in, who may read.

It is one file of the office, `officers.toml`; names in it reach no log and no workflow.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from workflows.domain.lifecycle import Actor
from workflows.domain.roles import Role

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
OfficeCode = Annotated[str, StringConstraints(pattern=r"^\S{1,40}$")]
Email = Annotated[str, StringConstraints(pattern=r"^[^\s@]+@[^\s@]+$", max_length=254)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\n]*$")
]


class Entry(BaseModel):
    """A part of the file; an unknown key is a typing error, and nothing typed is repeated."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Addresses(Entry):
    """How somebody is reached; without any, notices lie in the outbox as files."""

    email: Email | None = None
    webhook: Id | None = None
    """The name of a webhook in `channels.toml`."""


class Absence(Entry):
    """A deputy (代理人) for some days; both days belong to it, in Shanghai."""

    deputy: Id
    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("last is before first")
        return self


class Officer(Entry):
    """Somebody who acts, is told, or reads."""

    organ: OfficeCode
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    department: OfficeCode | None = None
    name: Line | None = None
    """For pages and mails; commands and the journal know the id alone."""
    language: Literal["zh", "en"] = "zh"
    addresses: Addresses = Addresses()
    absences: tuple[Absence, ...] = ()
    reads: Literal["none", "organ", "all"] = "organ"
    """Which matters he may read: those of his organ, or all."""
    names: bool = False
    """Whether he reads names and reasons in them, and their documents."""


class Organ(Entry):
    """An organ as its letters show it."""

    name: Line
    """Full or standard short name, without 文件."""
    mark: Annotated[str, StringConstraints(pattern=r"^\S{1,12}$")]
    """The organ's mark in document numbers (机关代字)."""
    contact: Line | None = None
    """Whom a reader may ask: a department and a telephone number."""


class Directory(Entry):
    """The whole file."""

    organs: dict[OfficeCode, Organ] = {}
    officers: dict[Id, Officer] = {}

    @model_validator(mode="after")
    def _deputies_exist(self) -> Self:
        for who, officer in self.officers.items():
            for absence in officer.absences:
                if absence.deputy == who or absence.deputy not in self.officers:
                    raise ValueError(f"officers.{who}.absences: deputy is no other officer here")
        return self

    @model_validator(mode="after")
    def _marks_differ(self) -> Self:
        owners: dict[str, str] = {}
        for code, organ in self.organs.items():
            if other := owners.get(organ.mark):
                raise ValueError(f"organs.{code}.mark is that of organs.{other} already")
            owners[organ.mark] = code
        return self

    def actor(self, who: str) -> Actor | None:
        """Return an officer as matters know him: an id, an organ, roles; no name."""
        officer = self.officers.get(who)
        if officer is None:
            return None
        return Actor(
            officer=who,
            organ=officer.organ,
            roles=officer.roles,
            department=officer.department or "",
        )

    def holders(self, role: Role, organ: str) -> tuple[str, ...]:
        """Return the ids of those who hold a role in an organ, in the order of the file."""
        return tuple(
            who
            for who, officer in self.officers.items()
            if officer.organ == organ and role in officer.roles
        )

    def deputy(self, who: str, day: date) -> str | None:
        """Return who stands in for an officer on a day in Shanghai; None if he is there."""
        absences = self.officers[who].absences
        return next((a.deputy for a in absences if a.first <= day <= a.last), None)
