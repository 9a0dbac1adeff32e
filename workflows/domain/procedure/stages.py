"""The stages of a kind: their numbers and names, the smooth way, and where a matter ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workflows.domain.text import Text


@dataclass(frozen=True)
class Stages:
    """Number and label of each stage, in order."""

    named: Mapping[StrEnum, tuple[int, Text]]
    smooth: tuple[StrEnum, ...]
    """The stages of a life without detours."""
    ended: frozenset[StrEnum]
    """Stages in which nothing is left but what the end itself asks for."""

    def label(self, stage: str) -> Text:
        """Return the name of a stage."""
        return self.named[self._of(stage)][1]

    def shown(self, stage: str) -> str:
        """Return the stage as lists show it: `40 Evaluation 评估`."""
        number, label = self.named[self._of(stage)]
        return f"{number:02d} {label.both()}"

    def _of(self, stage: str) -> StrEnum:
        return next(each for each in self.named if each == stage)
