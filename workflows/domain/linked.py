"""What matters report to each other: one class per message, a signal of the receiver.

The sender fills in business dates; the moment of arrival decides nothing (design 4.9).
"""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workflows.domain.lifecycle import Day
from workflows.domain.numbers import MatterNumber
from workflows.domain.procedure.shared import Linked
from workflows.domain.subjects import Measure, SubjectRef
from workflows.domain.text import Text
from workflows.domain.writing import Line, Prose

AppealOutcome = Literal["UPHELD", "CHANGED", "REVOKED"]
LeadKind = Literal["DELAY", "FRAUD", "RE_ACCOUNTABILITY", "NEW_FAULT", "UPSTREAM_CAUSE"]
LEAD_LABELS: dict[LeadKind, Text] = {
    "DELAY": Text("拖延整改", "delay"),
    "FRAUD": Text("虚假整改", "fraud"),
    "RE_ACCOUNTABILITY": Text("再问责", "re-accountability"),
    "NEW_FAULT": Text("新的过失", "another fault"),
    "UPSTREAM_CAUSE": Text("上级原因", "a cause above"),
}


class SubjectServed(Linked):
    """The decision was served on a subject (from its follow-up to the case) 已送达."""

    kind: ClassVar[str] = "subject_served"
    subject: SubjectRef
    served_on: Day


class SubjectClosed(Linked):
    """A subject's follow-up is closed (to the case) 对象办结."""

    kind: ClassVar[str] = "subject_closed"
    subject: SubjectRef
    closed_on: Day
    how: Line
    """How it ended, in the codes of the follow-up's endings."""


class SubjectReopened(Linked):
    """A closed follow-up runs again because of an appeal or a correction (to the case) 对象重启."""

    kind: ClassVar[str] = "subject_reopened"
    subject: SubjectRef
    reopened_on: Day


class ProbationEnded(Linked):
    """A probation has ended (to the case) 考验期结束."""

    kind: ClassVar[str] = "probation_ended"
    probation: MatterNumber
    ended_on: Day
    result: Literal["LIGHTER", "REDUCED", "EXEMPT", "FAILED"]
    reasons: Prose


class RectificationEnded(Linked):
    """A rectification is closed (to the case) 整改销号."""

    kind: ClassVar[str] = "rectification_ended"
    rectification: MatterNumber
    closed_on: Day


class LeadFound(Linked):
    """Something new to be pursued came up (to the case) 发现新线索."""

    kind: ClassVar[str] = "lead_found"
    found_on: Day
    lead_kind: LeadKind
    what: Prose


class AppealConcluded(Linked):
    """An appeal was concluded (from the appeal to the follow-up) 申诉办结."""

    kind: ClassVar[str] = "appeal_concluded"
    appeal: MatterNumber
    concluded_on: Day
    outcome: AppealOutcome
    measures: tuple[Measure, ...] = ()
    """What is left of the measures, for CHANGED; empty for REVOKED."""
    reasons: Prose
    final: bool = True
    """Whether no further stage of review is open; told again as final once that is so."""
    withdrawn: bool = False
    """Whether the appellant withdrew it: the decision stands as it was."""


class AppealTaken(Linked):
    """An appeal was accepted, or referred as late or none at all (to the follow-up) 申诉受理."""

    kind: ClassVar[str] = "appeal_taken"
    appeal: MatterNumber
    taken_on: Day
    in_time: bool
    referred: bool = False
    """Whether it was referred, late or as no appeal at all: no conclusion will come."""
    serial: Annotated[int, Field(ge=1)] = 1
