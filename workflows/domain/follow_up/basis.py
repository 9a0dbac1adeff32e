"""The legal basis of each fact of a follow-up: the rule, and what of the pack it applied.

`BASIS` is the table; the words are short, the rulebook has them whole.
"""

from dataclasses import dataclass

from workflows.domain.basis import Basis
from workflows.domain.follow_up import applied as a
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Step
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table."""

    rule: str
    words: Text
    applied: a.Applied = a.nothing


def basis_of(step: Step[FollowUp]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    row, fact = BASIS[step.event.fact.kind], step.event.fact
    return Basis(row.rule, row.words, row.applied(step.before or step.after, fact))


BASIS: dict[str, Row] = {
    "follow_up_opened": Row(
        "3.11, Art. 19", Text("自决定起，每个对象单独跟踪；后果自决定之日起算。",
                              "From the decision on each subject has a matter of its own; "
                              "consequences count from that day."), a.restrictions),
    "decision_served": Row(
        "3.11, 3.14", Text("及时送达，取得回证，说明事实、性质、影响和依据。",
                           "Served in good time, with proof, and explained."), a.term("delivery")),
    "execution_begun": Row(
        "Art. 20", Text("申诉期间不停止决定的执行。", "An appeal does not stop execution.")),
    "measure_confirmed": Row(
        "Art. 18", Text("按措施的性质由有权的部门办理，手续在期限内办完。",
                        "Carried out by whoever its nature asks for, within the term."),
        a.measure),
    "measures_done": Row(
        "3.11", Text("各项措施均经确认。", "Every measure is confirmed."), a.term("execution")),
    "archive_entered": Row(
        "Art. 21, 3.13", Text("载入廉政档案等，作为考核、任用的依据。",
                              "Entered in the files on which appraisal and appointment rest."),
        a.archive),
    "archive_completed": Row(
        "Art. 21, A38", Text("规则包要求的档案均已载入。",
                             "It is in every file that the pack requires."), a.archives),
    "impact_settled": Row(
        "3.11, A08", Text("没有影响期或者影响期已满的，不再等待。",
                          "Without a period, or after it, there is nothing to wait for."),
        a.restrictions),
    "rights_restored": Row(
        "3.10", Text("留党察看期满恢复党员权利，后续影响期自该日起算。",
                     "Rights return after the observation; the second phase counts from then."),
        a.restrictions),
    "status_recorded": Row(
        "Art. 17", Text("调离、退休、离职等不影响追究和后续。",
                        "Moving, retiring or leaving changes nothing of what is to be done.")),
    "correction_item_finished": Row(
        "S101", Text("容错与纠错并举，查明原因、纠正错误。",
                     "What is tolerated is corrected: cause found, fault put right."),
        a.option("tolerance_opens_correction")),
    "follow_up_closed": Row(
        "3.11", Text("回访、归档、反馈、帮扶和申诉均已办结。",
                     "Revisits, files, feedback, help and appeals are all finished.")),
    "talk_recorded": Row(
        "3.14", Text("做好被问责人员的思想工作。", "Thought-work with those held accountable."),
        a.talk),
    "revisit_recorded": Row(
        "3.14, A07", Text("定期回访，影响期满再回访一次。",
                          "Revisits in turn, and one after the impact period."), a.revisit),
    "help_item_closed": Row(
        "3.14", Text("在政策范围内帮助解决困难。", "Difficulties are solved within policy."),
        a.term("help_item")),
    "evaluated": Row(
        "3.15", Text("综合态度、整改效果和群众反映。",
                     "Attitude, rectification and the masses' view together."),
        a.step("EVALUATION")),
    "fed_back": Row(
        "3.15", Text("影响期满、表现好的，及时向组织人事部门反馈。",
                     "Good performers are reported to the organisation department promptly."),
        a.step("HR_FEEDBACK")),
    "opinion_recorded": Row(
        "3.15", Text("听取纪检监察机关和上级组织人事部门意见。",
                     "The DI organ and the upper organisation department are heard."), a.opinion),
    "collectively_decided": Row(
        "3.15", Text("是否使用由集体研究决定。", "Normal use is decided on collectively."),
        a.step("COLLECTIVE_DECISION")),
    "reinstated": Row(
        "3.15", Text("影响期满、表现好、符合条件的，正常使用；不自动提拔。",
                     "After the period, well behaved and qualified: normal use, no promotion."),
        a.step("APPOINTMENT")),
    "tracking_begun": Row(
        "3.15, S094", Text("任职后继续跟踪管理。", "It is tracked in the new post."),
        a.term("tracking")),
    "reinstatement_declined": Row(
        "3.11", Text("不恢复使用须写明理由，理由留存。",
                     "Whoever is not reinstated is told why, and the reason is kept.")),
    "appeal_filed": Row(
        "Art. 20", Text("对决定不服的可以申诉，收到之日决定是否逾期。",
                        "A decision may be appealed against; the day of receipt counts."),
        a.appeal),
    "appeal_registered": Row(
        "Art. 20", Text("申诉另立事项办理，执行照常。",
                        "The appeal is a matter of its own; execution goes on."), a.appeal),
    "appeal_answered": Row(
        "3.11, 3.16", Text("变更或者撤销的，进入纠正；不得因申诉加重。",
                           "Changed or revoked means correction; nothing is aggravated."),
        a.appeal),
    "decision_corrected": Row(
        "3.16", Text("问责不当的，及时纠正。", "What was decided improperly is corrected."),
        a.causes),
    "reversed": Row(
        "3.16", Text("措施、限制、档案、通知、名誉逐项纠正，均有凭证。",
                     "Measure, restriction, file, notice and reputation, each with its proof."),
        a.term("correction")),
    "correction_completed": Row(
        "3.16", Text("各项纠正均已办妥。", "Everything is reversed."), a.term("correction")),
    "reopened": Row(
        "3.11, 3.16", Text("办结以后仍可提请复查或者恢复使用。",
                           "Review or reinstatement may be asked for also after the end.")),
    "review_ended": Row(
        "3.16", Text("复查认为无须纠正的，写明理由。",
                     "A review that finds nothing to correct gives its reasons.")),
}  # fmt: skip
"""Facts that every kind shares have their basis elsewhere."""
