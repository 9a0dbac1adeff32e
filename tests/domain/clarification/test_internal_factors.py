"""Internal stays internal (A46, 2.8): factor sheet, names and allegations reach no text for others.

Markers are put wherever such text is typed; then everything that leaves the file is searched.
"""

import json
from typing import Any

import pytest

from tests.domain.builders import a_life
from tests.domain.life import Life, effects_of
from tests.domain.parts import CIRCULAR, LETTER, application, plan, point, subject, verification
from workflows.domain.clarification.particulars import Factor
from workflows.domain.lifecycle import Rejected

FACTOR, NAME, UNIT, ALLEGATION, REASON = (
    "FACTORMARK", "NAMEMARK", "UNITMARK", "ALLEGATIONMARK", "REASONMARK",
)  # fmt: skip
SECRETS = (FACTOR, NAME, UNIT, ALLEGATION, REASON)
FACTORS = {factor.value: FACTOR for factor in Factor}
MATTER: dict[str, Any] = {
    "subject": subject(name=NAME, unit=UNIT),
    "verification": verification("2026-03-02", {**point(main=True), "matter": ALLEGATION}),
    "application": application("2026-03-09"),
    "effect": {"range": "INDUSTRY"},
    "plan": plan(LETTER, CIRCULAR),
}


def told(life: Life) -> str:
    """Return everything that leaves the file: sentences, notices, documents, work items, tags."""
    texts: list[str] = []
    for step in life.steps:
        words = step.event.fact.words()
        texts += [words.zh, words.en, effects_of(step).model_dump_json()]
        texts.append(life.decider.standing(step.after).model_dump_json())
    return "\n".join(texts)


def evaluated(**opinion: Any) -> Life:
    life = a_life("EVALUATING", **MATTER)
    life.do("give_opinion", "2026-03-20", factors=FACTORS, reasons=REASON, **opinion)
    return life


def whole_life() -> Life:
    life = evaluated()
    life.do("record_study", "2026-03-23")
    life.do("review", "2026-03-24", remark=REASON)
    life.do("approve", "2026-03-25", remark=REASON)
    life.do("record_objection", "2026-03-26", reasons=REASON)
    life.do("approve", "2026-03-27")
    life.do("hear_opinion", "2026-03-28", view="ADVERSE", opinion=REASON)
    life.do("approve", "2026-03-29")
    life.do("carry_out", "2026-03-30")
    life.do("carry_out", "2026-03-31")
    life.do("give_post_notice", "2026-04-10")
    life.do("recuse_officer", "2026-04-11", reasons=REASON)
    life.do(
        "follow_up_effect", "2026-07-01", restored=False, findings=REASON, further_action=REASON
    )
    return life


def not_started() -> Life:
    life = evaluated(start=False, plan=None)
    life.wait("2026-05-30")
    life.do("countersign", "2026-06-01", reasons=REASON)
    life.bounces("2026-06-02")
    life.do("settle_notice", "2026-06-03", how=REASON)
    life.do("serve_reply", "2026-06-04")
    return life


def returned_and_rejected() -> Life:
    life = evaluated()
    life.do("return_opinion", "2026-03-21", by="wu", reasons=REASON)
    life.do("give_opinion", "2026-03-22", factors=FACTORS, reasons=REASON)
    life.do("record_study", "2026-03-23")
    life.do("review", "2026-03-24")
    life.do("reject", "2026-03-25", reasons=REASON)
    return life


@pytest.mark.parametrize("live", [whole_life, not_started, returned_and_rejected])
def test_a46_no_word_of_the_inside_reaches_the_outside(live: Any) -> None:
    life = live()

    everything = told(life)

    assert "CLAR-2026-0001" in everything
    assert [secret for secret in SECRETS if secret in everything] == []


def test_a46_the_journal_itself_keeps_the_factor_sheet() -> None:
    opinion = next(s.event for s in evaluated().steps if s.event.fact.kind == "opinion_given")

    assert json.loads(opinion.fact.model_dump_json())["factors"]["INTEGRITY"] == FACTOR


def test_a46_no_document_field_can_carry_an_appraisal() -> None:
    life = evaluated()
    life.do("record_study", "2026-03-23")

    assert FACTOR not in "".join(d.model_dump_json() for d in life.documents)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("give_opinion", {"factors": {}}),
        ("give_opinion", {"situations_upheld": []}),
        ("give_opinion", {"plan": plan(points=("P2",))}),
        ("approve", {}),
        ("close_other_lead", {}),
    ],
)
def test_a_refusal_repeats_no_personal_text(kind: str, fields: dict[str, Any]) -> None:
    life = a_life("EVALUATING", **MATTER)

    refusal: Rejected = life.refused(kind, "2026-03-20", **{**fields, "reasons": REASON})

    said = f"{refusal} {refusal.message.zh} {refusal.message.en}"
    assert [secret for secret in SECRETS if secret in said] == []
