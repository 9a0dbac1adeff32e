"""What must hold from triage to the approved start, and where a case ends early."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from workflows.domain.accountability import commands_of_entry as c
from workflows.domain.accountability.approving import is_through
from workflows.domain.accountability.checks import check_codes, check_once, check_other_case
from workflows.domain.accountability.fitting import kind_of
from workflows.domain.accountability.leadership import awaited
from workflows.domain.accountability.particulars_of_entry import TriageOutcome
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.clarification.values import Finding
from workflows.domain.probation.checks import check_setting
from workflows.domain.refusals import not_later, refuse
from workflows.domain.subjects import Subject

Case = AccountabilityCase


def check_triage(matter: Case, command: c.Triage, today: date) -> None:
    """Refuse unknown features, and an untrue lead that ends without verification (2.3)."""
    check_codes(command.traits, matter.rules.traits, "traits", "traits")
    if command.outcome is TriageOutcome.CLOSED_NO_GROUND and command.untrue_lead is not False:
        raise refuse(
            "2.3",
            "untrue_lead：不予追究的，写明线索是否失实；失实的先核实（TO_VERIFICATION），再提请澄清。",
            "untrue_lead: say whether the lead is untrue; if so, verify first (TO_VERIFICATION).",
        )


def check_no_probation(matter: Case, command: c.ReturnTriage, today: date) -> None:
    """Refuse to triage anew once a probation was set: the case waits for its result."""
    if matter.probations:
        raise refuse(
            "5.1",
            "已设置考验期，等其结果，不再退回分办意见。",
            "A probation was set: the case waits for its result.",
        )


def check_verification(matter: Case, command: c.RecordVerification, today: date) -> None:
    """Refuse a second result, and a proposal that its points do not carry (G1)."""
    if matter.verification is not None:
        raise refuse(
            "3.11",
            "核实结果已登记，不再重复登记。",
            "The result of verification is on file already.",
        )
    check_once([point.id for point in command.points], "points")
    check_once([each.ref for each in command.untrue_of], "untrue_of")
    found = {point.finding for point in command.points}
    if command.proposal != "NO_GROUND" and Finding.TRUE not in found:
        raise refuse(
            "3.5 G1",
            "proposal：没有核实属实的问题，不得提请问责或者谈话处理：请改为 NO_GROUND。",
            "proposal: nothing was found true, so nobody is pursued: use NO_GROUND.",
        )
    _check_untrue(command)


def _check_untrue(command: c.RecordVerification) -> None:
    untrue = {point.id for point in command.points if point.finding is Finding.UNTRUE}
    for wronged in command.untrue_of:
        if not set(wronged.points) <= untrue:
            raise refuse(
                "2.3",
                f"untrue_of：{wronged.ref} 只列认定失实（UNTRUE）的问题。",
                f"untrue_of: {wronged.ref}: only points found UNTRUE.",
            )
    named = {point for wronged in command.untrue_of for point in wronged.points}
    if untrue - named and command.unnamed is None:
        left = sorted(untrue - named)
        raise refuse(
            "2.3",
            f"untrue_of：写明失实的 {'、'.join(left)} 反映的是谁，或者写明不列的理由（unnamed）。",
            f"untrue_of: say of whom {', '.join(left)} is untrue, or why of nobody (unnamed).",
        )


def check_subject(matter: Case, command: c.AddSubject, today: date) -> None:
    """Refuse a subject before verification, or one that is there already (invariant 2)."""
    subject = command.subject
    if matter.verification is None:
        raise refuse(
            "3.2",
            "先核实、后定对象：核实结束（record-verification）之后才能列问责对象。",
            "Subjects come after verification: record it first (record-verification).",
        )
    taken = {(file.ref, file.subject.reference) for file in matter.files}
    if any(subject.ref == ref or subject.reference == reference for ref, reference in taken):
        raise refuse(
            "3.11",
            f"subject：{subject.ref} 或者同一对象已在本案中。",
            f"subject: {subject.ref}, or the same subject, is in the case already.",
        )
    check_codes((subject.role,), matter.rules.subjects, "subject.role", "subjects")


def check_start(matter: Case, command: c.ProposeStart, today: date) -> None:
    """Refuse thresholds that the pack does not know, and incidents to come."""
    triggers = matter.rules.triggers
    check_codes(command.triggers, triggers, "triggers", "triggers")
    check_codes([each.trigger for each in command.incidents], triggers, "incidents", "triggers")
    for incident in command.incidents:
        not_later(incident.happened_on, today, "incidents.happened_on")


def check_start_waits(matter: Case, command: c.ApproveStart, today: date) -> None:
    """Refuse an approval that nobody waits for: every subject was approved already."""
    if is_through(matter, "INITIATION"):
        raise refuse(
            "3.5 G7",
            "启动审批已全部通过；新列对象之后才须再次审批。",
            "The start is approved; it is approved again once another subject is named.",
        )


def check_leadership(matter: Case, command: c.OpenLeadershipCase, today: date) -> None:
    """Refuse an answer to a threshold that nobody waits for, and one that answers nothing."""
    waiting = [(count.trigger, count.organisation) for count in awaited(matter)]
    if (command.trigger, command.organisation) not in waiting:
        known = "、".join(f"{trigger} {organisation}" for trigger, organisation in waiting) or "—"
        raise refuse(
            "3.7",
            f"trigger、organisation：没有待办的“一案双查”。待办：{known}。",
            f"trigger, organisation: no such threshold is waiting; there are: {known}.",
        )
    check_other_case(matter, command.case, command.declined, "3.7")


def check_talk(matter: Case, command: c.HoldTalk, today: date) -> None:
    """Refuse a measure that is accountability: a talk is not (3.3)."""
    check_once([subject.ref for subject in command.subjects], "subjects")
    light = {code: rule for code, rule in matter.rules.measures.items() if rule.light_touch}
    if command.measure not in light:
        raise refuse(
            "3.3",
            f"measure：{command.measure} 不是谈话提醒类处理。可用：{'、'.join(light)}。",
            f"measure: {command.measure} is no light touch. There are: {', '.join(light)}.",
        )
    _check_kinds(matter, command.subjects, (command.measure,))


def _check_kinds(matter: Case, subjects: Sequence[Subject], codes: Sequence[str]) -> None:
    """Refuse a measure that is not for such a subject, as a talk is not for a team."""
    for subject, code in product(subjects, codes):
        rule = matter.rules.measures[code]
        if kind_of(subject) not in rule.of:
            raise refuse(
                "3.8",
                f"subjects：{rule.zh}不适用于 {subject.ref}。",
                f"subjects: {rule.en} does not apply to {subject.ref}.",
            )


def check_probation(matter: Case, command: c.SetProbation, today: date) -> None:
    """Refuse a probation outside its scope or length (rulebook 5.1)."""
    check_once([subject.ref for subject in command.subjects], "subjects")
    check_setting(command, matter.rules)
    _check_kinds(matter, command.subjects, command.light_measures)
    for subject in command.subjects:
        _check_earlier(matter, command, subject)


def _check_earlier(matter: Case, command: c.SetProbation, subject: Subject) -> None:
    """Refuse a second probation beside one of the same subject, or beyond the most months."""
    earlier = [each for each in matter.probations if each.concerns(subject)]
    if any(each.closed_on is None for each in earlier):
        raise refuse(
            "5.1",
            f"subjects：{subject.ref} 已有考验期未结束，不得同时再设。",
            f"subjects: a probation of {subject.ref} still runs; there is one at a time.",
        )
    months, most = sum(each.months for each in earlier), matter.rules.probation.months_max
    if months + command.months > most:
        raise refuse(
            "5.1",
            f"months：{subject.ref} 已有考验期 {months} 个月，合计不得超过 {most} 个月。",
            f"months: {subject.ref} had {months} months already; all of them at most {most}.",
        )
