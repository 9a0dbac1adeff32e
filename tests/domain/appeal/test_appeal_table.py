"""Every row of the appeal's table is walked, and every step out of turn is refused (3.11)."""

from collections.abc import Callable

import pytest

from tests.domain.appeal.builders import SECOND_STAGE, a_life, in_second, opened
from tests.domain.procedure_life import ProcedureLife
from workflows.domain.appeal.commands import SIGNALS, UPDATES
from workflows.domain.appeal.stages import STAGES, Stage
from workflows.domain.appeal.steps import STEPS
from workflows.domain.appeal.table import ROWS, TABLE

LATE = {"received_on": "2026-04-03"}


def late(until: str) -> ProcedureLife:
    life = opened(**LATE)
    if until == "FILED":
        return life
    life.do("refer_appeal", "2026-04-07")
    return life if until == "REFERRED" else life.do("serve_answer", "2026-04-09")


AT: dict[str, Callable[[], ProcedureLife]] = {
    "FILED": lambda: late("FILED"),
    "ACCEPTED": lambda: a_life("ACCEPTED"),
    "REFERRED": lambda: late("REFERRED"),
    "RE_EXAMINING": lambda: a_life("RE_EXAMINING"),
    "CONCLUDED": lambda: a_life("CONCLUDED"),
    "SERVED": lambda: a_life("SERVED", SECOND_STAGE),
    "CLOSED": lambda: late("CLOSED"),
    "WITHDRAWN": lambda: opened().do("withdraw_appeal", "2026-03-21"),
}
"""A matter at each stage."""


def _asked_early() -> ProcedureLife:
    life = a_life("CONCLUDED", SECOND_STAGE)
    return life.do("request_re_review", "2026-04-12")


WALKS: dict[tuple[str, str, str], Callable[[], ProcedureLife]] = {
    ("START", "appeal_opened", "FILED"): opened,
    ("FILED", "appeal_accepted", "ACCEPTED"): lambda: a_life("ACCEPTED"),
    ("FILED", "appeal_referred", "REFERRED"): lambda: late("REFERRED"),
    ("ACCEPTED", "term_extended", "ACCEPTED"): lambda: in_second_of("ACCEPTED"),
    ("ACCEPTED", "re_examination_begun", "RE_EXAMINING"): lambda: a_life("ACCEPTED").do(
        "begin_re_examination", "2026-03-25"
    ),
    ("RE_EXAMINING", "re_examination_begun", "RE_EXAMINING"): lambda: a_life("RE_EXAMINING").do(
        "begin_re_examination", "2026-03-30"
    ),
    ("RE_EXAMINING", "term_extended", "RE_EXAMINING"): lambda: in_second_of("RE_EXAMINING"),
    ("RE_EXAMINING", "conclusion_proposed", "RE_EXAMINING"): lambda: a_life("RE_EXAMINING").do(
        "propose_conclusion", "2026-04-07"
    ),
    ("RE_EXAMINING", "appeal_concluded", "CONCLUDED"): lambda: a_life("CONCLUDED"),
    ("CONCLUDED", "document_drafted", "CONCLUDED"): lambda: a_life("CONCLUDED").do(
        "draft_document", "2026-04-13"
    ),
    ("CONCLUDED", "answer_served", "FILED"): lambda: _asked_early().do(
        "serve_answer", "2026-04-15"
    ),
    ("CONCLUDED", "answer_served", "SERVED"): lambda: a_life("SERVED", SECOND_STAGE),
    ("REFERRED", "answer_served", "SERVED"): lambda: late("CLOSED"),
    ("SERVED", "appeal_closed", "CLOSED"): lambda: late("CLOSED"),
    ("FILED", "appeal_withdrawn", "WITHDRAWN"): lambda: opened().do(
        "withdraw_appeal", "2026-03-21"
    ),
    ("ACCEPTED", "appeal_withdrawn", "WITHDRAWN"): lambda: a_life("ACCEPTED").do(
        "withdraw_appeal", "2026-03-24"
    ),
    ("RE_EXAMINING", "appeal_withdrawn", "WITHDRAWN"): lambda: a_life("RE_EXAMINING").do(
        "withdraw_appeal", "2026-03-30"
    ),
    ("SERVED", "re_review_requested", "FILED"): in_second,
    ("CLOSED", "re_review_requested", "FILED"): lambda: (
        a_life("SERVED", SECOND_STAGE)
        .wait("2026-06-30")
        .do("request_re_review", "2026-06-30", received_on="2026-05-15")
    ),
}


def in_second_of(stage: str) -> ProcedureLife:
    """An appeal by a route whose second stage may be extended, extended at a stage."""
    life = in_second(stage, route="OWN_BODY_SANCTION")
    return life.do("extend_term", "2026-04-24")


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
    if rule.seat is not None
    and not TABLE.is_anywhere(rule.fact_kind)
    and rule.fact_kind not in TABLE.facts_from(stage)
]


@pytest.mark.parametrize(("stage", "kind"), OUT_OF_TURN)
def test_no_step_is_taken_out_of_turn(stage, kind):
    """Given a matter at a stage, when a command has no row there, then it is refused (3.11)."""
    life = AT[stage]()
    before = life.stage

    assert before == stage
    assert life.refused(kind, "2026-07-01").rule == "3.11"


def test_every_command_has_its_step_and_every_stage_its_name():
    assert {rule.command for rule in STEPS.rules} == {*UPDATES, *SIGNALS}
    assert set(STAGES.named) == set(Stage)
