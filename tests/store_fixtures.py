"""Record stores for tests: each test that asks for one runs on SQLite and on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from activities.store import RecordStore, open_store
from tests.postgres import PostgresCluster
from workflows.messages.records import (
    DocumentRecord,
    EventRecord,
    MatterView,
    NoticeRecord,
    RecordBatch,
    TermRecord,
    WorkItemRecord,
)

MATTER = "CLAR-2026-0042"


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[PostgresCluster]:
    """One cluster per session (and xdist worker), started by the first test that wants it."""
    cluster = PostgresCluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a record store without tables, on each database in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records.db'}"
    cluster: PostgresCluster = request.getfixturevalue("postgres_cluster")
    return cluster.new_database()


@pytest.fixture
async def store(store_url: str) -> AsyncIterator[RecordStore]:
    """A migrated, empty record store, on each database in turn."""
    opened = open_store(store_url)
    await opened.migrate()
    yield opened
    await opened.close()


def an_event(seq: int, **changes: Any) -> EventRecord:
    """The `seq`-th event of some matter."""
    event = EventRecord(
        seq=seq,
        kind="opened" if seq == 1 else "opinion_given",
        at=datetime(2026, 11, 20, 1, 30, seq, tzinfo=UTC),
        effective_on=date(2026, 11, 20),
        actor={"officer": "o-17", "organ": "dangxiao", "roles": ["handler"]},
        fact={"kind": "opened", "subject": "张三", "step": seq},
        operation=f"op-{seq}",
        text_zh=f"第{seq}步",
        text_en=f"step {seq}",
    )
    return event.model_copy(update=changes)


def a_term(**changes: Any) -> TermRecord:
    """A running term."""
    term = TermRecord(
        key="handling",
        label_zh="办理期限",
        label_en="handling",
        anchor=date(2026, 11, 20),
        due=date(2026, 12, 20),
        term={"anchor": "2026-11-20", "months": 1},
    )
    return term.model_copy(update=changes)


def a_work_item(**changes: Any) -> WorkItemRecord:
    """Somebody's next step, due with the running term."""
    item = WorkItemRecord(
        action="give-opinion",
        text_zh="提出意见",
        text_en="give an opinion",
        role="handler",
        organ="dangxiao",
        term="handling",
    )
    return item.model_copy(update=changes)


def a_view(matter: str = MATTER, **changes: Any) -> MatterView:
    """The picture of a running matter."""
    view = MatterView(
        matter=matter,
        kind="clarification",
        stage="evaluation",
        stage_zh="评估",
        stage_en="Evaluation",
        organ="dangxiao",
        rule_pack={"id": "xuchang-2023", "version": "1", "hash": "ab"},
        opened_at=datetime(2026, 11, 20, 1, 30, tzinfo=UTC),
        closed=False,
        tags=("provisional",),
        related=("CLAR-2026-0007",),
        terms=(a_term(),),
        work_items=(a_work_item(),),
    )
    return view.model_copy(update=changes)


def a_notice(seq: int, index: int = 0, **changes: Any) -> NoticeRecord:
    """A notice that an event makes happen."""
    notice = NoticeRecord(
        seq=seq,
        index=index,
        to_role="leader",
        to_organ="dangxiao",
        purpose="stage",
        subject_zh="进入评估",
        subject_en="evaluation begins",
        body_zh="张三一案进入评估。",
        body_en="The matter enters evaluation.",
    )
    return notice.model_copy(update=changes)


def a_batch(*seqs: int, matter: str = MATTER, **changes: Any) -> RecordBatch:
    """The events `seqs` of a matter, each with a notice, a document and a receipt."""
    batch = RecordBatch(
        matter=matter,
        events=tuple(an_event(seq) for seq in seqs),
        view=picture(matter, max(seqs)),
        notices=tuple(a_notice(seq) for seq in seqs),
        documents=tuple(
            DocumentRecord(seq=seq, index=0, kind="opinion", number=f"〔2026〕{seq}号")
            for seq in seqs
        ),
        receipts={f"op-{seq}": a_receipt(seq) for seq in seqs},
    )
    return batch.model_copy(update=changes)


def a_receipt(seq: int) -> dict[str, Any]:
    """The answer to the command that caused event `seq`."""
    told = {"seq", "kind", "effective_on", "text_zh", "text_en"}
    event = an_event(seq).model_dump(mode="json", include=told)
    receipt = {"seq": [seq], "digest": f"d{seq}", "events": [event]}
    return {"digest": f"d{seq}", "receipt": receipt}


def picture(matter: str, seq: int) -> MatterView:
    """The picture of a matter after event `seq`: its stage tells how far it is."""
    return a_view(matter, stage=f"stage-{seq}")


def project(events: list[EventRecord], matter: str = MATTER) -> MatterView:
    """Fold the events of a test matter."""
    return picture(matter, events[-1].seq)
