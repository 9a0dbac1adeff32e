"""Who is told what happened to a case, beside duties and the clock; no notice names a person."""

from collections.abc import Iterator

from workflows.domain.accountability import facts_of_aftermath as after
from workflows.domain.accountability import facts_of_entry as entry
from workflows.domain.accountability import facts_of_opinion as opinion
from workflows.domain.accountability.stages import ENDED, STAGES
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.lifecycle import Event, Notice
from workflows.domain.procedure.telling import told
from workflows.domain.roles import Role
from workflows.domain.text import Text

Case = AccountabilityCase


def notices(before: Case | None, matter: Case, event: Event) -> tuple[Notice, ...]:
    """Return the notices of an event: those who supervise hear of ends, leads and deviations."""
    return (*_of_end(before, matter), *_of_fact(matter, event))


def _of_end(before: Case | None, matter: Case) -> Iterator[Notice]:
    """Tell the case management department that a case ended, and how."""
    ended = matter.stage in ENDED and (before is None or before.stage is not matter.stage)
    if ended:
        label = STAGES.label(matter.stage)
        words = Text(f"本案：{label.zh}。", f"The case: {label.en}.")
        yield _here(matter, Role.CASE_MANAGEMENT_DEPARTMENT, words)


def _of_fact(matter: Case, event: Event) -> Iterator[Notice]:
    fact = event.fact
    if isinstance(fact, entry.StartProposed) and fact.reached:
        codes = ", ".join(fact.reached)
        words = Text(
            f"“一案双查”数量已达标准（{codes}），请确认。",
            f"Thresholds reached ({codes}); confirm.",
        )
        yield _here(matter, Role.LEADER_IN_CHARGE, words)
    if isinstance(fact, opinion.Decided):
        yield _here(matter, Role.CASE_MANAGEMENT_DEPARTMENT, fact.words())
        if fact.deviations:
            words = Text(
                "决定与提级审核意见不一致，附理由。", "The decision deviates, with reasons."
            )
            yield told(matter, Role.UPPER_ORGAN, matter.request.upper_organ, words)
    if isinstance(fact, after.LeadNoted | after.LeadWasFound):
        yield _here(matter, Role.CASE_MANAGEMENT_DEPARTMENT, fact.words())
        if fact.lead_kind == "RE_ACCOUNTABILITY":
            yield _here(matter, Role.INTERNAL_SUPERVISION, fact.words())


def _here(matter: Case, role: Role, words: Text) -> Notice:
    return told(matter, role, matter.request.handling_organ, words)
