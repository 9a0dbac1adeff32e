"""What must hold before a step of a rectification may be taken (rulebook 3.11, 3.13)."""

from collections.abc import Iterable
from datetime import date

from workflows.domain.authority import check_independent
from workflows.domain.rectification import commands as c
from workflows.domain.rectification.state import Rectification
from workflows.domain.refusals import refuse


def _known(matter: Rectification, items: Iterable[str], field: str) -> None:
    known = [item.id for item in matter.request.items]
    for item in items:
        if item not in known:
            raise refuse(
                "3.13",
                f"{field}：建议书没有事项 {item}，现有：{'、'.join(known)}。",
                f"{field}: the letter has no item {item}; there are: {', '.join(known)}.",
            )


def covers_everything(matter: Rectification, command: c.SubmitPlan, today: date) -> None:
    """Refuse a plan that leaves an item out, or plans what nobody asked for."""
    planned = {each.item for each in command.undertakings}
    _known(matter, sorted(planned), "undertakings")
    wanted = matter.unfinished or tuple(item.id for item in matter.request.items)
    if left_out := [item for item in wanted if item not in planned]:
        raise refuse(
            "3.13",
            f"undertakings：方案没有写明如何整改：{'、'.join(left_out)}。",
            f"undertakings: the plan does not say how to put right: {', '.join(left_out)}.",
        )


def node_is_left(matter: Rectification, command: c.ReportProgress, today: date) -> None:
    """Refuse a progress report where every node has its own, or there are none any more."""
    if matter.returned_on is not None:
        raise refuse(
            "3.13",
            "退回重新整改的，不再设节点：整改完成后用 report-completion。",
            "What is put right anew has no nodes: once all is done, use report-completion.",
        )
    if not matter.nodes_left:
        raise refuse(
            "3.13",
            "各节点均已报告：整改完成的，请用 report-completion。",
            "Every node has its report: once all is done, use report-completion.",
        )


def found_known(matter: Rectification, command: c.VerifyOnSite, today: date) -> None:
    """Refuse findings about items that are not in the letter, and a visit by barred officers."""
    _known(matter, command.unfinished, "unfinished")
    for officer in command.visitors:
        if officer in matter.barred:
            raise refuse(
                "P2",
                f"visitors：{officer} 应当回避，不得参加核查。",
                f"visitors: {officer} is recused and takes no part.",
            )


def relapsed_known(matter: Rectification, command: c.RecordLookBack, today: date) -> None:
    """Refuse findings about items that are not in the letter."""
    _known(matter, command.relapsed, "relapsed")


def by_another(matter: Rectification, command: c.WriteOffItems, today: date) -> None:
    """Refuse to let those write off who verified."""
    for officer in matter.verified_by:
        check_independent(command.actor, officer, (), one_step=False)
