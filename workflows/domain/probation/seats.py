"""Who handles a probation, and who approves where the pack wants it."""

from workflows.domain.authority import Seat
from workflows.domain.probation.state import Probation
from workflows.domain.roles import Role


def handling(matter: Probation) -> Seat:
    """Return the undertaking department of the handling organ."""
    request = matter.request
    return Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )


def approving(matter: Probation) -> Seat:
    """Return the leader whom the pack names; the department, where it names none."""
    role = matter.probation_rules.approved_by
    return Seat((role,), matter.request.handling_organ) if role else handling(matter)
