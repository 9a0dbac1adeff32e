"""What must hold before a probation is set, and before each of its steps (rulebook 5.1)."""

from datetime import date

from workflows.domain.accountability_rules.codes import Fault
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.authority import check_independent
from workflows.domain.probation import commands as c
from workflows.domain.probation.particulars import Setting
from workflows.domain.probation.state import Probation
from workflows.domain.refusals import refuse


def check_setting(setting: Setting, rules: AccountabilityRules) -> None:
    """Refuse a probation that may not be set; the case asks the same before it sets one."""
    _check_exclusions(setting)
    _check_months(setting.months, rules)
    for code in setting.light_measures:
        measure = rules.measures.get(code)
        if measure is None or not measure.light_touch:
            light = "、".join(key for key, each in rules.measures.items() if each.light_touch)
            raise refuse(
                "5.1",
                f"light_measures：考验期只与较轻的措施同时设置：{light}。",
                f"light_measures: a probation goes with a light measure: {light}.",
            )


def _check_exclusions(setting: Setting) -> None:
    if setting.serious_consequence:
        raise refuse(
            "5.1",
            "serious_consequence：已造成严重后果的，不得设置考验期。",
            "serious_consequence: no probation where there was a serious consequence.",
        )
    if setting.fault is not Fault.NEGLIGENCE:
        raise refuse(
            "5.1",
            "fault：考验期只适用于过失行为，故意的不得设置：请退回重新分办（return-triage）。",
            "fault: a probation is for negligence, never for intent: triage anew (return-triage).",
        )
    if not setting.central_work:
        raise refuse(
            "5.1",
            "central_work：考验期只适用于推进中心工作中的过失：请退回重新分办（return-triage）。",
            "central_work: a probation is for the central work: triage anew (return-triage).",
        )


def _check_months(months: int, rules: AccountabilityRules) -> None:
    least, most = rules.probation.months_min, rules.probation.months_max
    if not least <= months <= most:
        raise refuse(
            "5.1",
            f"months：考验期为 {least} 至 {most} 个整月，现为 {months}。",
            f"months: a probation has {least} to {most} whole months, not {months}.",
        )


def by_another(matter: Probation, command: c.ApproveProbation, today: date) -> None:
    """Refuse the word of whoever set the probation."""
    check_independent(command.actor, matter.request.set_by, (), one_step=False)


def is_approved(matter: Probation, command: c.NotifyProbation, today: date) -> None:
    """Refuse a notice before the approval that the pack wants."""
    if matter.needs_approval:
        raise refuse(
            "A29",
            "设置考验期须先经批准（approve-probation）。",
            "The probation must be approved first (approve-probation).",
        )
    approved_on = matter.approved_on
    if approved_on is not None and command.notified_on < approved_on:
        raise refuse(
            "A29",
            f"notified_on：{command.notified_on} 早于批准之日（{approved_on}），请核对日期。",
            f"notified_on: {command.notified_on} is before the approval of {approved_on}.",
        )


def is_longer(matter: Probation, command: c.ExtendProbation, today: date) -> None:
    """Refuse an extension that the pack does not know, that shortens, or goes beyond the cap."""
    if not matter.probation_rules.extension_within_cap:
        raise refuse(
            "5.1",
            f"规则包 {matter.pack.label} 不允许延长考验期。",
            f"Rule pack {matter.pack.label} knows no extension.",
        )
    if command.months <= matter.months:
        raise refuse(
            "5.1",
            f"months：延长后的总长须多于现在的 {matter.months} 个月。",
            f"months: the new total must be more than the {matter.months} of now.",
        )
    _check_months(command.months, matter.rules)


def is_borne_out(matter: Probation, command: c.Evaluate | c.SettleResult, today: date) -> None:
    """Refuse success without active rectification, clear effect, and something on file."""
    if command.result == "FAILED":
        return
    evaluation = command if isinstance(command, c.Evaluate) else matter.evaluation
    if evaluation is None or not (evaluation.active and evaluation.effective):
        raise refuse(
            "5.1",
            "result：考验期内积极整改且成效明显的，才可以从轻、减轻或者免予问责。",
            "result: success takes active rectification and clear effect within the period.",
        )
    if not matter.reports and not matter.checks:
        raise refuse(
            "5.1",
            "result：没有整改报告，也没有节点检查，不能认定成效。",
            "result: neither a report nor a check is on file, so no effect can be found.",
        )


def is_evaluated(matter: Probation, command: c.SettleResult, today: date) -> None:
    """Refuse a result before the evaluation, or by whoever proposed it."""
    if matter.evaluation is None:
        raise refuse(
            "5.1",
            "还没有评估意见（evaluate），不能审定结果。",
            "Nobody evaluated the probation yet (evaluate).",
        )
    check_independent(command.actor, matter.evaluated_by, (), one_step=False)


def no_fault_pending(matter: Probation, command: c.Evaluate | c.SettleResult, today: date) -> None:
    """Refuse a result while nobody decided about a new fault."""
    if matter.new_faults:
        raise refuse(
            "5.1",
            "有新过失尚未研判：请先办理 decide-new-fault。",
            "A new fault is undecided: decide about it first (decide-new-fault).",
        )


def fault_is_pending(matter: Probation, command: c.DecideNewFault, today: date) -> None:
    """Refuse a decision about a new fault that nobody reported."""
    if not matter.new_faults:
        raise refuse("5.1", "没有待研判的新过失。", "There is no new fault to decide about.")
