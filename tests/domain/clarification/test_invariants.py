"""What holds in every life (rulebook 12), however its people act and whatever they type."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.clarification.random_lives import LIVES, histories, lived
from tests.domain.life import Life, effects_of
from tests.domain.parts import noon
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.clarification.stages import ENDED, Stage
from workflows.domain.clock_facts import Reminded, WentOverdue
from workflows.domain.lapses import lapses
from workflows.domain.lifecycle import Event, fold, happen, today
from workflows.domain.roles import Role


def events(life: Life) -> list[Event]:
    return [step.event for step in life.steps]


@LIVES
@given(histories)
def test_the_journal_alone_tells_where_a_matter_stands(history: Any) -> None:
    life = lived(history)

    assert fold(CLARIFICATION, events(life))[-1].after == life.state
    assert [e.seq for e in events(life)] == list(range(1, len(life.steps) + 1))


@LIVES
@given(histories)
def test_invariant_18_a_life_read_back_from_json_is_the_same_life(history: Any) -> None:
    life = lived(history)

    rows = [event.model_dump(mode="json") for event in events(life)]
    back = [Event(**{**row, "fact": CLARIFICATION.parse(row["fact"])}) for row in rows]

    assert back == events(life)
    assert fold(CLARIFICATION, back)[-1].after == life.state


@LIVES
@given(histories)
def test_invariant_5_nothing_is_clarified_before_approval_or_beyond_the_untrue(
    history: Any,
) -> None:
    life = lived(history)

    for step in life.steps:
        if step.event.fact.kind != "method_done":
            continue
        matter, done = step.before, step.after.done[-1]
        assert matter is not None
        assert matter.plan is not None
        assert "approved" in life.facts[: step.event.seq]
        assert not matter.open_leads
        assert set(done.points) <= matter.verification.untrue
        assert not done.overall_appraisal
        assert done.method in matter.plan.names
        last = [s.event for s in life.steps[: step.event.seq] if s.event.fact.kind == "approved"][
            -1
        ]
        assert done.clarified_on >= last.effective_on


@LIVES
@given(histories)
def test_invariant_6_the_evaluation_month_is_a_month_and_overdue_only_flags(history: Any) -> None:
    life = lived(history)

    for step in life.steps:
        if isinstance(step.event.fact, Reminded | WentOverdue):
            assert step.before is not None
            assert step.after.stage is step.before.stage
        running = step.after.running("evaluation")
        if running is not None and not running.term.suspensions:
            month = running.term.budget
            assert (month.months, month.days, month.working_days) == (1, 0, 0)
            assert not running.term.extensions


@LIVES
@given(histories)
def test_invariant_7_the_party_group_is_told_before_and_after_as_required(history: Any) -> None:
    life = lived(history)

    for step in life.steps:
        fact, matter = step.event.fact, step.before
        if matter is None:
            continue
        public = matter.plan is not None and {"CIRCULAR", "MEDIA"} & {
            name.value for name in matter.plan.names
        }
        if fact.kind == "method_done" and public:
            assert matter.heard is not None
            assert matter.heard.plan == matter.plan
            assert matter.heard.confirmed
        if step.after.stage is Stage.COMPLETED and matter.stage is not Stage.COMPLETED:
            told = "post_notice_given" in life.facts[: step.event.seq]
            assert told is (matter.request.route.value != "TOWNSHIP")


@LIVES
@given(histories)
def test_invariant_12_no_reminder_and_no_change_of_persons_closes_a_matter(history: Any) -> None:
    life = lived(history)
    closing = {
        "opened",
        "verification_recorded",
        "screened",
        "not_start_settled",
        "countersigned",
        "rejected",
        "application_withdrawn",
        "implementation_completed",
        "post_notice_given",
    }

    for step in life.steps:
        if step.after.stage in ENDED and (step.before is None or step.before.stage not in ENDED):
            assert step.event.fact.kind in closing


@LIVES
@given(histories)
def test_p2_nobody_approves_what_he_proposed_or_takes_two_steps(history: Any) -> None:
    life = lived(history)

    for step in life.steps:
        fact, matter, actor = step.event.fact, step.before, step.event.actor
        if matter is None or Role.CALENDAR in actor.roles:
            continue
        if fact.kind in ("reviewed", "approved", "rejected", "countersigned", "opinion_returned"):
            assert actor.officer != matter.proposer
        if fact.kind not in ("application_joined", "lead_registered", "false_accusation_noted"):
            assert actor.officer != "zhang"
            assert actor.officer not in matter.recused
        taken = [t.officer for t in step.after.taken]
        assert len(taken) == len(set(taken))


@LIVES
@given(histories)
def test_2_5_no_rung_fires_twice_and_none_out_of_order(history: Any) -> None:
    life = lived(history)
    life.wait(today(life.steps[-1].event.at))  # a return after the due day is overdue at once
    fired: dict[str, set[tuple[int, date]]] = {}

    for step in life.steps:
        fact = step.event.fact
        if not isinstance(fact, Reminded | WentOverdue):
            continue
        assert step.before is not None
        term = step.before.running(fact.term)
        assert term is not None
        rungs = fired.setdefault(f"{fact.term} {term.term.anchor} {term.opened_at}", set())
        assert (fact.rung, fact.due) not in rungs
        assert all(rung < fact.rung for rung, _ in rungs)
        rungs.add((fact.rung, fact.due))
    again = lapses(life.decider.deadlines(life.state), life.state.calendar, life.steps[-1].event.at)
    assert again == ()


@LIVES
@given(histories)
def test_2_8_every_stage_has_somebody_who_must_act_until_the_file_is_closed(history: Any) -> None:
    life = lived(history)

    for step in life.steps:
        standing = CLARIFICATION.standing(step.after)
        between = CLARIFICATION.follow_on(step.after, step.event.effective_on) is not None
        # A document that is being made needs nobody: the file closes by itself once it is there.
        assert standing.work_items or standing.closed or between or step.after.being_made
        assert step.after.seq == step.event.seq
        assert len({t.key for t in step.after.terms if t.ended_on is None}) == sum(
            t.ended_on is None for t in step.after.terms
        )


@LIVES
@given(histories, st.integers(0, 400))
def test_0_3_time_alone_never_ends_starts_or_moves_a_matter(history: Any, wait: int) -> None:
    life = lived(history)
    now = noon(life.steps[-1].event.at.date() + timedelta(days=wait))
    before = life.state

    state = before
    for draft in lapses(life.decider.deadlines(state), state.calendar, now):
        state = happen(CLARIFICATION, state, [draft], before.request.actor, now)[-1].after

    assert (state.stage, state.filed, state.plan) == (before.stage, before.filed, before.plan)


@LIVES
@given(histories)
def test_p1_whatever_happens_a_document_says_approved_untrue_points_only(history: Any) -> None:
    life = lived(history)

    for step in life.steps:
        matter = step.after
        for paper in effects_of(step).papers:
            approved = set(matter.plan.points) if matter.plan else set()
            may_say = {
                p.matter
                for p in matter.verification.points
                if p.id in approved & matter.verification.untrue
            }
            assert set(paper.content.get("points", ())) <= may_say
            assert not {"factors", "plan", "effect", "officer"} & paper.content.keys()


@LIVES
@given(histories)
def test_no_file_closes_while_a_document_is_made_and_every_number_is_one_document(
    history: Any,
) -> None:
    life = lived(history)

    numbers = [paper.number for paper in life.state.papers if paper.number]
    assert len(numbers) == len(set(numbers)) == life.facts.count("document_made")
    assert len(life.state.papers) == life.facts.count("document_drafted") == len(life.papers)
    assert not any(step.after.filed and step.after.being_made for step in life.steps)
