"""The appeals against a decision, as its follow-up has them (rulebook 3.15)."""

from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.case_file.words import same
from workflows.domain.accountability_rules.verdicts import APPEAL_OUTCOME_LABELS, AppealOutcome
from workflows.domain.follow_up.on_file import AppealOnFile
from workflows.domain.text import Text

CAPTION = Text("申诉（不停止执行）", "Appeals (execution goes on)")
HEADS = (
    Text("申诉", "Appeal"),
    Text("收到", "Received"),
    Text("期限", "In time"),
    Text("结果", "Result"),
)
TIMELY = {
    True: Text("在期限内", "in time"),
    False: Text("逾期", "late"),
    None: Text("待认定", "not judged yet"),
}
WAITS = Text("送达后立项", "its matter opens when the decision is served")
UNDER_WAY = Text("办理中", "under way")
REFERRED = Text("已登记转办", "referred")
DISPUTED = Text("结论须上级处理", "the conclusion cannot stand")


def told(journal: Journal) -> dict[str, Any]:
    """Return every appeal and what became of it."""
    return {
        "appeals": [
            {
                "number": appeal.number,
                "received_on": appeal.letter.received_on.isoformat(),
                "in_time": appeal.in_time,
                "open": appeal.open,
                "outcome": appeal.outcome,
            }
            for appeal in journal.state.appeals
        ]
    }


def sheet(journal: Journal) -> Sheet | None:
    """Return the same for people; None without an appeal."""
    rows = tuple(_row(appeal) for appeal in journal.state.appeals)
    return Sheet(caption=CAPTION, heads=HEADS, rows=rows) if rows else None


def _row(appeal: AppealOnFile) -> tuple[Text, ...]:
    number, received = same(appeal.number), same(appeal.letter.received_on)
    return number, received, TIMELY[appeal.in_time], _result(appeal)


def _result(appeal: AppealOnFile) -> Text:
    if appeal.disputed:
        return DISPUTED
    if appeal.outcome:
        return APPEAL_OUTCOME_LABELS[AppealOutcome(appeal.outcome)]
    if appeal.referred:
        return REFERRED
    return UNDER_WAY if appeal.opened else WAITS
