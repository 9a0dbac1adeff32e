"""The transition table against 2.8: every stage and every fact, every row in use, no dead end."""

from typing import Any

import pytest

from tests.domain.builders import a_life, opened
from tests.domain.life import COMMANDS, Life
from tests.domain.parts import (
    CIRCULAR,
    LETTER,
    TALK,
    application,
    changed_pack,
    plan,
    point,
    verification,
)
from workflows.domain.clarification.decide import FACT_OF
from workflows.domain.clarification.facts import FACTS
from workflows.domain.clarification.stages import (
    ENDED,
    STAGE_LABELS,
    STAGE_NUMBERS,
    Stage,
    shown,
)
from workflows.domain.clarification.table import ANYWHERE, PROCEDURE, next_stage
from workflows.domain.lifecycle import Rejected

APPLIED: dict[str, Any] = {"application": application("2026-03-09")}
NOT_TRUE: dict[str, Any] = {"ended_on": "2026-03-02", "points": [point(finding="TRUE")]}
LENIENT = changed_pack("clarification", "options", "countersign_not_start", "value", value=False)
PUBLIC: dict[str, Any] = {"effect": {"range": "INDUSTRY"}, "plan": plan(LETTER, CIRCULAR)}
WAITING: dict[str, Any] = {"verification": verification(None), **APPLIED}
NOT_START: dict[str, Any] = {"start": False, "plan": None}
BEFORE_BEGINNING = (
    "SCREENING",
    "EVALUATING",
    "OPINION_NOT_START",
    "COLLECTIVE_STUDY",
    "PRINCIPAL_REVIEW",
    "AWAITING_APPROVAL",
    "PRIOR_NOTICE",
    "IMPLEMENTING",
)
ENDS = ("COMPLETED", "CLOSED_NOT_UNTRUE", "CLOSED_NOT_NECESSARY", "CLOSED_REJECTED", "WITHDRAWN")

RULEBOOK: dict[str, dict[str, set[str]]] = {
    "START": {"opened": {"AWAITING_VERIFICATION", "SCREENING", "CLOSED_NOT_UNTRUE"}},
    "AWAITING_VERIFICATION": {"verification_recorded": {"SCREENING", "CLOSED_NOT_UNTRUE"}},
    "SCREENING": {
        "verification_recorded": {"SCREENING", "CLOSED_NOT_UNTRUE"},
        "screened": {"EVALUATING", "PENDING_OTHER_LEADS", "CLOSED_NOT_NECESSARY"},
    },
    "PENDING_OTHER_LEADS": {"other_lead_closed": {"SCREENING", "PENDING_OTHER_LEADS"}},
    "EVALUATING": {"opinion_given": {"OPINION_START", "OPINION_NOT_START"}},
    "OPINION_START": {"procedure_opened": {"COLLECTIVE_STUDY", "PRINCIPAL_REVIEW"}},
    "OPINION_NOT_START": {
        "not_start_settled": {"CLOSED_NOT_NECESSARY"},
        "countersigned": {"CLOSED_NOT_NECESSARY", "EVALUATING"},
    },
    "COLLECTIVE_STUDY": {
        "study_recorded": {"PRINCIPAL_REVIEW"},
        "opinion_returned": {"EVALUATING"},
    },
    "PRINCIPAL_REVIEW": {"reviewed": {"AWAITING_APPROVAL"}, "opinion_returned": {"EVALUATING"}},
    "AWAITING_APPROVAL": {
        "approved": {"PRIOR_NOTICE", "IMPLEMENTING"},
        "opinion_returned": {"EVALUATING"},
        "rejected": {"CLOSED_REJECTED"},
    },
    "PRIOR_NOTICE": {
        "opinion_heard": {"IMPLEMENTING", "AWAITING_APPROVAL"},
        "document_drafted": {"PRIOR_NOTICE"},
        "objection_recorded": {"AWAITING_APPROVAL"},
    },
    "IMPLEMENTING": {
        "document_drafted": {"IMPLEMENTING"},
        "method_done": {"IMPLEMENTING"},
        "implementation_completed": {"POST_NOTICE", "COMPLETED"},
        "objection_recorded": {"AWAITING_APPROVAL"},
    },
    "POST_NOTICE": {"post_notice_given": {"COMPLETED"}, "document_drafted": {"POST_NOTICE"}},
    "COMPLETED": {"effect_followed_up": {"COMPLETED"}},
}
"""The state machine of 2.8, copied from the rulebook by hand."""

