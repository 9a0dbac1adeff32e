"""The stages of a clarification (rulebook 2.8), numbered so that lists sort by progress."""

from enum import StrEnum

from workflows.domain.text import Text


class Stage(StrEnum):
    """Where a clarification stands. `START` is the moment before it exists."""

    START = "START"
    AWAITING_VERIFICATION = "AWAITING_VERIFICATION"
    SCREENING = "SCREENING"
    PENDING_OTHER_LEADS = "PENDING_OTHER_LEADS"
    EVALUATING = "EVALUATING"
    OPINION_START = "OPINION_START"
    OPINION_NOT_START = "OPINION_NOT_START"
    COLLECTIVE_STUDY = "COLLECTIVE_STUDY"
    PRINCIPAL_REVIEW = "PRINCIPAL_REVIEW"
    AWAITING_APPROVAL = "AWAITING_APPROVAL"
    PRIOR_NOTICE = "PRIOR_NOTICE"
    IMPLEMENTING = "IMPLEMENTING"
    POST_NOTICE = "POST_NOTICE"
    COMPLETED = "COMPLETED"
    CLOSED_NOT_UNTRUE = "CLOSED_NOT_UNTRUE"
    CLOSED_NOT_NECESSARY = "CLOSED_NOT_NECESSARY"
    CLOSED_REJECTED = "CLOSED_REJECTED"
    WITHDRAWN = "WITHDRAWN"


STAGE_LABELS: dict[Stage, Text] = {
    Stage.START: Text("立项", "Start"),
    Stage.AWAITING_VERIFICATION: Text("待核查结束", "Awaiting verification"),
    Stage.SCREENING: Text("筛查", "Screening"),
    Stage.PENDING_OTHER_LEADS: Text("待其他线索查结", "Pending other leads"),
    Stage.EVALUATING: Text("评估", "Evaluation"),
    Stage.OPINION_START: Text("拟启动", "Opinion: start"),
    Stage.OPINION_NOT_START: Text("拟不启动", "Opinion: do not start"),
    Stage.COLLECTIVE_STUDY: Text("集体研判", "Collective study"),
    Stage.PRINCIPAL_REVIEW: Text("负责人审核", "Principal review"),
    Stage.AWAITING_APPROVAL: Text("待批准", "Awaiting approval"),
    Stage.PRIOR_NOTICE: Text("事前听取意见", "Prior notice"),
    Stage.IMPLEMENTING: Text("实施澄清", "Implementing"),
    Stage.POST_NOTICE: Text("事后通报", "Post notice"),
    Stage.COMPLETED: Text("已澄清", "Completed"),
    Stage.CLOSED_NOT_UNTRUE: Text("结束·未认定失实", "Closed: not untrue"),
    Stage.CLOSED_NOT_NECESSARY: Text("结束·不予启动", "Closed: not necessary"),
    Stage.CLOSED_REJECTED: Text("结束·未批准", "Closed: rejected"),
    Stage.WITHDRAWN: Text("结束·已撤回", "Withdrawn"),
}

STAGE_NUMBERS: dict[Stage, int] = {
    Stage.START: 0,
    Stage.AWAITING_VERIFICATION: 10,
    Stage.SCREENING: 20,
    Stage.PENDING_OTHER_LEADS: 30,
    Stage.EVALUATING: 40,
    Stage.OPINION_START: 45,
    Stage.OPINION_NOT_START: 46,
    Stage.COLLECTIVE_STUDY: 50,
    Stage.PRINCIPAL_REVIEW: 55,
    Stage.AWAITING_APPROVAL: 60,
    Stage.PRIOR_NOTICE: 70,
    Stage.IMPLEMENTING: 75,
    Stage.POST_NOTICE: 80,
    Stage.COMPLETED: 90,
    Stage.CLOSED_NOT_UNTRUE: 91,
    Stage.CLOSED_NOT_NECESSARY: 92,
    Stage.CLOSED_REJECTED: 93,
    Stage.WITHDRAWN: 94,
}

ENDED = frozenset(
    {
        Stage.COMPLETED,
        Stage.CLOSED_NOT_UNTRUE,
        Stage.CLOSED_NOT_NECESSARY,
        Stage.CLOSED_REJECTED,
        Stage.WITHDRAWN,
    }
)
"""Stages that no row leaves; the file stays open until the duties of the end are done."""

BEFORE_IMPLEMENTATION = frozenset(
    {
        Stage.SCREENING,
        Stage.EVALUATING,
        Stage.OPINION_NOT_START,
        Stage.COLLECTIVE_STUDY,
        Stage.PRINCIPAL_REVIEW,
        Stage.AWAITING_APPROVAL,
        Stage.PRIOR_NOTICE,
    }
)


SMOOTH = (
    Stage.SCREENING,
    Stage.EVALUATING,
    Stage.COLLECTIVE_STUDY,
    Stage.PRINCIPAL_REVIEW,
    Stage.AWAITING_APPROVAL,
    Stage.PRIOR_NOTICE,
    Stage.IMPLEMENTING,
    Stage.POST_NOTICE,
    Stage.COMPLETED,
)
"""The stages of a life without detours."""


def shown(stage: Stage) -> str:
    """Return the stage as lists show it: `40 Evaluation 评估`."""
    return f"{STAGE_NUMBERS[stage]:02d} {STAGE_LABELS[stage].both()}"
