"""The work queue: first due first over all matters, judged by the day in Shanghai."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from activities.store import RecordStore, projections, tables
from starter.reading import Reader, open_reader
from tests.store_fixtures import a_batch, a_term, a_view, a_work_item

NOW = datetime(2026, 11, 20, 4, tzinfo=UTC)


async def fill(store: RecordStore) -> None:
    """Five matters: late, soon, far, suspended, and one whose term nobody is asked to meet."""
    for number, term, item in (
        (1, a_term(due=date(2026, 11, 19), overdue=True), a_work_item(role="leader")),
        (2, a_term(due=date(2026, 11, 25)), a_work_item()),
        (3, a_term(due=date(2026, 12, 20)), a_work_item(organ="jiwei")),
        (4, a_term(due=date(2026, 11, 1), suspended=True), a_work_item()),
        (5, a_term(due=date(2026, 11, 22)), a_work_item(term="")),
    ):
        matter = f"CLAR-2026-{number:04d}"
        view = a_view(matter, terms=(term,), work_items=(item,))
        await store.record(a_batch(1, matter=matter, view=view))


def queue(reader: Reader, **wanted: Any) -> list[tuple[int, str | None]]:
    rows = reader.due(**{"now": NOW} | wanted)
    return [(int(row["matter"][-4:]), row["due"]) for row in rows]


async def test_the_queue_comes_first_due_first_and_suspended_last(
    store: RecordStore, store_url: str
) -> None:
    await fill(store)

    with open_reader(store_url) as reader:
        found = queue(reader)

    assert found == [
        (1, "2026-11-19"),
        (5, "2026-11-22"),
        (2, "2026-11-25"),
        (3, "2026-12-20"),
        (4, None),
        (5, None),
    ]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({"role": "leader"}, [1]),
        ({"organ": "jiwei"}, [3]),
        ({"kind": "clarification", "limit": 2}, [1, 5]),
        ({"kind": "accountability"}, []),
        ({"within_days": 0}, [1]),
        ({"within_days": 2}, [1, 5]),
        ({"within_days": 5}, [1, 5, 2]),
        ({"overdue_only": True}, [1]),
        ({"overdue_only": True, "role": "handler"}, []),
        ({"limit": 0}, []),
    ],
)
async def test_the_queue_can_be_narrowed(
    store: RecordStore, store_url: str, wanted: dict[str, Any], numbers: list[int]
) -> None:
    await fill(store)

    with open_reader(store_url) as reader:
        assert [number for number, _ in queue(reader, **wanted)] == numbers


async def test_a_row_of_the_queue_says_who_must_do_what(store: RecordStore, store_url: str) -> None:
    await fill(store)

    with open_reader(store_url) as reader:
        first = reader.due(now=NOW, limit=1)[0]

    assert first == {
        "matter": "CLAR-2026-0001",
        "kind": "clarification",
        "stage": "evaluation",
        "stage_zh": "评估",
        "stage_en": "Evaluation",
        "action": "give-opinion",
        "text_zh": "提出意见",
        "text_en": "give an opinion",
        "role": "leader",
        "organ": "dangxiao",
        "due": "2026-11-19",
        "term": "handling",
        "label_zh": "办理期限",
        "label_en": "handling",
        "provisional": False,
        "suspended": False,
        "overdue": True,
        "period": False,
    }


async def test_the_matters_of_the_queue_are_known_with_whose_they_are(
    store: RecordStore, store_url: str
) -> None:
    await fill(store)
    over = a_view("CLAR-2026-0006", terms=(a_term(ended_on=date(2026, 11, 19)),), work_items=())
    await store.record(a_batch(1, matter="CLAR-2026-0006", view=over))

    with open_reader(store_url) as reader:
        views, rows = reader.waiting_views(), reader.due(now=NOW)

    assert set(views) == {row["matter"] for row in rows}
    assert "CLAR-2026-0006" not in views
    assert views["CLAR-2026-0003"]["organs"] == []
    assert views["CLAR-2026-0003"]["work_items"][0]["organ"] == "jiwei"


async def test_a_term_is_late_only_when_its_day_is_over_in_shanghai(
    store: RecordStore, store_url: str
) -> None:
    await fill(store)
    midnight_in_shanghai = datetime(2026, 11, 25, 16, tzinfo=UTC)

    with open_reader(store_url) as reader:
        before = queue(reader, overdue_only=True, now=midnight_in_shanghai - timedelta(seconds=1))
        after = queue(reader, overdue_only=True, now=midnight_in_shanghai)

    assert [number for number, _ in before] == [1, 5]
    assert [number for number, _ in after] == [1, 5, 2]


async def test_lateness_shows_while_no_worker_is_there_to_flag_it(
    store: RecordStore, store_url: str
) -> None:
    await fill(store)

    with open_reader(store_url) as reader:
        rows = reader.due(now=datetime(2027, 1, 1, tzinfo=UTC))

    late = {int(row["matter"][-4:]) for row in rows if row["overdue"]}
    assert late == {1, 2, 3, 5}  # not the suspended one


async def test_a_period_is_nobodys_work_and_never_late(store: RecordStore, store_url: str) -> None:
    """3.10: an impact period runs out by itself; what belongs to a period is not late with it."""
    impact = a_term(key="impact", due=date(2028, 11, 20), period=True)
    probation = a_term(key="probation", due=date(2026, 11, 19), period=True)
    check = a_work_item(action="check-node", term="probation")
    for view in (
        a_view("ACC-2026-0001-S1", terms=(impact,), work_items=()),
        a_view("ACC-2026-0001-P1", terms=(probation,), work_items=(check,)),
    ):
        await store.record(a_batch(1, matter=view.matter, view=view))

    with open_reader(store_url) as reader:
        rows = reader.due(now=NOW)
        late = reader.due(now=NOW, overdue_only=True)
        views = reader.waiting_views()

    assert [(row["matter"], row["overdue"], row["period"]) for row in rows] == [
        ("ACC-2026-0001-P1", False, True)
    ]
    assert late == []
    assert set(views) == {"ACC-2026-0001-P1"}


async def test_in_a_rehearsal_each_matter_is_judged_by_its_own_clock(
    store: RecordStore, store_url: str
) -> None:
    await fill(store)
    await store.set_clock_skew("CLAR-2026-0003", 60 * 86_400)

    with open_reader(store_url) as reader:
        assert [number for number, _ in queue(reader, overdue_only=True)] == [1, 3]
        assert [number for number, _ in queue(reader, within_days=3)] == [1, 5, 3]


async def test_the_head_of_a_queue_of_ten_thousand_matters_is_what_is_due_first(
    store: RecordStore, store_url: str
) -> None:
    await fill_by_the_thousand(store)

    with open_reader(store_url) as reader:
        first = reader.due(now=NOW, limit=50)
        of_one_role = reader.due(now=NOW, role="handler", limit=50)
        everything = reader.due(now=NOW, limit=100_000)

    assert len(first) == len(of_one_role) == 50
    assert len(everything) >= 10_000
    assert [row["due"] for row in first] == sorted(row["due"] for row in everything)[:50]


async def fill_by_the_thousand(store: RecordStore) -> None:
    """Put ten thousand pictures in place, due on three hundred days."""
    views = [
        a_view(
            f"CLAR-2026-{number:05d}",
            terms=(a_term(due=date(2026, 11, 20) + timedelta(days=number % 300)),),
        )
        for number in range(10_000)
    ]

    def insert(connection: sa.Connection) -> None:
        connection.execute(
            sa.insert(tables.matters), [projections.matter_row(view, 1) for view in views]
        )
        for table, rows in (
            (tables.terms, [row for view in views for row in projections.term_rows(view)]),
            (tables.work_items, [row for v in views for row in projections.work_item_rows(v)]),
        ):
            connection.execute(sa.insert(table), rows)

    await store.database.write(insert)
