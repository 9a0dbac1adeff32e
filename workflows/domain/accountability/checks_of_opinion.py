"""What must hold from the opinion to the proposed decision."""

from collections.abc import Collection
from datetime import date

from workflows.domain.accountability import commands_of_opinion as c
from workflows.domain.accountability.approving import is_through, links_of
from workflows.domain.accountability.checks import check_codes, check_once, known_file
from workflows.domain.accountability.fitting import check_band, check_outcome
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.suggesting import deviates
from workflows.domain.accountability_rules.verdicts import LOOK_LABELS, Look, ReviewVerdict
from workflows.domain.refusals import refuse

Case = AccountabilityCase


def check_everybody(matter: Case, named: Collection[str], field: str) -> None:
    """Refuse a list that does not name every subject exactly once."""
    for ref in named:
        known_file(matter, ref, field)
    check_once(list(named), field)
    left = [file.ref for file in matter.files if file.ref not in named]
    if left:
        raise refuse(
            "3.11",
            f"{field}：还缺对象 {'、'.join(left)}。",
            f"{field}: missing are {', '.join(left)}.",
        )


def check_opinion(matter: Case, command: c.DraftOpinion, today: date) -> None:
    """Refuse an opinion that leaves somebody out, or differs without a reason (S049)."""
    check_everybody(matter, [each.subject for each in command.proposals], "proposals")
    for proposal in command.proposals:
        file = known_file(matter, proposal.subject)
        check_outcome(matter, file, proposal.outcome, proposal.measures)
        check_band(matter, proposal)
        if deviates(matter, file, proposal) and not proposal.deviation:
            raise refuse(
                "S049",
                f"deviation：{file.ref} 的意见与量裁建议不同，须写明理由。",
                f"deviation: {file.ref}: say why this differs from the calculator's suggestion.",
            )


def check_opinion_approval(matter: Case, command: c.ApproveOpinion, today: date) -> None:
    """Refuse one more approval once every link of the chain has approved."""
    if is_through(matter, "INVESTIGATION"):
        raise refuse(
            "3.5 G7",
            "意见已全部审批通过：请提交会商（submit-opinion）。",
            "Every link has approved: submit the opinion next (submit-opinion).",
        )


def check_involved(matter: Case, command: c.IncludeInvolved, today: date) -> None:
    """Refuse a person named twice."""
    check_once([person.ref for person in command.persons], "persons")


def check_consultation(matter: Case, command: c.ConcludeConsultation, today: date) -> None:
    """Refuse a consultation of one, and features that the pack does not know."""
    check_codes(command.traits, matter.rules.traits, "traits", "traits")
    check_once(command.participants, "participants")


def check_filing_reply(matter: Case, command: c.AcknowledgeFiling, today: date) -> None:
    """Refuse a reply that nobody waits for, or that came after silence had answered (3.11)."""
    if matter.stage is Stage.ELEVATED_FILING:
        return
    if matter.lapsed is None:
        raise refuse(
            "3.11",
            "没有待答复的备案；须重新研究的，退回意见（return-opinion）。",
            "No filing waits for a reply; return the opinion to consider it anew.",
        )
    last = matter.lapsed.last_day
    if command.received_on > last:
        raise refuse(
            "3.11",
            f"received_on：备案答复期限 {last} 已过；须重新研究的，退回意见（return-opinion）。",
            f"received_on: the reply was due by {last}; return the opinion to consider it anew.",
        )


def check_review(matter: Case, command: c.ReviewElevated, today: date) -> None:
    """Refuse a review without its eight looks, or that leaves a subject out (3.6)."""
    missing = [LOOK_LABELS[look] for look in Look if look not in command.looks]
    if missing:
        raise refuse(
            "3.6",
            f"looks：八看还缺：{'、'.join(text.zh for text in missing)}。",
            f"looks: of the eight looks these are missing: {', '.join(t.en for t in missing)}.",
        )
    check_everybody(matter, [each.subject for each in command.verdicts], "verdicts")
    returns = [v.verdict is ReviewVerdict.RETURN_FOR_SUPPLEMENT for v in command.verdicts]
    if any(returns) and not all(returns):
        raise refuse(
            "3.6",
            "verdicts：退回补充调查的，全案退回，每个对象都写 RETURN_FOR_SUPPLEMENT。",
            "verdicts: a return concerns the whole case: RETURN_FOR_SUPPLEMENT for everybody.",
        )


def check_decision_proposal(matter: Case, command: c.ProposeDecision, today: date) -> None:
    """Refuse a second proposal while the deciding body has the first."""
    if len(matter.approved("DECISION").by) >= len(links_of(matter, "DECISION")) - 1:
        raise refuse(
            "3.5 G7",
            "已提请决定，等待决定机关作出决定（decide）。",
            "The decision was proposed already; the deciding body decides next.",
        )
