"""The guards of the way to normal use (3.15): what is still missing, in words."""

from collections.abc import Iterator
from datetime import date

from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up import particulars_of_return as returning
from workflows.domain.follow_up.checks import not_before
from workflows.domain.follow_up.facts_of_return import GIVER_LABELS, WHY_NOT_LABELS
from workflows.domain.follow_up.stages import Stage
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks_of_return import evaluation_opens, missing_opinions
from workflows.domain.refusals import refuse
from workflows.domain.text import Text, listed

GONE = {
    returning.WhyNot.RETIRED: frozenset({p.Status.RETIRED}),
    returning.WhyNot.LEFT: frozenset({p.Status.LEFT, p.Status.DECEASED}),
}
"""The change of position that must be on record for a reason."""


def may_be_evaluated(matter: FollowUp, command: c.Evaluate, today: date) -> None:
    """Refuse an evaluation towards an end that never comes, or long before it."""
    if matter.consequences.permanent:
        raise refuse(
            "3.15",
            "限制没有届满之日，不作期满评估：请登记不恢复使用（decline-reinstatement）。",
            "The restrictions never end: record that it is not reinstated instead.",
        )
    first = evaluation_opens(matter)
    if first is not None and command.evaluated_on < first:
        raise refuse(
            "3.15",
            f"evaluated_on：期满评估自 {first} 起办理，{command.evaluated_on} 过早。",
            f"evaluated_on: the evaluation opens on {first}; {command.evaluated_on} is too early.",
        )


def may_be_fed_back(matter: FollowUp, command: c.FeedBack, today: date) -> None:
    """Refuse a feedback without an evaluation."""
    if matter.evaluation is None:
        raise _missing(Text("评估（evaluate）", "the evaluation"))
    not_before(command.sent_on, matter.evaluation.evaluated_on, "sent_on", _EVALUATED)


def may_be_given(matter: FollowUp, command: c.RecordOpinion, today: date) -> None:
    """Refuse an opinion before the organisation department was told."""
    if matter.feedback is None:
        raise _missing(Text("向组织人事部门反馈（feed-back）", "the feedback"))
    not_before(command.given_on, matter.feedback.sent_on, "given_on", ("反馈之日", "feedback"))


def may_be_decided(matter: FollowUp, command: c.DecideCollectively, today: date) -> None:
    """Refuse a collective decision without the opinions."""
    missing = [GIVER_LABELS[giver] for giver in missing_opinions(matter)]
    if missing:
        named = listed(missing)
        raise _missing(Text(f"意见（{named.zh}）", f"opinions: {named.en}"))
    last = max(one.given_on for one in matter.opinions)
    not_before(command.decided_on, last, "decided_on", ("出具意见之日", "last opinion"))


def may_be_reinstated(matter: FollowUp, command: c.Reinstate, today: date) -> None:
    """Refuse a reinstatement with everything that is missing, and a promotion at any time."""
    if command.level == "HIGHER":
        raise refuse(
            "3.15",
            "level：正常使用不是奖励，不得借此提拔：请按干部选拔任用程序另行办理。",
            "level: normal use is no reward; a promotion follows the appointment rules, elsewhere.",
        )
    missing = list(still_missing(matter, command))
    if missing:
        said = listed(missing)
        raise refuse("3.15", f"尚不能恢复使用：{said.zh}。", f"Not yet: {said.en}.")
    if matter.collective is not None:
        decided = matter.collective.decided_on
        not_before(command.appointed_on, decided, "appointed_on", ("集体研究之日", "decision"))


def still_missing(matter: FollowUp, command: c.Reinstate) -> Iterator[Text]:
    """Yield what a reinstatement still needs (3.15)."""
    first = matter.consequences.impact_end
    if matter.is_team:
        yield Text("对象是班子，不适用", "the subject is a team")
    if first is None:
        yield Text("限制没有届满之日", "the restrictions never end")
    elif command.appointed_on < first:
        yield Text(
            f"影响期未满，{first} 起方可任用", f"possible from {first}, when the period is over"
        )
    if matter.undone:
        yield Text("纠正事项尚未办妥", "a correction is not finished")
    if matter.evaluation is None or not matter.evaluation.good:
        yield Text("缺少表现好的评估", "an evaluation that it performs well")
    if matter.feedback is None:
        yield Text("尚未向组织人事部门反馈", "the feedback to the organisation department")
    agreed = {one.giver for one in matter.opinions if one.agrees}
    for giver in returning.Giver:
        if giver not in agreed:
            label = GIVER_LABELS[giver]
            yield Text(f"缺少{label.zh}同意的意见", f"the consent of the {label.en}")
    if matter.collective is None or not matter.collective.agrees:
        yield Text("未经集体研究同意", "a collective decision in favour")
    if not command.requirements_met:
        yield Text("不符合任职资格条件", "the formal requirements of the post")


def may_be_declined(matter: FollowUp, command: c.DeclineReinstatement, today: date) -> None:
    """Refuse it before the end of the impact period, and reasons that the record contradicts."""
    over = matter.consequences.permanent or "impact" in matter.periods_over
    if matter.stage is Stage.IMPACT_PERIOD and not over:
        raise refuse(
            "3.11",
            "影响期未满，期满后再定是否恢复使用。",
            "The impact period runs: whether it is reinstated is decided afterwards.",
        )
    if matter.is_team != (command.why is returning.WhyNot.TEAM):
        raise refuse(
            "3.15",
            "why：对象是班子的写 TEAM，个人不写 TEAM。",
            "why: TEAM for teams, and only for them.",
        )
    wanted = GONE.get(command.why)
    if wanted and not any(change.status in wanted for change in matter.statuses):
        label = WHY_NOT_LABELS[command.why]
        raise refuse(
            "Art. 17",
            f"why：没有“{label.zh}”的记录，请先登记身份变化（record-status）。",
            f"why: nothing on record says “{label.en}”; record the change first (record-status).",
        )


_EVALUATED = ("评估之日", "evaluation")


def _missing(what: Text) -> Exception:
    return refuse("3.15", f"尚缺：{what.zh}，请先办理。", f"Still missing: {what.en}.")
