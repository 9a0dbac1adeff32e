"""Every fact of a rectification: what the journal may hold, told apart by `kind`.

The facts' sentences name no person: everybody may read them.
"""

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from workflows.domain.calendars import Calendar
from workflows.domain.clock_facts import (
    MessageLost,
    NoticeUndeliverable,
    PeriodEnded,
    Reminded,
    WentOverdue,
)
from workflows.domain.lifecycle import Fact
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.procedure.shared import DocumentDrafted, NoticeSettled, OfficerRecused
from workflows.domain.rectification import particulars as p
from workflows.domain.rectification.commands import Open
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class RectificationOpened(Fact):
    """A unit was told in a letter what it is to put right."""

    kind: Literal["rectification_opened"] = "rectification_opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        letter = self.request.recommendation.number
        return Text(
            f"发出建议书（{letter}），整改立项。", f"Opened by recommendation letter {letter}."
        )


class PlanSubmitted(p.Plan, Fact):
    """The unit has a plan."""

    kind: Literal["plan_submitted"] = "plan_submitted"

    def words(self) -> Text:
        return Text(
            f"报送整改方案（{self.document.number}）。", f"Plan {self.document.number} submitted."
        )


class ProgressReported(p.Progress, Fact):
    """The unit reported at a node."""

    kind: Literal["progress_reported"] = "progress_reported"

    def words(self) -> Text:
        return Text(f"{self.reported_on} 节点报告。", f"Progress reported on {self.reported_on}.")


class CompletionReported(p.Completion, Fact):
    """The unit says that everything is done."""

    kind: Literal["completion_reported"] = "completion_reported"

    def words(self) -> Text:
        return Text(
            f"报告整改完成（{self.report.number}）。",
            f"Completion reported ({self.report.number}).",
        )


class VerifiedOnSite(p.Verification, Fact):
    """Officers were on site."""

    kind: Literal["verified_on_site"] = "verified_on_site"

    def words(self) -> Text:
        if not self.unfinished:
            return Text("现场核查通过。", "Verified on site.")
        left = ", ".join(self.unfinished)
        return Text(
            f"现场核查未通过，{left} 尚未整改到位。", f"Verified on site: {left} not put right."
        )


class WrittenOff(p.WriteOff, Fact):
    """The items are done with."""

    kind: Literal["written_off"] = "written_off"

    def words(self) -> Text:
        return Text("整改事项销号。", "The items are written off.")


class LookBackBegun(p.LookBackStart, Fact):
    """Somebody looks whether things stay right."""

    kind: Literal["look_back_begun"] = "look_back_begun"

    def words(self) -> Text:
        return Text("启动回头看。", "A look-back begins.")


class LookBackRecorded(p.LookBack, Fact):
    """The look-back has its findings."""

    kind: Literal["look_back_recorded"] = "look_back_recorded"

    def words(self) -> Text:
        if not self.relapsed:
            return Text("回头看未发现反弹。", "The look-back found everything still right.")
        back = ", ".join(self.relapsed)
        return Text(f"回头看发现 {back} 反弹。", f"The look-back found {back} wrong again.")


class LookBackWaived(p.Waiver, Fact):
    """There is no look-back."""

    kind: Literal["look_back_waived"] = "look_back_waived"

    def words(self) -> Text:
        return Text("不开展回头看，办结。", "Closed without a look-back.")


OBSTRUCTION_LABELS: dict[p.Obstruction, Text] = {
    p.Obstruction.DELAY: Text("拖延整改", "delay"),
    p.Obstruction.BUCK_PASSING: Text("推诿整改", "buck-passing"),
    p.Obstruction.REFUSAL: Text("拒不整改", "refusal"),
    p.Obstruction.FRAUD: Text("虚假整改", "fraud"),
}


class ObstructionNoted(p.ObstructionNote, Fact):
    """Rectification is obstructed: a new lead."""

    kind: Literal["obstruction_noted"] = "obstruction_noted"

    def words(self) -> Text:
        what = OBSTRUCTION_LABELS[self.obstruction]
        return Text(
            f"发现{what.zh}，作为新线索移交。", f"{what.en.capitalize()} noted: a new lead."
        )


AnyFact = Annotated[
    RectificationOpened
    | PlanSubmitted
    | ProgressReported
    | CompletionReported
    | VerifiedOnSite
    | WrittenOff
    | LookBackBegun
    | LookBackRecorded
    | LookBackWaived
    | ObstructionNoted
    | OfficerRecused
    | DocumentDrafted
    | DocumentMade
    | NoticeSettled
    | NoticeUndeliverable
    | MessageLost
    | Reminded
    | WentOverdue
    | PeriodEnded,
    Field(discriminator="kind"),
]

FACTS: TypeAdapter[AnyFact] = TypeAdapter(AnyFact)
"""What a journal row is parsed with."""
