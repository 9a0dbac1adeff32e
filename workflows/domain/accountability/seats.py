"""Who may take which step of a case: by role, organ and department (rulebook 0.5)."""

from collections.abc import Callable

from workflows.domain.accountability.approving import links_of, next_link
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability_rules.process import ApprovalLink
from workflows.domain.authority import Seat
from workflows.domain.roles import Role

Case = AccountabilityCase


def handler(matter: Case) -> Seat:
    """Return the department that handles the case."""
    request = matter.request
    return Seat(
        (Role.UNDERTAKING_DEPARTMENT,), request.handling_organ, request.undertaking_department
    )


def principal(matter: Case) -> Seat:
    """Return the principal of the handling department, who assigns leads."""
    return Seat((Role.DEPARTMENT_PRINCIPAL,), matter.request.handling_organ)


def leader(matter: Case) -> Seat:
    """Return the leader in charge, who reviews publications and settles recusals."""
    return Seat((Role.LEADER_IN_CHARGE,), matter.request.handling_organ)


def adjudicator(matter: Case) -> Seat:
    """Return the adjudication office."""
    return Seat((Role.ADJUDICATION_OFFICE,), matter.request.handling_organ)


def upper(matter: Case) -> Seat:
    """Return the upper organ, which the pack names for filings and reviews."""
    return Seat((matter.rules.elevation["REVIEW"].to,), matter.request.upper_organ)


def approver(chain: str) -> Callable[[Case], Seat]:
    """Return who approves next in a chain; its last link once the chain is through."""

    def seat(matter: Case) -> Seat:
        return _seat_of(matter, next_link(matter, chain) or links_of(matter, chain)[-1])

    return seat


def decider(matter: Case) -> Seat:
    """Return the body that decides (Art. 18; A52)."""
    return _seat_of(matter, links_of(matter, "DECISION")[-1])


def returner(matter: Case) -> Seat:
    """Return who may send the opinion back, by where it lies."""
    if matter.stage in (Stage.JOINT_CONSULT, Stage.ELEVATED_FILING, Stage.ELEVATED_REVIEW):
        return adjudicator(matter)
    return approver("DECISION" if matter.stage is Stage.DECIDING else "INVESTIGATION")(matter)


def _seat_of(matter: Case, link: ApprovalLink) -> Seat:
    organs = {
        "handling": matter.request.handling_organ,
        "deciding": matter.request.deciding_organ,
        "upper": matter.request.upper_organ,
    }
    return Seat((link.role,), organs[link.organ])
