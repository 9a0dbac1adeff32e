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

    def organ(self, code: str) -> str:
        """Return an organ as `DW 某市纪委监委`; its code alone where the directory has no more."""
        known = self.directory.organs if self.directory else {}
        return f"{code} {known[code].name}" if code in known else code
