"""Which terms of a case run now: the stage's own, tolerance beside it, and what it still owes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from workflows.domain.accountability import seats
from workflows.domain.accountability.duties_of_end import end_duties
from workflows.domain.accountability.stages import Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.terms_of_end import END_TERMS, anchor, term_key
from workflows.domain.authority import Seat
from workflows.domain.procedure.watching import Watch, term_of
from workflows.domain.text import Text

Case = AccountabilityCase


@dataclass(frozen=True, slots=True)
class StageTerm:
    """The term of a stage: its key in the pack, its name, and who is awaited."""

    key: str
    label: Text
    seat: Callable[[Case], Seat]


STAGE_TERMS: dict[Stage, StageTerm] = {
    Stage.RECEIVED: StageTerm("triage", Text("分办", "triage"), seats.handler),
    Stage.TRIAGED: StageTerm("triage", Text("分办", "triage"), seats.principal),
    Stage.VERIFYING: StageTerm("verification", Text("核实", "verification"), seats.handler),
    Stage.LIGHT_TOUCH: StageTerm("light_touch", Text("谈话", "talk"), seats.handler),
    Stage.ON_PROBATION: StageTerm(
        "set_probation", Text("设置考验期", "setting of the probation"), seats.handler
    ),
    Stage.INITIATION_REVIEW: StageTerm("initiation", Text("启动审批", "initiation"), seats.handler),
    Stage.INVESTIGATING: StageTerm("investigation", Text("调查", "investigation"), seats.handler),
    Stage.FACTS_MEETING: StageTerm(
        "facts_meeting", Text("事实材料见面", "facts meeting"), seats.handler
    ),
    Stage.OPINION_DRAFTED: StageTerm("opinion", Text("意见审批", "opinion"), seats.handler),
    Stage.JOINT_CONSULT: StageTerm("consultation", Text("会商", "consultation"), seats.handler),
    Stage.ELEVATED_FILING: StageTerm(
        "elevated_filing", Text("提级备案", "elevated filing"), seats.upper
    ),
    Stage.ELEVATED_REVIEW: StageTerm(
        "elevated_review", Text("提级审核", "elevated review"), seats.upper
    ),
    Stage.DECIDING: StageTerm("decision", Text("决定", "decision"), seats.decider),
    Stage.PUBLICATION: StageTerm(
        "publication_review", Text("公开审核", "publication review"), seats.leader
    ),
}
"""Stages that are not here wait for no term of the case: their follow-ups have their own."""

TOLERANCE = Text("容错评估", "tolerance assessment")
TOLERANCE_AT = frozenset(
    {Stage.VERIFYING, Stage.INITIATION_REVIEW, Stage.INVESTIGATING, Stage.FACTS_MEETING}
)


def watches(matter: Case, on: date) -> tuple[Watch, ...]:
    """Return the terms that should run now, the stage's own first."""
    return (*_of_stage(matter), *_of_tolerance(matter), *_of_end(matter))


def _of_stage(matter: Case) -> tuple[Watch, ...]:
    named = STAGE_TERMS.get(matter.stage)
    if named is None or (matter.stage is Stage.ON_PROBATION and matter.probations):
        return ()
    key = "supplement" if _supplements(matter) else named.key
    rule = matter.rules.terms[key]
    return (
        Watch(
            label=named.label,
            term=term_of(key, rule, _anchor(matter)),
            ladder=rule.ladder,
            seat=named.seat(matter),
            period=lapses_into_consent(matter),
        ),
    )


def _supplements(matter: Case) -> bool:
    return matter.stage is Stage.INVESTIGATING and matter.supplementing


def _anchor(matter: Case) -> date:
    """Return the day from which the stage's term counts: triage runs from the registration."""
    registered = matter.request.lead.registered_on
    if matter.stage in (Stage.RECEIVED, Stage.TRIAGED):
        return registered
    return matter.since or registered


def lapses_into_consent(matter: Case) -> bool:
    """Say whether silence of the upper organ lets the filing count as received (3.11)."""
    silence = matter.rules.options["filing_by_silence"].value
    return matter.stage is Stage.ELEVATED_FILING and silence


def _of_tolerance(matter: Case) -> tuple[Watch, ...]:
    """Return the track that runs beside the investigation until everybody is assessed (G4)."""
    since = matter.tolerance_since
    assessed = matter.files and all(file.tolerance for file in matter.pursued)
    if since is None or assessed or matter.stage not in TOLERANCE_AT:
        return ()
    rule = matter.rules.terms["tolerance"]
    term = term_of("tolerance", rule, since)
    return (Watch(TOLERANCE, term, rule.ladder, seats.handler(matter)),)


def _of_end(matter: Case) -> tuple[Watch, ...]:
    """Return a term for each kind of duty that a decision or an end leaves."""
    seat, terms = seats.handler(matter), matter.rules.terms
    owed = dict.fromkeys(item.action for item in end_duties(matter))
    return tuple(
        Watch(
            label=END_TERMS[action].label,
            term=term_of(key, terms[key], anchor(matter, action)),
            ladder=terms[key].ladder,
            seat=seat,
        )
        for action in owed
        if (key := term_key(action))
    )
