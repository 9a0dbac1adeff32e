"""Cases to test with: `opened()` begins one, `a_case("DECIDING")` takes it there on the usual way.

Each stage is left a day after the one before, from 2 March 2026; what is usually said can be said
otherwise: the subjects, what is proposed and decided on them, the outcome of triage, the verdict.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from tests.domain.accountability.parts import (
    COMMITTEE,
    FIRST_DAY,
    LI,
    NUMBER,
    OFFICERS,
    PRINCIPAL,
    lead,
)
from tests.domain.accountability.sayings import OF_SUBJECT, USUAL
from tests.domain.accountability_parts import CALENDAR, HUBEI
from tests.domain.parts import DEPARTMENT, HOME, UPPER, noon
from tests.domain.procedure_life import ProcedureLife, begun
from workflows.domain.accountability.commands import SIGNALS, UPDATES, Open
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.steps import STEPS
from workflows.domain.lifecycle import LINKED, Actor, Command, MatterToOpen, Rejected, Step
from workflows.domain.rulepack import RulePack

Subjects = Sequence[dict[str, Any]]


class CaseLife(ProcedureLife):
    """One case with its whole history, and what its people would usually say next."""

    def __init__(self, steps: list[Step[Any]], subjects: Subjects, **choices: Any) -> None:
        super().__init__(ACCOUNTABILITY_CASE, (*UPDATES, *SIGNALS), {}, steps)
        self.subjects = subjects
        self.choices = choices
        """What is said otherwise than usual, by command: fields of it."""
        self.day = date.fromisoformat(FIRST_DAY)

    @property
    def case(self) -> AccountabilityCase:
        state: AccountabilityCase = self.state
        return state

    def command(
        self, kind: str, day: str | date, *, by: Actor | None = None, **fields: Any
    ) -> Command:
        """Return a command with the usual officer and fields; ValidationError if it cannot be."""
        usual = USUAL.get(kind, lambda life, day: {})(self, str(day))
        said = {**usual, **self.choices.get(kind, {}), **fields}
        said |= {**self._of_subject(kind, said), **said}
        content = {"actor": by or self.officer(kind), **said}
        return self.commands[kind].model_validate(content)

    def _of_subject(self, kind: str, said: dict[str, Any]) -> dict[str, Any]:
        """Return what is usually said of a subject of its class."""
        if kind not in OF_SUBJECT:
            return {}
        file = self.case.file(said.get("subject", "S1"))
        return OF_SUBJECT[kind](file.subject.role if file else "PARTY_PRINCIPAL")

    def officer(self, kind: str) -> Actor:
        """Return who usually gives a command now: whoever sits where the step asks for."""
        seat = STEPS.of(self.commands[kind]).seat
        return LINKED if seat is None else OFFICERS[seat(self.case).roles[0]]

    def act(self, kind: str, **fields: Any) -> "CaseLife":
        """Let somebody act on the day on which the case now is."""
        self.do(kind, self.day, **fields)
        return self

    def later(self, days: int = 1) -> "CaseLife":
        """Let days pass, with what the clock has to say."""
        self.day += timedelta(days=days)
        self.wait(self.day)
        return self

    def denied(self, kind: str, **fields: Any) -> Rejected:
        """Return the refusal of a command given now."""
        return self.refused(kind, self.day, **fields)

    def to(self, until: str) -> "CaseLife":
        """Go on by the usual steps until the case stands at a stage."""
        for _ in range(60):
            if self.stage == until:
                return self
            self.later()
            LEAVE[self.stage](self)
        raise AssertionError(f"never came to {until}: {self.facts}")

    @property
    def opened(self) -> list[MatterToOpen]:
        """Return the matters that the case has opened, oldest first."""
        return [one for effects in self._effects() for one in effects.openings]


def opening(**fields: Any) -> Open:
    """Return the request that opens a case; ValidationError where it cannot be."""
    content: dict[str, Any] = {
        "actor": LI,
        "number": NUMBER,
        "lead": lead(),
        "handling_organ": HOME,
        "undertaking_department": DEPARTMENT,
        "deciding_organ": COMMITTEE,
        "upper_organ": UPPER,
    }
    return Open.model_validate({**content, **fields})


def opened(
    subjects: Subjects = (PRINCIPAL,),
    *,
    pack: RulePack = HUBEI,
    day: str = FIRST_DAY,
    choices: dict[str, dict[str, Any]] | None = None,
    **fields: Any,
) -> CaseLife:
    """Begin a case; the fields are those of `Open`, `choices` those of later commands."""
    steps = begun(ACCOUNTABILITY_CASE, opening(**fields), pack, CALENDAR, day)
    life = CaseLife(steps, subjects, **(choices or {}))
    life.day = date.fromisoformat(day)
    return life


def not_opened(*, pack: RulePack = HUBEI, **fields: Any) -> Rejected:
    """Return the refusal to begin a case."""
    with pytest.raises(Rejected) as caught:
        ACCOUNTABILITY_CASE.open(opening(**fields), pack, CALENDAR, noon(FIRST_DAY))
    return caught.value


def a_case(until: str, subjects: Subjects = (PRINCIPAL,), **said: Any) -> CaseLife:
    """Return a case that has come to a stage on the usual way; see `opened` for what is said."""
    return opened(subjects, **said).to(until)


# ── how each stage is usually left ───────────────────────────────────────────────────────────────


def investigate(life: CaseLife) -> None:
    """Record everything the opinion needs, but the meeting with the subjects."""
    for file in life.case.pursued:
        life.act("record_must", must="PERSON_STATEMENT", subject=file.ref)
        life.act("constitute", subject=file.ref)
        life.act("charge", subject=file.ref)
        life.act("weigh", subject=file.ref)
        life.act("assess_tolerance", subject=file.ref)
    for must in ("UNIT_AND_MASS_OPINION", "POLICY_OPINION", "EFFECT_ASSESSMENT"):
        life.act("record_must", must=must)
    if "MEDICAL" in life.case.traits:
        life.act("record_expert_report")
    for file in life.case.pursued[:1]:
        life.act("show_facts", subject=file.ref)


def meet(life: CaseLife) -> None:
    """Show the facts to everybody and hear everybody."""
    for file in life.case.pursued:
        if file.shown_on is None:
            life.act("show_facts", subject=file.ref)
        life.act("hear_reply", subject=file.ref)


def _initiate(life: CaseLife) -> None:
    if life.case.verification is None:
        life.act("record_verification")
    for subject in life.subjects:
        life.act("add_subject", subject=subject)
    life.act("propose_start")
    while life.stage == "INITIATION_REVIEW":
        life.act("approve_start")


def _draft(life: CaseLife) -> None:
    meet(life)
    life.act("draft_opinion")


def _submit(life: CaseLife) -> None:
    if life.case.involved is None:
        life.act("include_involved")
    life.act("approve_opinion").act("approve_opinion").act("submit_opinion")


def _consult(life: CaseLife) -> None:
    life.act("check_adjudication").act("conclude_consultation")


def _decide(life: CaseLife) -> None:
    life.act("propose_decision").act("decide")


def _serve(life: CaseLife) -> None:
    for file in life.case.files:
        if file.followed_up and file.served_on is None:
            life.act("subject_served", subject=file.ref, served_on=str(life.day))


def finish(life: CaseLife) -> None:
    """Settle everything that keeps a decided case open."""
    if not life.case.rectifications:
        life.act("waive_recommendation")
    if life.case.rules.archives["UNIT_ASSESSMENT"].required:
        life.act("enter_assessment")
    for file in life.case.files:
        if file.released and file.notified_on is None:
            life.act("notify_subject", subject=file.ref)
    for person in life.case.involved or ():
        if person.ref not in life.case.involved_handled:
            life.act("handle_involved", who=person.ref)
    for file in life.case.files:
        if file.followed_up and file.closed_on is None:
            life.act("subject_closed", subject=file.ref, closed_on=str(life.day))


def _probation(life: CaseLife) -> None:
    life.act("set_probation")
    life.act("probation_ended", probation=life.case.probations[-1].number)


LEAVE: dict[str, Callable[[CaseLife], Any]] = {
    "RECEIVED": lambda life: life.act("triage"),
    "TRIAGED": lambda life: life.act("assign"),
    "VERIFYING": lambda life: life.act("record_verification"),
    "LIGHT_TOUCH": lambda life: life.act("hold_talk"),
    "ON_PROBATION": _probation,
    "INITIATION_REVIEW": _initiate,
    "INVESTIGATING": investigate,
    "FACTS_MEETING": _draft,
    "OPINION_DRAFTED": _submit,
    "JOINT_CONSULT": _consult,
    "ELEVATED_FILING": lambda life: life.act("acknowledge_filing"),
    "ELEVATED_REVIEW": lambda life: life.act("review_elevated"),
    "DECIDING": _decide,
    "DECIDED": _serve,
    "RECTIFYING": finish,
    "PUBLICATION": lambda life: life.act("review_publication"),
}
