"""What is on record of each way of a notice: per recipient and channel; sent stays sent."""

import pytest

from activities.delivery.channels import LONGEST_DATA, LONGEST_WAIT
from activities.store import RecordStore
from activities.store.deliveries import Trial
from activities.store.rebuild import rebuild
from tests.store_fixtures import MATTER, a_batch, a_view, project
from workflows.patience import NOTIFYING

KEY = (MATTER, 2, 0)


async def trials(store: RecordStore) -> dict[tuple[str, str], Trial]:
    waiting = await store.waiting_notice(KEY)
    assert waiting is not None
    return dict(waiting.trials)


@pytest.fixture
async def store(store: RecordStore) -> RecordStore:
    await store.record(a_batch(1, 2, view=a_view(excluded=("li", "o-9"))))
    return store


async def test_each_way_has_a_row_of_its_own(store: RecordStore) -> None:
    sent, queued = Trial("sent", 1, "250 OK"), Trial("queued", 2, "451 later")

    await store.mark_delivery(KEY, (("wang", "ma"), "webhook"), sent)
    await store.mark_delivery(KEY, (("wang",), "email"), queued)
    await store.mark_delivery((MATTER, 1, 0), (("",), "file"), sent)

    assert await trials(store) == {
        ("wang", "webhook"): sent,
        ("ma", "webhook"): sent,
        ("wang", "email"): queued,
    }


async def test_the_last_word_counts_until_something_was_sent(store: RecordStore) -> None:
    """A late attempt whose answer was lost must not make a sent notice wait again."""
    words = [
        Trial("queued", 1, "451"),
        Trial("undeliverable", 2, "550"),
        Trial("sent", 3, "250"),
        Trial("queued", 4, "451"),
    ]
    kept = []

    for trial in words:
        await store.mark_delivery(KEY, (("wang",), "email"), trial)
        kept.append((await trials(store))["wang", "email"])

    assert kept == [*words[:3], words[2]]


async def test_an_attempt_knows_who_may_not_hear_of_the_matter(store: RecordStore) -> None:
    waiting = await store.waiting_notice(KEY)

    assert waiting is not None
    assert waiting.excluded == ("li", "o-9")
    assert await store.waiting_notice((MATTER, 3, 0)) is None


async def test_a_rebuild_keeps_what_came_of_each_way(store: RecordStore) -> None:
    await store.mark_delivery(KEY, (("wang",), "email"), Trial("sent", 1, "250"))

    await rebuild(store, project)

    assert (await trials(store))["wang", "email"].state == "sent"


def test_no_server_can_take_longer_than_an_attempt_has() -> None:
    assert NOTIFYING["start_to_close_timeout"].total_seconds() >= 2 * (LONGEST_WAIT + LONGEST_DATA)
