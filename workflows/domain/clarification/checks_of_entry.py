"""What must hold of commands while a clarification is taken in (2.3-2.5)."""

from collections.abc import Collection
from datetime import date

from workflows.domain.clarification import commands as c
from workflows.domain.clarification.situations import MostlyOrMainlyUntrue, Situations
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.values import Verification
from workflows.domain.refusals import not_later, refuse


def check_screen(matter: Clarification, command: c.Screen, today: date) -> None:
    closed = {lead.reference for lead in matter.leads if lead.closed_on}
    if closed & set(command.other_leads):
        raise refuse(
            "2.3(3)",
            "other_leads：其中有已经查结的线索，请去掉。",
            "other_leads: one of them is closed already; remove it.",
        )
    open_leads = {lead.reference for lead in matter.open_leads} | set(command.other_leads)
    if (open_leads or not command.situations.held) and command.reasons is None:
        raise refuse(
            "2.8",
            "reasons：暂缓或不启动须写明理由。",
            "reasons: deferring or not starting needs reasons.",
        )
    if not open_leads and command.situations.held:
        check_situations(matter, command.situations)


def check_situations(matter: Clarification, situations: Situations) -> None:
    """Refuse situation 4 without its facts, and partly true reports without it (2.4)."""
    fourth = [s for s in situations.held if isinstance(s, MostlyOrMainlyUntrue)]
    if fourth and not _holds(matter.verification, fourth[0].ground):
        raise refuse(
            "2.4(4)",
            "情形（四）不成立：核查的问题并非多数失实，或主要问题并未认定失实。",
            "Situation 4 fails: most points, or the main one, were not established as untrue.",
        )
    check_partly_true(matter, situations.codes)


def check_partly_true(matter: Clarification, codes: Collection[str]) -> None:
    """Refuse to clarify the untrue points of a partly true report without situation 4 (2.4)."""
    needs = matter.option("partly_true_needs_situation_4")
    if matter.verification.partly_true and needs and "MOSTLY_OR_MAINLY_UNTRUE" not in codes:
        raise refuse(
            "2.4(4)",
            "检举控告部分属实：只有具备情形（四）才能澄清其中失实的问题，请补充该情形。",
            "The report is partly true: only situation 4 lets its untrue points be clarified.",
        )


def _holds(verification: Verification, ground: str) -> bool:
    if ground == "MOST":
        return 2 * len(verification.untrue) > len(verification.points)
    return any(point.main and point.id in verification.untrue for point in verification.points)


def check_close_lead(matter: Clarification, command: c.CloseOtherLead, today: date) -> None:
    not_later(command.closed_on, today, "closed_on")
    lead = next((x for x in matter.open_leads if x.reference == command.lead), None)
    if lead is None:
        raise refuse(
            "2.3(3)",
            "lead：本件没有这条未查结的其他线索（zhengming file 可查看已登记的线索）。",
            "lead: it is not an open lead of this matter (zhengming file shows those on record).",
        )
    if command.closed_on < lead.registered_on:
        raise refuse(
            "2.3(3)",
            f"closed_on：早于登记日 {lead.registered_on}。",
            f"closed_on: before the lead was registered on {lead.registered_on}.",
        )


def check_materials(matter: Clarification, command: c.CompleteMaterials, today: date) -> None:
    not_later(command.completed_on, today, "completed_on")
    application = matter.application
    if application is None or application.materials_complete_on is not None:
        raise refuse(
            "2.5", "本件没有待补齐材料的申请。", "No application here waits for materials."
        )
    if command.completed_on < application.received_on:
        raise refuse(
            "2.5", "completed_on：早于收到申请之日。", "completed_on: before the application."
        )


def check_verification(matter: Clarification, command: c.RecordVerification, today: date) -> None:
    not_later(command.ended_on, today, "ended_on")
    known = matter.verification.ended_on
    if known is not None and command.ended_on > known:
        raise refuse(
            "2.5",
            f"ended_on：核查已登记于 {known} 结束，更正结论不能推迟评估期限。",
            f"ended_on: verification ended on {known}; a correction does not put the clock off.",
        )


def check_withdrawal(matter: Clarification, command: c.WithdrawApplication, today: date) -> None:
    not_later(command.received_on, today, "received_on")
    if matter.application is None or matter.withdrawn:
        raise refuse("2.8", "本件没有可撤回的申请。", "There is no application to withdraw.")
