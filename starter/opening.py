"""Everything a matter begins with: its request, its rules, and what the engine shows of it."""

from dataclasses import dataclass

from temporalio.common import SearchAttributePair, TypedSearchAttributes

from workflows import search_attributes as attributes
from workflows.domain.calendars import Calendar
from workflows.domain.canonical import digest
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.rulepack import RulePack
from workflows.messages.matters import OpenClarification


@dataclass(frozen=True)
class Opening:
    """A clarification that somebody wants to open."""

    request: Open
    pack: RulePack
    calendar: Calendar

    @property
    def number(self) -> str:
        """Return the matter's number."""
        return self.request.number

    @property
    def message(self) -> OpenClarification:
        """Return what the workflow starts with."""
        return OpenClarification(request=self.request, pack=self.pack, calendar=self.calendar)

    @property
    def digest(self) -> str:
        """Return what the number is reserved for: this request under this pack."""
        return digest([self.request.model_dump(mode="json"), self.pack.id])

    @property
    def finding(self) -> str:
        """Return what two matters must not share; a later evaluation is another one (2.5)."""
        request = self.request
        earlier = request.earlier_evaluation_closed_on
        return digest(
            [
                request.handling_organ,
                request.verification.reference,
                request.subject.reference,
                earlier.isoformat() if earlier else "",
            ]
        )

    @property
    def summary(self) -> str:
        """Return the line that lists of the UI show."""
        return f"{CLARIFICATION.label.both()} {self.number}"

    @property
    def details(self) -> str:
        """Return what stays true of the matter, for its page in the UI; it names no person."""
        request = self.request
        lines = [
            f"- 立项 entry: `{request.entry.value}`",
            f"- 路径 route: `{request.route.value}`",
            f"- 承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
            f"- 规则 rules: `{self.pack.label}` `{self.pack.hash[:12]}`",
        ]
        return "\n".join(lines)

    @property
    def columns(self) -> TypedSearchAttributes:
        """Return the search attributes that are known from the start."""
        return TypedSearchAttributes(
            [
                SearchAttributePair(attributes.CASE_NUMBER, self.number),
                SearchAttributePair(attributes.MATTER_KIND, CLARIFICATION.kind),
                SearchAttributePair(attributes.ORGAN, self.request.handling_organ),
                SearchAttributePair(attributes.OFFICER, self.request.actor.officer),
                SearchAttributePair(attributes.RULE_PACK, self.pack.label),
            ]
        )