for _stage in BEFORE_BEGINNING:
    RULEBOOK[_stage]["lead_registered"] = {"PENDING_OTHER_LEADS"}
for _stage in ("AWAITING_VERIFICATION", "PENDING_OTHER_LEADS", *BEFORE_BEGINNING):
    RULEBOOK[_stage]["application_withdrawn"] = {"WITHDRAWN"}
for _stage in ENDS:
    RULEBOOK.setdefault(_stage, {})["reply_served"] = {_stage}
    RULEBOOK[_stage]["file_closed"] = {_stage}
    RULEBOOK[_stage]["document_drafted"] = {_stage}

MOVES = {
    (stage, fact, to) for stage, row in RULEBOOK.items() for fact, tos in row.items() for to in tos
}


def at(stage: str) -> Life:
    """Return a matter that stands in the stage with as much as possible still to do."""
    if stage == "AWAITING_VERIFICATION":
        return opened(**WAITING)
    if stage == "PENDING_OTHER_LEADS":
        life = a_life("EVALUATING", **APPLIED)
        life.do("register_lead", "2026-03-18")
        return life
    if stage in ("OPINION_NOT_START", "CLOSED_NOT_NECESSARY"):
        life = a_life("EVALUATING", **APPLIED)
        life.do("give_opinion", "2026-03-20", **NOT_START)
        return life if stage == "OPINION_NOT_START" else done(life, "countersign")
    if stage == "CLOSED_NOT_UNTRUE":
        return done(opened(**WAITING), "record_verification", points=[point(finding="TRUE")])
    if stage == "CLOSED_REJECTED":
        return done(a_life("AWAITING_APPROVAL", **APPLIED), "reject")
    if stage == "WITHDRAWN":
        life = done(a_life("EVALUATING", **APPLIED), "withdraw_application")
        return done(life, "apply")
    life = a_life(stage, **APPLIED, **PUBLIC)
    return done(life, "apply") if stage == "COMPLETED" else life


def done(life: Life, kind: str, **fields: Any) -> Life:
    life.do(kind, "2026-03-31", **fields)
    return life


def moves(life: Life) -> set[tuple[str, str, str]]:
    return {
        (
            step.before.stage.value if step.before else "START",
            step.event.fact.kind,
            step.after.stage,
        )
        for step in life.steps
    }


def test_2_8_the_table_holds_the_moves_of_the_rulebook_and_no_others() -> None:
    assert {(row.stage.value, row.fact, row.to.value) for row in PROCEDURE} == MOVES


ALL_PAIRS = [
    (stage.value, str(command.kind), str(fact.model_fields["kind"].default))
    for stage in Stage
    for command, fact in FACT_OF.items()
    if stage not in (Stage.START, Stage.OPINION_START)
]
LISTED = [pair for pair in ALL_PAIRS if pair[2] in RULEBOOK[pair[0]]]
BESIDE = [pair for pair in ALL_PAIRS if pair not in LISTED and pair[2] in ANYWHERE]
REFUSED = [pair for pair in ALL_PAIRS if pair not in LISTED and pair not in BESIDE]


@pytest.mark.parametrize(("stage", "kind", "fact"), LISTED)
def test_2_8_what_the_rulebook_lists_for_a_stage_is_done_there(
    stage: str, kind: str, fact: str
) -> None:
    proposer_returns = kind == "return_opinion" and stage == "COLLECTIVE_STUDY"

    steps = at(stage).tried(kind, "2026-04-01", by="wu" if proposer_returns else "")

    assert steps[0].event.fact.kind == fact
    assert steps[0].after.stage.value in RULEBOOK[stage][fact]


@pytest.mark.parametrize(("stage", "kind", "fact"), BESIDE)
def test_2_8_what_may_come_at_any_time_moves_nothing(stage: str, kind: str, fact: str) -> None:
    try:
        steps = at(stage).tried(kind, "2026-04-01")
    except Rejected:
        assert fact not in ("lead_registered", "false_accusation_noted", "application_joined")
        return

    assert steps[0].after.stage.value == stage


@pytest.mark.parametrize(("stage", "kind", "fact"), REFUSED)
def test_2_8_everything_else_is_refused_there(stage: str, kind: str, fact: str) -> None:
    refusal = at(stage).refused(kind, "2026-04-01", **_addressed(kind))

    assert refusal.rule == "2.8"


def _addressed(kind: str) -> dict[str, str]:
    notices = ("hear_opinion", "give_post_notice")
    return {"informed": "party_group_principal"} if kind in notices else {}


