"""Which measures fit a subject, and on what an exemption may rest (rulebook 3.8, 3.9)."""

from collections.abc import Sequence

from workflows.domain.accountability.checks import check_codes, check_once
from workflows.domain.accountability.particulars_of_opinion import Proposal
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.codes import LEVEL_LABELS, Level
from workflows.domain.accountability_rules.codes import SubjectKind as PackKind
from workflows.domain.accountability_rules.verdicts import ToleranceResult
from workflows.domain.refusals import refuse
from workflows.domain.subjects import Measure, Outcome, Subject, SubjectKind

Case = AccountabilityCase


def check_outcome(
    matter: Case, file: SubjectFile, outcome: Outcome, measures: Sequence[Measure]
) -> None:
    """Refuse an outcome that the file does not carry, and measures that do not fit."""
    if not file.pursued and outcome is not Outcome.NO_LIABILITY:
        raise refuse(
            "3.5 G3",
            f"{file.ref} 已认定不承担责任：只能是 NO_LIABILITY。",
            f"{file.ref} was found not liable: only NO_LIABILITY is possible.",
        )
    if outcome is Outcome.EXEMPT and not exempting(matter, file):
        raise refuse(
            "3.11",
            f"{file.ref} 免予问责须有容错、考验期合格或者第十六条（一）的情形。",
            f"{file.ref}: an exemption rests on tolerance, a passed probation or Art. 16 (1).",
        )
    check_measures(matter, file, measures)


def exempting(matter: Case, file: SubjectFile) -> bool:
    """Say whether something exempts: tolerance, a passed probation or a factor (Art. 16)."""
    if file.tolerance and file.tolerance.result is ToleranceResult.TOLERATED_EXEMPT:
        return True
    if probation_result(matter, file) == "EXEMPT":
        return True
    factors = file.weighing.factors if file.weighing else ()
    return any(matter.rules.factors[code].effect == "exempting" for code in factors)


def probation_result(matter: Case, file: SubjectFile) -> str:
    """Return how the newest probation of the same person ended; empty if there was none."""
    for probation in reversed(matter.probations):
        if probation.concerns(file.subject):
            return probation.result
    return ""


def check_measures(matter: Case, file: SubjectFile, measures: Sequence[Measure]) -> None:
    """Refuse measures that the pack does not have or that are not for such a subject."""
    rules, ref = matter.rules, file.ref
    codes = [measure.code for measure in measures]
    check_codes(codes, rules.measures, "measures", "measures")
    check_once(codes, "measures")
    kind = pack_kind(file)
    for code in codes:
        rule = rules.measures[code]
        if kind not in rule.of:
            raise refuse(
                "3.8",
                f"measures：{rule.zh}不适用于 {ref}。",
                f"measures: {rule.en} does not apply to {ref}.",
            )
        if rule.without_party_post and not file.subject.holds_party_post:
            raise refuse(
                "3.8",
                f"measures：{ref} 未任党内职务，改用 {rule.without_party_post}。",
                f"measures: {ref} holds no Party post; use {rule.without_party_post}.",
            )
    if kind is PackKind.TEAM and len(codes) > 1 and not rules.options["combine_for_teams"].value:
        raise refuse(
            "A20",
            f"measures：对领导班子只用一种方式（{ref}）。",
            f"measures: a team gets one form only ({ref}).",
        )


def check_band(matter: Case, proposal: Proposal) -> None:
    """Refuse a level of the ladder to which none of the proposed measures belongs (3.8)."""
    rules = [matter.rules.measures[measure.code] for measure in proposal.measures]
    levels = {rule.level for rule in rules}
    if not levels or levels & {proposal.band, Level.TRANSFER}:
        return
    raise refuse(
        "3.8",
        f"band：{proposal.subject} 没有一项措施属于“{LEVEL_LABELS[proposal.band].zh}”一档。",
        f"band: no measure of {proposal.subject} is on this level of the ladder.",
    )


def pack_kind(file: SubjectFile) -> PackKind:
    """Return whether the pack's rules for teams or for individuals count."""
    return kind_of(file.subject)


def kind_of(subject: Subject) -> PackKind:
    """Return how the pack calls the kind of a subject."""
    return PackKind.TEAM if subject.kind is SubjectKind.TEAM else PackKind.INDIVIDUAL


def severity(matter: Case, measures: Sequence[Measure]) -> int:
    """Return how grave measures are: the gravest counts, none is 0."""
    return max((matter.rules.measures[measure.code].severity for measure in measures), default=0)
