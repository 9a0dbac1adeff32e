"""The legal basis of each fact of a probation: the rule, and what of the pack it applied."""

from workflows.domain.basis import Basis, entries
from workflows.domain.lifecycle import Step
from workflows.domain.probation.state import Probation
from workflows.domain.text import Text


def basis_of(step: Step[Probation]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    rule, words = BASIS[step.event.fact.kind]
    return Basis(rule, words, entries(step.after.probation_rules))


BASIS: dict[str, tuple[str, Text]] = {
    "probation_opened": (
        "5.1", Text("过失行为、未造成严重后果的，设1至3个月考验期，与较轻的措施同时设置。",
                    "For negligence without serious consequence, with a light measure.")),
    "probation_approved": (
        "A29", Text("承办部门设置，经批准。", "Set by the department, approved by the leader.")),
    "probation_declined": (
        "A29", Text("不批准的，按一般程序办理。", "Declined, the ordinary rule holds.")),
    "probation_notified": (
        "A29", Text("考验期自告知之日起算。", "It runs from the day of the notice.")),
    "node_checked": ("5.1", Text("考验期内节点检查。", "Checks on the way.")),
    "report_received": ("5.1", Text("考验期内报告整改情况。", "Reports on the way.")),
    "probation_extended": (
        "5.1", Text("延长须说明理由，总长不超过上限。",
                    "Extended with reasons, in all within the cap.")),
    "evaluation_begun": ("5.1", Text("可以提前评估。", "It may be evaluated early.")),
    "evaluated": (
        "5.1", Text("积极整改且成效明显的，方为通过。",
                    "Passed takes active rectification and clear effect.")),
    "result_settled": (
        "5.1", Text("从轻、减轻或者免予问责，由人决定。",
                    "Lighter, reduced or exempt: a human decides.")),
    "result_told": ("5.1", Text("告知本人。", "The person is told.")),
    "serious_consequence_found": (
        "5.1", Text("造成严重后果的，考验期即行终止。",
                    "A serious consequence ends it at once.")),
    "new_fault_found": ("5.1", Text("出现新过失的，由人研判。", "A human decides on it.")),
    "new_fault_decided": ("5.1", Text("研判新过失。", "A human decided on it.")),
}  # fmt: skip
"""Facts that every kind shares have their basis elsewhere."""
