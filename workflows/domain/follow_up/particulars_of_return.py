"""What is said on the way to normal use; commands and facts share it."""

from enum import StrEnum
from typing import Literal

from workflows.domain.lifecycle import Day, Value
from workflows.domain.procedure.shared import DocumentRef
from workflows.domain.writing import Line, Prose


class Evaluation(Value):
    """The evaluation towards the end of the impact period (3.15)."""

    evaluated_on: Day
    attitude: Prose
    rectification: Prose
    masses_view: Prose
    """The view of the masses, from the revisits."""
    good: bool
    """Whether it performed well."""


class Feedback(Value):
    """That the organisation department was told how the subject performed."""

    sent_on: Day
    letter: DocumentRef


class Giver(StrEnum):
    """Who gives an opinion before the collective decision."""

    DI_ORGAN = "DI_ORGAN"
    UPPER_HR = "UPPER_HR"


class Opinion(Value):
    """An opinion on normal use."""

    giver: Giver
    given_on: Day
    agrees: bool
    document: DocumentRef


class CollectiveDecision(Value):
    """The collective decision on normal use, with its minutes."""

    decided_on: Day
    agrees: bool
    minutes: DocumentRef


class Reinstatement(Value):
    """An appointment to a post: normal use, which is no reward (3.15)."""

    appointed_on: Day
    post: Line
    level: Literal["LOWER", "SAME", "HIGHER"]
    """Against the former post."""
    requirements_met: bool
    """Whether the formal requirements of the appointment rules are met."""
    document: DocumentRef


class WhyNot(StrEnum):
    """Why a subject is not reinstated (3.11)."""

    TEAM = "TEAM"
    RETIRED = "RETIRED"
    LEFT = "LEFT"
    CONDITIONS_NOT_MET = "CONDITIONS_NOT_MET"
    NO_VACANCY = "NO_VACANCY"
    NOT_REMOVED = "NOT_REMOVED"
    """It never lost its post."""


class NoReinstatement(Value):
    """That a subject is not reinstated, and why."""

    decided_on: Day
    why: WhyNot
    reasons: Prose
