"""What becomes true by appeals, reviews and corrections (Art. 20, 3.16)."""

from typing import Literal

from workflows.domain.follow_up import particulars_of_correction as correcting
from workflows.domain.lifecycle import Day, Fact
from workflows.domain.linked import AppealOutcome
from workflows.domain.numbers import MatterNumber
from workflows.domain.subjects import Measure
from workflows.domain.text import Text
from workflows.domain.writing import Prose

OUTCOME_LABELS: dict[str, Text] = {
    "UPHELD": Text("维持", "upheld"),
    "CHANGED": Text("变更", "changed"),
    "REVOKED": Text("撤销", "revoked"),
}
HINDRANCES: dict[str, Text] = {
    "AGGRAVATES": Text("加重了处理", "is more severe than the decision"),
    "UNCLEAR": Text("所列措施不符合规则包", "names measures that do not fit the rule pack"),
}


class AppealFiled(correcting.AppealLetter, Fact):
    """An appeal came in; execution goes on."""

    kind: Literal["appeal_filed"] = "appeal_filed"
    appeal: MatterNumber
    """The number of its matter, which a letter that came before keeps."""
    known: bool
    """Whether the same letter is on file already."""

    def words(self) -> Text:
        if self.known:
            return Text(
                f"申诉 {self.reference} 已登记为 {self.appeal}。",
                f"Appeal letter {self.reference} is on file as {self.appeal}.",
            )
        return Text(
            f"{self.received_on} 收到申诉，立为 {self.appeal}；不停止执行。",
            f"Appeal received on {self.received_on}, {self.appeal}; execution goes on.",
        )


class AppealRegistered(Fact):
    """The appeal's own matter says that it has it, and whether it is in time."""

    kind: Literal["appeal_registered"] = "appeal_registered"
    appeal: MatterNumber
    taken_on: Day
    in_time: bool
    referred: bool = False
    """Whether it was referred, so that no conclusion will come."""
    serial: int = 1
    """The stage of review: 2 for the next higher organ."""

    def words(self) -> Text:
        when = Text("在期限内", "in time") if self.in_time else Text("已过期限", "late")
        how = Text("转办", "referred") if self.referred else Text("受理", "accepted")
        return Text(
            f"申诉 {self.appeal} 已{how.zh}（{when.zh}）。", f"{self.appeal}: {how.en} ({when.en})."
        )


class AppealAnswered(Fact):
    """An appeal was concluded."""

    kind: Literal["appeal_answered"] = "appeal_answered"
    appeal: MatterNumber
    concluded_on: Day
    outcome: AppealOutcome
    measures: tuple[Measure, ...] = ()
    reasons: Prose
    final: bool = True
    withdrawn: bool = False
    hindrance: Literal["", "AGGRAVATES", "UNCLEAR"] = ""
    """Why nothing of it is applied: it is more severe, or names no measure of the pack."""

    def words(self) -> Text:
        outcome = OUTCOME_LABELS[self.outcome]
        if self.hindrance:
            why = HINDRANCES[self.hindrance]
            return Text(
                f"申诉 {self.appeal} 的结论{why.zh}，未予执行，请核实处理。",
                f"The conclusion of {self.appeal} {why.en}: not applied, see to it.",
            )
        if self.withdrawn:
            return Text(f"申诉 {self.appeal} 已撤回。", f"{self.appeal} was withdrawn.")
        return Text(
            f"申诉 {self.appeal} 于 {self.concluded_on} 办结：{outcome.zh}。",
            f"{self.appeal} was concluded on {self.concluded_on}: {outcome.en}.",
        )


class DecisionCorrected(correcting.Correction, Fact):
    """The decision was found improper and is corrected."""

    kind: Literal["decision_corrected"] = "decision_corrected"

    def words(self) -> Text:
        outcome = OUTCOME_LABELS[self.correction]
        return Text(
            f"决定于 {self.decided_on} 予以纠正：{outcome.zh}。",
            f"The decision was corrected on {self.decided_on}: {outcome.en}.",
        )


class Reversed(correcting.Reversal, Fact):
    """One item of a correction was reversed."""

    kind: Literal["reversed"] = "reversed"
    label: Text

    def words(self) -> Text:
        return Text(
            f"{self.label.zh}：于 {self.reversed_on} 办妥。",
            f"Done on {self.reversed_on}: {self.label.en}.",
        )


class CorrectionCompleted(Fact):
    """Everything was reversed."""

    kind: Literal["correction_completed"] = "correction_completed"

    def words(self) -> Text:
        return Text("纠正事项全部办妥。", "Everything that was to be reversed is reversed.")


class Reopened(correcting.Reopening, Fact):
    """The follow-up is to be taken up again."""

    kind: Literal["reopened"] = "reopened"

    def words(self) -> Text:
        if self.ground == "REVIEW":
            return Text("决定是否恰当，提请复查。", "The decision is to be reviewed.")
        return Text("提请恢复使用。", "Normal use is asked for.")


class ReviewEnded(correcting.ReviewEnd, Fact):
    """A review found nothing to correct."""

    kind: Literal["review_ended"] = "review_ended"

    def words(self) -> Text:
        return Text(
            f"复查于 {self.ended_on} 结束：决定无须纠正。",
            f"The review ended on {self.ended_on}: nothing to correct.",
        )
