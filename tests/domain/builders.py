"""Lives of clarifications to test with: readable to write, quick to take to any stage.

`opened()` begins a matter, `a_life("IMPLEMENTING")` takes one there by the usual commands on the
usual days of March 2026; every field can be said otherwise. `Life.do` acts as the shell does: the
clock speaks first, then the officer.
"""

from typing import Any

import pytest

from tests.domain.life import Life
from tests.domain.parts import (
    CALENDAR_DATA,
    DEPARTMENT,
    HOME,
    OFFICERS,
    PACK,
    UPPER,
    noon,
    subject,
    verification,
)
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.clarification.values import Route
from workflows.domain.lifecycle import Rejected, begin
from workflows.domain.rulepack import RulePack


def opening(route: str = "DISPATCHED", **fields: Any) -> Open:
    """Return the request that opens a matter; ValidationError where it cannot be."""
    handled = fields.get("handled_as", route)
    applied = fields.get("application") is not None
    content: dict[str, Any] = {
        "actor": OFFICERS["li"],
        "number": "CLAR-2026-0001",
        "entry": "APPLICATION" if applied else "OWN_INITIATIVE",
        "route": route,
        "subject": subject(kind="UNIT") if route == Route.UNIT_OR_COLLECTIVE else subject(),
        "handling_organ": HOME,
        "approving_organ": None if handled == Route.ORGAN else UPPER,
        "undertaking_department": DEPARTMENT,
        "verification": verification(),
    }
    return Open.model_validate({**content, **fields})


def opened(
    route: str = "DISPATCHED", day: str = "2026-03-10", *, pack: RulePack = PACK, **fields: Any
) -> Life:
    """Begin a matter on a day; the fields are those of `Open`."""
    request = opening(route, **fields)
    draft, actor = CLARIFICATION.open(request, pack, CALENDAR_DATA, noon(day))
    return Life(begin(CLARIFICATION, draft, actor, noon(day)))


def not_opened(
    route: str = "DISPATCHED", day: str = "2026-03-10", *, pack: RulePack = PACK, **fields: Any
) -> Rejected:
    """Return the refusal to begin a matter."""
    request = opening(route, **fields)
    with pytest.raises(Rejected) as caught:
        CLARIFICATION.open(request, pack, CALENDAR_DATA, noon(day))
    return caught.value


USUAL_WAY: dict[str, tuple[str, str]] = {
    "AWAITING_VERIFICATION": ("record_verification", "2026-03-11"),
    "SCREENING": ("screen", "2026-03-12"),
    "PENDING_OTHER_LEADS": ("close_other_lead", "2026-03-13"),
    "EVALUATING": ("give_opinion", "2026-03-20"),
    "COLLECTIVE_STUDY": ("record_study", "2026-03-23"),
    "OPINION_NOT_START": ("countersign", "2026-03-23"),
    "PRINCIPAL_REVIEW": ("review", "2026-03-24"),
    "AWAITING_APPROVAL": ("approve", "2026-03-25"),
    "PRIOR_NOTICE": ("hear_opinion", "2026-03-26"),
    "IMPLEMENTING": ("carry_out", "2026-03-27"),
    "POST_NOTICE": ("give_post_notice", "2026-03-30"),
    "COMPLETED": ("follow_up_effect", "2026-04-20"),
}
"""What is usually done at each stage, and when."""


def a_life(
    until: str,
    route: str = "DISPATCHED",
    *,
    situations: list[dict[str, Any]] | None = None,
    effect: dict[str, Any] | None = None,
    plan: dict[str, Any] | None = None,
    pack: RulePack = PACK,
    **fields: Any,
) -> Life:
    """Return a matter that has come to a stage on the usual way, or to its `end`."""
    life = opened(route, pack=pack, **fields)
    life.situations = situations or life.situations
    life.effect, life.plan = effect or life.effect, plan or life.plan
    while not (life.state.filed if until == "end" else life.stage == until):
        kind, day = USUAL_WAY[life.stage]
        life.do(kind, day)
    return life
