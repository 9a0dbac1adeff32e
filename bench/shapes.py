"""What is compared: lives with less and more in them. Each has a worker process of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.bare import Plan, Recording

REFERENCE_COMMANDS = 3
"""The reference lifecycle: evaluated, clarified, its effect checked."""


@dataclass(frozen=True)
class Shape:
    """One row of the table: our clarification, or a bare life that follows a plan."""

    name: str
    queue: str
    plan: Plan | None = None
    """None for our clarification."""
    commands: int = 0

    @property
    def ours(self) -> bool:
        """Say whether it is our clarification."""
        return self.plan is None


OURS = "ours"
OURS_LOCAL = "ours-local"
AS_LONG = "bare-as-long"
AS_LONG_REGULAR = "bare-as-long-regular"


def reference_shapes() -> tuple[Shape, ...]:
    """Return the small lifecycle: it waits only, or records each step this way or the other."""
    return tuple(
        _bare(f"bare, 3 commands, {words}", f"bare-{recording.value}", recording, [])
        for recording, words in (
            (Recording.NONE, "waits only"),
            (Recording.LOCAL, "local activities"),
            (Recording.REGULAR, "regular activities"),
        )
    )


def long_shapes(notices: Sequence[int]) -> tuple[Shape, ...]:
    """Return bare lives with as many commands, records and notices as our clarification."""
    local, regular = Recording.LOCAL, Recording.REGULAR
    return (
        _bare("bare, as many activities, local", AS_LONG, local, notices),
        _bare("bare, as many activities, regular", AS_LONG_REGULAR, regular, notices),
    )


def our_shapes(commands: int) -> tuple[Shape, ...]:
    """Return our clarification as it is, and recorded by local activities."""
    return (
        Shape("our clarification (regular)", OURS, commands=commands),
        Shape("our clarification, local", OURS_LOCAL, commands=commands),
    )


def _bare(name: str, queue: str, recording: Recording, notices: Sequence[int]) -> Shape:
    commands = len(notices) - 1 if notices else REFERENCE_COMMANDS
    return Shape(name, queue, Plan(commands, recording, list(notices)), commands)
