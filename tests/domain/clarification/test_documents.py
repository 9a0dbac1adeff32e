"""What is put on file (2.6, P1): the right document, the untrue points, the proof, no appraisal."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life
from tests.domain.parts import (
    CIRCULAR,
    FOURTH,
    LETTER,
    MEDIA,
    MEETING,
    TALK,
    plan,
    point,
    verification,
)

EVERY_METHOD = (LETTER, TALK, MEETING, CIRCULAR, MEDIA)
LOUD = {"range": "SOCIETY", "public_opinion": True}


@pytest.mark.parametrize("kind", ["signed_record", "commission_letter"])
def test_2_6_in_person_is_by_staff_or_by_commission(kind: str) -> None:
    life = a_life("IMPLEMENTING", plan=plan(TALK))

    life.do("carry_out", "2026-03-27", document={"kind": kind, "number": "D-1"})

    assert life.stage == "POST_NOTICE"


@pytest.mark.parametrize("method", EVERY_METHOD, ids=lambda m: str(m["method"]))
def test_2_6_each_method_has_its_own_kind_of_document(method: dict[str, Any]) -> None:
    life = a_life("IMPLEMENTING", effect=LOUD, plan=plan(*EVERY_METHOD))
    wrong = {"kind": "note", "number": "D-1"}
    mine = life.state.rules.methods[str(method["method"])].documents

    refusal = life.refused("carry_out", "2026-03-27", method=method["method"], document=wrong)
    assert refusal.rule == "2.6"
    assert mine[0] in refusal.message.en

    right = {"kind": mine[0], "number": "D-1"}
    life.do("carry_out", "2026-03-27", method=method["method"], document=right)


@pytest.mark.parametrize("missing", ["document", "confirmation", "points", "clarifying_organ"])
def test_2_6_a_method_without_document_proof_points_or_organ_is_malformed(missing: str) -> None:
    life = a_life("IMPLEMENTING")

    with pytest.raises(ValidationError, match=missing):
        life.command("carry_out", "2026-03-27", **{missing: None})


def test_p1_a_document_never_appraises_the_person() -> None:
    life = a_life("IMPLEMENTING")

    assert life.refused("carry_out", "2026-03-27", overall_appraisal=True).rule == "P1"


def test_p1_a_document_clarifies_untrue_points_only() -> None:
    life = a_life(
        "IMPLEMENTING",
        situations=[FOURTH],
        verification=verification("2026-03-02", point(), point("P2"), point("P3", "TRUE")),
        plan=plan(points=("P1", "P2")),
    )

    assert life.refused("carry_out", "2026-03-27", points=["P1", "P3"]).rule == "P1"
    assert life.refused("carry_out", "2026-03-27", points=["P1", "P9"]).rule == "P1"
    assert life.refused("carry_out", "2026-03-27", points=["P1"]).rule == "2.8"
    life.do("carry_out", "2026-03-27", points=["P2", "P1"])


def test_2_6_the_clarifying_organ_is_one_of_the_two() -> None:
    life = a_life("IMPLEMENTING", plan=plan(LETTER, TALK))

    assert life.refused("carry_out", "2026-03-27", clarifying_organ="OTHER").rule == "2.6"
    life.do("carry_out", "2026-03-27", clarifying_organ="SJW")


def test_0_3_nothing_is_clarified_in_the_future() -> None:
    life = a_life("IMPLEMENTING")

    assert life.refused("carry_out", "2026-03-27", clarified_on="2026-03-28").rule == "0.3"


def test_2_8_every_document_is_put_on_file_by_its_number() -> None:
    life = a_life("COMPLETED")

    assert [(d.doc_kind, d.number) for d in life.documents] == [
        ("minutes", "M-1"),
        ("clarification_letter", "D-WRITTEN"),
        ("receipt", "R-WRITTEN"),
    ]


def test_2_8_collective_study_needs_its_minutes() -> None:
    life = a_life("COLLECTIVE_STUDY")

    with pytest.raises(ValidationError, match="minutes"):
        life.command("record_study", "2026-03-23", minutes=None)


@pytest.mark.parametrize("text", ["a\x00b", "\x1b[31m", "", "   ", "字" * 4001])
def test_a_text_that_no_record_can_keep_is_refused(text: str) -> None:
    """0.3: no database column takes a NUL, and nobody reads an escape sequence."""
    with pytest.raises(ValidationError, match="reasons"):
        a_life("AWAITING_APPROVAL").command("reject", "2026-03-25", reasons=text)
