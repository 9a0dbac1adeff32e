"""Nobody is left without a next step, and no message is lost: all kinds, at every stage (3.11)."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.domain.parts import noon
from tests.domain.walked import LIVES, MESSAGES, Rest, one_of_each, rests
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.lifecycle import LINKED, happen

PASSED_THROUGH = {"START", "DELIVERED", "NORMAL_USE"}
"""Stages that are left at once; in DELIVERED only the follow-up of an exempt subject rests."""


def _open_of_case(case: AccountabilityCase) -> list[Any]:
    served = [file for file in case.files if file.followed_up]
    return [
        each for each in (*served, *case.probations, *case.rectifications) if not each.closed_on
    ]


OPEN_ELSEWHERE: dict[str, Callable[[Any], list[Any]]] = {
    "accountability_case": _open_of_case,
    "subject_follow_up": lambda state: [appeal for appeal in state.open_appeals if appeal.opened],
}
"""The matters for whose end a matter may wait; they have their own next steps."""


def _goes_on(rest: Rest) -> bool:
    """Say whether somebody has something to do, a term runs, or a matter of its own is open."""
    decider, state = rest.life.decider, rest.state
    running = any(deadline.ended_on is None for deadline in decider.deadlines(state))
    elsewhere = OPEN_ELSEWHERE.get(decider.kind, lambda state: [])
    return bool(decider.work_items(state)) or running or bool(elsewhere(state))


@pytest.mark.parametrize("kind", LIVES)
def test_the_walks_rest_at_every_stage(kind: str):
    rest = rests(kind)[0]
    stages = {str(stage) for stage in rest.life.decider.steps.stages.named}

    assert stages - PASSED_THROUGH <= {stage for stage, _ in one_of_each(kind)}


@pytest.mark.parametrize("kind", LIVES)
def test_a_matter_that_is_not_over_always_has_a_next_step(kind: str):
    """Given any state of any walk: there is a duty, a running term or an open linked matter."""
    stuck = [
        (rest.state.stage, rest.step.event.fact.kind)
        for rest in rests(kind)
        if not rest.over and not _goes_on(rest)
    ]

    assert stuck == []


@pytest.mark.parametrize("kind", MESSAGES)
def test_every_message_is_taken_at_every_stage_and_after_the_end(kind: str):
    """3.11: the shell only logs a message that is refused, so none may be."""
    for (stage, _over), rest in one_of_each(kind).items():
        life, day = rest.life, rest.step.event.at.date()
        for message in MESSAGES[kind]:
            command = life.command(message.kind, day, by=LINKED)
            drafts = life.decider.decide(rest.state, command, noon(day))

            assert happen(life.decider, rest.state, drafts, LINKED, noon(day)), (stage, command)


@pytest.mark.parametrize("kind", MESSAGES)
def test_a_closed_matter_wakes_for_every_message(kind: str):
    decider = rests(kind)[0].life.decider

    assert decider.wakes == {message.kind for message in MESSAGES[kind]}
