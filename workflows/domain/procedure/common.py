"""The steps that every kind takes alike: recusal, a notice told otherwise, a drafted document."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from workflows.domain.authority import Seat
from workflows.domain.paper_facts import PaperKind
from workflows.domain.procedure import shared
from workflows.domain.procedure.papers import Occasion, check_of
from workflows.domain.procedure.stages import Stages
from workflows.domain.procedure.state import ProcedureState
from workflows.domain.procedure.steps import Check, StepRule
from workflows.domain.refusals import refuse


def common_steps(
    seat: Callable[[Any], Seat],
    deciding: Callable[[Any], Seat],
    occasions: Mapping[PaperKind, Occasion],
    stages: Stages,
    *of_drafts: Check[Any],
) -> tuple[StepRule[Any], ...]:
    """Return the shared steps; `seat` handles the matter, `deciding` may recuse its officers.

    `of_drafts` is what the kind asks of a draft besides, such as that its contents are known.
    """
    drafted = (check_of(occasions, stages), *of_drafts)
    return (
        StepRule(shared.RecuseOfficer, shared.OfficerRecused, deciding),
        StepRule(shared.SettleNotice, shared.NoticeSettled, seat, checks=(check_lost,)),
        StepRule(shared.DraftDocument, shared.DocumentDrafted, seat, checks=drafted),
    )


COMMON_UPDATES = (shared.RecuseOfficer, shared.SettleNotice, shared.DraftDocument)
"""Their commands, for the kind's list of updates."""


def check_lost(matter: ProcedureState, command: shared.SettleNotice, today: date) -> None:
    """Refuse to settle a notice that was not lost."""
    lost = ["/".join(key.split("/")[:2]) for key in matter.undeliverable]
    if command.notice not in lost:
        known = "、".join(lost) or "—"
        raise refuse(
            "0.3",
            f"notice：没有这份未送达的通知，现有：{known}。",
            f"notice: no such undelivered notice; there are: {known}.",
        )
