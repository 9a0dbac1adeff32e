"""The legal basis of each fact of an appeal: the rule, and what of the pack it applied."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workflows.domain.appeal.state import Appeal
from workflows.domain.basis import Basis, Entry, entries
from workflows.domain.lifecycle import Step
from workflows.domain.text import Text

Applied = Callable[[Appeal, Any], tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    rule: str
    words: Text
    applied: Applied = lambda matter, fact: ()


def basis_of(step: Step[Appeal]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    row = BASIS[step.event.fact.kind]
    applied = row.applied(step.before or step.after, step.event.fact)
    return Basis(row.rule, row.words, applied)


def _window(matter: Appeal, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route, matter.step.window)


def _route(matter: Appeal, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route)


def _decision(matter: Appeal, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.route, matter.step.decision)


def _extension(matter: Appeal, fact: Any) -> tuple[Entry, ...]:
    return entries(matter.step.extension)


def _second(matter: Appeal, fact: Any) -> tuple[Entry, ...]:
    second = matter.route.second
    return entries(second.window if second else None)


BASIS: dict[str, Row] = {
    "appeal_opened": Row(
        "Art. 20", Text("对问责决定不服的，可以申诉；申诉随到随收，不由系统拒收。",
                        "A decision may be appealed against; nothing that comes in is refused."),
        _window),
    "appeal_accepted": Row(
        "Art. 20", Text("是否逾期看决定的收到日和申诉的收到日；申诉期间不停止执行。",
                        "The days of receipt decide what is in time; execution goes on."),
        _window),
    "appeal_referred": Row(
        "A10, 3.16", Text("逾期或者不属于申诉的，登记转办；纠正不受时限限制。",
                          "What is late or no appeal is referred: correction has no time limit."),
        _window),
    "re_examination_begun": Row(
        "Art. 20", Text("受理申诉的机关复查，原承办人员不得参与。",
                        "The accepting organ re-examines; the original handlers take no part."),
        _route),
    "conclusion_proposed": Row(
        "3.11", Text("复查人员提出意见，由另外的人作出决定。",
                     "Examiners propose, others decide."), _route),
    "term_extended": Row(
        "A10", Text("案情复杂的，可以按规定延长。", "A complicated appeal may take longer."),
        _extension),
    "appeal_concluded": Row(
        "Art. 20, 3.11", Text("维持、变更或者撤销，不得加重。",
                              "Upheld, changed or revoked, never aggravated."), _decision),
    "answer_served": Row(
        "Art. 20", Text("书面告知申诉人及其所在党组织。",
                        "Appellant and Party organisation are told in writing."), _route),
    "appeal_withdrawn": Row(
        "3.11", Text("申诉人可以撤回，原决定不变。",
                     "The appellant may withdraw; the decision stands.")),
    "re_review_requested": Row(
        "Art. 20", Text("对结论不服的，可以按途径向上一级申请复核。",
                        "The route may lead to the next higher organ."), _second),
    "appeal_closed": Row(
        "3.11", Text("答复送达，复核申请期和等待期均已过。",
                     "The answer is served and the window above is over."), _second),
}  # fmt: skip
"""Facts that every kind shares have their basis elsewhere."""
