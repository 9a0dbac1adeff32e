"""Who may take a step: the roles of the pack, in the organ where each has its place."""

from collections.abc import Callable

from workflows.domain.authority import Seat
from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up.particulars_of_return import Giver
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.roles import Role

OF_THE_DECIDING_ORGAN = frozenset({Role.PARTY_COMMITTEE, Role.ORGANISATION_HR})
"""Roles of the organ that decided; the others are those of the organ that handles the matter."""
STEP_OF_GIVER: dict[Giver, str] = {
    Giver.DI_ORGAN: "DI_OPINION",
    Giver.UPPER_HR: "UPPER_HR_OPINION",
}
"""An opinion is recorded at the step of the pack that it belongs to."""


def department(matter: FollowUp) -> Seat:
    """Return the seat of the department that handled the case."""
    request = matter.request
    role = Role.UNDERTAKING_DEPARTMENT
    return Seat((role,), request.handling_organ, request.undertaking_department)


def committee(matter: FollowUp) -> Seat:
    """Return the seat of the body that decided."""
    return of_role(matter, Role.PARTY_COMMITTEE)


def personnel(matter: FollowUp) -> Seat:
    """Return the seat of the organisation department."""
    return of_role(matter, Role.ORGANISATION_HR)


def of_role(matter: FollowUp, role: Role) -> Seat:
    """Return where a role of the pack has its seat for this matter."""
    if role is Role.UNDERTAKING_DEPARTMENT:
        return department(matter)
    request = matter.request
    deciding = role in OF_THE_DECIDING_ORGAN
    return Seat((role,), request.deciding_organ if deciding else request.handling_organ)


def of_measure(matter: FollowUp, code: str) -> Seat:
    """Return who carries a measure out; the department for one that the pack does not know."""
    measure = matter.rules.measures.get(code)
    if measure is None:
        return department(matter)
    return of_role(matter, matter.rules.decisions[measure.nature].carried_out_by)


def of_archive(matter: FollowUp, code: str) -> Seat:
    """Return who keeps a file; the department for one that the pack does not know."""
    archive = matter.rules.archives.get(code)
    return of_role(matter, archive.keeper) if archive else department(matter)


def of_step(matter: FollowUp, step: str) -> Seat:
    """Return who takes a step on the way to normal use."""
    return of_role(matter, matter.rules.reinstatement.steps[step].role)


def at_step(step: str) -> Callable[[FollowUp], Seat]:
    """Return who takes a step on the way to normal use, as a function of the matter."""
    return lambda matter: of_step(matter, step)


def of_item(matter: FollowUp, key: str) -> Seat:
    """Return who reverses an item of a correction, by its key."""
    kind, _, code = key.partition("/")
    if kind == "measure":
        return of_measure(matter, code)
    if kind == "archive":
        return of_archive(matter, code)
    return personnel(matter) if kind == "restrictions" else department(matter)


def for_measure(matter: FollowUp, command: c.ConfirmMeasure) -> Seat:
    """Return who may confirm this measure."""
    return of_measure(matter, command.measure)


def for_archive(matter: FollowUp, command: c.EnterArchive) -> Seat:
    """Return who may record this entry."""
    return of_archive(matter, command.archive)


def for_opinion(matter: FollowUp, command: c.RecordOpinion) -> Seat:
    """Return who may record this opinion."""
    return of_step(matter, STEP_OF_GIVER[command.giver])


def for_reversal(matter: FollowUp, command: c.Reverse) -> Seat:
    """Return who may record this reversal."""
    return of_item(matter, command.item)
