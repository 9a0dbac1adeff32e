"""What must hold when a case is decided (rulebook 3.6, 3.10, 3.11)."""

from datetime import date

from workflows.domain.accountability import commands_of_opinion as c
from workflows.domain.accountability.approving import links_of
from workflows.domain.accountability.checks import check_codes, check_points, known_file
from workflows.domain.accountability.checks_of_opinion import check_everybody
from workflows.domain.accountability.fitting import check_outcome, severity
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.elevated import grounds
from workflows.domain.accountability_rules.verdicts import REVIEW_VERDICT_LABELS, ReviewVerdict
from workflows.domain.consequences.effect import check_effect
from workflows.domain.refusals import refuse
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.subjects import Outcome, SubjectDecision
from workflows.domain.text import Text, listed

Case = AccountabilityCase


def check_decision(matter: Case, command: c.Decide, today: date) -> None:
    """Refuse a decision that is not whole, does not fit, or is not this body's to take."""
    check_everybody(matter, [each.subject for each in command.decisions], "decisions")
    _check_filed(matter, command)
    for decision in command.decisions:
        file = known_file(matter, decision.subject)
        check_outcome(matter, file, decision.outcome, decision.measures)
        check_effect(decision.measures, command.decided_on, matter.rules, matter.calendar)
        _check_body(matter, decision)
        _check_heavy(matter, file, decision, command)
    for each in command.untrue:
        known_file(matter, each.subject, "untrue")
        check_points(matter, each.points, "untrue")
    for earlier in command.earlier:
        known_file(matter, earlier.subject, "earlier")
        check_codes((earlier.measure,), matter.rules.measures, "earlier", "measures")


def _check_filed(matter: Case, command: c.Decide) -> None:
    """Refuse graver measures than proposed, if these must be filed or reviewed first (3.6)."""
    codes = [measure.code for each in command.decisions for measure in each.measures]
    check_codes(codes, matter.rules.measures, "measures", "measures")
    for way, done in (("FILING", matter.filed_on), ("REVIEW", matter.reviewed_on)):
        found = grounds(matter.rules.elevation[way], matter.rules, matter.traits, codes)
        if done is None and found:
            name, words = ELEVATED[way], listed(list(found))
            raise refuse(
                "3.6",
                f"measures：应先{name.zh}（{words.zh}）：请退回意见（return-opinion）。",
                f"measures: this needs {name.en} first ({words.en}): return the opinion.",
            )


ELEVATED = {
    "FILING": Text("提级备案", "the elevated filing"),
    "REVIEW": Text("提级审核", "the elevated review"),
}


def _check_body(matter: Case, decision: SubjectDecision) -> None:
    """Refuse a measure that another body decides (A52); the highest body may decide everything."""
    rules, role = matter.rules, links_of(matter, "DECISION")[-1].role
    if role is rules.approvals["DECISION"].links[-1].role:
        return
    for measure in decision.measures:
        body = rules.decisions[rules.measures[measure.code].nature].body
        if body is not role:
            raise refuse(
                "3.10",
                f"measures：{measure.code} 由{ROLE_LABELS[body].zh}决定：退回意见后重新提请。",
                f"measures: {measure.code} is decided by the {ROLE_LABELS[body].en}.",
            )


def _check_heavy(
    matter: Case, file: SubjectFile, decision: SubjectDecision, command: c.Decide
) -> None:
    """Refuse a heavy measure that neither opinion nor decision justifies in writing (G6)."""
    proposal = file.proposal
    justified = {m.code for m in proposal.measures} if proposal and proposal.heavy else set()
    explained = {each.subject for each in command.heavy}
    for measure in decision.measures:
        rule = matter.rules.measures[measure.code]
        if rule.heavy and measure.code not in justified and file.ref not in explained:
            raise refuse(
                "3.5 G6",
                f"heavy：{file.ref} 采取{rule.zh}须写明书面理由。",
                f"heavy: {file.ref}: {rule.en} needs a written justification.",
            )


def check_verdicts(matter: Case, command: c.Decide, today: date) -> None:
    """Refuse a decision that differs from the elevated review without reasons (3.6; A53)."""
    if matter.reviewed_on is None:
        return
    explained = {each.subject for each in command.deviations}
    for decision in command.decisions:
        file = known_file(matter, decision.subject)
        if follows_verdict(matter, file, decision):
            continue
        if not matter.rules.options["review_may_be_deviated_from"].value:
            raise refuse(
                "3.6",
                f"decisions：{file.ref} 应按提级审核意见处理。",
                f"decisions: {file.ref} must follow the elevated review.",
            )
        if file.ref not in explained:
            label = REVIEW_VERDICT_LABELS[file.verdict.verdict] if file.verdict else None
            raise refuse(
                "A53",
                f"deviations：{file.ref} 与提级审核意见（{label.zh if label else '—'}）不一致，"
                "须写明理由。",
                f"deviations: {file.ref} differs from the verdict "
                f"({label.en if label else '—'}): give reasons.",
            )


def follows_verdict(matter: Case, file: SubjectFile, decision: SubjectDecision) -> bool:
    """Say whether a decision follows what the upper organ said of the subject."""
    if file.verdict is None or file.proposal is None:
        return True
    verdict, proposal = file.verdict.verdict, file.proposal
    proposed, decided = (
        severity(matter, proposal.measures),
        severity(matter, decision.measures),
    )
    if verdict is ReviewVerdict.NOT_LIABLE:
        return decision.outcome is Outcome.NO_LIABILITY
    if verdict is ReviewVerdict.LIGHTER:
        return decided < proposed or not decision.measures
    if verdict is ReviewVerdict.HEAVIER:
        return decided > proposed
    same = {m.code for m in decision.measures} == {m.code for m in proposal.measures}
    return same and decision.outcome is proposal.outcome
