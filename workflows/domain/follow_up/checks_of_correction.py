"""What must hold before a correction, its reversals or the end of a review (3.16)."""

from datetime import date

from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up.checks import listed, not_before
from workflows.domain.follow_up.correcting import aggravates, changes_anything
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.refusals import refuse


def correction_fits(matter: FollowUp, command: c.Correct, today: date) -> None:
    """Refuse unknown causes, measures that do not fit, no change at all, and any aggravation."""
    not_before(command.decided_on, matter.decided_on, "decided_on", ("原决定之日", "decision"))
    known = matter.rules.issues
    if unknown := [code for code in command.causes if code not in known]:
        raise refuse(
            "3.16",
            f"causes：规则包没有 {listed(unknown)}，可用：{listed(known)}。",
            f"causes: the rule pack has no {listed(unknown)}; use: {listed(known)}.",
        )
    if (command.correction == "CHANGED") != bool(command.measures):
        raise refuse(
            "3.16",
            "measures：变更（CHANGED）须写保留的措施，撤销（REVOKED）不写。",
            "measures: what is left, for CHANGED; none for REVOKED.",
        )
    revokes = command.correction == "REVOKED" and not matter.revoked
    if not revokes and not changes_anything(matter, command.measures):
        raise refuse(
            "3.16",
            "measures：与现有措施相同，没有可纠正的：请核对，或者登记无须纠正（end-review）。",
            "measures: the same as those that stand: nothing would be corrected (end-review?).",
        )
    _not_worse(matter, command)


def _not_worse(matter: FollowUp, command: c.Correct) -> None:
    if any(one.code not in matter.rules.measures for one in command.measures):
        raise refuse(
            "3.16",
            f"measures：规则包没有这样的措施，可用：{listed(matter.rules.measures)}。",
            f"measures: not of the rule pack; use: {listed(matter.rules.measures)}.",
        )
    if aggravates(matter, command.measures):
        raise refuse(
            "3.16",
            "measures：纠正不得加重处理，也不得延长或者增加限制；认为处理过轻的，另行立案。",
            "measures: a correction never aggravates, nor bars more or longer; what was too light "
            "needs a new case.",
        )


def item_is_undone(matter: FollowUp, command: c.Reverse, today: date) -> None:
    """Refuse an item that no correction asks for, or that is reversed already."""
    if command.item not in matter.undone:
        raise refuse(
            "3.16",
            f"item：没有这一待纠正事项，现有：{listed(matter.undone)}。",
            f"item: no such item is to be reversed; there are: {listed(matter.undone)}.",
        )


def review_runs(matter: FollowUp, command: c.EndReview, today: date) -> None:
    """Refuse the end of a review that nobody asked for, and where no conclusion is disputed."""
    if matter.review is None and not any(one.disputed for one in matter.appeals):
        raise refuse(
            "3.16",
            "本件没有在办的复查，也没有待核实的申诉结论。",
            "No review of the decision is under way here, and no conclusion is disputed.",
        )
    if matter.review is not None:
        not_before(command.ended_on, matter.review.asked_on, "ended_on", ("提请之日", "request"))
