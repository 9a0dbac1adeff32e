"""Every row of the probation's table is walked, and every step out of turn is refused (5.1)."""

from collections.abc import Callable

import pytest

from tests.domain.probation.builders import a_life, opened
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.probation.commands import SIGNALS, UPDATES
from workflows.domain.probation.stages import STAGES, Stage
from workflows.domain.probation.steps import STEPS
from workflows.domain.probation.table import ROWS, TABLE

DAYS = {"SET": "2026-03-04", "RUNNING": "2026-03-10", "EVALUATING": "2026-05-07"}


def failed_at(stage: str) -> ProcedureLife:
    return a_life(stage).do("serious_consequence", DAYS[stage])


def fault_at(stage: str, answer: str) -> ProcedureLife:
    life = a_life(stage).do("new_fault", DAYS[stage])
    return life.do("decide_new_fault", DAYS[stage], answer=answer)


def settled_as_failed() -> ProcedureLife:
    life = a_life("EVALUATING").do("evaluate", "2026-05-08", result="FAILED", active=False)
    return life.do("settle_result", "2026-05-11", result="FAILED")


WALKS: dict[tuple[str, str, str], Callable[[], ProcedureLife]] = {
    ("START", "probation_opened", "SET"): opened,
    ("SET", "probation_approved", "SET"): lambda: opened().do("approve_probation", "2026-03-03"),
    ("SET", "probation_declined", "FAILED"): lambda: opened().do("decline_probation", "2026-03-03"),
    ("SET", "probation_notified", "RUNNING"): lambda: a_life("RUNNING"),
    ("RUNNING", "node_checked", "RUNNING"): lambda: a_life("RUNNING").do(
        "check_node", "2026-04-07"
    ),
    ("RUNNING", "probation_extended", "RUNNING"): lambda: a_life("RUNNING").do(
        "extend_probation", "2026-04-07"
    ),
    ("RUNNING", "evaluation_begun", "EVALUATING"): lambda: a_life("RUNNING").do(
        "begin_evaluation", "2026-04-07"
    ),
    ("RUNNING", "period_ended", "EVALUATING"): lambda: a_life("EVALUATING"),
    ("EVALUATING", "evaluated", "EVALUATING"): lambda: a_life("EVALUATING").do(
        "evaluate", "2026-05-08"
    ),
    ("EVALUATING", "result_settled", "FAILED"): settled_as_failed,
    ("EVALUATING", "result_settled", "PASSED"): lambda: a_life("PASSED"),
    ("PASSED", "result_told", "CLOSED"): lambda: a_life("CLOSED"),
    ("FAILED", "result_told", "CLOSED"): lambda: settled_as_failed().do(
        "tell_result", "2026-05-12"
    ),
    **{
        (stage, "serious_consequence_found", "FAILED"): lambda stage=stage: failed_at(stage)
        for stage in DAYS
    },
    **{
        (stage, "new_fault_decided", "FAILED"): lambda stage=stage: fault_at(stage, "END")
        for stage in DAYS
    },
    **{
        (stage, "new_fault_decided", stage): lambda stage=stage: fault_at(stage, "CONTINUE")
        for stage in DAYS
    },
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.stage}-{row.fact}-{row.to}")
def test_every_row_is_walked(row):
    """Given a matter at the stage, when the fact comes true, then it stands where the row says."""
    life = WALKS[row.stage.value, row.fact, row.to.value]()

    walked = {
        (s.before.stage.value if s.before else "START", s.event.fact.kind, s.after.stage.value)
        for s in life.steps
    }
    assert (row.stage.value, row.fact, row.to.value) in walked


AT: dict[str, Callable[[], ProcedureLife]] = {
    **{stage.value: (lambda stage=stage: a_life(stage.value)) for stage in Stage},
    "FAILED": lambda: failed_at("RUNNING"),
}
OUT_OF_TURN = [
    (stage.value, rule.command.kind)
    for stage in Stage
    if stage is not Stage.START
    for rule in STEPS.rules
    if rule.seat is not None
    and not TABLE.is_anywhere(rule.fact_kind)
    and rule.fact_kind not in TABLE.facts_from(stage)
]


@pytest.mark.parametrize(("stage", "kind"), OUT_OF_TURN)
def test_no_step_is_taken_out_of_turn(stage, kind):
    """Given a matter at a stage, when a command has no row there, then it is refused (5.1)."""
    life = AT[stage]()
    day = {"SET": "2026-03-04", "RUNNING": "2026-03-10"}.get(stage, "2026-06-01")

    assert life.refused(kind, day).rule == "5.1"


def test_every_command_has_its_step_and_every_stage_its_name():
    assert {rule.command for rule in STEPS.rules} == {*UPDATES, *SIGNALS}
    assert set(STAGES.named) == set(Stage)
