"""What an investigation still needs: its duties follow from the gates that are closed (3.5)."""

from collections.abc import Callable, Iterator
from typing import Any

from workflows.domain.accountability import requirements_of_inquiry as inquiry
from workflows.domain.accountability import requirements_of_opinion as opinion
from workflows.domain.accountability import seats
from workflows.domain.accountability.approving import is_through, next_link
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.lifecycle import WorkItem
from workflows.domain.procedure.telling import duty
from workflows.domain.text import Text

Case = AccountabilityCase
Need = tuple[str, Text, str, Callable[[Case], Any]]

NEEDS: tuple[Need, ...] = (
    (
        "assess-tolerance",
        Text("同步开展容错评估", "assess tolerance beside the investigation"),
        "tolerance",
        lambda matter: any(file.tolerance is None for file in matter.pursued),
    ),
    (
        "constitute",
        Text("认定责任构成", "find of each subject whether it is liable"),
        "",
        lambda matter: any(file.constitution is None for file in matter.files),
    ),
    (
        "charge",
        Text("对应追责情形", "charge each subject with coded situations"),
        "",
        lambda matter: any(file.charging is None for file in matter.pursued),
    ),
    (
        "weigh",
        Text("区分责任、认定情节", "weigh liability and factors of each subject"),
        "",
        lambda matter: any(file.weighing is None for file in matter.pursued),
    ),
    (
        "examine-decision-layer",
        Text("审查决策层", "examine those who decided"),
        "",
        opinion.decision_layer,
    ),
    ("record-must", Text("落实凡问四必", "record the four musts"), "", inquiry.four_musts),
    (
        "record-expert-report",
        Text("取得专业评估", "obtain the professional assessment"),
        "",
        inquiry.expert_report,
    ),
)
"""What is to be done, by which command, under which term, and when it is needed."""


def investigating(matter: Case) -> Iterator[WorkItem]:
    """Yield the duties while facts are sought."""
    words = Text("查清事实，与对象事实材料见面", "find the facts, then show them to the subjects")
    term = "supplement" if matter.supplementing else "investigation"
    yield from _inquiring(matter, "show-facts", words, term)


def facts_meeting(matter: Case) -> Iterator[WorkItem]:
    """Yield the duties while the subjects are heard."""
    words = Text("听取意见，拟定处理意见", "hear the replies, then draft the opinion")
    yield from _inquiring(matter, "draft-opinion", words, "facts_meeting")


def _inquiring(matter: Case, action: str, words: Text, term: str) -> Iterator[WorkItem]:
    """Yield what leads on, or ends the case where nobody is liable; then what is still needed."""
    handler = seats.handler(matter)
    proposed = matter.no_liability and not is_through(matter, "NO_LIABILITY")
    if matter.pursued:
        yield duty(action, words, handler, term)
    elif not proposed:
        none = Text("提请不予问责", "propose that nobody is held accountable")
        yield duty("propose-no-liability", none, handler, term)
    if next_link(matter, "INITIATION") is not None:
        added = Text("审批启动（新列的对象）", "approve the start for the subjects added since")
        yield duty("approve-start", added, seats.approver("INITIATION")(matter))
    if proposed:
        release = Text("审批不予问责", "approve that nobody is held accountable")
        waits = "" if matter.pursued else term
        yield duty("approve-no-liability", release, seats.approver("NO_LIABILITY")(matter), waits)
    for needed, what, by, is_needed in NEEDS:
        if matter.pursued and is_needed(matter):
            yield duty(needed, what, handler, by)
