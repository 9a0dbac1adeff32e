"""Who examines an appeal and who concludes on it, by the route and its instance."""

from workflows.domain.appeal.commands import ReferAppeal
from workflows.domain.appeal.particulars import ReferralGround
from workflows.domain.appeal.state import Appeal
from workflows.domain.authority import Seat
from workflows.domain.roles import Role


def goes_above(matter: Appeal) -> bool:
    """Say whether the instance is at the next higher organ."""
    return matter.step.to == "higher_body"


def upper_seat(matter: Appeal) -> Seat:
    """Return the seat of the next higher organ, as far as its code is known."""
    request = matter.request
    return Seat((Role.UPPER_ORGAN,), request.upper_organ or request.deciding_organ)


def reviewing(matter: Appeal) -> Seat:
    """Return who accepts, examines and answers."""
    if goes_above(matter):
        return upper_seat(matter)
    return Seat((Role.ADJUDICATION_OFFICE,), matter.request.handling_organ)


def concluding(matter: Appeal) -> Seat:
    """Return who concludes: the body that decides on measures of the route's first nature."""
    if goes_above(matter):
        return upper_seat(matter)
    body = matter.rules.decisions[matter.route.natures[0]].body
    return Seat((body,), matter.request.deciding_organ)


def referring(matter: Appeal, command: ReferAppeal) -> Seat:
    """Return who refers: the body that concludes, for a subject's appeal that is in time."""
    denied = command.ground is ReferralGround.NO_APPEAL
    in_order = matter.request.by_subject and matter.in_time
    return concluding(matter) if denied and in_order else reviewing(matter)
