"""Who must do what now, and what follows by itself once nothing is left to do."""

from collections.abc import Callable, Iterator
from datetime import date

from workflows.domain.accountability import seats
from workflows.domain.accountability.approving import next_link
from workflows.domain.accountability.duties_of_end import end_duties, open_ends
from workflows.domain.accountability.duties_of_inquiry import facts_meeting, investigating
from workflows.domain.accountability.facts_of_aftermath import CaseClosed
from workflows.domain.accountability.facts_of_opinion import FilingDeemed
from workflows.domain.accountability.requirements_of_inquiry import expert_report
from workflows.domain.accountability.stages import ENDED, Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.terms import lapses_into_consent
from workflows.domain.lifecycle import Fact, WorkItem
from workflows.domain.procedure.telling import duty, lost_items
from workflows.domain.text import Text

Case = AccountabilityCase


def work_items(matter: Case) -> tuple[WorkItem, ...]:
    """Return who must do what, the stage's own duty first."""
    of_stage = DUTIES.get(matter.stage)
    return (
        *(of_stage(matter) if of_stage else ()),
        *end_duties(matter),
        *lost_items(matter, seats.handler(matter)),
    )


def following(matter: Case, on: date) -> Fact | None:
    """Return the fact that follows by itself: silence to a filing, or the closing."""
    term = matter.running("elevated_filing")
    if lapses_into_consent(matter) and term is not None:
        due = term.term.due(matter.calendar)
        return FilingDeemed() if due is not None and on > due else None
    if matter.stage is Stage.RECTIFYING and not open_ends(matter):
        return CaseClosed()
    return None


def is_over(matter: Case) -> bool:
    """Say whether nothing is left to do."""
    return matter.stage in ENDED and not end_duties(matter) and not matter.undeliverable


def _simple(action: str, zh: str, en: str, term: str = "") -> Callable[[Case], Iterator[WorkItem]]:
    """Return the duty of the handling department alone."""

    def items(matter: Case) -> Iterator[WorkItem]:
        yield duty(action, Text(zh, en), seats.handler(matter), term)

    return items


def _triaged(matter: Case) -> Iterator[WorkItem]:
    words = Text("批准或者退回分办意见", "approve or return the triage opinion")
    yield duty("assign", words, seats.principal(matter), "triage")


def _on_probation(matter: Case) -> Iterator[WorkItem]:
    if not matter.probations:
        words = Text("设置考验期", "set the probation")
        yield duty("set-probation", words, seats.handler(matter), "set_probation")


def _initiation(matter: Case) -> Iterator[WorkItem]:
    handler = seats.handler(matter)
    if matter.verification is None:
        words = Text("登记核实结果", "record the result of verification")
        yield duty("record-verification", words, handler, "initiation")
    elif not matter.files:
        words = Text("列明问责对象及其职责依据", "name the subjects with the basis of their duty")
        yield duty("add-subject", words, handler, "initiation")
    elif not matter.approved("INITIATION").proposed_by:
        words = Text("提请启动", "propose the start")
        yield duty("propose-start", words, handler, "initiation")
    else:
        words = Text("审批启动", "approve the start, or do not start")
        yield duty("approve-start", words, seats.approver("INITIATION")(matter), "initiation")


def _opinion(matter: Case) -> Iterator[WorkItem]:
    if matter.involved is None:
        words = Text("列明涉案人员（没有的，报空名单）", "list the persons involved, or nobody")
        yield duty("include-involved", words, seats.handler(matter))
    if next_link(matter, "INVESTIGATION") is not None:
        words = Text("审批调查意见", "approve or return the opinion")
        yield duty("approve-opinion", words, seats.approver("INVESTIGATION")(matter), "opinion")
        return
    words = Text("提交会商", "submit the opinion to joint consultation")
    yield duty("submit-opinion", words, seats.handler(matter), "opinion")


def _consulting(matter: Case) -> Iterator[WorkItem]:
    if matter.adjudication is None:
        words = Text("审理把关", "check evidence, characterisation and measure")
        yield duty("check-adjudication", words, seats.adjudicator(matter), "consultation")
    elif not matter.adjudication.agrees:
        words = Text("退回补充调查", "return the opinion for more investigation")
        yield duty("return-opinion", words, seats.returner(matter), "consultation")
    else:
        words = Text("组织会商并作出结论", "consult with the departments and conclude")
        yield duty("conclude-consultation", words, seats.handler(matter), "consultation")


def _filing(matter: Case) -> Iterator[WorkItem]:
    words = Text("回复提级备案", "reply to the elevated filing")
    yield duty("acknowledge-filing", words, seats.upper(matter), "elevated_filing")


def _reviewing(matter: Case) -> Iterator[WorkItem]:
    words = Text("提级审核（八看）", "review the case (eight looks)")
    yield duty("review-elevated", words, seats.upper(matter), "elevated_review")


def _deciding(matter: Case) -> Iterator[WorkItem]:
    if expert_report(matter):
        words = Text("退回意见，取得专业评估", "return the opinion for the professional assessment")
        yield duty("return-opinion", words, seats.returner(matter), "decision")
        return
    decider, proposer = seats.decider(matter), seats.approver("DECISION")(matter)
    if proposer != decider:
        yield duty("propose-decision", Text("提请决定", "propose the decision"), proposer)
        return
    yield duty("decide", Text("作出决定", "decide on every subject"), decider, "decision")


def _publishing(matter: Case) -> Iterator[WorkItem]:
    words = Text("审核公开的内容、时机、方式", "review content, timing and manner")
    yield duty("review-publication", words, seats.leader(matter), "publication_review")


DUTIES: dict[Stage, Callable[[Case], Iterator[WorkItem]]] = {
    Stage.RECEIVED: _simple("triage", "提出分办意见", "propose where the lead goes", "triage"),
    Stage.TRIAGED: _triaged,
    Stage.VERIFYING: _simple(
        "record-verification", "核实并登记结果", "verify and record the result", "verification"
    ),
    Stage.LIGHT_TOUCH: _simple("hold-talk", "谈话提醒并记录", "hold the talk", "light_touch"),
    Stage.ON_PROBATION: _on_probation,
    Stage.INITIATION_REVIEW: _initiation,
    Stage.INVESTIGATING: investigating,
    Stage.FACTS_MEETING: facts_meeting,
    Stage.OPINION_DRAFTED: _opinion,
    Stage.JOINT_CONSULT: _consulting,
    Stage.ELEVATED_FILING: _filing,
    Stage.ELEVATED_REVIEW: _reviewing,
    Stage.DECIDING: _deciding,
    Stage.PUBLICATION: _publishing,
}
"""What follows from the decision or an end is in `duties_of_end.py`."""
