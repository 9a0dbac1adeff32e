"""From a command to the facts it makes true, or to a refusal: stage, officer, content, in order."""

from datetime import date, datetime

from workflows.domain.clarification import commands as c
from workflows.domain.clarification import facts as f
from workflows.domain.clarification.checks import CHECKS
from workflows.domain.clarification.checks_of_approval import approved_plan
from workflows.domain.clarification.clock import TERMS_OF_STAGE
from workflows.domain.clarification.seats import check_actor
from workflows.domain.clarification.stages import ENDED, STAGE_LABELS, Stage
from workflows.domain.clarification.state import Clarification
from workflows.domain.clarification.table import ANYWHERE, facts_from
from workflows.domain.lifecycle import Command, Draft, Fact, legal_date, today
from workflows.domain.refusals import not_later, refuse

FACT_OF: dict[type[Command], type[Fact]] = {
    c.CompleteMaterials: f.MaterialsCompleted,
    c.RecordVerification: f.VerificationRecorded,
    c.Screen: f.Screened,
    c.CloseOtherLead: f.OtherLeadClosed,
    c.GiveOpinion: f.OpinionGiven,
    c.Countersign: f.Countersigned,
    c.RecordStudy: f.StudyRecorded,
    c.Review: f.Reviewed,
    c.Approve: f.Approved,
    c.ReturnOpinion: f.OpinionReturned,
    c.Reject: f.Refused,
    c.HearOpinion: f.OpinionHeard,
    c.DraftDocument: f.DocumentDrafted,
    c.CarryOut: f.MethodDone,
    c.GivePostNotice: f.PostNoticeGiven,
    c.ServeReply: f.ReplyServed,
    c.FollowUpEffect: f.EffectFollowedUp,
    c.WithdrawApplication: f.ApplicationWithdrawn,
    c.RecordObjection: f.ObjectionRecorded,
    c.RecuseOfficer: f.OfficerRecused,
    c.SettleNotice: f.NoticeSettled,
    c.Apply: f.ApplicationJoined,
    c.RegisterLead: f.LeadRegistered,
    c.NoteFalseAccusation: f.FalseAccusationNoted,
}
COMMAND_FOR: dict[str, str] = {
    str(fact.model_fields["kind"].default): command.kind for command, fact in FACT_OF.items()
}
"""Which command makes a fact true, by their kinds."""

DATED_BY: dict[type[Command], str] = {
    c.CompleteMaterials: "completed_on",
    c.RecordVerification: "ended_on",
    c.CloseOtherLead: "closed_on",
    c.HearOpinion: "informed_on",
    c.CarryOut: "clarified_on",
    c.GivePostNotice: "informed_on",
    c.ServeReply: "served_on",
    c.WithdrawApplication: "received_on",
    c.RegisterLead: "registered_on",
    c.NoteFalseAccusation: "noted_on",
}
"""Where a command states its own legal date, that date counts; else `effective_on`, else today.

A message from outside is never refused for its date: one dated ahead counts from today.
"""


TERM_OF_END: dict[str, tuple[str, ...]] = {
    "reply_served": ("reply",),
    "effect_followed_up": ("follow_up",),
    "document_drafted": ("reply",),
}
"""Which term a duty of the end answers, beside the terms of its stage."""

AFTER_THE_END = frozenset(
    {"notice_settled", "application_joined", "lead_registered", "false_accusation_noted"}
)
"""What a closed file still takes: messages from outside are never refused by the machine."""


def decide(matter: Clarification, command: Command, now: datetime) -> tuple[Draft, ...]:
    """Return the fact of a command; raises `Rejected` naming the rule that it breaks."""
    fact_class = FACT_OF[type(command)]
    check_fits_stage(matter, str(fact_class.model_fields["kind"].default))
    check_actor(matter, command)
    on = effective_date(matter, command, now)
    check_in_order(matter, str(fact_class.model_fields["kind"].default), on)
    check = CHECKS.get(type(command))
    if check is not None:
        check(matter, command, today(now))
    values = {
        name: getattr(command, name) for name in fact_class.model_fields if hasattr(command, name)
    }
    if isinstance(command, c.Approve):
        values["plan"] = approved_plan(matter, command)
    if isinstance(command, c.Screen):
        known = (lead.reference for lead in matter.open_leads)
        values["other_leads"] = tuple(dict.fromkeys((*known, *command.other_leads)))
    values["kind"] = fact_class.model_fields["kind"].default
    return (Draft(fact=fact_class(**values), effective_on=on),)


def effective_date(matter: Clarification, command: Command, now: datetime) -> date:
    """Return the legal date of a command in Shanghai: its own date field, else `effective_on`."""
    if isinstance(command, c.Apply):
        return min(command.application.received_on, today(now))
    field = DATED_BY.get(type(command))
    if field is None:
        return legal_date(command, now)
    day: date = getattr(command, field)
    if isinstance(command, c.RegisterLead | c.NoteFalseAccusation):
        return min(day, today(now))
    not_later(day, today(now), field)
    return day


def check_in_order(matter: Clarification, fact: str, on: date) -> None:
    """Refuse a step dated before what it follows: its term's first day, or an earlier approval."""
    if fact in ANYWHERE or fact == "verification_recorded":
        return
    keys = (*TERM_OF_END.get(fact, ()), *TERMS_OF_STAGE.get(matter.stage, ()))
    terms = (matter.running(key) for key in keys)
    starts = [*(t.term.anchor for t in terms if t), *(t.on for t in matter.taken)]
    if starts and on < max(starts):
        raise refuse(
            "0.3",
            f"日期 {on} 早于前一环节（{max(starts)}）：请核对日期。",
            f"The date {on} is before the step it follows, {max(starts)}: check the date.",
        )


def check_fits_stage(matter: Clarification, fact: str) -> None:
    """Refuse a command out of turn, and say which commands the stage allows."""
    if matter.filed and fact not in AFTER_THE_END:
        raise refuse(
            "2.8",
            "本件已办结归档，不再办理。",
            "The file is closed; nothing more can be done in it.",
        )
    allowed = facts_from(matter.stage)
    if fact in allowed or (fact in ANYWHERE and not _ends_nothing(matter, fact)):
        return
    stage = STAGE_LABELS[matter.stage]
    names = [
        COMMAND_FOR[x].replace("_", "-")
        for x in allowed
        if x in COMMAND_FOR and (x != "application_withdrawn" or matter.application)
    ]
    options = ", ".join(names) or "—"
    raise refuse(
        "2.8",
        f"当前阶段为“{stage.zh}”，不能办理此事项。现在可以：{options}。",
        f"The matter is in “{stage.en}”: this cannot be done now. Possible: {options}.",
    )


def _ends_nothing(matter: Clarification, fact: str) -> bool:
    late = {"application_withdrawn", "objection_recorded", "materials_completed"}
    return fact in late and matter.stage in ENDED and matter.stage is not Stage.START
