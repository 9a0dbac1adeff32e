"""The table against 3.11: every row walked, every command out of turn refused, no dead end."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.domain.follow_up.builders import (
    LI,
    SERVED,
    a_life,
    agreed,
    carried_out,
    concluded,
    correction,
    impact_over,
    opened,
    reversed_all,
)
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.follow_up.basis import BASIS
from workflows.domain.follow_up.commands import SIGNALS, UPDATES
from workflows.domain.follow_up.facts import FACTS
from workflows.domain.follow_up.stages import STAGES, Stage
from workflows.domain.follow_up.steps import STEPS
from workflows.domain.follow_up.table import TABLE
from workflows.domain.procedure.table import COMMON

Walk = Callable[[], ProcedureLife]
LATE = "2026-09-01"
LATER = {
    "DECIDED": "2024-03-04",
    "EXECUTING": "2024-04-02",
    "ARCHIVED": "2024-04-02",
    "CORRECTED": "2024-06-10",
    "IMPACT_PERIOD": "2024-09-02",
    "IMPACT_ENDED": "2025-03-06",
    "TRACKING": "2025-06-02",
}
"""A day on which a matter still stands at its stage; LATE where it stands for ever."""
STAYS = {"EXECUTING", "ARCHIVED", "IMPACT_PERIOD", "IMPACT_ENDED", "TRACKING", "CORRECTED"}
REACHED = ("DECIDED", *sorted(STAYS), "CLOSED")
"""Stages in which a matter waits; DELIVERED and NORMAL_USE are left at once."""

RULEBOOK: dict[str, dict[str, set[str]]] = {
    "DECIDED": {"follow_up_opened": {"DECIDED"}, "decision_served": {"DELIVERED"}},
    "DELIVERED": {
        "execution_begun": {"EXECUTING"},
        "follow_up_closed": {"CLOSED"},
    },
    "EXECUTING": {"measure_confirmed": {"EXECUTING"}, "measures_done": {"ARCHIVED"}},
    "ARCHIVED": {"archive_completed": {"IMPACT_PERIOD"}},
    "IMPACT_PERIOD": {
        "period_ended": {"IMPACT_ENDED"},
        "impact_settled": {"IMPACT_ENDED"},
        "evaluated": {"IMPACT_PERIOD"},
        "reinstatement_declined": {"IMPACT_PERIOD"},
        "follow_up_closed": {"CLOSED"},
    },
    "IMPACT_ENDED": {
        "evaluated": {"IMPACT_ENDED"},
        "fed_back": {"IMPACT_ENDED"},
        "opinion_recorded": {"IMPACT_ENDED"},
        "collectively_decided": {"IMPACT_ENDED"},
        "reinstated": {"NORMAL_USE"},
        "reinstatement_declined": {"IMPACT_ENDED"},
        "tracking_begun": {"TRACKING"},
        "follow_up_closed": {"CLOSED"},
    },
    "NORMAL_USE": {"tracking_begun": {"TRACKING"}},
    "TRACKING": {"follow_up_closed": {"CLOSED"}},
    "CORRECTED": {
        "reversed": {"CORRECTED"},
        "correction_completed": {"CLOSED", "DECIDED", "EXECUTING"},
    },
    "CLOSED": {"reopened": {"IMPACT_ENDED"}},
}
"""The second half of the state machine of 3.11, copied from the rulebook by hand."""
for _stage in Stage:
    RULEBOOK[_stage.value] |= {
        "appeal_answered": {"CORRECTED"},
        "decision_corrected": {"CORRECTED"},
    }


def _appealed(life: ProcedureLife, day: str, outcome: str = "REVOKED") -> ProcedureLife:
    life.do("file_appeal", day)
    return life.do("appeal_concluded", day, **concluded(outcome, day))


def _declined() -> ProcedureLife:
    life = impact_over().do("feed_back", "2025-03-05")
    return life.do("decline_reinstatement", "2025-03-06")


def _expelled() -> ProcedureLife:
    life = carried_out("ADMIN_DISMISSAL").do("record_revisit", "2024-04-01")
    return life.do("decline_reinstatement", "2024-05-06", why="CONDITIONS_NOT_MET")


def _exempt() -> ProcedureLife:
    life = opened(outcome="EXEMPT").do("serve", SERVED)
    return life.do("finish_correction_item", "2024-03-15")


def _corrected_unserved() -> ProcedureLife:
    life = opened("REMOVAL", "PARTY_WARNING")
    life.do("correct", "2024-03-02", **correction("CHANGED", "2024-03-02", "PARTY_WARNING"))
    return reversed_all(life, "2024-03-03")


def _changed_after_return() -> ProcedureLife:
    life = a_life("TRACKING")
    life.do("correct", "2025-05-06", **correction("CHANGED", "2025-05-06", "ADMONITION_TALK"))
    reversed_all(life, "2025-05-07")
    return life.do("confirm_measure", "2025-05-08", by=LI, measure="ADMONITION_TALK")


WALKS: dict[tuple[str, str, str], Walk] = {
    ("DELIVERED", "follow_up_closed", "CLOSED"): _exempt,
    ("IMPACT_PERIOD", "impact_settled", "IMPACT_ENDED"): lambda: carried_out(
        "CIRCULATED_CRITICISM"
    ),
    ("IMPACT_PERIOD", "evaluated", "IMPACT_PERIOD"): lambda: impact_over(),
    ("IMPACT_PERIOD", "period_ended", "IMPACT_ENDED"): lambda: impact_over(),
    ("IMPACT_PERIOD", "reinstatement_declined", "IMPACT_PERIOD"): _expelled,
    ("IMPACT_PERIOD", "follow_up_closed", "CLOSED"): _expelled,
    ("IMPACT_ENDED", "evaluated", "IMPACT_ENDED"): lambda: impact_over().do(
        "evaluate", "2025-03-04"
    ),
    ("IMPACT_ENDED", "reinstatement_declined", "IMPACT_ENDED"): _declined,
    ("IMPACT_ENDED", "follow_up_closed", "CLOSED"): _declined,
    ("IMPACT_ENDED", "tracking_begun", "TRACKING"): _changed_after_return,
    ("CORRECTED", "reversed", "CORRECTED"): _corrected_unserved,
    ("CORRECTED", "correction_completed", "DECIDED"): _corrected_unserved,
    ("CORRECTED", "correction_completed", "EXECUTING"): _changed_after_return,
    ("CORRECTED", "correction_completed", "CLOSED"): lambda: reversed_all(
        a_life("CORRECTED"), "2024-06-10"
    ),
    ("CORRECTED", "decision_corrected", "CORRECTED"): lambda: (
        a_life("IMPACT_PERIOD")
        .do("correct", "2024-06-03", **correction("CHANGED", "2024-06-03", "ADMONITION_TALK"))
        .do("correct", "2024-06-04", **correction("REVOKED", "2024-06-04"))
    ),
    ("CORRECTED", "appeal_answered", "CORRECTED"): lambda: _appealed(
        a_life("IMPACT_PERIOD").do(
            "correct", "2024-06-03", **correction("CHANGED", "2024-06-03", "ADMONITION_TALK")
        ),
        "2024-06-04",
    ),
    ("CLOSED", "reopened", "IMPACT_ENDED"): lambda: _declined().do(
        "reopen", "2026-05-06", ground="REINSTATEMENT"
    ),
    ("CLOSED", "decision_corrected", "CORRECTED"): lambda: (
        a_life("CLOSED").do("reopen", LATE).do("correct", LATE)
    ),
    **{
        (stage, "decision_corrected", "CORRECTED"): lambda stage=stage: a_life(stage).do(
            "correct", LATER.get(stage, LATE)
        )
        for stage in ("DECIDED", *sorted(STAYS - {"CORRECTED"}))
    },
    **{
        (stage, "appeal_answered", "CORRECTED"): lambda stage=stage: _appealed(
            a_life(stage), LATER.get(stage, LATE)
        )
        for stage in (*sorted(STAYS - {"CORRECTED"}), "DECIDED", "CLOSED")
    },
}
PASSED_THROUGH = {
    (stage, fact)
    for stage in ("DELIVERED", "NORMAL_USE")
    for fact in ("appeal_answered", "decision_corrected")
}
"""Nothing can happen between a stage that is left by itself and what follows."""


def _walk_of(row: tuple[str, str, str]) -> ProcedureLife:
    return WALKS.get(row, lambda: a_life("CLOSED"))()


ROWS = [(r.stage.value, r.fact, r.to.value) for r in TABLE.rows]


@pytest.mark.parametrize("row", [r for r in ROWS if r[:2] not in PASSED_THROUGH], ids="-".join)
def test_every_row_is_walked(row: tuple[str, str, str]) -> None:
    walked = {
        (
            step.before.stage.value if step.before else "DECIDED",
            step.event.fact.kind,
            step.after.stage.value,
        )
        for step in _walk_of(row).steps
    }

    assert row in walked


def test_the_table_is_that_of_the_rulebook() -> None:
    table: dict[str, dict[str, set[str]]] = {}
    for stage, fact, to in ROWS:
        table.setdefault(stage, {}).setdefault(fact, set()).add(to)

    assert table == RULEBOOK


@cache
def at(stage: str) -> ProcedureLife:
    """Return one matter at a stage, for tries that leave it as it is."""
    return a_life(stage)


OUT_OF_TURN = [
    (stage, rule.command.kind)
    for stage in REACHED
    if stage != "CLOSED"
    for rule in STEPS.rules
    if rule.seat is not None
    and not TABLE.is_anywhere(rule.fact_kind)
    and rule.fact_kind not in TABLE.facts_from(stage)
]


@pytest.mark.parametrize(("stage", "kind"), OUT_OF_TURN)
def test_no_step_is_taken_out_of_turn(stage: str, kind: str) -> None:
    life = at(stage)

    assert life.stage == stage
    assert life.refused(kind, LATER.get(stage, LATE)).rule == "3.11"


@pytest.mark.parametrize("rule", [r for r in STEPS.rules if r.seat], ids=lambda r: r.command.kind)
def test_a_closed_follow_up_takes_no_command(rule) -> None:  # type: ignore[no-untyped-def]
    refusal = at("CLOSED").refused(rule.command.kind, LATE)

    assert refusal.rule == "3.11"
    assert "办结" in refusal.message.zh


def test_every_command_has_a_step_every_stage_a_name_and_every_fact_a_basis() -> None:
    kinds = set(FACTS.json_schema()["discriminator"]["mapping"])

    assert {rule.command for rule in STEPS.rules} == {*UPDATES, *SIGNALS}
    assert set(STAGES.named) == set(Stage)
    assert set(BASIS) == kinds - COMMON
    assert {rule.fact_kind for rule in STEPS.rules} <= kinds


def test_no_stage_is_a_dead_end() -> None:
    for stage in Stage:
        assert TABLE.facts_from(stage)
    assert agreed(impact_over()).duties == ["reinstate"]
