"""Which fact leads an appeal from which stage to which (rulebook 3.11)."""

from workflows.domain.appeal.stages import Stage
from workflows.domain.appeal.state import Appeal
from workflows.domain.procedure.table import Guard, Row, Table
from workflows.domain.text import Text

ASKED_ABOVE: Guard[Appeal] = Guard(
    Text("已申请复核", "review above was asked for"),
    lambda m: m.first is not None and m.current.concluded is None and m.current.answer is None,
)

S = Stage
ROWS: tuple[Row[Appeal], ...] = (
    Row(S.START, "appeal_opened", S.FILED),
    Row(S.FILED, "appeal_accepted", S.ACCEPTED),
    Row(S.FILED, "appeal_referred", S.REFERRED),
    Row(S.ACCEPTED, "term_extended", S.ACCEPTED),
    Row(S.ACCEPTED, "re_examination_begun", S.RE_EXAMINING),
    Row(S.RE_EXAMINING, "re_examination_begun", S.RE_EXAMINING),
    Row(S.RE_EXAMINING, "term_extended", S.RE_EXAMINING),
    Row(S.RE_EXAMINING, "conclusion_proposed", S.RE_EXAMINING),
    Row(S.RE_EXAMINING, "appeal_concluded", S.CONCLUDED),
    Row(S.CONCLUDED, "document_drafted", S.CONCLUDED),
    Row(S.CONCLUDED, "answer_served", S.FILED, ASKED_ABOVE),
    Row(S.CONCLUDED, "answer_served", S.SERVED),
    Row(S.REFERRED, "answer_served", S.SERVED),
    Row(S.SERVED, "appeal_closed", S.CLOSED),
    *(Row(stage, "appeal_withdrawn", S.WITHDRAWN)
      for stage in (S.FILED, S.ACCEPTED, S.RE_EXAMINING)),
    *(Row(stage, "re_review_requested", S.FILED, ASKED_ABOVE) for stage in (S.SERVED, S.CLOSED)),
)  # fmt: skip
"""A second stage begins with `FILED` again. Whatever comes from outside is recorded anywhere."""

TABLE: Table[Appeal] = Table(ROWS, anywhere=frozenset({"re_review_requested"}))
