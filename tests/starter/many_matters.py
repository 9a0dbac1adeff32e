"""Many matters for pages: every stage, three organs, due from weeks ago to months ahead."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from activities.store import RecordStore, open_store
from starter.calendar_files import load_calendar
from tests.store_fixtures import a_batch, a_term, a_view, a_work_item, an_event
from workflows.domain.calendars import SHANGHAI, to_plain
from workflows.domain.clarification.duties import DUTY_OF_STAGE
from workflows.domain.clarification.stages import STAGE_LABELS, Stage
from workflows.domain.roles import Role
from workflows.domain.text import Text
from workflows.messages.records import MatterView, TermRecord, WorkItemRecord

ORGANS = ("DW", "SJW", "XJW")
SEATS: dict[Stage, Role] = {
    Stage.PRINCIPAL_REVIEW: Role.PRINCIPAL,
    Stage.AWAITING_APPROVAL: Role.LEADER_IN_CHARGE,
    Stage.OPINION_NOT_START: Role.COMMISSION_SECRETARY,
}
TERMS = {
    "evaluation": Text("评估期限", "evaluation"),
    "approval": Text("审批期限", "approval"),
    "implementation": Text("实施期限", "implementation"),
    "post_notice": Text("事后通报期限", "post notice"),
}
STAGES = tuple(DUTY_OF_STAGE)
OFFICERS = """
[organs.DW]
name = "某市纪委监委驻市某局纪检监察组"
mark = "某纪驻"

[officers.jian]
organ = "SJW"
roles = ["case_management_department"]
reads = "all"

[officers.wang]
organ = "DW"
roles = ["principal"]
language = "en"

[officers.bystander]
organ = "DW"
roles = ["principal"]
reads = "none"
"""


def today() -> date:
    """The day in Shanghai."""
    return datetime.now(UTC).astimezone(SHANGHAI).date()


def number(n: int) -> str:
    """The number of the n-th matter."""
    return f"CLAR-2026-{n:04d}"


def matters(count: int, start: date) -> Iterator[MatterView]:
    """Pictures whose due days go round from three weeks before `start` to four months after."""
    for n in range(1, count + 1):
        yield a_matter(n, start + timedelta(days=(n * 37) % 140 - 21))


def a_matter(n: int, due: date) -> MatterView:
    """The n-th matter; every eleventh is suspended, every thirteenth provisional."""
    stage = STAGES[n % len(STAGES)]
    action, text, term = DUTY_OF_STAGE[stage]
    organ = ORGANS[n % 3]
    item = a_work_item(
        action=action,
        text_zh=text.zh,
        text_en=text.en,
        role=SEATS.get(stage, Role.UNDERTAKING_DEPARTMENT),
        organ=organ,
        term=term,
    )
    return a_view(
        number(n),
        stage=stage.value,
        stage_zh=STAGE_LABELS[stage].zh,
        stage_en=STAGE_LABELS[stage].en,
        organ=organ,
        organs=(organ,),
        excluded=("wang",) if n % 12 == 0 else (),
        tags=("reply-due",) if n % 7 == 0 else (),
        related=(),
        terms=tuple(_terms(n, term, due)),
        work_items=(item, *_second_item(n, organ)),
    )


def _terms(n: int, key: str, due: date) -> Iterator[TermRecord]:
    """The stage's term, and for every fifth matter one that nobody is awaited for."""
    if key:
        label = TERMS[key]
        yield a_term(
            key=key,
            label_zh=label.zh,
            label_en=label.en,
            due=due,
            suspended=n % 11 == 0,
            provisional=n % 13 == 0,
        )
    if n % 5 == 0:
        later = due + timedelta(days=9)
        yield a_term(key="impact", label_zh="影响期", label_en="impact period", due=later)


def _second_item(n: int, organ: str) -> Iterator[WorkItemRecord]:
    """For every seventh matter the reply to the applicant, which has a day of its own."""
    if n % 7 == 0:
        yield a_work_item(
            action="serve-reply",
            text_zh="向申请人书面说明理由并送达",
            text_en="serve the applicant a reasoned reply",
            role=Role.UNDERTAKING_DEPARTMENT,
            organ=organ,
            term="",
        )


async def office_of(data: Path, views: Iterable[MatterView]) -> RecordStore:
    """Open an installation with these matters; whoever asks for it closes its store."""
    store = open_store(f"sqlite:///{data / 'records.db'}")
    await store.migrate()
    await fill(store, views)
    (data / "officers.toml").write_text(OFFICERS, encoding="utf-8")
    return store


async def fill(store: RecordStore, views: Iterable[MatterView]) -> None:
    """Put matters on record, each opened under the official calendar."""
    fact = {"kind": "opened", "subject": "张三", "calendar": to_plain(load_calendar())}
    for view in views:
        opened = an_event(1, fact=fact, operation=f"op-{view.matter}")
        batch = a_batch(1, matter=view.matter, view=view, events=(opened,))
        await store.record(batch.model_copy(update={"receipts": {}}))
