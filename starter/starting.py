"""Opens matters: rules first, then the number in the record store, then the workflow.

A crash in between is healed by the same command again: the reservation knows its content, and the
workflow of that number is joined, never started twice. What a crash left reserved does not stand in
the way of another command for long: it is released once no matter can come of it any more.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from temporalio.client import WithStartWorkflowOperation
from temporalio.exceptions import WorkflowAlreadyStartedError
from temporalio.service import RPCError, RPCStatusCode

from activities.store.errors import FindingTaken, NumberTaken
from starter.desk import Answer, Desk
from starter.failure import Refused
from starter.sending import answered, digest_of, not_running, require_own
from workflows.domain.lifecycle import Command
from workflows.domain.text import Text
from workflows.messages.matters import OPENING, Receipt
from workflows.opening import Opening

UNDER_WAY = timedelta(seconds=60)
"""So long a reservation is taken for an opening that is still on its way to the server."""


async def send_opening(desk: Desk, opening: Opening) -> Answer:
    """Open a matter and return its receipt; raises Refused, ServiceAway."""
    opening.check(datetime.now(UTC))
    own = digest_of(opening.request)
    if not await _reserved_now(desk, opening):
        known = await answered(desk, opening.number, OPENING, own)
        if known is not None:
            return known
    start: WithStartWorkflowOperation[Any, Any] = WithStartWorkflowOperation(
        opening.kind.workflow, opening.message, **opening.once(desk.task_queue)
    )
    answering = desk.client.execute_update_with_start_workflow(
        "opened", start_workflow_operation=start, id=OPENING, result_type=Receipt
    )
    try:
        receipt = await desk.patiently(answering)
    except WorkflowAlreadyStartedError:
        raise await not_running(desk, opening.number) from None
    require_own(receipt.digest, own)
    return Answer(receipt, OPENING)


async def start_with_application(desk: Desk, opening: Opening, application: Command) -> None:
    """Open a matter by the application that reaches it first; joins one that runs already."""
    opening.check(datetime.now(UTC))
    await _reserved_now(desk, opening)
    try:
        await desk.client.start_workflow(
            opening.kind.workflow,
            opening.message,
            **opening.once(desk.task_queue),
            start_signal=application.kind,
            start_signal_args=[application],
        )
    except WorkflowAlreadyStartedError:
        raise await not_running(desk, opening.number) from None


async def _reserved_now(desk: Desk, opening: Opening) -> bool:
    """Take the number; False if the same opening took it before. Raises Refused."""
    number, kind = opening.number, opening.kind.decider.kind
    try:
        taken = await desk.store.reserve(number, kind, opening.digest, opening.finding)
    except (NumberTaken, FindingTaken) as other:
        if await _released(desk, other.number):
            return await _reserved_now(desk, opening)
        raise _refusal(other, kind) from None
    return taken.fresh


async def _released(desk: Desk, number: str) -> bool:
    """Give back a number that an opening took which never reached the server; says if it did."""
    try:
        await desk.client.get_workflow_handle(number).describe()
    except RPCError as answer:
        if answer.status != RPCStatusCode.NOT_FOUND:
            raise
        return await desk.store.release(number, UNDER_WAY)
    return False


def _refusal(taken: NumberTaken | FindingTaken, kind: str) -> Refused:
    if isinstance(taken, NumberTaken):
        return Refused("design 4.8", NUMBER_TAKEN.format(number=taken.number))
    rule, words = FINDING_TAKEN[kind]
    return Refused(rule, words.format(number=taken.number))


NUMBER_TAKEN = Text(
    "编号 {number} 已用于另一件事项：请换一个编号。",
    "{number} is the number of another matter: take another number.",
)
FINDING_TAKEN = {
    "clarification": (
        "2.2",
        Text(
            "该核查结论已立项为 {number}：申请请用 apply 并入该件。",
            "This finding has matter {number} already: hand applications in there.",
        ),
    ),
    "accountability_case": (
        "3.2",
        Text(
            "lead.reference：该线索已立项为 {number}，请在该件中办理。",
            "lead.reference: this lead has case {number} already: handle it there.",
        ),
    ),
    "subject_follow_up": (
        "3.11",
        Text(
            "document：该决定对同一对象的后续已立项为 {number}，请在该件中办理。",
            "document: this decision has follow-up {number} for the subject already.",
        ),
    ),
}
"""By the kind of matter: the rule and the words where somebody opened the same already."""
