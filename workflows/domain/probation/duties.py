"""Who must do what in a probation now, and which fact follows by itself."""

from datetime import date

from workflows.domain.lifecycle import Fact, WorkItem
from workflows.domain.probation import facts as f
from workflows.domain.probation.seats import approving, handling
from workflows.domain.probation.stages import Stage
from workflows.domain.probation.state import Probation
from workflows.domain.procedure.telling import duty, lost_items
from workflows.domain.text import Text

APPROVE = Text("批准或者不批准考验期", "approve or decline the probation")
NOTIFY = Text("告知本人考验期", "tell the person of the probation")
CHECK = Text("节点检查，跟踪整改", "check on the way how things are put right")
EVALUATE = Text("评估考验期，提出结果建议", "evaluate the probation and propose its result")
SETTLE = Text("审定考验结果", "decide the result")
TELL = Text("告知本人考验结果", "tell the person of the result")
DECIDE = Text("研判新过失", "decide what the new fault means")


def work_items(matter: Probation) -> tuple[WorkItem, ...]:
    """Return everything that waits for somebody, the stage's own duty first."""
    lost = lost_items(matter, handling(matter))
    return (*_of_stage(matter), *_of_new_fault(matter), *lost)


def _of_stage(matter: Probation) -> tuple[WorkItem, ...]:
    here, leader = handling(matter), approving(matter)
    if matter.stage is Stage.SET:
        if matter.needs_approval:
            return (duty("approve-probation", APPROVE, leader, "probation_approval"),)
        return (duty("notify-probation", NOTIFY, here, "probation_notice"),)
    if matter.stage is Stage.RUNNING:
        return (duty("check-node", CHECK, here, "probation"),)
    if matter.stage is Stage.EVALUATING:
        if matter.evaluation is None:
            return (duty("evaluate", EVALUATE, here, "probation_evaluation"),)
        return (duty("settle-result", SETTLE, leader, "probation_evaluation"),)
    if matter.stage in (Stage.PASSED, Stage.FAILED):
        return (duty("tell-result", TELL, here, "result_notice"),)
    return ()


def _of_new_fault(matter: Probation) -> tuple[WorkItem, ...]:
    if matter.running("new_fault") is None:
        return ()
    return (duty("decide-new-fault", DECIDE, approving(matter), "new_fault"),)


def following(matter: Probation, on: date) -> Fact | None:
    """Return the result as it was proposed, where the pack wants nobody's approval."""
    proposed = matter.evaluation
    if matter.stage is not Stage.EVALUATING or proposed is None:
        return None
    if matter.probation_rules.approved_by is not None:
        return None
    return f.ResultSettled(result=proposed.result, reasons=proposed.reasons)
