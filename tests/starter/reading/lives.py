"""A record store filled with real lives, told by the decider alone, and the CLI that asks it."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from activities.store import RecordStore
from tests.domain.builders import a_life, opened
from tests.domain.life import Life
from tests.domain.parts import application, noon, subject, verification
from tests.starter.warm import completed
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.messages.records import RecordBatch
from workflows.picture import document_records, event_record, matter_view, notice_records

PERSON = "张三"
INTERNAL = "内部评价"


class Answer(NamedTuple):
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def ask(data: Path, *arguments: str, **environment: str) -> Answer:
    """Run `zhengming` as a process on a data directory."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("ZHENGMING_")}
    around = {**clean, "ZHENGMING_DATA": str(data), "COLUMNS": "100", **environment}
    code, *streams = completed(list(arguments), around)
    out, err = (written.decode(errors="surrogateescape") for written in streams)
    assert "Traceback" not in err
    return Answer(code, out, err)


def prior_notice() -> Life:
    """Approved, the opinion of the Party group is to be heard by 2026-04-01."""
    return a_life("PRIOR_NOTICE", number="CLAR-2026-0001", subject=subject(full_position=True))


def finished() -> Life:
    """A whole life, filed."""
    return a_life("end", number="CLAR-2026-0002")


def suspended() -> Life:
    """Evaluation that stands still because another lead turned up."""
    life = a_life("EVALUATING", number="CLAR-2026-0003")
    life.do("register_lead", "2026-03-19")
    return life


def without_clock() -> Life:
    """An application that waits for the end of verification: no term runs."""
    return opened(
        number="CLAR-2026-0004",
        verification=verification(None),
        application=application("2026-03-09", None),
    )


def over_the_holiday() -> Life:
    """Evaluation due 2026-10-09, two working days after the last one of September."""
    return opened(
        day="2026-09-15", number="CLAR-2026-0005", verification=verification("2026-09-09")
    )


def into_next_year() -> Life:
    """Approval that counts working days of a year whose holidays nobody knows yet."""
    life = opened(
        day="2026-12-28", number="CLAR-2026-0006", verification=verification("2026-12-24")
    )
    life.do("screen", "2026-12-28")
    life.do("give_opinion", "2026-12-29")
    return life


ALL: dict[str, Life] = {
    "2026-03-27": prior_notice(),
    "2026-04-21": finished(),
    "2026-05-20": suspended(),
    "2026-03-28": without_clock(),
    "2026-09-30": over_the_holiday(),
    "2026-12-30": into_next_year(),
}
"""The lives by the day that their clocks show."""


async def fill(store: RecordStore, lives: dict[str, Life] | None = None) -> None:
    """Record lives as the shell would, and set the clock of each to noon of its day."""
    for day, life in (lives or ALL).items():
        await store.record(whole(life))
        skew = int((noon(day) - datetime.now(UTC)).total_seconds())
        await store.set_clock_skew(life.state.number, skew)


def whole(life: Life) -> RecordBatch:
    """Return everything that a life puts on record."""
    return RecordBatch(
        matter=life.state.number,
        events=tuple(event_record(step.event) for step in life.steps),
        view=matter_view(CLARIFICATION, life.state),
        notices=tuple(n for step in life.steps for n in notice_records(CLARIFICATION, step)),
        documents=tuple(d for step in life.steps for d in document_records(CLARIFICATION, step)),
    )
