"""Who acted, in words: ids, roles and organs for everybody, names for readers with the right."""

from dataclasses import dataclass

from activities.directory import Directory
from starter.case_file.model import Who
from starter.case_file.words import enumerated
from starter.labels import ROLES, called
from workflows.domain.lifecycle import Actor


@dataclass(frozen=True)
class People:
    """What may be told of officers: the office's directory, if it is there, and the right."""

    directory: Directory | None = None
    names: bool = False

    def who(self, actor: Actor) -> Who:
        """Return an actor of the journal in words."""
        roles = enumerated(called(ROLES, role.value) for role in actor.roles)
        return Who(
            officer=actor.officer, roles=roles, organ=actor.organ, name=self.name(actor.officer)
        )

    def name(self, officer: str) -> str:
        """Return an officer's name; empty without the right, or where nobody wrote it down."""
        entry = self.directory.officers.get(officer) if self.directory and self.names else None
        return (entry.name or "") if entry else ""

    def organs(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return the organs that the directory knows, as `DW 某市纪委监委`."""
        known = self.directory.organs if self.directory else {}
        return tuple(f"{code} {known[code].name}" for code in codes if code in known)
