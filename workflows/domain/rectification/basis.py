"""The legal basis of each fact of a rectification: the rule, and what of the pack it applied."""

from workflows.domain.basis import Basis, entries
from workflows.domain.lifecycle import Step
from workflows.domain.rectification.state import Rectification
from workflows.domain.text import Text


def basis_of(step: Step[Rectification]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    rule, words = BASIS[step.event.fact.kind]
    return Basis(rule, words, entries(step.after.rules.rectification))


BASIS: dict[str, tuple[str, Text]] = {
    "rectification_opened": (
        "3.13", Text("以纪检监察建议书督促责任单位整改，一单位一件。",
                     "A recommendation letter asks one unit to put things right.")),
    "plan_submitted": (
        "3.13", Text("责任单位报送方案，逐项落实。", "The unit plans for every item.")),
    "progress_reported": ("3.13", Text("节点提醒、听取汇报。", "Reminders and reports at nodes.")),
    "completion_reported": ("3.13", Text("整改完成后报告。", "The unit reports completion.")),
    "verified_on_site": (
        "3.13", Text("现场核查；未整改到位的，退回重新整改。",
                     "Verified on site; what is not right goes back to the plan.")),
    "written_off": ("3.11", Text("核查通过的，销号。", "What is verified is written off.")),
    "look_back_begun": ("3.13", Text("不定期回头看。", "A look-back at irregular times.")),
    "look_back_recorded": (
        "3.13", Text("回头看发现反弹的，重新整改。", "What is wrong again is put right again.")),
    "look_back_waived": (
        "3.11", Text("回头看视情开展。", "A look-back is optional.")),
    "obstruction_noted": (
        "3.11", Text("拖延、推诿、拒不整改、虚假整改的，作为新线索。",
                     "Delay, buck-passing, refusal or fraud is a new lead.")),
}  # fmt: skip
"""Facts that every kind shares have their basis elsewhere."""
