"""Not starting (A03, A47): reasons always, a countersignature where a situation holds, a reply."""

from typing import Any

import pytest
from pydantic import ValidationError

from tests.domain.builders import a_life
from tests.domain.life import Life
from tests.domain.parts import FIRST, SECOND, application, changed_pack, plan, subject

NOT_START: dict[str, Any] = {"start": False, "plan": None, "reasons": "日常表现"}


def not_starting(route: str = "DISPATCHED", **fields: Any) -> Life:
    life = a_life("EVALUATING", route, **fields)
    life.do("give_opinion", "2026-03-20", **NOT_START)
    return life


def test_a03_not_starting_although_a_situation_holds_waits_for_a_countersignature() -> None:
    life = not_starting()

    assert life.stage == "OPINION_NOT_START"
    assert life.duties == ["countersign"]
    assert life.notices[-1].to_role == "leader_in_charge"


def test_a03_the_approver_agrees_and_the_matter_closes() -> None:
    life = not_starting()

    life.do("countersign", "2026-03-23")

    assert life.stage == "CLOSED_NOT_NECESSARY"


def test_a03_the_approver_disagrees_and_the_evaluation_goes_on() -> None:
    life = not_starting()

    life.do("countersign", "2026-03-23", agrees=False)

    assert life.stage == "EVALUATING"
    assert str(life.due()) == "2026-04-02", "no new clock"
    life.do("give_opinion", "2026-03-24")
    assert life.stage == "COLLECTIVE_STUDY"


@pytest.mark.parametrize(
    ("route", "fields", "who"),
    [
        ("DISPATCHED", {}, "zhao"),
        ("TOWNSHIP", {}, "zhao"),
        ("ORGAN", {}, "qian"),
        ("ORGAN", {"subject": subject(full_position=True)}, "sun"),
    ],
)
def test_a03_the_countersignature_is_the_approvers(
    route: str, fields: dict[str, Any], who: str
) -> None:
    life = not_starting(route, **fields)

    for other in {"zhao", "qian", "sun", "wang", "wu"} - {who}:
        assert life.refused("countersign", "2026-03-23", by=other).rule in ("0.5", "2.7")
    life.do("countersign", "2026-03-23", by=who)


def test_a03_nothing_else_moves_an_opinion_not_to_start() -> None:
    life = not_starting()

    for kind in ("review", "approve", "record_study", "carry_out", "give_opinion", "reject"):
        assert life.refused(kind, "2026-03-23").rule == "2.8"


@pytest.mark.parametrize("upheld", [[], [SECOND["code"]]])
def test_a03_nobody_talks_a_screened_situation_away_alone(upheld: list[str]) -> None:
    life = a_life("EVALUATING", situations=[FIRST, SECOND])

    life.do("give_opinion", "2026-03-20", situations_upheld=upheld, **NOT_START)

    assert life.stage == "OPINION_NOT_START"
    assert life.duties == ["countersign"]


def test_a03_a_pack_may_do_without_the_countersignature() -> None:
    option = ("clarification", "options", "countersign_not_start", "value")
    life = a_life("EVALUATING", pack=changed_pack(*option, value=False))

    life.do("give_opinion", "2026-03-20", **NOT_START)

    assert life.facts[-3:] == ["opinion_given", "not_start_settled", "file_closed"]
    assert life.stage == "CLOSED_NOT_NECESSARY"


@pytest.mark.parametrize("reasons", [None, "", "   "])
def test_a47_not_starting_needs_reasons(reasons: str | None) -> None:
    life = a_life("EVALUATING")

    with pytest.raises(ValidationError, match="reasons"):
        life.command("give_opinion", "2026-03-20", **{**NOT_START, "reasons": reasons})


@pytest.mark.parametrize("kind", ["countersign", "return_opinion", "reject"])
def test_2_8_whoever_says_no_gives_reasons(kind: str) -> None:
    life = a_life("AWAITING_APPROVAL")

    with pytest.raises(ValidationError, match="reasons"):
        life.command(kind, "2026-03-25", reasons=" ")


def test_2_5_an_opinion_needs_its_factors() -> None:
    life = a_life("EVALUATING")

    assert life.refused("give_opinion", "2026-03-20", factors={}).rule == "2.5"
    with pytest.raises(ValidationError):
        life.command("give_opinion", "2026-03-20", factors={"LOYALTY": "好"})
    with pytest.raises(ValidationError):
        life.command("give_opinion", "2026-03-20", factors={"INTEGRITY": ""})


def test_2_8_an_opinion_to_start_needs_a_situation_and_a_plan() -> None:
    life = a_life("EVALUATING")

    assert life.refused("give_opinion", "2026-03-20", situations_upheld=[]).rule == "2.8"
    assert life.refused("give_opinion", "2026-03-20", plan=None).rule == "2.8"


def test_2_5_an_opinion_not_to_start_has_no_plan() -> None:
    life = a_life("EVALUATING")

    assert life.refused("give_opinion", "2026-03-20", start=False, plan=plan()).rule == "2.5"


def test_2_8_a_refused_applicant_gets_a_reasoned_reply_before_the_file_is_closed() -> None:
    life = not_starting(application=application("2026-03-09"))
    life.do("countersign", "2026-03-23")
    assert (life.duties, life.state.filed) == (["serve-reply"], False)
    assert str(life.due("reply")) == "2026-03-30", "five working days"

    early = life.refused("serve_reply", "2026-03-24", served_on="2026-03-25")
    assert early.rule == "0.3"
    assert life.refused("serve_reply", "2026-03-24", served_on="2026-03-22").rule == "0.3"
    life.do("serve_reply", "2026-03-25")

    assert life.facts[-2:] == ["reply_served", "file_closed"]
    assert [d.doc_kind for d in life.documents] == ["reply"]


def test_2_8_without_an_applicant_there_is_nobody_to_reply_to() -> None:
    life = not_starting()
    life.do("countersign", "2026-03-23")

    assert life.state.filed
    assert life.refused("serve_reply", "2026-03-24").rule == "2.8"


def test_2_8_a_reply_is_served_once() -> None:
    life = not_starting(application=application("2026-03-09"))
    life.do("countersign", "2026-03-23")
    life.do("serve_reply", "2026-03-25")

    assert life.refused("serve_reply", "2026-03-26").rule == "2.8"


def test_2_8_an_application_after_the_end_is_answered() -> None:
    life = not_starting()
    life.do("countersign", "2026-03-23")

    life.do("apply", "2026-03-26")

    assert life.stage == "CLOSED_NOT_NECESSARY"
    assert life.duties == ["serve-reply"]
    life.do("serve_reply", "2026-03-27")
    assert life.state.filed
