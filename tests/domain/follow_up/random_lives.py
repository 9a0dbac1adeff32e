"""Random lives of a follow-up: what comes next, what does not, nonsense, appeals, lost time."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.domain.follow_up.builders import (
    HE,
    TEAM,
    USUAL,
    concluded,
    correction,
    opened,
    seat_of,
)
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.lifecycle import Rejected

LIVES = settings(
    deadline=None,
    max_examples=settings().max_examples // 8,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The rest is as the profile says; each example is a whole life, so there are fewer."""

MEASURES = [
    ("REMOVAL",),
    ("REMOVAL", "PARTY_SERIOUS_WARNING"),
    ("DEMOTION",),
    ("ADMONITION_TALK",),
    ("CIRCULATED_CRITICISM",),
    ("PARTY_PROBATION_1Y",),
    ("ADMIN_DISMISSAL",),
    ("ADMIN_WARNING", "PARTY_WARNING"),
]
LEFT = [(), ("ADMONITION_TALK",), ("PARTY_WARNING",), ("PARTY_EXPULSION",), ("NOTHING",)]
KINDS = sorted(set(USUAL) - {"settle_notice", "draft_document", "recuse_officer"})
OFTEN = ["next"] * 3 * len(KINDS) + KINDS + ["file_appeal", "appeal_concluded", "correct"] * 4
"""Mostly what comes next, sometimes anything, and now and then what turns a life round."""

beginnings = st.one_of(
    st.sampled_from([(measures, {}) for measures in MEASURES]),
    st.sampled_from([((), {"outcome": "EXEMPT"}), ((), {"outcome": "NO_LIABILITY"})]),
    st.just((("CIRCULATED_CRITICISM",), {"subject": TEAM})),
)
steps = st.lists(
    st.tuples(
        st.sampled_from(OFTEN),
        st.sampled_from([0, 1, 7, 30, 120]),
        st.sampled_from(LEFT),
        st.sampled_from(["UPHELD", "CHANGED", "REVOKED"]),
        st.booleans(),
    ),
    min_size=8,
    max_size=30,
)
histories = st.tuples(beginnings, steps)


def lived(history: Any) -> ProcedureLife:
    """Return a life in which somebody tried everything of a history, as the shell would let it."""
    (measures, fields), tried = history
    life = opened(*measures, **fields)
    on = date(2024, 3, 1)
    for kind, later, left, outcome, good in tried:
        on += timedelta(days=later)
        if kind == "next":
            _next(life, on, good=good)
        else:
            _try(life, kind, on, _said(kind, on, left, outcome, good=good))
    life.wait(on + timedelta(days=30))
    return life


def _said(
    kind: str, on: date, left: tuple[str, ...], outcome: str, *, good: bool
) -> dict[str, Any]:
    day = str(on)
    said: dict[str, dict[str, Any]] = {
        "appeal_concluded": concluded(outcome, day, *left),
        "correct": correction("CHANGED" if left else "REVOKED", day, *left),
        "evaluate": {"good": good},
        "decide_collectively": {"agrees": good},
        "file_appeal": {"reference": f"L-{on.day % 3}"},
        "reopen": {"ground": "REVIEW" if good else "REINSTATEMENT", "reasons": day},
        "record_status": {"status": "RETIRED" if good else "DECEASED"},
    }
    return said.get(kind, {})


def _next(life: ProcedureLife, on: date, *, good: bool) -> None:
    """Do what the first duty asks for."""
    life.wait(on)
    items = life.decider.standing(life.state).work_items
    if not items:
        return
    action, term = items[0].action, items[0].term
    fields: dict[str, Any] = {"by": seat_of(life, action)}
    if action == "confirm-measure":
        fields["measure"] = term.partition("/")[2]
    if action == "enter-archive":
        fields["archive"] = term.partition("/")[2]
    if action == "reverse":
        fields["item"] = life.state.undone[0]
    if action == "record-opinion" and items[0].role.value == HE.roles[0].value:
        fields["giver"] = "UPPER_HR"
    if action == "evaluate":
        fields["good"] = good
    if action == "decline-reinstatement" and life.state.is_team:
        fields["why"] = "TEAM"
    if action == "end-review":
        fields["reasons"] = str(on)
    _try(life, action.replace("-", "_"), on, fields)


def _try(life: ProcedureLife, kind: str, on: date, fields: dict[str, Any]) -> None:
    try:
        life.do(kind, on, **fields)
    except (Rejected, ValidationError):
        return
