"""One accountability case, lived by the demo's commands until its subjects are in their periods.

Two subjects are served, their measures carried out and filed; one of them has appealed.
"""

from datetime import UTC, datetime
from itertools import takewhile

from starter.demo.story import Story, stories
from starter.demo.telling import Telling
from starter.desk import Desk
from starter.officers import directory_of
from starter.system import System
from workflows.domain.lifecycle import today

LETTERS = "ACC"
NEXT = "begin-re-examination"
"""The first command of the story that is not given: the appeal is taken up, and no more."""
PATIENCE = 30.0


def story_until_now() -> Story:
    """Return the story of the case up to the day that the pages show."""
    (story,) = [story for story in stories() if story.letters == LETTERS]
    steps = takewhile(lambda step: step.command != NEXT, story.steps)
    return story.model_copy(update={"steps": tuple(steps)})


async def live(system: System) -> str:
    """Let the case live in a rehearsal that runs here; return its number."""
    story, now = story_until_now(), datetime.now(UTC)
    desk = Desk(system.client, system.store, system.settings.task_queue, PATIENCE)
    number = story.matter(today(now).year)
    await Telling(desk, directory_of(system.settings.data), _unheard, number, now).live(story)
    return number


def _unheard(line: str) -> None:
    """Take what is told to nobody."""
