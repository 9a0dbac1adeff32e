"""Which fact leads a rectification from which stage to which (rulebook 3.11)."""

from workflows.domain.procedure.table import Guard, Row, Table
from workflows.domain.rectification.stages import Stage
from workflows.domain.rectification.state import Rectification
from workflows.domain.text import Text

UNFINISHED: Guard[Rectification] = Guard(
    Text("有事项未整改到位", "items not put right"), lambda m: bool(m.unfinished)
)

S = Stage
ROWS: tuple[Row[Rectification], ...] = (
    Row(S.START, "rectification_opened", S.ISSUED),
    Row(S.ISSUED, "plan_submitted", S.PLANNED),
    Row(S.PLANNED, "plan_submitted", S.PLANNED),
    Row(S.PLANNED, "progress_reported", S.PLANNED),
    Row(S.PLANNED, "completion_reported", S.REPORTED),
    Row(S.REPORTED, "verified_on_site", S.PLANNED, UNFINISHED),
    Row(S.REPORTED, "verified_on_site", S.ON_SITE_VERIFIED),
    Row(S.ON_SITE_VERIFIED, "written_off", S.WRITTEN_OFF),
    Row(S.WRITTEN_OFF, "look_back_begun", S.LOOK_BACK),
    Row(S.WRITTEN_OFF, "look_back_waived", S.CLOSED),
    Row(S.LOOK_BACK, "look_back_recorded", S.PLANNED, UNFINISHED),
    Row(S.LOOK_BACK, "look_back_recorded", S.CLOSED),
)

TABLE: Table[Rectification] = Table(ROWS, anywhere=frozenset({"obstruction_noted"}))
"""Delay or fraud may come to light at any time, also after the closing."""
