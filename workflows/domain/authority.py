"""Separation of duties, for every kind of matter: who may take a step, and who may not.

Nobody acts on his own matter, nobody acts who is recused, nobody approves what he proposed, and
where the pack says so nobody takes two steps of one chain (rulebook 2.1 P2, issue of independence).
"""

from collections.abc import Collection
from dataclasses import dataclass

from workflows.domain.lifecycle import Actor, Rejected
from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Seat:
    """Who may take a step: one of these roles, in this organ, in this department if given."""

    roles: tuple[Role, ...]
    organ: str
    department: str = ""


def check_seat(actor: Actor, seat: Seat) -> None:
    """Refuse an officer without the role, or of another organ or department."""
    wanted = Text(
        "或".join(ROLE_LABELS[role].zh for role in seat.roles),
        " or ".join(ROLE_LABELS[role].en for role in seat.roles),
    )
    if not set(actor.roles) & set(seat.roles):
        raise Rejected(
            "0.5",
            Text(
                f"此步骤应由{wanted.zh}办理，{actor.officer} 没有该角色：请换人办理（--as）。",
                f"This step is for the {wanted.en}; {actor.officer} lacks that role (see --as).",
            ),
        )
    if actor.organ != seat.organ:
        raise Rejected(
            "2.7",
            Text(
                f"此步骤应由 {seat.organ} 的{wanted.zh}办理，{actor.officer} 属于 {actor.organ}。",
                f"This step is for the {wanted.en} of {seat.organ}; "
                f"{actor.officer} belongs to {actor.organ}.",
            ),
        )
    if seat.department and actor.department != seat.department:
        raise Rejected(
            "P3",
            Text(
                f"谁核实谁办理：应由承办部门 {seat.department} 办理。",
                f"Who verifies, acts: this is for department {seat.department}.",
            ),
        )


def check_uninvolved(actor: Actor, subject: str | None, recused: Collection[str]) -> None:
    """Refuse the person concerned and recused officers, whatever they want to do."""
    if subject is not None and actor.officer == subject:
        raise Rejected(
            "P2",
            Text(
                f"{actor.officer} 是本件澄清对象，不得办理自己的事项。",
                f"{actor.officer} is the person concerned and acts on nothing here.",
            ),
        )
    if actor.officer in recused:
        raise Rejected(
            "P2",
            Text(
                f"{actor.officer} 已回避，不得办理本件。",
                f"{actor.officer} is recused and acts on nothing here.",
            ),
        )


def check_independent(
    actor: Actor, proposer: str | None, took_steps: Collection[str], *, one_step: bool
) -> None:
    """Refuse the proposer, and where the pack says so whoever took another step of the chain."""
    if proposer is not None and actor.officer == proposer:
        raise Rejected(
            "P2",
            Text(
                f"意见由 {actor.officer} 提出，不得由本人审批：请由其他人员办理。",
                f"{actor.officer} proposed this and cannot approve it: somebody else must.",
            ),
        )
    if one_step and actor.officer in took_steps:
        raise Rejected(
            "P2",
            Text(
                f"{actor.officer} 已办理本件的另一审批环节：请由其他人员办理。",
                f"{actor.officer} took another step of this chain: somebody else must.",
            ),
        )
