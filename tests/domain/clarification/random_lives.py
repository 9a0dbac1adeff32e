"""Random lives: commands, officers, dates and nonsense, on top of what a clerk would do next."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.domain.builders import opened
from tests.domain.life import COMMANDS, Life
from tests.domain.parts import (
    CIRCULAR,
    DEPARTMENT,
    FIRST,
    FOURTH,
    HOME,
    LETTER,
    MEDIA,
    MEETING,
    SECOND,
    SEVENTH,
    TALK,
    UPPER,
    application,
    officer,
    plan,
    point,
    subject,
    verification,
)
from workflows.domain.lifecycle import Actor, Rejected
from workflows.domain.roles import Role

LIVES = settings(
    deadline=None,
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""The rest is as the profile says; the one for CI, which Hypothesis loads there, is not random.

Half as many examples as elsewhere, since each is a whole life: `--hypothesis-profile=thorough`
tries twenty times as many.
"""

START = date(2026, 3, 10)
KINDS = sorted(COMMANDS)
NEXT = {
    "AWAITING_VERIFICATION": "record_verification",
    "SCREENING": "screen",
    "PENDING_OTHER_LEADS": "close_other_lead",
    "EVALUATING": "give_opinion",
    "OPINION_NOT_START": "countersign",
    "COLLECTIVE_STUDY": "record_study",
    "PRINCIPAL_REVIEW": "review",
    "AWAITING_APPROVAL": "approve",
    "PRIOR_NOTICE": "hear_opinion",
    "IMPLEMENTING": "carry_out",
    "POST_NOTICE": "give_post_notice",
}

routes = st.sampled_from(["ORGAN", "DISPATCHED", "TOWNSHIP", "SOE_INSTITUTION"])
findings = st.sampled_from(["UNTRUE", "UNTRUE", "UNTRUE", "TRUE", "NOT_ESTABLISHED"])
points = st.lists(findings, min_size=1, max_size=3).map(
    lambda found: [point(f"P{n}", finding, main=n == 1) for n, finding in enumerate(found, 1)]
)
people = st.builds(
    lambda who, roles, organ, department: officer(who, *roles, organ=organ, department=department),
    st.sampled_from(["li", "wu", "chen", "wang", "qian", "zhao", "zhang"]),
    st.lists(st.sampled_from([role.value for role in Role]), min_size=1, max_size=5),
    st.sampled_from([HOME, HOME, UPPER, "OTHER"]),
    st.sampled_from([DEPARTMENT, DEPARTMENT, "", "D4"]),
)
FITTING: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, plan(LETTER)),
    ({"large_social_effect": True}, plan(LETTER, TALK)),
    ({"range": "UNIT"}, plan(MEETING)),
    ({"range": "UNIT"}, plan({**MEETING, "outsiders": True}, TALK)),
    ({"range": "INDUSTRY"}, plan(LETTER, CIRCULAR)),
    ({"range": "SOCIETY", "public_opinion": True}, plan(LETTER, MEDIA)),
]
"""Effects with plans that fit them."""