def test_2_8_no_row_is_dead_and_every_stage_is_reached() -> None:
    seen: set[tuple[str, str, str]] = set()
    for life in every_way():
        seen |= moves(life)

    assert {(stage, fact, Stage(to).value) for stage, fact, to in MOVES} - seen == set()
    assert {to for _, _, to in seen} == {stage.value for stage in Stage} - {"START"}


def every_way() -> list[Life]:
    lives = [
        opened(**WAITING),
        at("CLOSED_NOT_UNTRUE"),
        opened(verification=verification("2026-03-02", point(finding="TRUE")), **APPLIED),
        done(a_life("SCREENING"), "record_verification", ended_on="2026-03-02"),
        done(a_life("SCREENING"), "record_verification", **NOT_TRUE),
        done(a_life("SCREENING"), "screen", situations={"held": []}, reasons="无"),
        done(a_life("SCREENING"), "screen", other_leads=["L-1"], reasons="另有线索"),
        a_life("COMPLETED", "ORGAN"),
        a_life("COMPLETED", "TOWNSHIP"),
        a_life("end", **PUBLIC),
        done(at("OPINION_NOT_START"), "countersign", agrees=False),
        done(a_life("EVALUATING", pack=LENIENT), "give_opinion", **NOT_START),
        done(at("PRIOR_NOTICE"), "hear_opinion", view="ADVERSE", opinion="不宜"),
        done(at("PRIOR_NOTICE"), "record_objection"),
        done(at("IMPLEMENTING"), "record_objection"),
        done(a_life("IMPLEMENTING", plan=plan(LETTER, TALK)), "carry_out"),
    ]
    awaiting = at("AWAITING_VERIFICATION")
    lives.append(done(awaiting, "record_verification"))
    two = done(at("PENDING_OTHER_LEADS"), "register_lead", lead="L-2")
    lives.append(done(done(two, "close_other_lead"), "close_other_lead"))
    for stage in ("COLLECTIVE_STUDY", "PRINCIPAL_REVIEW", "AWAITING_APPROVAL"):
        by = {"by": "wu"} if stage == "COLLECTIVE_STUDY" else {}
        lives.append(done(at(stage), "return_opinion", **by))
    for stage in BEFORE_BEGINNING:
        lives.append(done(at(stage), "register_lead"))
    for stage in ("AWAITING_VERIFICATION", "PENDING_OTHER_LEADS", *BEFORE_BEGINNING):
        lives.append(done(at(stage), "withdraw_application"))
    for stage in ("PRIOR_NOTICE", "IMPLEMENTING", "POST_NOTICE", *ENDS):
        lives.append(done(at(stage), "draft_document"))
    for stage in ENDS:
        life = done(at(stage), "serve_reply")
        lives.append(done(life, "follow_up_effect") if stage == "COMPLETED" else life)
    return lives


@pytest.mark.parametrize("stage", list(Stage))
def test_2_8_a_fact_that_is_not_listed_leads_nowhere(stage: Stage) -> None:
    matter = a_life("SCREENING").state.but(stage=stage)

    for fact in ("opened", "screened", "approved", "method_done", "no_such_fact"):
        if fact not in RULEBOOK[stage.value]:
            assert next_stage(matter, fact) is None


def test_2_8_the_fold_refuses_a_journal_that_the_table_does_not_allow() -> None:
    life, other = a_life("EVALUATING"), a_life("AWAITING_APPROVAL")

    with pytest.raises(ValueError, match="not possible in EVALUATING"):
        life.decider.evolve(life.state, other.steps[-1].event)


def test_2_8_nothing_leaves_an_end() -> None:
    assert {row.to for row in PROCEDURE if row.stage in ENDED} == set(ENDED)
    assert all(row.to is row.stage for row in PROCEDURE if row.stage in ENDED)


def test_every_stage_has_a_number_and_two_names_and_lists_sort_by_progress() -> None:
    assert set(STAGE_LABELS) == set(STAGE_NUMBERS) == set(Stage)
    numbers = [STAGE_NUMBERS[stage] for stage in Stage]
    assert numbers == sorted(set(numbers))
    assert shown(Stage.EVALUATING) == "40 Evaluation 评估"


def test_every_command_has_its_fact_and_every_fact_can_be_read_back() -> None:
    assert set(FACT_OF) == set(COMMANDS.values())
    kinds = {row.fact for row in PROCEDURE} | ANYWHERE
    assert kinds == set(FACTS.json_schema()["discriminator"]["mapping"])
