"""Which fact leads a probation from which stage to which (rulebook 5.1)."""

from workflows.domain.probation.stages import Stage
from workflows.domain.probation.state import Probation
from workflows.domain.procedure.table import Guard, Row, Table
from workflows.domain.text import Text

FAILED: Guard[Probation] = Guard(
    Text("未通过", "failed"),
    lambda m: m.settled is not None and m.settled.settlement.result == "FAILED",
)

S = Stage
UNSETTLED = (S.SET, S.RUNNING, S.EVALUATING)
ROWS: tuple[Row[Probation], ...] = (
    Row(S.START, "probation_opened", S.SET),
    Row(S.SET, "probation_approved", S.SET),
    Row(S.SET, "probation_declined", S.FAILED),
    Row(S.SET, "probation_notified", S.RUNNING),
    Row(S.RUNNING, "node_checked", S.RUNNING),
    Row(S.RUNNING, "probation_extended", S.RUNNING),
    Row(S.RUNNING, "evaluation_begun", S.EVALUATING),
    Row(S.RUNNING, "period_ended", S.EVALUATING),
    Row(S.EVALUATING, "evaluated", S.EVALUATING),
    Row(S.EVALUATING, "result_settled", S.FAILED, FAILED),
    Row(S.EVALUATING, "result_settled", S.PASSED),
    *(Row(stage, "serious_consequence_found", S.FAILED) for stage in UNSETTLED),
    *(Row(stage, "new_fault_decided", S.FAILED, FAILED) for stage in UNSETTLED),
    *(Row(stage, "new_fault_decided", stage) for stage in UNSETTLED),
    Row(S.PASSED, "result_told", S.CLOSED),
    Row(S.FAILED, "result_told", S.CLOSED),
)

TABLE: Table[Probation] = Table(
    ROWS,
    anywhere=frozenset({"report_received", "serious_consequence_found", "new_fault_found"}),
)
"""Whatever comes from outside is recorded anywhere."""
