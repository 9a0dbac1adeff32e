"""Who must do what now: the work items of a clarification, and which fact follows by itself."""

from datetime import date

from workflows.domain.authority import Seat
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.methods import METHOD_LABELS
from workflows.domain.clarification.seats import AWAITED_STEP, department_seat, seat_of
from workflows.domain.clarification.stages import ENDED, Stage
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Draft, Fact, WorkItem
from workflows.domain.lost_notices import unreached
from workflows.domain.roles import Role
from workflows.domain.text import Text

DUTY_OF_STAGE: dict[Stage, tuple[str, Text, str]] = {
    Stage.AWAITING_VERIFICATION: (
        "record-verification",
        Text("核查结束后登记核查结论", "record the finding once verification ends"),
        "",
    ),
    Stage.SCREENING: (
        "screen",
        Text("对照七种情形筛查", "screen against the seven situations"),
        "evaluation",
    ),
    Stage.PENDING_OTHER_LEADS: (
        "close-other-lead",
        Text("其他线索查结后登记", "record the other leads once they are closed"),
        "",
    ),
    Stage.EVALUATING: (
        "give-opinion",
        Text("评估并提出是否启动的意见", "evaluate and propose whether to start"),
        "evaluation",
    ),
    Stage.OPINION_NOT_START: (
        "countersign",
        Text("签批不启动意见", "countersign the opinion not to start"),
        "approval",
    ),
    Stage.COLLECTIVE_STUDY: (
        "record-study",
        Text("集体研判并形成纪要", "study collectively and keep minutes"),
        "approval",
    ),
    Stage.PRINCIPAL_REVIEW: ("review", Text("审核", "review"), "approval"),
    Stage.AWAITING_APPROVAL: (
        "approve",
        Text("批准、退回或不予批准", "approve, return or reject"),
        "approval",
    ),
    Stage.PRIOR_NOTICE: (
        "hear-opinion",
        Text("实施前通报情况、听取意见", "give prior notice and hear the opinion"),
        "implementation",
    ),
    Stage.POST_NOTICE: (
        "give-post-notice",
        Text("实施后及时通报", "give notice after implementation"),
        "post_notice",
    ),
}
"""The command that a stage waits for, in words, and the term that bounds it."""


def work_items(matter: Clarification) -> tuple[WorkItem, ...]:
    """Return everything that waits for somebody, the stage's own duty first."""
    return (*_of_stage(matter), *_of_end(matter), *_beside(matter))


def awaited_seat(matter: Clarification) -> Seat:
    """Return who is awaited at the stage where the matter stands."""
    step = AWAITED_STEP.get(matter.stage)
    return seat_of(matter, step) if step else department_seat(matter)


def _of_stage(matter: Clarification) -> tuple[WorkItem, ...]:
    if matter.stage is Stage.IMPLEMENTING:
        return (*_leads_first(matter), *_methods_left(matter))
    if matter.stage not in DUTY_OF_STAGE:
        return ()
    action, text, term = DUTY_OF_STAGE[matter.stage]
    return (_item(action, text, awaited_seat(matter), term),)


def _leads_first(matter: Clarification) -> tuple[WorkItem, ...]:
    """Return the duty of a lead that came after the first method and holds the others up."""
    action, text, term = DUTY_OF_STAGE[Stage.PENDING_OTHER_LEADS]
    return (_item(action, text, department_seat(matter), term),) if matter.open_leads else ()


def _methods_left(matter: Clarification) -> tuple[WorkItem, ...]:
    done = {execution.method for execution in matter.done}
    planned = matter.plan.methods if matter.plan else ()
    labels = [METHOD_LABELS[p.method] for p in planned if p.method not in done]
    return tuple(
        _item(
            "carry-out",
            Text(f"实施{label.zh}并取得回证", f"clarify {label.en} and keep the proof"),
            department_seat(matter),
            "implementation",
        )
        for label in labels
    )


def _of_end(matter: Clarification) -> tuple[WorkItem, ...]:
    seat, items = department_seat(matter), []
    if matter.reply_due:
        text = Text("向申请人书面说明理由并送达", "serve the applicant a reasoned reply")
        items.append(_item("serve-reply", text, seat, "reply"))
    if matter.stage is Stage.COMPLETED and not matter.followed_up:
        text = Text("回访澄清效果", "follow up the effect")
        items.append(_item("follow-up-effect", text, seat, "follow_up"))
    return tuple(items)


def _beside(matter: Clarification) -> tuple[WorkItem, ...]:
    seat, items = department_seat(matter), []
    waiting = matter.application is not None and not matter.withdrawn
    if waiting and matter.stage not in ENDED and not _complete(matter):
        text = Text("通知申请人补齐材料", "ask the applicant to complete the materials")
        items.append(_item("complete-materials", text, seat, ""))
    for key in matter.undeliverable:
        items.append(_item("settle-notice", _lost(key), seat, ""))
    return tuple(items)


def _lost(key: str) -> Text:
    """Say which notice somebody must be told of otherwise, from its key in the state."""
    seq, index, role, *reason = key.split("/", 3)
    notice, whom = f"{seq}/{index}", unreached(Role(role), "".join(reason))
    return Text(
        f"通知 {notice} 未能送达{whom.zh}，请另行告知",
        f"notice {notice} did not reach {whom.en}: tell them otherwise",
    )


def _complete(matter: Clarification) -> bool:
    application = matter.application
    return application is None or application.materials_complete_on is not None


def _item(action: str, text: Text, seat: Seat, term: str) -> WorkItem:
    return WorkItem(action=action, text=text, role=seat.roles[0], organ=seat.organ, term=term)


def follow_on(matter: Clarification, on: date) -> Draft | None:
    """Return the fact that follows by itself from where the matter stands."""
    fact = _following(matter)
    return Draft(fact=fact, effective_on=on) if fact else None


def _following(matter: Clarification) -> Fact | None:
    if matter.stage is Stage.OPINION_START:
        return f.ProcedureOpened()
    if matter.stage is Stage.OPINION_NOT_START and not _countersignature_needed(matter):
        return f.NotStartSettled()
    if matter.stage is Stage.IMPLEMENTING and not _methods_left(matter):
        return f.ImplementationCompleted()
    duties = _of_end(matter) or matter.undeliverable or matter.being_made
    if matter.stage in ENDED and not matter.filed and not duties:
        return f.FileClosed()
    return None


def _countersignature_needed(matter: Clarification) -> bool:
    """Say whether screening found a situation, so that not starting takes two people (A03, A47).

    What the opinion itself still upholds does not matter: nobody talks a situation away alone.
    """
    return bool(matter.situations.held) and matter.option("countersign_not_start")
