"""The entries in files: which there must be, and the history that each tells by itself (3.13)."""

from dataclasses import dataclass

from workflows.domain.accountability_rules.aftercare import ArchiveRule
from workflows.domain.follow_up.on_file import ArchiveLine
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """An entry in a file, with every line of its history, oldest first."""

    archive: str
    label: Text
    lines: tuple[ArchiveLine, ...]

    @property
    def stands(self) -> bool:
        """Say whether it is in the file today, corrected or not."""
        return self.lines[-1].what != "WITHDRAWN"


def wanted(matter: FollowUp) -> dict[str, ArchiveRule]:
    """Return the files in which the decision belongs, by their codes in the pack."""
    kind = "team" if matter.is_team else "individual"
    codes = {each.measure.code for each in matter.standing_measures}
    if not any(matter.rules.measures[code].counts for code in codes):
        return {}
    return {code: rule for code, rule in matter.rules.archives.items() if kind in rule.of}


def missing(matter: FollowUp) -> tuple[str, ...]:
    """Return the files that the pack requires and where the entry is not made."""
    made = {line.archive for line in matter.lines}
    return tuple(
        code for code, rule in wanted(matter).items() if rule.required and code not in made
    )


def archive(matter: FollowUp) -> tuple[ArchiveEntry, ...]:
    """Return every entry that was ever made, each with its own history."""
    codes = dict.fromkeys(line.archive for line in matter.lines)
    return tuple(
        ArchiveEntry(
            archive=code,
            label=matter.rules.archives[code].label,
            lines=tuple(line for line in matter.lines if line.archive == code),
        )
        for code in codes
    )


def standing(matter: FollowUp) -> tuple[str, ...]:
    """Return the codes of the files in which an entry stands today."""
    return tuple(entry.archive for entry in archive(matter) if entry.stands)
