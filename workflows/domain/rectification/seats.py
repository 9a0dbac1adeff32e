"""Who puts right, who verifies, and who writes off."""

from workflows.domain.authority import Seat
from workflows.domain.rectification.state import Rectification
from workflows.domain.roles import Role


def unit(matter: Rectification) -> Seat:
    """Return the responsible unit, which plans and reports."""
    return Seat((Role.RESPONSIBLE_UNIT,), matter.request.unit_organ)


def handling(matter: Rectification) -> Seat:
    """Return the undertaking department, which supervises and verifies."""
    request = matter.request
    return Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )


def leading(matter: Rectification) -> Seat:
    """Return who writes the items off."""
    return Seat((Role.DEPARTMENT_PRINCIPAL, Role.LEADER_IN_CHARGE), matter.request.handling_organ)
