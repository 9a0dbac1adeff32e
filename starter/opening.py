"""Opens matters: rules first, then the number in the record store, then the workflow.

A crash in between is healed by the same command again: the reservation knows its content, and the
workflow of that number is joined, never started twice.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from temporalio.client import WithStartWorkflowOperation
from temporalio.common import (
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import WorkflowAlreadyStartedError

from activities.store.errors import FindingTaken, NumberTaken
from starter.desk import Answer, Desk
from starter.failure import Refused
from starter.sending import answered, digest_of, not_running, require_own
from workflows import search_attributes as attributes
from workflows.clarification import ClarificationWorkflow
from workflows.domain.calendars import Calendar
from workflows.domain.canonical import digest
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.lifecycle import Command
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text
from workflows.messages.matters import OpenClarification, Receipt
from workflows.shell import OPENING


@dataclass(frozen=True)
class Opening:
    """Everything a matter begins with."""

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


async def send_opening(desk: Desk, opening: Opening) -> Answer:
    """Open a clarification and return its receipt; raises Refused, ServiceAway."""
    CLARIFICATION.open(opening.request, opening.pack, opening.calendar, datetime.now(UTC))
    if not await _reserved_now(desk, opening):
        known = await answered(desk, opening.number, OPENING, digest_of(opening.request))
        if known is not None:
            return known
    start = WithStartWorkflowOperation(
        ClarificationWorkflow.run,
        opening.message,
        id=opening.number,
        task_queue=desk.task_queue,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
        static_summary=_summary(opening),
        static_details=_details(opening),
        search_attributes=_columns(opening),
    )
    try:
        receipt: Receipt = await desk.patiently(
            desk.client.execute_update_with_start_workflow(
                "opened", start_workflow_operation=start, id=OPENING, result_type=Receipt
            )
        )
    except WorkflowAlreadyStartedError:
        raise await not_running(desk, opening.number) from None
    require_own(receipt.digest, digest_of(opening.request))
    return Answer(receipt, OPENING)


async def start_with_application(desk: Desk, opening: Opening, application: Command) -> None:
    """Open a matter by the application that reaches it first; joins one that runs already."""
    CLARIFICATION.open(opening.request, opening.pack, opening.calendar, datetime.now(UTC))
    await _reserved_now(desk, opening)
    try:
        await desk.client.start_workflow(
            ClarificationWorkflow.run,
            opening.message,
            id=opening.number,
            task_queue=desk.task_queue,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            id_reuse_policy=WorkflowIDReusePolicy.REJECT_DUPLICATE,
            static_summary=_summary(opening),
            static_details=_details(opening),
            search_attributes=_columns(opening),
            start_signal=application.kind,
            start_signal_args=[application],
        )
    except WorkflowAlreadyStartedError:
        raise await not_running(desk, opening.number) from None


async def _reserved_now(desk: Desk, opening: Opening) -> bool:
    """Take the number; False if the same opening took it before. Raises Refused."""
    try:
        reservation = await desk.store.reserve(
            opening.number, CLARIFICATION.kind, opening.digest, opening.finding
        )
    except NumberTaken:
        raise Refused(
            "design 4.8",
            Text(
                f"编号 {opening.number} 已用于另一件事项：请换一个编号。",
                f"{opening.number} is the number of another matter: take another number.",
            ),
        ) from None
    except FindingTaken as taken:
        raise Refused(
            "2.2",
            Text(
                f"该核查结论已立项为 {taken.number}：申请请用 apply 并入该件。",
                f"This finding has matter {taken.number} already: hand applications in there.",
            ),
        ) from None
    return reservation.fresh


def _summary(opening: Opening) -> str:
    return f"{CLARIFICATION.label.both()} {opening.number}"


def _details(opening: Opening) -> str:
    """Return what stays true of the matter, for its page in the UI; it names no person."""
    request = opening.request
    lines = [
        f"- 立项 entry: `{request.entry.value}`",
        f"- 路径 route: `{request.route.value}`",
        f"- 承办 handled by: `{request.handling_organ}` `{request.undertaking_department}`",
        f"- 规则 rules: `{opening.pack.label}` `{opening.pack.hash[:12]}`",
    ]
    return "\n".join(lines)


def _columns(opening: Opening) -> TypedSearchAttributes:
    request = opening.request
    return TypedSearchAttributes(
        [
            SearchAttributePair(attributes.CASE_NUMBER, opening.number),
            SearchAttributePair(attributes.MATTER_KIND, CLARIFICATION.kind),
            SearchAttributePair(attributes.ORGAN, request.handling_organ),
            SearchAttributePair(attributes.OFFICER, request.actor.officer),
            SearchAttributePair(attributes.RULE_PACK, opening.pack.label),
        ]
    )
