"""What becomes true from the decision to its execution, and at the end of a follow-up."""

from typing import Literal

from workflows.domain.calendars import Calendar
from workflows.domain.follow_up import particulars as p
from workflows.domain.follow_up.commands import Open
from workflows.domain.follow_up.stages import ENDING_LABELS, Ending
from workflows.domain.lifecycle import Fact
from workflows.domain.rulepack import RulePack
from workflows.domain.subjects import Outcome
from workflows.domain.text import Text

OUTCOME_LABELS: dict[Outcome, Text] = {
    Outcome.MEASURES: Text("予以问责", "held accountable"),
    Outcome.EXEMPT: Text("免予问责", "exempt"),
    Outcome.NO_LIABILITY: Text("不承担责任", "not liable"),
}
STATUS_LABELS: dict[p.Status, Text] = {
    p.Status.MOVED: Text("调离", "moved"),
    p.Status.RETIRED: Text("退休", "retired"),
    p.Status.LEFT: Text("离职", "left"),
    p.Status.DECEASED: Text("死亡", "deceased"),
    p.Status.DISSOLVED: Text("撤销建制", "dissolved"),
    p.Status.IN_POST: Text("仍在职（更正）", "still in post, a correction"),
}


class FollowUpOpened(Fact):
    """The follow-up exists, under a rule pack and a calendar that it keeps."""

    kind: Literal["follow_up_opened"] = "follow_up_opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        outcome, on = OUTCOME_LABELS[self.request.decision.outcome], self.request.decided_on
        return Text(
            f"问责决定（{on}）：{outcome.zh}，对象后续立项。",
            f"Decided on {on}: {outcome.en}; the follow-up begins.",
        )


class DecisionServed(p.Service, Fact):
    """The decision was served and explained."""

    kind: Literal["decision_served"] = "decision_served"

    def words(self) -> Text:
        return Text(
            f"决定于 {self.served_on} 送达，已说明依据（回证 {self.receipt.number}）。",
            f"Served on {self.served_on} and explained (receipt {self.receipt.number}).",
        )


class ExecutionBegun(Fact):
    """The measures are to be carried out; an appeal does not stop that."""

    kind: Literal["execution_begun"] = "execution_begun"

    def words(self) -> Text:
        return Text("开始执行，申诉不停止执行。", "Execution begins; an appeal does not stop it.")


class MeasureConfirmed(p.MeasureExecution, Fact):
    """A measure was carried out."""

    kind: Literal["measure_confirmed"] = "measure_confirmed"
    label: Text

    def words(self) -> Text:
        return Text(
            f"{self.label.zh}于 {self.done_on} 执行到位。",
            f"Carried out on {self.done_on}: {self.label.en}.",
        )


class MeasuresDone(Fact):
    """Every measure was carried out."""

    kind: Literal["measures_done"] = "measures_done"

    def words(self) -> Text:
        return Text("各项措施全部执行到位。", "Every measure is carried out.")


class ArchiveEntered(p.ArchiveRecord, Fact):
    """The decision was entered in a file."""

    kind: Literal["archive_entered"] = "archive_entered"
    label: Text

    def words(self) -> Text:
        return Text(
            f"于 {self.entered_on} 载入{self.label.zh}。",
            f"Entered in the {self.label.en} on {self.entered_on}.",
        )


class ArchiveCompleted(Fact):
    """The decision is in every file where it belongs."""

    kind: Literal["archive_completed"] = "archive_completed"

    def words(self) -> Text:
        return Text("应归档的均已归档。", "It is entered in every file where it belongs.")


class ImpactSettled(Fact):
    """No impact period has to be waited for: there is none, or it is over."""

    kind: Literal["impact_settled"] = "impact_settled"

    def words(self) -> Text:
        return Text("没有尚未届满的影响期。", "No impact period is left to run.")


class RightsRestored(p.RightsRestoration, Fact):
    """Party rights were restored; the second phase counts from that day."""

    kind: Literal["rights_restored"] = "rights_restored"

    def words(self) -> Text:
        return Text(
            f"于 {self.restored_on} 恢复党员权利。",
            f"Party rights restored on {self.restored_on}.",
        )


class StatusRecorded(p.StatusChange, Fact):
    """The subject's position changed; the follow-up goes on."""

    kind: Literal["status_recorded"] = "status_recorded"

    def words(self) -> Text:
        status = STATUS_LABELS[self.status]
        return Text(
            f"对象自 {self.since} {status.zh}，后续照常进行。",
            f"The subject {status.en} as of {self.since}; the follow-up goes on.",
        )


class CorrectionItemFinished(p.CorrectionItemEnd, Fact):
    """A tolerated fault was corrected."""

    kind: Literal["correction_item_finished"] = "correction_item_finished"

    def words(self) -> Text:
        return Text(
            f"容错事项于 {self.done_on} 纠正到位。",
            f"The tolerated fault was corrected on {self.done_on}.",
        )


class FollowUpClosed(Fact):
    """Nothing is left to do."""

    kind: Literal["follow_up_closed"] = "follow_up_closed"
    how: Ending

    def words(self) -> Text:
        how = ENDING_LABELS[self.how]
        return Text(f"后续办结：{how.zh}。", f"The follow-up is closed: {how.en}.")
