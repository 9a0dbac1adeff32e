"""Numbers run by organ, word and year: no gap, no repeat, whoever asks at once or dies."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

import pytest

from activities.store import PaperNumberTaken, RecordStore, open_store
from activities.store.papers import NewPaper, PaperKey, Series, StoredPaper, Template

PATTERN = "{mark}{word}〔{year}〕{serial}号"
MARKS = {"DW": "某纪驻", "SJW": "某纪"}
TEMPLATE = Template("t" * 64, "clarification_letter", b"template")


def a_paper(seq: int, organ: str = "DW", word: str = "函", year: int = 2026) -> NewPaper:
    key, series = PaperKey("CLAR-2026-0042", seq), Series(organ, word, year)
    letterhead = {"name": f"机关 {organ}", "mark": MARKS.get(organ, "同")}
    return NewPaper(key, "clarification_letter", series, PATTERN, letterhead)


@pytest.fixture
async def rival(store: RecordStore, store_url: str) -> AsyncIterator[RecordStore]:
    """The same record store as another worker process has it open."""
    opened = open_store(store_url)
    yield opened
    await opened.close()


async def test_the_first_number_of_a_series_is_one_and_is_written_as_the_pack_says(
    store: RecordStore,
) -> None:
    numbers = [
        (await store.enter_paper(a_paper(seq, *series))).number
        for seq, series in enumerate([(), (), ("SJW",), ("DW", "通报"), ("DW", "函", 2027)], 1)
    ]

    assert numbers == [
        "某纪驻函〔2026〕1号",
        "某纪驻函〔2026〕2号",
        "某纪函〔2026〕1号",
        "某纪驻通报〔2026〕1号",
        "某纪驻函〔2027〕1号",
    ]


async def test_a_document_that_asks_again_has_the_number_and_letterhead_it_got(
    store: RecordStore,
) -> None:
    first = await store.enter_paper(a_paper(7))
    later = a_paper(7)
    renamed = NewPaper(
        later.key, later.kind, later.series, PATTERN, {"name": "新名", "mark": "新纪"}
    )

    assert await store.enter_paper(renamed) == first
    assert (await store.register())[1] == {first.series: 1}


async def test_many_makers_at_once_over_new_year_leave_no_gap_and_no_repeat(
    store: RecordStore, rival: RecordStore
) -> None:
    asked = [
        a_paper(seq, ("DW", "SJW")[seq % 2], ("函", "纪要")[seq % 3 > 0], 2026 + (seq % 5 > 2))
        for seq in range(1, 81)
    ]
    twice = [
        each for paper in asked for each in (store.enter_paper(paper), rival.enter_paper(paper))
    ]

    answers = await asyncio.gather(*twice)

    assert answers[::2] == answers[1::2]
    check_whole(await store.register(), len(asked))


async def test_makers_that_die_between_number_and_file_waste_no_number(
    store: RecordStore, rival: RecordStore
) -> None:
    async def make(worker: RecordStore, seq: int) -> None:
        entered = await worker.enter_paper(a_paper(seq))
        if (seq + (worker is rival)) % 2:  # dies here
            return
        await worker.keep_paper(entered.key, TEMPLATE, f"{seq:064}", b"sealed by the first")

    seqs = range(1, 41)
    await asyncio.gather(*(make(worker, seq) for seq in seqs for worker in (store, rival)))

    register, last = await rival.register()
    check_whole((register, last), len(seqs))
    assert all(paper.sha256 == f"{paper.key.seq:064}" for paper in register)


def check_whole(register: tuple[list[StoredPaper], dict[Series, int]], papers: int) -> None:
    entered, last = register
    serials: dict[Series, list[int]] = defaultdict(list)
    for paper in entered:
        serials[paper.series].append(paper.serial)
    assert len(entered) == papers == len({paper.number for paper in entered})
    for series, used in serials.items():
        assert used == list(range(1, last[series] + 1)), series
    assert set(serials) == set(last)


async def test_a_number_that_another_organ_has_is_refused_and_takes_nothing(
    store: RecordStore,
) -> None:
    await store.enter_paper(a_paper(1, "A"))

    with pytest.raises(PaperNumberTaken, match="share a mark"):
        await store.enter_paper(a_paper(2, "B"))

    assert (await store.register())[1] == {Series("A", "函", 2026): 1}
    assert await store.paper(PaperKey("CLAR-2026-0042", 2)) is None


async def test_of_two_files_for_one_document_the_first_stays(
    store: RecordStore, rival: RecordStore
) -> None:
    entered = await store.enter_paper(a_paper(1))
    await store.keep_paper(entered.key, TEMPLATE, "a" * 64, b"first")

    kept = await rival.keep_paper(entered.key, TEMPLATE, "b" * 64, b"second")

    assert (kept.sha256, kept.sealed, kept.template) == ("a" * 64, b"first", TEMPLATE.sha256)
    assert await store.template(TEMPLATE.sha256) == b"template"


async def test_a_file_without_a_number_is_not_kept(store: RecordStore) -> None:
    with pytest.raises(ValueError, match="no number"):
        await store.keep_paper(PaperKey("CLAR-2026-0042", 1), TEMPLATE, "a" * 64, b"file")

    assert await store.template(TEMPLATE.sha256) is None
