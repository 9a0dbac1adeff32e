"""The whole procedure of a clarification: which fact leads from which stage to which (2.8).

Rows of one stage and fact are tried in order; the first whose guard holds decides. A pair that
is not listed is against the rules. The guards look at the matter *after* the fact was taken in.
The diagram in `docs/` is drawn from this table.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workflows.domain.clarification.occasions import OCCASIONS
from workflows.domain.clarification.planning import (
    may_implement,
    post_notice_needed,
    prior_notice_needed,
)
from workflows.domain.clarification.stages import BEFORE_IMPLEMENTATION, ENDED, Stage
from workflows.domain.clarification.state import Clarification
from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition with the words that the diagram shows."""

    words: Text
    holds: Callable[[Clarification], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """From a stage, by a fact, if the guard holds, to a stage."""

    stage: Stage
    fact: str
    to: Stage
    guard: Guard | None = None


RUNNING = Guard(
    Text("核查未结束", "still being verified"), lambda m: m.verification.ended_on is None
)
UNTRUE = Guard(Text("认定失实（全部或部分）", "untrue"), lambda m: bool(m.verification.untrue))
LEADS_OPEN = Guard(Text("尚有其他线索", "other leads open"), lambda m: bool(m.open_leads))
LEADS_CLOSED = Guard(Text("其他线索均已查结", "all leads closed"), lambda m: not m.open_leads)
SITUATION = Guard(Text("具备情形", "a situation holds"), lambda m: bool(m.situations.held))
START_PROPOSED = Guard(Text("拟启动", "start"), lambda m: m.opinion is not None and m.opinion.start)
STUDY_FIRST = Guard(
    Text("路径含集体研判", "route with collective study"),
    lambda m: m.chain_step("COLLECTIVE_STUDY") is not None,
)
AGREED = Guard(Text("同意不启动", "agrees"), lambda m: m.opinion is not None)
NOTICE_FIRST = Guard(Text("须事前听取意见", "prior notice required"), prior_notice_needed)
CLEAR = Guard(Text("无不同意见或已确认", "not adverse, or confirmed"), may_implement)
POST_NOTICE = Guard(Text("须事后通报", "post notice required"), post_notice_needed)
NOT_BEGUN = Guard(Text("尚未实施", "not begun"), lambda m: not m.begun and bool(m.open_leads))
ENDS_ALL = Guard(
    Text("无主动澄清事由、尚未实施", "no own ground, not begun"),
    lambda m: not m.own_ground and not m.begun,
)
OBJECTED = Guard(Text("该方式尚未实施", "not carried out yet"), lambda m: m.objected)

S = Stage
ENDABLE = tuple(
    stage
    for stage in Stage
    if stage not in ENDED and stage not in (S.START, S.OPINION_START, S.POST_NOTICE)
)
"""Where a withdrawal may end the matter: not once implementation is over."""

DRAFTING = tuple(
    stage for stage in Stage if any(stage in each.stages for each in OCCASIONS.values())
)
"""Where some document has its place."""

PROCEDURE: tuple[Row, ...] = (
    Row(S.START, "opened", S.AWAITING_VERIFICATION, RUNNING),
    Row(S.START, "opened", S.SCREENING, UNTRUE),
    Row(S.START, "opened", S.CLOSED_NOT_UNTRUE),
    Row(S.AWAITING_VERIFICATION, "verification_recorded", S.SCREENING, UNTRUE),
    Row(S.AWAITING_VERIFICATION, "verification_recorded", S.CLOSED_NOT_UNTRUE),
    Row(S.SCREENING, "verification_recorded", S.SCREENING, UNTRUE),
    Row(S.SCREENING, "verification_recorded", S.CLOSED_NOT_UNTRUE),
    Row(S.SCREENING, "screened", S.PENDING_OTHER_LEADS, LEADS_OPEN),
    Row(S.SCREENING, "screened", S.EVALUATING, SITUATION),
    Row(S.SCREENING, "screened", S.CLOSED_NOT_NECESSARY),
    Row(S.PENDING_OTHER_LEADS, "other_lead_closed", S.SCREENING, LEADS_CLOSED),
    Row(S.PENDING_OTHER_LEADS, "other_lead_closed", S.PENDING_OTHER_LEADS),
    Row(S.EVALUATING, "opinion_given", S.OPINION_START, START_PROPOSED),
    Row(S.EVALUATING, "opinion_given", S.OPINION_NOT_START),
    Row(S.OPINION_START, "procedure_opened", S.COLLECTIVE_STUDY, STUDY_FIRST),
    Row(S.OPINION_START, "procedure_opened", S.PRINCIPAL_REVIEW),
    Row(S.OPINION_NOT_START, "not_start_settled", S.CLOSED_NOT_NECESSARY),
    Row(S.OPINION_NOT_START, "countersigned", S.CLOSED_NOT_NECESSARY, AGREED),
    Row(S.OPINION_NOT_START, "countersigned", S.EVALUATING),
    Row(S.COLLECTIVE_STUDY, "study_recorded", S.PRINCIPAL_REVIEW),
    Row(S.COLLECTIVE_STUDY, "opinion_returned", S.EVALUATING),
    Row(S.PRINCIPAL_REVIEW, "reviewed", S.AWAITING_APPROVAL),
    Row(S.PRINCIPAL_REVIEW, "opinion_returned", S.EVALUATING),
    Row(S.AWAITING_APPROVAL, "approved", S.PRIOR_NOTICE, NOTICE_FIRST),
    Row(S.AWAITING_APPROVAL, "approved", S.IMPLEMENTING),
    Row(S.AWAITING_APPROVAL, "opinion_returned", S.EVALUATING),
    Row(S.AWAITING_APPROVAL, "rejected", S.CLOSED_REJECTED),
    Row(S.PRIOR_NOTICE, "opinion_heard", S.IMPLEMENTING, CLEAR),
    Row(S.PRIOR_NOTICE, "opinion_heard", S.AWAITING_APPROVAL),
    Row(S.IMPLEMENTING, "method_done", S.IMPLEMENTING),
    Row(S.IMPLEMENTING, "implementation_completed", S.POST_NOTICE, POST_NOTICE),
    Row(S.IMPLEMENTING, "implementation_completed", S.COMPLETED),
    Row(S.POST_NOTICE, "post_notice_given", S.COMPLETED),
    Row(S.COMPLETED, "effect_followed_up", S.COMPLETED),
    *(Row(stage, "lead_registered", S.PENDING_OTHER_LEADS, NOT_BEGUN)
      for stage in Stage if stage in BEFORE_IMPLEMENTATION),
    Row(S.IMPLEMENTING, "lead_registered", S.PENDING_OTHER_LEADS, NOT_BEGUN),
    *(Row(stage, "application_withdrawn", S.WITHDRAWN, ENDS_ALL) for stage in ENDABLE),
    Row(S.PRIOR_NOTICE, "objection_recorded", S.AWAITING_APPROVAL, OBJECTED),
    Row(S.IMPLEMENTING, "objection_recorded", S.AWAITING_APPROVAL, OBJECTED),
    *(Row(stage, "document_drafted", stage) for stage in DRAFTING),
    *(Row(stage, "reply_served", stage) for stage in Stage if stage in ENDED),
    *(Row(stage, "file_closed", stage) for stage in Stage if stage in ENDED),
)  # fmt: skip

ANYWHERE = frozenset(
    {
        "application_joined",
        "application_withdrawn",
        "materials_completed",
        "lead_registered",
        "other_lead_closed",
        "objection_recorded",
        "officer_recused",
        "false_accusation_noted",
        "reminded",
        "went_overdue",
        "notice_undeliverable",
        "notice_settled",
        "document_made",
    }
)
"""Facts that may come true in any stage; where no row moves the matter, it stays where it is."""


def next_stage(matter: Clarification, fact: str) -> Stage | None:
    """Return where a fact leads, given the matter with the fact taken in; None if nowhere."""
    for row in PROCEDURE:
        if (row.stage, row.fact) != (matter.stage, fact):
            continue
        if row.guard is None or row.guard.holds(matter):
            return row.to
    return matter.stage if fact in ANYWHERE and matter.stage is not Stage.START else None


def facts_from(stage: Stage) -> tuple[str, ...]:
    """Return the facts that rows list for a stage, each once, in order."""
    return tuple(dict.fromkeys(row.fact for row in PROCEDURE if row.stage is stage))
