"""Every row of the rectification's table is walked; no step is taken out of turn (3.11)."""

from collections.abc import Callable

import pytest

from tests.domain.procedure_life import ProcedureLife
from tests.domain.rectification.builders import a_life, opened, returned
from workflows.domain.rectification.commands import SIGNALS, UPDATES
from workflows.domain.rectification.stages import STAGES, Stage
from workflows.domain.rectification.steps import STEPS
from workflows.domain.rectification.table import ROWS, TABLE


def relapsed() -> ProcedureLife:
    return a_life("LOOK_BACK").do("record_look_back", "2026-09-09", relapsed=["I1"])


WALKS: dict[tuple[str, str, str], Callable[[], ProcedureLife]] = {
    ("START", "rectification_opened", "ISSUED"): opened,
    ("ISSUED", "plan_submitted", "PLANNED"): lambda: a_life("PLANNED"),
    ("PLANNED", "plan_submitted", "PLANNED"): lambda: a_life("PLANNED").do(
        "submit_plan", "2026-03-20"
    ),
    ("PLANNED", "progress_reported", "PLANNED"): lambda: a_life("PLANNED").do(
        "report_progress", "2026-04-01"
    ),
    ("PLANNED", "completion_reported", "REPORTED"): lambda: a_life("REPORTED"),
    ("REPORTED", "verified_on_site", "PLANNED"): returned,
    ("REPORTED", "verified_on_site", "ON_SITE_VERIFIED"): lambda: a_life("ON_SITE_VERIFIED"),
    ("ON_SITE_VERIFIED", "written_off", "WRITTEN_OFF"): lambda: a_life("WRITTEN_OFF"),
    ("WRITTEN_OFF", "look_back_begun", "LOOK_BACK"): lambda: a_life("LOOK_BACK"),
    ("WRITTEN_OFF", "look_back_waived", "CLOSED"): lambda: a_life("WRITTEN_OFF").do(
        "waive_look_back", "2026-06-10"
    ),
    ("LOOK_BACK", "look_back_recorded", "PLANNED"): relapsed,
    ("LOOK_BACK", "look_back_recorded", "CLOSED"): lambda: a_life("CLOSED"),
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


OUT_OF_TURN = [
    (stage.value, rule.command.kind)
    for stage in Stage
    if stage is not Stage.START
    for rule in STEPS.rules
    if not TABLE.is_anywhere(rule.fact_kind) and rule.fact_kind not in TABLE.facts_from(stage)
]


@pytest.mark.parametrize(("stage", "kind"), OUT_OF_TURN)
def test_no_step_is_taken_out_of_turn(stage, kind):
    """Given a matter at a stage, when a command has no row there, then it is refused (3.11)."""
    assert a_life(stage).refused(kind, "2026-10-09").rule == "3.11"


def test_every_command_has_its_step_and_every_stage_its_name():
    assert {rule.command for rule in STEPS.rules} == {*UPDATES, *SIGNALS}
    assert set(STAGES.named) == set(Stage)
