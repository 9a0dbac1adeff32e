"""Periods whose last day passed while no worker ran: over, but nobody is late (3.10, Art. 20)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio

from activities.store import open_store
from starter.officers import write_sample
from tests.domain.follow_up import builders as follow_up
from tests.domain.parts import noon
from tests.domain.probation import builders as probation
from tests.starter.accountability.recorded import CASE, REMOVED, whole
from tests.starter.reading.lives import ask

PROBATION = "ACC-2026-0001-P1"
WAKES_ON = {REMOVED: "2025-06-02", PROBATION: "2030-01-07"}
"""The days that their clocks show, long after the last facts on record."""


@pytest_asyncio.fixture(scope="module")
async def forsaken(tmp_path_factory) -> Path:
    """An office whose workers stopped while an impact period and a probation ran."""
    data = tmp_path_factory.mktemp("forsaken")
    write_sample(data, in_force=True)
    store = open_store(f"sqlite:///{data / 'records.db'}")
    await store.migrate()
    for life in (follow_up.carried_out(case=CASE), probation.a_life("RUNNING")):
        number = life.state.number
        await store.record(whole(life))
        skew = noon(WAKES_ON[number]) - datetime.now(UTC)
        await store.set_clock_skew(number, int(skew.total_seconds()))
    await store.close()
    return data


def test_show_says_that_a_period_is_over_and_calls_only_duties_overdue(forsaken: Path) -> None:
    terms = {t["key"]: t for t in ask(forsaken, "show", REMOVED, "--json").document["terms"]}
    page = ask(forsaken, "show", REMOVED).out

    assert (terms["impact"]["due"], terms["impact"]["overdue"]) == ("2025-02-28", False)
    assert terms["impact"]["period"] is True
    assert terms["touchpoint_quarterly"]["overdue"] is True
    impact = next(line for line in page.splitlines() if line.startswith("影响期 "))
    assert impact.endswith("已届满")
    assert "over" in ask(forsaken, "why", REMOVED, "impact", "--lang", "en").out


def test_what_belongs_to_a_period_is_not_late_with_it(forsaken: Path) -> None:
    items = ask(forsaken, "show", PROBATION, "--json").document["work_items"]

    assert [(item["action"], item["overdue"]) for item in items] == [("check-node", False)]


def test_the_queue_lists_duties_and_no_period_for_its_own_sake(forsaken: Path) -> None:
    everything = ask(forsaken, "due", "--json").document["items"]
    late = ask(forsaken, "due", "--overdue", "--json").document["items"]

    assert {row["term"] for row in everything if row["period"]} == {"probation"}
    assert not any(row["overdue"] for row in everything if row["period"])
    assert {row["matter"] for row in late} == {REMOVED}
    assert "已届满" in ask(forsaken, "due").out


def test_a_store_with_periods_agrees_with_its_journal_and_is_rebuilt_the_same(
    forsaken: Path,
) -> None:
    before = ask(forsaken, "due", "--json").document["items"]

    assert ask(forsaken, "records", "verify").code == 0
    assert ask(forsaken, "records", "rebuild").code == 0
    assert ask(forsaken, "records", "verify").code == 0
    assert ask(forsaken, "due", "--json").document["items"] == before
