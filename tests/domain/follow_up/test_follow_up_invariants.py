"""What holds in every life of a follow-up (rulebook 12), whatever people try and when."""

from typing import Any

from hypothesis import given

from tests.domain.follow_up.random_lives import LIVES, histories, lived
from workflows.domain.accountability_rules.codes import RestrictionKind
from workflows.domain.follow_up.archives import archive, missing
from workflows.domain.follow_up.decider import FOLLOW_UP
from workflows.domain.follow_up.impact import eligibility, superseded
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Event, fold


def _running(matter: FollowUp) -> dict[str, Any]:
    return {t.key: t.term for t in matter.terms if t.ended_on is None}


@LIVES
@given(histories)
def test_invariant_18_the_journal_alone_tells_where_a_matter_stands(history: Any) -> None:
    life = lived(history)
    rows = [step.event.model_dump(mode="json") for step in life.steps]
    back = [Event(**{**row, "fact": FOLLOW_UP.parse(row["fact"])}) for row in rows]

    assert fold(FOLLOW_UP, back)[-1].after == life.state


@LIVES
@given(histories)
def test_invariant_3_an_appeal_never_stops_a_timer(history: Any) -> None:
    for step in lived(history).steps:
        if step.event.fact.kind not in ("appeal_filed", "appeal_registered") or not step.before:
            continue
        assert step.after.stage == step.before.stage
        before = _running(step.before)
        assert {key: _running(step.after).get(key) for key in before} == before


@LIVES
@given(histories)
def test_invariant_4_nobody_is_eligible_before_the_longest_end(history: Any) -> None:
    """A55: every restriction of a decision runs to the longest end."""
    matter = lived(history).state
    found = matter.consequences
    for restriction in found.periods:
        last = restriction.last_day
        kind = restriction.kind
        if last is None:
            assert not eligibility(matter, kind, restriction.since).allowed
        elif restriction.since <= last:
            assert not eligibility(matter, kind, last).allowed
            assert found.impact_end is None or last < found.impact_end
    if found.impact_end is not None:
        for kind in set(RestrictionKind) - {RestrictionKind.AWARD}:
            assert eligibility(matter, kind, found.impact_end).allowed


@LIVES
@given(histories)
def test_nobody_returns_before_the_first_eligible_day_or_by_promotion(history: Any) -> None:
    """3.15: the guards hold whatever was tried."""
    for step in lived(history).steps:
        fact, before = step.event.fact, step.before
        if fact.kind != "reinstated" or before is None:
            continue
        first = before.consequences.impact_end
        assert first is not None
        assert fact.appointed_on >= first
        assert fact.level != "HIGHER"
        assert before.evaluation is not None
        assert before.evaluation.good
        assert before.feedback is not None
        assert {o.giver.value for o in before.opinions if o.agrees} == {"DI_ORGAN", "UPPER_HR"}
        assert not before.undone


@LIVES
@given(histories)
def test_invariant_9_nothing_is_closed_before_files_revisits_and_help(history: Any) -> None:
    for step in lived(history).steps:
        before, after = step.before, step.after
        if before is None or after.ending == before.ending or after.ending is None:
            continue
        assert not after.undone
        if after.ending.value in ("TRACKED", "NOT_REINSTATED"):
            assert not missing(after)
            assert not after.open_help
            assert not after.open_appeals
            assert after.revisits or not after.within_reach


@LIVES
@given(histories)
def test_invariant_12_a_change_of_position_closes_nothing_and_stops_no_period(
    history: Any,
) -> None:
    for step in lived(history).steps:
        if step.event.fact.kind != "status_recorded" or step.before is None:
            continue
        assert step.after.stage == step.before.stage
        periods = {t.key for t in step.before.terms if t.period and t.ended_on is None}
        assert periods <= set(_running(step.after))


@LIVES
@given(histories)
def test_invariant_15_a_correction_ends_what_it_replaces_and_keeps_it(history: Any) -> None:
    for step in lived(history).steps:
        before, after = step.before, step.after
        if before is None or len(after.corrections) == len(before.corrections):
            continue
        assert after.stage == "CORRECTED"
        assert after.corrections[-1].replaced == before.standing_measures
        kept = [one.restriction for one in superseded(after) if one.correction == after.correction]
        assert tuple(kept) == before.consequences.restrictions
        severity = [after.rules.measures[m.measure.code].severity for m in after.standing_measures]
        was = [before.rules.measures[m.measure.code].severity for m in before.standing_measures]
        assert max(severity, default=0) <= max(was, default=0)
        entered = {e.archive for e in archive(before) if e.stands}
        assert {f"archive/{code}" for code in entered} <= set(after.undone)


@LIVES
@given(histories)
def test_a_case_hears_of_each_end_and_each_new_beginning_in_turn(history: Any) -> None:
    names = [m.name for m in lived(history).messages if m.name.startswith("subject_")]
    ends = [name for name in names if name != "subject_served"]

    assert names.count("subject_served") <= 1
    assert ends == (["subject_closed", "subject_reopened"] * len(ends))[: len(ends)]


@LIVES
@given(histories)
def test_a_follow_up_that_is_not_over_always_waits_for_somebody_or_a_day(history: Any) -> None:
    """No dead end: a duty, a period or another matter's answer is awaited."""
    life = lived(history)
    running = [d for d in life.decider.deadlines(life.state) if d.ended_on is None]

    assert life.over or life.duties or running or life.state.open_appeals


@LIVES
@given(histories)
def test_a_second_pass_of_the_clock_finds_nothing_to_say(history: Any) -> None:
    life = lived(history)
    seq = life.state.seq

    assert life.wait(life.steps[-1].event.at.date()).state.seq == seq
