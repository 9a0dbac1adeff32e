"""What must hold before a talk, a revisit or the end of a help item may be recorded (3.14)."""

from collections.abc import Collection
from datetime import date

from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up.checks import is_served, listed, not_before
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.refusals import refuse
from workflows.domain.text import Text


def talk_fits(matter: FollowUp, command: c.RecordTalk, today: date) -> None:
    """Refuse a talk before service."""
    _after_service(matter, command.held_on, today)


def visit_fits(matter: FollowUp, command: c.RecordRevisit, today: date) -> None:
    """Refuse a revisit before service, in codes unknown to the pack, or without outline before."""
    _after_service(matter, command.held_on, today)
    rules = matter.rules.revisits
    _known("form", command.form, rules.forms)
    _known("grade", command.grade, rules.grades)
    for finding in command.checks:
        _known("checks", finding.check, rules.checks)
    drawn_up = command.outline.dated
    if drawn_up is None or drawn_up > command.held_on:
        raise refuse(
            "3.14",
            f"outline：回访前须拟定提纲并写明日期（dated），不晚于回访之日 {command.held_on}。",
            f"outline: needs its date (dated), not after the revisit on {command.held_on}.",
        )


def pointed_out(matter: FollowUp, command: c.RecordRevisit) -> tuple[Text, ...]:
    """Return what is against good practice in a revisit, which counts all the same."""
    rules, found = matter.rules.revisits, []
    if len(set(command.visitors)) < rules.visitors_min:
        found.append(
            Text(
                f"回访人员少于 {rules.visitors_min} 人",
                f"fewer than {rules.visitors_min} visitors",
            )
        )
    year = [v for v in matter.revisits if v.held_on.year == command.held_on.year]
    if len(year) >= rules.per_year_max:
        found.append(
            Text(
                f"本年度回访已超过 {rules.per_year_max} 次",
                f"more than {rules.per_year_max} revisits this year",
            )
        )
    return tuple(found)


def help_is_open(matter: FollowUp, command: c.CloseHelpItem, today: date) -> None:
    """Refuse the end of an item that is not open, or before it was found."""
    item = next((one for one in matter.open_help if one.key == command.item), None)
    if item is None:
        known = listed(one.key for one in matter.open_help)
        raise refuse(
            "3.14",
            f"item：没有这一待办的困难事项，现有：{known}。",
            f"item: no such help item is open; there are: {known}.",
        )
    not_before(command.done_on, item.opened_on, "done_on", ("发现之日", "day it was found"))


def _after_service(matter: FollowUp, held_on: date, today: date) -> None:
    is_served(matter, None, today)
    if matter.served is not None:
        not_before(held_on, matter.served.served_on, "held_on", ("送达之日", "day of service"))


def _known(field: str, code: str, known: Collection[str]) -> None:
    if code not in known:
        raise refuse(
            "3.14",
            f"{field}：规则包没有 {code}，可用：{listed(known)}。",
            f"{field}: the rule pack has no {code}; use one of: {listed(known)}.",
        )
