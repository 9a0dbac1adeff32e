"""A number belongs to one matter for ever, and a finding to one number."""

import asyncio

import pytest

from activities.store import FindingTaken, NumberTaken, RecordStore
from tests.store_fixtures import MATTER


async def test_a_number_is_reserved_once_and_its_owner_may_ask_again(store: RecordStore) -> None:
    first = await store.reserve(MATTER, "clarification", "d1", "F-1")
    again = await store.reserve(MATTER, "clarification", "d1", "F-1")

    assert (first.fresh, again.fresh) == (True, False)


async def test_a_number_of_another_matter_is_refused(store: RecordStore) -> None:
    await store.reserve(MATTER, "clarification", "d1", "F-1")

    with pytest.raises(NumberTaken, match=MATTER):
        await store.reserve(MATTER, "clarification", "d2", "F-2")


async def test_a_finding_that_has_a_matter_names_it(store: RecordStore) -> None:
    await store.reserve(MATTER, "clarification", "d1", "F-1")

    with pytest.raises(FindingTaken) as refused:
        await store.reserve("CLAR-2026-0043", "clarification", "d2", "F-1")

    assert refused.value.number == MATTER
    assert (await store.reserve("CLAR-2026-0043", "clarification", "d2", "F-2")).fresh


async def test_matters_without_a_finding_do_not_clash(store: RecordStore) -> None:
    assert (await store.reserve("CLAR-2026-0001", "clarification", "d1")).fresh
    assert (await store.reserve("CLAR-2026-0002", "clarification", "d2")).fresh


async def test_of_clerks_who_want_the_same_number_at_once_one_gets_it(store: RecordStore) -> None:
    wanted = [store.reserve(MATTER, "clarification", f"d{n}", f"F-{n}") for n in range(6)]

    answers = await asyncio.gather(*wanted, return_exceptions=True)

    assert sum(isinstance(answer, NumberTaken) for answer in answers) == 5
