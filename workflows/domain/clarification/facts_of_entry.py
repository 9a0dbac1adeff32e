"""What becomes true while a clarification is taken in: finding, application, leads, people."""

from typing import Literal

from workflows.domain.calendars import Calendar
from workflows.domain.clarification import particulars as p
from workflows.domain.clarification.commands import Open
from workflows.domain.clarification.values import Entry
from workflows.domain.lifecycle import Fact
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text


class Opened(Fact):
    """The matter exists, under a rule pack and a calendar that it keeps."""

    kind: Literal["opened"] = "opened"
    request: Open
    pack: RulePack
    calendar: Calendar

    def words(self) -> Text:
        if self.request.entry is Entry.APPLICATION:
            return Text("收到书面申请，立项。", "Opened on a written application.")
        return Text("承办部门主动立项。", "Opened by the undertaking department on its own.")


class ApplicationJoined(p.JoiningApplication, Fact):
    """An application reached the running matter."""

    kind: Literal["application_joined"] = "application_joined"

    def words(self) -> Text:
        a = self.application
        return Text(
            f"收到澄清申请（{a.reference}），登记在案。",
            f"Application {a.reference} is on record.",
        )


class MaterialsCompleted(p.MaterialsCompletion, Fact):
    """The application's materials are complete."""

    kind: Literal["materials_completed"] = "materials_completed"

    def words(self) -> Text:
        return Text(
            f"申请材料于 {self.completed_on} 补齐。", f"Materials complete on {self.completed_on}."
        )


class VerificationRecorded(p.VerificationEnd, Fact):
    """Verification has ended."""

    kind: Literal["verification_recorded"] = "verification_recorded"

    def words(self) -> Text:
        return Text(f"核查于 {self.ended_on} 结束。", f"Verification ended on {self.ended_on}.")


class Screened(p.Screening, Fact):
    """The finding was screened."""

    kind: Literal["screened"] = "screened"

    def words(self) -> Text:
        if self.other_leads:
            return Text(
                f"筛查：尚有其他线索 {len(self.other_leads)} 件，暂缓。",
                f"Screened: {len(self.other_leads)} other lead(s) open, deferred.",
            )
        if not self.situations.held:
            return Text("筛查：不具备应当澄清的情形。", "Screened: no situation holds.")
        return Text(
            f"筛查：具备 {len(self.situations.held)} 种情形，进入评估。",
            f"Screened: {len(self.situations.held)} situation(s) hold; evaluation begins.",
        )


class LeadRegistered(p.LeadRegistration, Fact):
    """Another lead about the person was registered."""

    kind: Literal["lead_registered"] = "lead_registered"

    def words(self) -> Text:
        return Text(f"登记其他线索 {self.lead}。", f"Other lead {self.lead} registered.")


class OtherLeadClosed(p.LeadClosing, Fact):
    """Another lead about the person was closed."""

    kind: Literal["other_lead_closed"] = "other_lead_closed"

    def words(self) -> Text:
        return Text(
            f"其他线索 {self.lead} 于 {self.closed_on} 查结。",
            f"Other lead {self.lead} closed on {self.closed_on}.",
        )


class FalseAccusationNoted(p.SuspectedFalseAccusation, Fact):
    """A suspected false accusation is on record as a lead for referral."""

    kind: Literal["false_accusation_noted"] = "false_accusation_noted"

    def words(self) -> Text:
        return Text(
            f"登记涉嫌诬告陷害线索 {self.lead}，待移送。",
            f"Suspected false accusation noted as lead {self.lead}, for referral.",
        )


class OfficerRecused(p.Recusal, Fact):
    """An officer is recused."""

    kind: Literal["officer_recused"] = "officer_recused"

    def words(self) -> Text:
        return Text(f"办理人员 {self.officer} 回避。", f"Officer {self.officer} is recused.")


class ApplicationWithdrawn(p.Withdrawal, Fact):
    """The applicant withdrew."""

    kind: Literal["application_withdrawn"] = "application_withdrawn"

    def words(self) -> Text:
        return Text("申请人撤回申请。", "The applicant withdrew the application.")
