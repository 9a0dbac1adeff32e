"""Facts from the lead to the approved start, and of the early endings.

Their sentences name no person: subjects are S1, S2 …
"""

from typing import Literal

from workflows.domain.accountability import particulars_of_aftermath as after
from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability.commands import Open
from workflows.domain.calendars import Calendar
from workflows.domain.lifecycle import Fact
from workflows.domain.numbers import MatterNumber
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class CaseOpened(Fact):
    """A lead was registered; the case exists and has no subjects."""

    kind: Literal["case_opened"] = "case_opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        return Text("线索已受理登记。", "The lead was received and registered.")


class Triaged(entry.Triage, Fact):
    """Somebody proposed where the lead goes."""

    kind: Literal["triaged"] = "triaged"

    def words(self) -> Text:
        name = TRIAGE_WORDS[self.outcome]
        return Text(f"分办意见：{name.zh}。", f"Triage opinion: {name.en}.")


TRIAGE_WORDS: dict[entry.TriageOutcome, Text] = {
    entry.TriageOutcome.TO_VERIFICATION: Text("核实", "verify"),
    entry.TriageOutcome.TO_LIGHT_TOUCH: Text("谈话提醒、批评教育", "light touch"),
    entry.TriageOutcome.TO_PROBATION: Text("设置考验期", "probation"),
    entry.TriageOutcome.TO_TALK: Text("约谈", "conduct talk"),
    entry.TriageOutcome.TO_LEAD_FAST: Text("快速办理", "fast handling"),
    entry.TriageOutcome.TO_TOLERANCE_CHECK: Text("容错核查", "tolerance check"),
    entry.TriageOutcome.TO_RE_ACCOUNTABILITY: Text("再问责", "re-accountability"),
    entry.TriageOutcome.CLOSED_NO_GROUND: Text("不予追究", "nothing to pursue"),
}


class Assigned(entry.Remark, Fact):
    """The triage opinion was approved."""

    kind: Literal["assigned"] = "assigned"

    def words(self) -> Text:
        return Text("分办意见已批准。", "The triage opinion was approved.")


class TriageReturned(entry.Reasons, Fact):
    """The triage opinion was returned."""

    kind: Literal["triage_returned"] = "triage_returned"

    def words(self) -> Text:
        return Text("分办意见被退回。", "The triage opinion was returned.")


class Verified(entry.Verification, Fact):
    """Verification has ended."""

    kind: Literal["verified"] = "verified"

    def words(self) -> Text:
        name = PROPOSAL_WORDS[self.proposal]
        return Text(
            f"核实于 {self.ended_on} 结束，拟{name.zh}。",
            f"Verification ended on {self.ended_on}; proposed: {name.en}.",
        )


PROPOSAL_WORDS = {
    "INITIATION": Text("提请启动问责", "start"),
    "LIGHT_TOUCH": Text("谈话提醒、批评教育", "light touch"),
    "NO_GROUND": Text("不予追究", "nothing to pursue"),
}


class SubjectAdded(entry.SubjectEntry, Fact):
    """A subject was named, with the basis of its duty."""

    kind: Literal["subject_added"] = "subject_added"

    def words(self) -> Text:
        ref = self.subject.ref
        return Text(f"{ref} 列为问责对象。", f"{ref} is a subject of the case.")


class StartProposed(entry.StartProposal, Fact):
    """The start was proposed."""

    kind: Literal["start_proposed"] = "start_proposed"
    reached: tuple[str, ...] = ()
    """Thresholds of Art. 10 that the incidents reach, in codes of the pack."""

    def words(self) -> Text:
        return Text("提请启动问责。", "The start was proposed.")


class LeadershipCaseSettled(entry.LeadershipCase, Fact):
    """A threshold of Art. 10 was answered by a case of its own, or by reasons against one."""

    kind: Literal["leadership_case_settled"] = "leadership_case_settled"

    def words(self) -> Text:
        if self.case:
            return Text(
                f"“一案双查”（{self.trigger}）已另立案件：{self.case}。",
                f"A case on the leadership was opened ({self.trigger}): {self.case}.",
            )
        return Text(
            f"“一案双查”（{self.trigger}）不另立案件。",
            f"There is no case on the leadership ({self.trigger}).",
        )


class StartApproved(entry.Remark, Fact):
    """A link of the chain approved the start; the last one starts the investigation."""

    kind: Literal["start_approved"] = "start_approved"

    def words(self) -> Text:
        return Text("启动审批通过一环。", "A link of the chain approved the start.")


class NotStarted(entry.NotStarting, Fact):
    """Nothing is started."""

    kind: Literal["not_started"] = "not_started"

    def words(self) -> Text:
        name = PROPOSAL_WORDS[self.instead]
        return Text(f"不予启动，{name.zh}。", f"Not started; {name.en}.")


class TalkHeld(after.Talk, Fact):
    """A talk was held instead of accountability."""

    kind: Literal["talk_held"] = "talk_held"

    def words(self) -> Text:
        return Text(
            f"已于 {self.held_on} 谈话提醒、批评教育，不作问责。",
            f"A talk was held on {self.held_on}; this is no accountability.",
        )


class ProbationSet(after.ProbationSetting, Fact):
    """A probation was set; a matter of its own has it approved."""

    kind: Literal["probation_set"] = "probation_set"
    number: MatterNumber

    def words(self) -> Text:
        return Text(
            f"设置 {self.months} 个月考验期（{self.number}）。",
            f"A probation of {self.months} months was set ({self.number}).",
        )


class HandedOn(after.HandingOn, Fact):
    """The lead was handed on."""

    kind: Literal["handed_on"] = "handed_on"

    def words(self) -> Text:
        return Text(
            f"线索已于 {self.handed_over_on} 转出。",
            f"The lead was handed on on {self.handed_over_on}.",
        )
