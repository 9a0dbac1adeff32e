"""One accountability case, lived by the demo's commands until its subjects are in their periods.

Two subjects are served, their measures carried out and filed; one of them has appealed.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path

from starter.demo.story import Story, stories
from starter.demo.telling import Telling
from starter.desk import Desk
from starter.officers import directory_of
from starter.settings import Settings
from starter.system import ANY_PORTS, System, running_system
from tests.ui.readers import appoint
from workflows.domain.lifecycle import today

LETTERS = "ACC"
NEXT = "begin-re-examination"
"""The first command of the story that is not given: the appeal is taken up, and no more."""
PATIENCE = 30.0
PERSONS = ("钱守成", "冯立民")
"""Whom the story names."""


def story_until_now() -> Story:
    """Return the story of the case up to the day that the pages show."""
    (story,) = [story for story in stories() if story.letters == LETTERS]
    steps = takewhile(lambda step: step.command != NEXT, story.steps)
    return story.model_copy(update={"steps": tuple(steps)})


@dataclass(frozen=True)
class LivedCase:
    """The case, where it lives, and the numbers of the matters around it."""

    system: System
    number: str

    @property
    def removed(self) -> str:
        """Return the follow-up of the subject who lost the post."""
        return f"{self.number}-S1"

    @property
    def appealing(self) -> str:
        """Return the follow-up of the subject who has appealed."""
        return f"{self.number}-S2"

    @property
    def appeal(self) -> str:
        return f"{self.appealing}-A1"

    @property
    def all(self) -> tuple[str, ...]:
        """Return the numbers of all of them."""
        around = (self.removed, self.appealing, self.appeal, f"{self.number}-R1")
        return (self.number, *around)


@asynccontextmanager
async def lived_case(data: Path) -> AsyncIterator[LivedCase]:
    """Run a rehearsal in which nothing but the case has happened."""
    appoint(data)
    settings = Settings(data=data, sign_in="token")
    async with running_system(settings, ANY_PORTS, rehearsal=True) as system:
        yield LivedCase(system, await _live(system))


async def _live(system: System) -> str:
    story, now = story_until_now(), datetime.now(UTC)
    desk = Desk(system.client, system.store, system.settings.task_queue, PATIENCE)
    number = story.matter(today(now).year)
    await Telling(desk, directory_of(system.settings.data), _unheard, number, now).live(story)
    return number


def _unheard(line: str) -> None:
    """Take what is told to nobody."""
