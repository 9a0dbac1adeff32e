"""Everything a matter begins with: its request, its rules, and what the engine shows of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from temporalio.common import (
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)

from workflows import search_attributes as attributes
from workflows.domain.calendars import Calendar
from workflows.domain.canonical import digest
from workflows.domain.rulepack import RulePack
from workflows.kinds import Kind
from workflows.messages.matters import OpenMatter


@dataclass(frozen=True)
class Opening:
    """A matter that somebody, or another matter, wants to open."""

    kind: Kind
    request: Any
    """Of the kind's own request class."""
    pack: RulePack
    calendar: Calendar
    at: datetime | None = None
    """The moment of the matter that asks for it; None where an officer does."""

    @property
    def number(self) -> str:
        """Return the matter's number."""
        return str(self.request.number)

    @property
    def message(self) -> OpenMatter[Any, Any]:
        """Return what the workflow starts with."""
        return self.kind.opening(
            request=self.request, pack=self.pack, calendar=self.calendar, at=self.at
        )

    @property
    def digest(self) -> str:
        """Return what the number is reserved for: this request under this pack."""
        return digest([self.request.model_dump(mode="json"), self.pack.id])

    @property
    def finding(self) -> str | None:
        """Return what no other matter of the kind may share."""
        return self.kind.finding(self.request)

    @property
    def summary(self) -> str:
        """Return the line that lists of the UI show."""
        return f"{self.kind.decider.label.both()} {self.number}"

    @property
    def details(self) -> str:
        """Return what stays true of the matter, for its page in the UI; it names no person."""
        rules = f"规则 rules: `{self.pack.label}` `{self.pack.hash[:12]}`"
        return "\n".join(f"- {line}" for line in (*self.kind.details(self.request), rules))

    @property
    def columns(self) -> TypedSearchAttributes:
        """Return the search attributes that are known from the start."""
        return TypedSearchAttributes(
            [
                SearchAttributePair(attributes.CASE_NUMBER, self.number),
                SearchAttributePair(attributes.MATTER_KIND, self.kind.decider.kind),
                SearchAttributePair(attributes.ORGAN, self.kind.organ(self.request)),
                SearchAttributePair(attributes.OFFICER, self.request.actor.officer),
                SearchAttributePair(attributes.RULE_PACK, self.pack.label),
            ]
        )

    def check(self, now: datetime) -> None:
        """Refuse what the rules forbid, before a number is taken for it; raises Rejected."""
        self.kind.decider.open(self.request, self.pack, self.calendar, now)

    def once(self, task_queue: str) -> dict[str, Any]:
        """Return how the workflow starts: once for ever, joined if it runs."""
        return {
            "id": self.number,
            "task_queue": task_queue,
            "id_conflict_policy": WorkflowIDConflictPolicy.USE_EXISTING,
            "id_reuse_policy": WorkflowIDReusePolicy.REJECT_DUPLICATE,
            "static_summary": self.summary,
            "static_details": self.details,
            "search_attributes": self.columns,
        }

    def again(self, task_queue: str) -> dict[str, Any]:
        """Return how a closed matter starts once more under its number, joined if it runs."""
        reuse = WorkflowIDReusePolicy.ALLOW_DUPLICATE
        return {**self.once(task_queue), "id_reuse_policy": reuse}
