"""What must hold before a step of service, execution or filing may come true."""

from collections.abc import Iterable
from datetime import date

from workflows.domain.follow_up import archives
from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up.impact import following_from
from workflows.domain.follow_up.observation import observed
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.follow_up.tasks_of_execution import awaits_correction_item
from workflows.domain.refusals import refuse


def not_before(day: date, earliest: date, field: str, what: tuple[str, str]) -> None:
    """Refuse a date before the day that it follows; `what` names that day in both languages."""
    if day < earliest:
        raise refuse(
            "0.3",
            f"{field}：{day} 早于{what[0]}（{earliest}），请核对日期。",
            f"{field}: {day} is before the {what[1]}, {earliest}: check the date.",
        )


def listed(codes: Iterable[str]) -> str:
    """Return codes for a sentence that offers them."""
    return "、".join(codes) or "—"


def is_served(matter: FollowUp, command: object, today: date) -> None:
    """Refuse what has no place before the decision was served."""
    if matter.served is None:
        raise refuse(
            "3.11",
            "决定尚未送达：请先送达（serve）。",
            "The decision is not served yet: serve it first.",
        )


def service_fits(matter: FollowUp, command: c.Serve, today: date) -> None:
    """Refuse a decision left with somebody without witnesses."""
    if (command.way is p.Delivery.LEFT) != bool(command.witnesses):
        raise refuse(
            "3.11",
            "witnesses：留置送达（LEFT）须写见证人，其他方式不写。",
            "witnesses: needed where the decision was left (LEFT), and only there.",
        )


def measure_is_open(matter: FollowUp, command: c.ConfirmMeasure, today: date) -> None:
    """Refuse a measure that does not stand or is done already."""
    waiting = [m.measure.code for m in matter.standing_measures if m.done_on is None]
    if command.measure not in waiting:
        raise refuse(
            "3.11",
            f"measure：没有这项待执行的措施，现有：{listed(waiting)}。",
            f"measure: no such measure is to be carried out; there are: {listed(waiting)}.",
        )


def entry_is_due(matter: FollowUp, command: c.EnterArchive, today: date) -> None:
    """Refuse an entry in a file where it does not belong, or stands already."""
    made = {line.archive for line in matter.lines}
    waiting = [code for code in archives.wanted(matter) if code not in made]
    if command.archive not in waiting:
        raise refuse(
            "3.13",
            f"archive：没有这项待归档，现有：{listed(waiting)}。",
            f"archive: no such entry is to be made; there are: {listed(waiting)}.",
        )
    not_before(command.entered_on, matter.decided_on, "entered_on", ("决定之日", "decision"))


def rights_may_return(matter: FollowUp, command: c.RestoreRights, today: date) -> None:
    """Refuse rights restored for another measure, or before the observation is over."""
    waiting = [m.measure.code for m in observed(matter)]
    if command.measure not in waiting:
        raise refuse(
            "3.10",
            f"measure：没有待恢复党员权利的措施，现有：{listed(waiting)}。",
            f"measure: no rights are to be restored for it; there are: {listed(waiting)}.",
        )
    following_from(
        matter,
        tuple(
            m.but(restored_on=command.restored_on) if m.measure.code == command.measure else m
            for m in matter.standing_measures
        ),
    )


def status_is_whole(matter: FollowUp, command: c.RecordStatus, today: date) -> None:
    """Refuse what cannot become of such a subject, a move without its unit, a unit without it."""
    of_team = command.status is p.Status.DISSOLVED
    if command.status is not p.Status.IN_POST and of_team != matter.is_team:
        raise refuse(
            "Art. 17",
            "status：撤销建制（DISSOLVED）只用于班子，其他情形只用于个人。",
            "status: DISSOLVED is for teams, and everything else for persons.",
        )
    if (command.status is p.Status.MOVED) != bool(command.unit):
        raise refuse(
            "Art. 17",
            "unit：调离（MOVED）须写新单位，其他情形不写。",
            "unit: needed for MOVED, and only for it.",
        )


def item_is_open(matter: FollowUp, command: c.FinishCorrectionItem, today: date) -> None:
    """Refuse a correction item that nobody waits for."""
    if not awaits_correction_item(matter):
        raise refuse(
            "S101",
            "本件没有待纠正的容错事项。",
            "No tolerated fault is to be corrected here.",
        )
    not_before(command.done_on, matter.served_on, "done_on", ("送达之日", "service"))
