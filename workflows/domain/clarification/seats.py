"""Which officer may give which command of a clarification (rulebook 0.5, 2.7)."""

from workflows.domain.authority import Seat, check_independent, check_seat, check_uninvolved
from workflows.domain.clarification.planning import seat_role
from workflows.domain.clarification.stages import Stage
from workflows.domain.clarification.state import Clarification
from workflows.domain.lifecycle import Command
from workflows.domain.roles import Role

CHAIN_STEP: dict[str, str] = {
    "record_study": "COLLECTIVE_STUDY",
    "review": "PRINCIPAL_REVIEW",
    "approve": "AWAITING_APPROVAL",
    "reject": "AWAITING_APPROVAL",
    "countersign": "AWAITING_APPROVAL",
}
"""Commands that belong to a step of the route's chain; a return belongs to the step it is at."""

INDEPENDENT = frozenset({"review", "approve", "reject", "countersign", "return_opinion"})
"""Commands that the proposer must not give. Collective study has participants instead."""

ANY_OFFICER = frozenset({"apply", "register_lead", "note_false_accusation"})
"""Signals: they report what happened elsewhere, whoever hands them in."""

RECUSERS = (
    Role.UNDERTAKING_DEPARTMENT,
    Role.DEPARTMENT_PRINCIPAL,
    Role.PRINCIPAL,
    Role.LEADER_IN_CHARGE,
    Role.COMMISSION_SECRETARY,
)


def check_actor(matter: Clarification, command: Command) -> None:
    """Refuse an officer who may not give this command in this matter; raises `Rejected`."""
    if command.kind in ANY_OFFICER:
        return
    actor = command.actor
    check_uninvolved(actor, matter.request.subject.officer, matter.recused)
    if command.kind == "recuse_officer":
        organs = (matter.request.handling_organ, matter.request.approving_organ)
        organ = actor.organ if actor.organ in organs else matter.request.handling_organ
        return check_seat(actor, Seat(RECUSERS, organ))
    check_seat(actor, seat_of(matter, command.kind))
    if command.kind in INDEPENDENT:
        others = [taken.officer for taken in matter.taken if taken.step != _step(matter, command)]
        one_step = matter.option("one_officer_one_step")
        check_independent(actor, matter.proposer, others, one_step=one_step)
    return None


def _step(matter: Clarification, command: Command) -> str:
    return CHAIN_STEP.get(command.kind, matter.stage.value)


def seat_of(matter: Clarification, kind: str) -> Seat:
    """Return who may give a command at the stage where the matter stands."""
    step = matter.stage.value if kind == "return_opinion" else CHAIN_STEP.get(kind)
    link = matter.chain_step(step) if step else None
    if link is None:
        return department_seat(matter)
    organ = matter.request.approving_organ if link.organ == "approving" else None
    role = seat_role(matter, link)
    if role is Role.UNDERTAKING_DEPARTMENT:
        return department_seat(matter)
    return Seat((role,), organ or matter.request.handling_organ)


def department_seat(matter: Clarification) -> Seat:
    """Return the seat of the undertaking department, which verifies and clarifies (P3)."""
    request = matter.request
    return Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )


AWAITED_STEP: dict[Stage, str] = {
    Stage.OPINION_NOT_START: "countersign",
    Stage.COLLECTIVE_STUDY: "record_study",
    Stage.PRINCIPAL_REVIEW: "review",
    Stage.AWAITING_APPROVAL: "approve",
}
"""What a stage of the chain waits for."""
