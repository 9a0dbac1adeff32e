"""Every state that the walks of the five kinds of an accountability case rest in, once each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.domain.accountability.ways import WAYS, way
from tests.domain.appeal import test_appeal_table as appeal
from tests.domain.follow_up import builders as follow_ups
from tests.domain.follow_up import test_follow_up_table as follow_up
from tests.domain.probation import test_probation_table as probation
from tests.domain.procedure_life import ProcedureLife
from tests.domain.rectification import test_rectification_table as rectification
from workflows.domain.accountability import commands as of_case
from workflows.domain.appeal import commands as of_appeal
from workflows.domain.follow_up import commands as of_follow_up
from workflows.domain.lifecycle import Command, Step
from workflows.domain.probation import commands as of_probation

Lives = Callable[[], Iterator[ProcedureLife]]


@dataclass(frozen=True)
class Rest:
    """A moment of a life at which nothing follows by itself."""

    life: ProcedureLife
    step: Step[Any]

    @property
    def state(self) -> Any:
        return self.step.after

    @property
    def over(self) -> bool:
        return self.life.decider.is_over(self.state)


def _cases() -> Iterator[ProcedureLife]:
    yield from map(way, WAYS)


def _follow_ups() -> Iterator[ProcedureLife]:
    yield from (walk() for walk in follow_up.WALKS.values())
    yield follow_ups.opened(outcome="EXEMPT").do("serve", follow_ups.SERVED)
    yield follow_ups.a_life("CLOSED")


LIVES: dict[str, Lives] = {
    "accountability_case": _cases,
    "subject_follow_up": _follow_ups,
    "appeal": lambda: (walk() for walk in appeal.WALKS.values()),
    "probation": lambda: (walk() for walk in probation.WALKS.values()),
    "rectification": lambda: (walk() for walk in rectification.WALKS.values()),
}
"""By kind: lives that, together, take every row of its table."""
MESSAGES: dict[str, tuple[type[Command], ...]] = {
    "accountability_case": of_case.SIGNALS,
    "subject_follow_up": of_follow_up.SIGNALS,
    "appeal": of_appeal.SIGNALS,
    "probation": of_probation.SIGNALS,
}
"""By kind: what arrives as a message, which is never refused; a rectification hears none."""


@cache
def rests(kind: str) -> tuple[Rest, ...]:
    """Return every state at rest of the lives of a kind."""
    return tuple(rest for life in LIVES[kind]() for rest in _of(life))


def _of(life: ProcedureLife) -> Iterator[Rest]:
    for step in life.steps:
        if life.decider.follow_on(step.after, step.event.effective_on) is None:
            yield Rest(life, step)


def one_of_each(kind: str) -> dict[tuple[str, bool], Rest]:
    """Return one state at rest for each stage, open and over."""
    return {(str(rest.state.stage), rest.over): rest for rest in reversed(rests(kind))}
