"""The invariants of rulebook 12 that concern the case, in lives of random commands."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from tests.domain.accountability.builders import CaseLife
from tests.domain.accountability.random_cases import CASES, cases, lived
from tests.domain.accountability.ways import WAYS, way
from workflows.domain.accountability.approving import links_of
from workflows.domain.accountability.decider import ACCOUNTABILITY_CASE
from workflows.domain.accountability.stages import ENDED
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability_rules.elevated import grounds
from workflows.domain.lifecycle import Fact, fold

Passage = tuple[AccountabilityCase, Any, AccountabilityCase]


def passages(life: CaseLife, *kinds: str) -> Iterator[Passage]:
    """Yield the case before, the fact and the case after, for facts of some kinds."""
    for step in life.steps:
        if step.before is not None and (not kinds or step.event.fact.kind in kinds):
            yield step.before, step.event.fact, step.after


def no_decision_without_musts_tolerance_approvals_and_elevation(life: CaseLife) -> None:
    """Invariant 1."""
    for before, fact, _ in passages(life, "decided"):
        assert {"UNIT_AND_MASS_OPINION", "POLICY_OPINION", "EFFECT_ASSESSMENT"} == {
            must.must for must in before.musts
        }
        assert all(file.statement and file.tolerance for file in before.pursued)
        for chain in ("INITIATION", "INVESTIGATION"):
            assert len(before.approved(chain).by) == len(links_of(before, chain))
        codes = [measure.code for each in fact.decisions for measure in each.measures]
        for which, done in (("FILING", before.filed_on), ("REVIEW", before.reviewed_on)):
            needed = grounds(before.rules.elevation[which], before.rules, before.traits, codes)
            assert done or not needed
        if before.request.lead.pre_filing:
            read = {f.tolerance.pre_filing for f in before.files if f.tolerance}
            assert read - {None}
        assert before.expert or "MEDICAL" not in before.traits


def nobody_is_a_subject_before_verification(life: CaseLife) -> None:
    """Invariant 2: a case starts from a lead; its subjects come after the facts."""
    assert life.steps[0].after.files == ()
    assert all(before.verification for before, _, _ in passages(life, "subject_added"))


def probations_have_one_to_three_months(life: CaseLife) -> None:
    """Invariant 8."""
    assert all(1 <= fact.months <= 3 for _, fact, _ in passages(life, "probation_set"))


def the_case_closes_only_when_everything_that_follows_is_closed(life: CaseLife) -> None:
    """Invariant 9: involved persons, follow-ups, rectifications, probations; everybody is told."""
    for before, _, after in passages(life, "case_closed"):
        assert all(file.closed_on for file in before.files if file.followed_up)
        assert all(child.closed_on for child in (*before.probations, *before.rectifications))
        assert {person.ref for person in before.involved or ()} == set(before.involved_handled)
        assert all(file.notified_on for file in before.files if file.released)
        assert ACCOUNTABILITY_CASE.is_over(after)


def the_first_form_is_published_under_the_own_name_only_with_reasons(life: CaseLife) -> None:
    """Invariant 13, and 3.12: nothing is published before it was served and reviewed."""
    for before, fact, _ in passages(life, "publication_reviewed"):
        decided = [file.decision for file in before.files if file.decision]
        codes = [measure.code for each in decided for measure in each.measures]
        if all(before.rules.measures[code].first_form for code in codes):
            assert fact.verdict == "OTHER_NAME" or fact.reasons
    for before, _, _ in passages(life, "published"):
        assert before.all_served
        assert before.publication in ("PUBLISH", "OTHER_NAME")


def a_negative_situation_is_never_tolerated(life: CaseLife) -> None:
    """Invariant 14."""
    for _, fact, _ in passages(life, "tolerance_assessed"):
        assert fact.result == "NOT_TOLERATED" or (fact.positive and not fact.negative)


def an_objection_lifts_liability_only_with_evidence(life: CaseLife) -> None:
    """Invariant 17; who is not liable is given no measure."""
    for _, fact, _ in passages(life, "weighed"):
        assert "DISSENT" not in fact.liabilities or fact.objection
    for before, fact, _ in passages(life, "decided"):
        for each in fact.decisions:
            file = before.file(each.subject)
            assert file.pursued or each.outcome == "NO_LIABILITY"


def folding_the_journal_gives_the_same_case_and_only_listed_ends_are_ends(life: CaseLife) -> None:
    """Invariant 18: all of a case is in its events."""
    assert fold(ACCOUNTABILITY_CASE, [s.event for s in life.steps])[-1].after == life.state
    assert not life.over or life.case.stage in ENDED


def who_decides_never_proposed_and_nobody_who_acts_is_barred(life: CaseLife) -> None:
    """3.5 G7, P2."""
    for step in life.steps:
        if step.before is None:
            continue
        assert step.event.actor.officer not in step.before.barred
        if step.event.fact.kind in ("start_approved", "opinion_approved", "decided"):
            chain = _chain(step.event.fact)
            approval = step.before.approved(chain)
            assert step.event.actor.officer not in (approval.proposed_by, *approval.by)


def _chain(fact: Fact) -> str:
    chains = {"start_approved": "INITIATION", "opinion_approved": "INVESTIGATION"}
    return chains.get(fact.kind, "DECISION")


def nothing_that_everybody_reads_names_a_person(life: CaseLife) -> None:
    notices = (text for notice in life.notices for text in (notice.subject, notice.body))
    for text in (*(step.event.fact.words() for step in life.steps), *notices):
        assert not any(name in text.zh + text.en for name in ("张三", "李四", "王五", "赵六"))


INVARIANTS = (
    no_decision_without_musts_tolerance_approvals_and_elevation,
    nobody_is_a_subject_before_verification,
    probations_have_one_to_three_months,
    the_case_closes_only_when_everything_that_follows_is_closed,
    the_first_form_is_published_under_the_own_name_only_with_reasons,
    a_negative_situation_is_never_tolerated,
    an_objection_lifts_liability_only_with_evidence,
    folding_the_journal_gives_the_same_case_and_only_listed_ends_are_ends,
    who_decides_never_proposed_and_nobody_who_acts_is_barred,
    nothing_that_everybody_reads_names_a_person,
)


@CASES
@given(cases)
def test_every_invariant_of_the_case_holds_in_every_life(history: dict[str, Any]):
    """Rulebook 12: 1, 2, 8, 9, 13, 14, 17, 18, and who may act; one life is judged by all."""
    life = lived(history)
    for holds in INVARIANTS:
        holds(life)


@pytest.mark.parametrize("name", WAYS)
def test_every_invariant_of_the_case_holds_on_every_known_way(name: str):
    for holds in INVARIANTS:
        holds(way(name))
