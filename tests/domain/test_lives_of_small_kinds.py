"""What holds in every life of an appeal, a probation or a rectification, whoever does what when.

Random commands on random days, by the usual officers; most are refused, some are not (rulebook 12).
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.appeal import builders as appeals
from tests.domain.probation import builders as probations
from tests.domain.procedure_life import ProcedureLife
from tests.domain.rectification import builders as rectifications
from workflows.domain.appeal import basis as appeal_basis
from workflows.domain.appeal import facts as appeal_facts
from workflows.domain.appeal.measures import is_heavier
from workflows.domain.appeal.state import Appeal
from workflows.domain.lifecycle import Event, Rejected, fold
from workflows.domain.probation import basis as probation_basis
from workflows.domain.probation import facts as probation_facts
from workflows.domain.rectification import basis as rectification_basis
from workflows.domain.rectification import facts as rectification_facts

LIVES = settings(
    deadline=None,
    max_examples=settings().max_examples * 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""Twice as many as elsewhere, since these lives are short; the rest is as the profile says."""


def changed(*codes: str) -> dict[str, Any]:
    return {"outcome": "CHANGED", "measures": [{"code": code} for code in codes]}


CONCLUSIONS: list[dict[str, Any]] = [
    {"outcome": "UPHELD"},
    {"outcome": "REVOKED"},
    changed("PARTY_WARNING"),
    changed("ADMIN_WARNING"),
    changed("ADMONITION_TALK"),
    changed("ADMIN_DEMERIT", "ADMONITION_TALK"),
    changed("PARTY_EXPULSION"),
]
RESULTS = ("LIGHTER", "REDUCED", "EXEMPT", "FAILED")
SAID: dict[str, list[dict[str, Any]]] = {
    "propose_conclusion": CONCLUSIONS,
    "conclude_appeal": CONCLUSIONS,
    "refer_appeal": [{}, {"ground": "NO_APPEAL"}],
    "evaluate": [{"result": r, "active": a} for r in RESULTS for a in (True, False)],
    "settle_result": [{"result": result} for result in RESULTS],
    "extend_probation": [{"months": months} for months in (1, 2, 3, 4)],
    "decide_new_fault": [{"answer": answer} for answer in ("CONTINUE", "PURSUE", "END")],
    "verify_on_site": [{}, {"unfinished": ["I2"]}],
    "record_look_back": [{}, {"relapsed": ["I1"]}],
}
"""What may be said beside the usual."""
UNFIT = ("settle_notice", "draft_document")
"""What needs a lost notice, or the registry."""

History = list[tuple[int, int, int]]
histories: st.SearchStrategy[History] = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 20), st.integers(0, 7)), max_size=25
)
"""Which command, how many days later, and which of the things that may be said."""


def lived(life: ProcedureLife, start: date, history: History) -> ProcedureLife:
    """Let a history happen as far as the rules let it."""
    day, first = start, life.usual
    for pick, days, choice in history:
        day += timedelta(days=days)
        above = isinstance(life.state, Appeal) and life.state.first
        life.usual = appeals.SECOND_INSTANCE if above else first
        kind = _picked(life, pick)
        said = SAID.get(kind, [{}])
        with suppress(Rejected):
            life.do(kind, day, **said[choice % len(said)])
    return life


def _picked(life: ProcedureLife, pick: int) -> str:
    """Return a command: what the first duty asks for, what the stage has a row for, or any."""
    steps, (turn, way) = life.decider.steps, divmod(pick, 4)
    here = steps.table.facts_from(life.stage)
    fitting = [rule.command.kind for rule in steps.rules if rule.fact_kind in here]
    duty = [action.replace("-", "_") for action in life.duties[:1]]
    every = [kind for kind in life.usual if kind not in UNFIT]
    offered = (duty, duty, fitting, every)[way] or every
    return offered[turn % len(offered)]


def holds_everywhere(life: ProcedureLife) -> None:
    """The journal tells all, nobody is forgotten, and words are said in both languages."""
    events = [step.event for step in life.steps]
    rows = [event.model_dump(mode="json") for event in events]
    back = [Event(**{**row, "fact": life.decider.parse(row["fact"])}) for row in rows]

    assert fold(life.decider, back)[-1].after == life.state
    assert [event.seq for event in events] == list(range(1, len(events) + 1))
    assert all(e.fact.words().zh and e.fact.words().en for e in events)
    assert life.over or life.duties or life.running
    assert not (life.over and life.running)


@LIVES
@given(st.sampled_from(["PARTY_SANCTION", "ADMINISTRATIVE_SANCTION"]), histories)
def test_no_appeal_aggravates_and_none_stops_what_is_being_carried_out(route, history):
    """Invariant 3 and no aggravation: whatever happens, measures only become lighter."""
    life = lived(appeals.opened(route), date(2026, 3, 20), history)

    holds_everywhere(life)
    before = life.state.request.measures
    for concluded in life.state.conclusions:
        after = concluded.conclusion.measures
        assert not is_heavier(life.state.rules, before, after)
        before = after or before
    assert {m.name for m in life.messages} <= {"appeal_taken", "appeal_concluded"}
    assert life.facts.count("appeal_concluded") <= 2
    final = [m for m in life.messages if m.payload.get("final") or m.payload.get("withdrawn")]
    assert not life.over or not life.state.conclusions or final


@LIVES
@given(st.sampled_from(["SET", "RUNNING", "EVALUATING"]), histories)
def test_a_probation_has_one_to_three_months_and_a_consequence_fails_it(stage, history):
    """Invariant 8: never longer than three months from the notice, and failed at once."""
    start = date(2026, 5, 6) if stage == "EVALUATING" else date(2026, 3, 5)
    life = lived(probations.a_life(stage), start, history)

    holds_everywhere(life)
    assert 1 <= life.state.months <= 3
    ended = [m for m in life.messages if m.name == "probation_ended"]
    assert len(ended) == (life.state.settled is not None)
    first = next((s for s in life.steps if s.event.fact.kind == "serious_consequence_found"), None)
    if first is not None and first.before.settled is None:
        assert ended[0].payload["result"] == "FAILED"
        assert first.after.stage == "FAILED"


@LIVES
@given(histories)
def test_a_rectification_ends_once_and_only_after_it_was_verified(history):
    """Invariant 9: the case hears of the end once, and nothing unfinished is written off."""
    life = lived(rectifications.opened(), date(2026, 3, 2), history)

    holds_everywhere(life)
    ended = [m for m in life.messages if m.name == "rectification_ended"]
    assert len(ended) == (life.stage == "CLOSED")
    if life.stage == "CLOSED":
        assert life.state.unfinished == ()
        assert "written_off" in life.facts
    assert life.facts.count("obstruction_noted") == sum(
        m.name == "lead_found" for m in life.messages
    )


ROOMS = [
    (appeal_facts, appeal_basis, appeals.opened),
    (probation_facts, probation_basis, probations.opened),
    (rectification_facts, rectification_basis, rectifications.opened),
]


@pytest.mark.parametrize(("facts", "basis", "opened"), ROOMS)
def test_every_fact_of_its_own_has_a_basis(facts: Any, basis: Any, opened: Callable[[], Any]):
    """Given a kind's facts, then each has a rule and words, and the first applies the pack."""
    known = get_args(get_args(facts.AnyFact)[0])
    own = {each.model_fields["kind"].default for each in known if each.__module__ == facts.__name__}

    assert set(basis.BASIS) == own
    said = basis.basis_of(opened().steps[0])
    assert (bool(said.rule), bool(said.words.zh), bool(said.words.en)) == (True, True, True)
    assert said.entries