plans = st.builds(
    lambda methods, keys: plan(*methods, points=tuple(keys)),
    st.lists(
        st.sampled_from([LETTER, TALK, MEETING, CIRCULAR, MEDIA]),
        min_size=1,
        max_size=3,
        unique_by=lambda method: method["method"],
    ),
    st.lists(st.sampled_from(["P1", "P1", "P2", "P3"]), min_size=1, max_size=3, unique=True),
)
effects = st.fixed_dictionaries(
    {
        "range": st.sampled_from([None, "UNIT", "INDUSTRY", "AREA", "SOCIETY"]),
        "public_opinion": st.booleans(),
        "large_social_effect": st.booleans(),
    }
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(str)
nonsense = st.sampled_from(
    [None, "", " ", 0, -1, [], {}, "9999-12-31", "0001-01-01", "2026-02-30", "字" * 5000, "张三"]
)
odd_fields = st.dictionaries(
    st.sampled_from(
        ["effective_on", "reasons", "points", "plan", "start", "method", "informed", "lead", "held",
         "closed_on", "clarified_on", "informed_on", "ended_on", "situations", "document", "view",
         "registered_on", "participants", "application", "factors", "agrees", "restored"]
    ),
    nonsense | days | plans,
    max_size=2,
)  # fmt: skip


VARIATIONS: list[dict[str, Any]] = [
    {"start": False, "plan": None},
    {"start": False, "plan": None, "situations_upheld": []},
    {"agrees": False},
    {"view": "ADVERSE", "opinion": "不宜"},
    {"plan": plan(LETTER)},
    {"plan": plan(LETTER, CIRCULAR), "effect": {"range": "INDUSTRY"}},
    {"overall_appraisal": True},
    {"restored": False, "further_action": "再说明"},
    {"situations": {"held": []}, "reasons": "不具备"},
]
"""What may be said otherwise than usual; a command takes what is its own."""

SIDEWAYS = (
    "return_opinion",
    "reject",
    "register_lead",
    "record_objection",
    "withdraw_application",
)


@st.composite
def wishes(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what is tried next: the usual step, an unusual one, or nonsense."""
    usual = draw(st.integers(0, 3)) > 0
    how = draw(st.integers(0, 5))
    fields = draw(odd_fields) if how == 0 else draw(st.sampled_from(VARIATIONS)) if how < 3 else {}
    return {
        "kind": "" if usual else draw(st.sampled_from([*SIDEWAYS, *KINDS])),
        "later": draw(st.integers(0, 5)) if draw(st.integers(0, 9)) else draw(st.integers(0, 90)),
        "by": draw(people) if draw(st.integers(0, 4)) == 0 else "",
        "back": draw(st.sampled_from([0] * 8 + [1, 5])),
        "fields": fields,
        "drafts": draw(st.integers(0, 2)) == 0,
        "makes": draw(st.booleans()),
    }


@st.composite
def openings(draw: st.DrawFn) -> dict[str, Any]:
    applied = draw(st.booleans())
    ended = draw(st.booleans()) or not applied
    found = draw(points)
    if not applied:
        found[0]["finding"] = "UNTRUE"
    return {
        "route": draw(routes),
        "subject": subject(
            full_position=draw(st.booleans()), party_group_principal=draw(st.booleans())
        ),
        "verification": verification("2026-03-02", *found) if ended else verification(None),
        "application": application("2026-03-09", draw(st.sampled_from(["2026-03-09", None])))
        if applied
        else None,
        "other_leads": draw(st.sampled_from([(), (), ("L-1",)])),
    }


USUAL: dict[str, Any] = {
    "kind": "",
    "later": 1,
    "by": "",
    "back": 0,
    "fields": {},
    "drafts": True,
    "makes": True,
}
histories = st.fixed_dictionaries(
    {
        "opening": openings(),
        "situations": st.sampled_from([[FIRST, FOURTH], [FIRST], [SECOND, FOURTH], [SEVENTH]]),
        "proposal": st.sampled_from(FITTING) | st.tuples(effects, plans),
        "usual_steps": st.integers(0, 9),
        "wishes": st.lists(wishes(), min_size=6, max_size=20),
    }
)


def lived(history: dict[str, Any]) -> Life:
    """Live a life: some usual steps, then every wish on its day; a refusal changes nothing."""
    life = opened(**history["opening"])
    life.situations = history["situations"]
    life.effect, life.plan = history["proposal"]
    day = START
    for wish in [USUAL] * history["usual_steps"] + history["wishes"]:
        day += timedelta(days=wish["later"])
        life.wait(day)
        if wish["drafts"]:
            draft_something(life, day)
        if wish["makes"]:
            life.makes(day)
        attempt(life, wish, day)
    return life


def draft_something(life: Life, day: date) -> None:
    """Try to draft what is usual here; a second one of a kind takes the place of the first."""
    kind = life.usual_fields("draft_document", str(day))["doc_kind"]
    spoiled = life.state.numbers_of(kind)[:1]
    fields = {"replaces": spoiled[0]} if spoiled else {}
    attempt(life, {**USUAL, "kind": "draft_document", "fields": fields}, day)


def attempt(life: Life, wish: dict[str, Any], day: date) -> None:
    kind = wish["kind"] or NEXT.get(life.stage, "follow_up_effect")
    by: str | Actor = wish["by"]
    fields = dict(wish["fields"])
    if wish["back"] and "effective_on" not in fields:
        fields["effective_on"] = str(day - timedelta(days=wish["back"]))
    if life.stage == "SCREENING" and life.state.open_leads:
        fields.setdefault("reasons", "另有线索")
    before = life.state.model_dump_json()
    try:
        life.steps.extend(life.tried(kind, day, by=by, **fields))
    except (Rejected, ValidationError) as refused:
        refusal = str(refused)
        assert life.state.model_dump_json() == before
        assert "张三" not in refusal
