"""The table of rulebook 3.11: every row is taken, and nothing that it does not list is possible."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest

from tests.domain.accountability.builders import CaseLife, a_case, opened
from tests.domain.accountability.ways import WAYS, way
from tests.domain.parts import noon
from workflows.domain.accountability.commands import UPDATES
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.accountability.stages import ENDED, STAGES, Stage
from workflows.domain.accountability.steps import STEPS
from workflows.domain.accountability.table import TABLE
from workflows.domain.lifecycle import LINKED, fold
from workflows.domain.procedure.table import Row


@cache
def taken() -> frozenset[tuple[str, str, str]]:
    """Return every passage of every life: stage, fact, stage."""
    steps = (step for name in WAYS for step in way(name).steps)
    return frozenset(
        (str(s.before.stage if s.before else Stage.START), s.event.fact.kind, str(s.after.stage))
        for s in steps
    )


def named(row: Row) -> str:
    guard = f" if {row.guard.words.en}" if row.guard else ""
    return f"{row.stage} {row.fact} -> {row.to}{guard}"


BEFORE_SERVICE = ("DECIDED", "published")
"""Listed so that gate G10 can say what is missing; the gate never lets it pass there."""


@pytest.mark.parametrize(
    "row", [r for r in TABLE.rows if (str(r.stage), r.fact) != BEFORE_SERVICE], ids=named
)
def test_every_row_is_taken_by_some_life(row: Row):
    assert (str(row.stage), row.fact, str(row.to)) in taken()


def test_nothing_is_published_before_the_decision_is_served():
    """3.12, G10: the refusal names whom the decision was not served on."""
    life = a_case("DECIDED").later().act("request_publication").act("review_publication")
    refused = life.denied("publish")
    assert refused.rule == "3.5 G10"
    assert "S1 的送达" in refused.message.zh


def test_no_life_makes_a_passage_that_the_table_does_not_have():
    rows = {(str(row.stage), row.fact, str(row.to)) for row in TABLE.rows}
    moved = {(a, fact, b) for a, fact, b in taken() if a != b or not TABLE.is_anywhere(fact)}
    assert moved <= rows


AT: dict[str, Callable[[], CaseLife]] = {
    "RECEIVED": lambda: opened(),
    "LIGHT_TOUCH": lambda: way("triaged TO_LIGHT_TOUCH"),
    "ON_PROBATION": lambda: way("triaged TO_PROBATION"),
    "TRANSFERRED": lambda: way("triaged TO_TALK"),
    "CLOSED_NO_GROUND": lambda: way("nobody liable"),
    "ELEVATED_FILING": lambda: a_case("ELEVATED_FILING", traits=["COMPLEX"]),
    "ELEVATED_REVIEW": lambda: a_case("ELEVATED_REVIEW", traits=["HIGH_ATTENTION"]),
    "PUBLICATION": lambda: a_case("DECIDED").act("request_publication"),
}


@cache
def standing_at(stage: str) -> CaseLife:
    """Return a case that stands at a stage; it is shared, so nobody may go on with it."""
    life = AT.get(stage, lambda: a_case(stage))()
    assert life.stage == stage
    return life


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.START])
def test_what_a_stage_does_not_list_is_refused_and_said(stage: Stage):
    """3.4, S048: no link may be skipped; the refusal names the stage or that the case is over."""
    life = standing_at(stage)
    for command in UPDATES:
        step = STEPS.of(command)
        if step.fact_kind in TABLE.facts_from(stage) or TABLE.is_anywhere(step.fact_kind):
            continue
        refused = life.denied(command.kind)
        assert refused.rule == "3.11", command.kind
        said = STAGES.label(stage).zh in refused.message.zh or "已办结" in refused.message.zh
        assert said, command.kind


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.START])
def test_messages_of_linked_matters_are_never_refused(stage: Stage):
    """3.11: what follow-ups, probations and rectifications report is taken at every stage."""
    life = standing_at(stage)
    for rule in STEPS.rules:
        if rule.seat is None:
            command = life.command(rule.command.kind, life.day, by=LINKED)
            assert ACCOUNTABILITY_CASE.decide(life.state, command, _noon(life))


def _noon(life: CaseLife) -> datetime:
    return noon(life.day)


@pytest.mark.parametrize("name", WAYS)
def test_a_case_is_nothing_else_than_its_journal(name: str):
    """Invariant 18: folding the events of a life anew gives the same case."""
    life = way(name)
    events = [
        step.event.model_copy(
            update={"fact": ACCOUNTABILITY_CASE.parse(step.event.fact.model_dump(mode="json"))}
        )
        for step in life.steps
    ]
    assert fold(ACCOUNTABILITY_CASE, events)[-1].after == life.state


@pytest.mark.parametrize("stage", [*sorted(ENDED)])
def test_an_ended_stage_is_left_by_a_reopened_subject_only(stage: Stage):
    leaving = {row.fact for row in TABLE.rows if row.stage is stage and row.to is not stage}
    assert leaving == ({"subject_reopened"} if stage is Stage.CLOSED else set())


def test_a_decision_given_twice_is_refused():
    """A double click decides once: the second one comes out of turn."""
    life = a_case("DECIDING").later().act("propose_decision").act("decide")
    assert life.denied("decide").rule == "3.11"
