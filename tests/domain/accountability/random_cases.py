"""Random lives of cases: what a clerk would do next, unusual steps, wrong officers and nonsense."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.domain.accountability.builders import LEAVE, CaseLife, opened
from tests.domain.accountability.parts import (
    LIABLE,
    MEMBER,
    OFFICERS,
    PRINCIPAL,
    TEAM,
    decided,
    doc,
    lead,
    point,
    proposal,
    wronged,
)
from workflows.domain.accountability.commands import SIGNALS, UPDATES
from workflows.domain.lifecycle import Rejected

CASES = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The rest is as the profile says; the one for CI, which Hypothesis loads there, is not random."""

MOST_STAGES = 14
"""So many stages lie before the last one; a case that is stuck stays where it is."""
KINDS = sorted(command.kind for command in (*UPDATES, *SIGNALS))
PERSON = {"ref": "I1", "reference": "C-9", "name": "赵六", "unit": "某局", "proposal": "批评"}
DISSENT = {"liabilities": ["INDIVIDUAL", "DISSENT"], "objection": doc("minutes", "M-9")}
VARIATIONS: list[tuple[str, dict[str, Any]]] = [
    ("constitute", {"proven": False, "untrue_points": ["P1"]}),
    ("weigh", DISSENT),
    ("weigh", {**DISSENT, "objection": None}),
    ("weigh", {"liabilities": [*LIABLE["PARTY_PRINCIPAL"], "EXECUTION_LAYER"]}),
    ("assess_tolerance", {"result": "TOLERATED_EXEMPT", "positive": ["POS_EMERGENCY"]}),
    ("assess_tolerance", {"result": "TOLERATED_REDUCED", "negative": ["NEG_REPEATED"]}),
    ("draft_opinion", {"proposals": [proposal("S1", "PARTY_WARNING")]}),
    ("draft_opinion", {"proposals": [proposal("S1", "REMOVAL", heavy="必要")]}),
    ("draft_opinion", {"proposals": [proposal("S1", band="NONE")]}),
    ("decide", {"decisions": [decided("S1", "PARTY_WARNING")]}),
    ("decide", {"decisions": [decided("S1", "ADMONITION_TALK")]}),
    ("decide", {"decisions": [decided("S1")], "untrue": [{"subject": "S1", "points": ["P1"]}]}),
    ("include_involved", {"persons": [PERSON]}),
    ("check_adjudication", {"agrees": False}),
    ("conclude_consultation", {"traits": ["MEDICAL"]}),
    ("conclude_consultation", {"traits": ["COMPLEX", "HIGH_ATTENTION"]}),
    ("acknowledge_filing", {"objection": "不同意"}),
    ("review_publication", {"verdict": "PUBLISH", "reasons": "警示"}),
    ("review_publication", {"verdict": "PUBLISH"}),
    ("request_publication", {}),
    ("publish", {}),
    ("propose_no_liability", {}),
    ("approve_no_liability", {}),
    ("set_probation", {"months": 4}),
    ("probation_ended", {"result": "EXEMPT"}),
    ("record_verification", {"untrue_of": [wronged("U1", "P1")]}),
    ("record_verification", {"points": [point("P1", "UNTRUE")], "proposal": "NO_GROUND"}),
    ("add_subject", {"subject": MEMBER}),
    ("subject_closed", {"subject": "S1"}),
    ("subject_served", {"subject": "S2"}),
]
VERDICTS = ["CONFIRM", "LIGHTER", "HEAVIER", "RETURN_FOR_SUPPLEMENT", "NOT_LIABLE"]
review = st.sampled_from(VERDICTS).map(
    lambda verdict: (
        "review_elevated",
        {"verdicts": [{"subject": "S1", "verdict": verdict, "opinion": "意见"}]},
    )
)
nonsense = st.tuples(
    st.sampled_from(KINDS),
    st.dictionaries(
        st.sampled_from(["subject", "reasons", "verdict", "outcome", "effective_on", "points"]),
        st.sampled_from([None, "", 0, "S9", "9999-12-31", "2026-01-01", "张三", "字" * 5000, []]),
        max_size=2,
    ),
)
wish = st.fixed_dictionaries(
    {
        "usual": st.integers(0, 3).map(lambda n: n > 0),
        "said": st.sampled_from(VARIATIONS) | review | nonsense,
        "by": st.sampled_from([None, None, None, *OFFICERS.values()]),
        "later": st.sampled_from([0, 0, 1, 1, 3, 10, 45]),
    }
)
cases = st.fixed_dictionaries(
    {
        "subjects": st.sampled_from([(PRINCIPAL,), (PRINCIPAL, MEMBER), (PRINCIPAL, MEMBER, TEAM)]),
        "traits": st.sampled_from([[], [], ["COMPLEX"], ["HIGH_ATTENTION"], ["MEDICAL"]]),
        "pre_filing": st.sampled_from([None, None, "BA-2025-3"]),
        "triage": st.sampled_from(["TO_VERIFICATION"] * 4 + ["TO_PROBATION", "TO_LIGHT_TOUCH"]),
        "until": st.sampled_from(
            ["RECEIVED", "INVESTIGATING", "OPINION_DRAFTED", "DECIDING", "DECIDED", "RECTIFYING"]
        ),
        "wishes": st.lists(wish, min_size=4, max_size=16),
    }
)


def lived(history: dict[str, Any]) -> CaseLife:
    """Live a case: on the usual way to a stage, then every wish; a refusal changes nothing."""
    life = opened(
        history["subjects"],
        traits=history["traits"],
        lead=lead(pre_filing=history["pre_filing"]),
        choices={"triage": {"outcome": history["triage"]}},
    )
    for _ in range(MOST_STAGES):
        if life.stage != history["until"]:
            usual(life.later())
    for each in history["wishes"]:
        life.later(each["later"])
        if each["usual"]:
            usual(life)
        else:
            attempt(life, *each["said"], by=each["by"])
    return life


def usual(life: CaseLife) -> None:
    """Do what is usually done at the stage, as far as it goes."""
    if life.stage in LEAVE:
        try:
            LEAVE[life.stage](life)
        except (Rejected, ValidationError):
            return


def attempt(life: CaseLife, kind: str, fields: dict[str, Any], by: Any) -> None:
    """Try something; what is refused names its rule and nobody, and changes nothing."""
    before = life.state.model_dump_json()
    try:
        life.steps.extend(life.tried(kind, life.day, by=by, **fields))
        refusal = ""
    except (Rejected, ValidationError) as refused:
        refusal = str(refused)
    assert not refusal or life.state.model_dump_json() == before
    assert "张三" not in refusal
