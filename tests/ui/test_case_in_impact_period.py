"""A case whose subjects are in their impact periods: its pages say what a supervisor has to know.

What is expected is read from the journal of the same case, not from another page.
"""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Locator, Page, expect

from starter import paths
from starter.calendar_files import load_calendar
from starter.case_file.journal import read_journal
from starter.portal.views import all_views
from starter.reading import Reader, open_reader
from tests.ui.engine_pages import bars, heads, open_matter, rows_of, status_page, table
from tests.ui.lived_case import PERSONS, LivedCase
from tests.ui.own_pages import first_line, main, queue, section, table_of, words
from tests.ui.readers import NAMELESS, SUPERVISOR
from tests.ui.test_paper_and_no_script import needs_poppler, printed
from tests.ui.watching import Watch
from tests.ui.windows import House
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.roles import ROLE_LABELS, Role

pytestmark = pytest.mark.timeout(300)

GROUNDS = "隐患排查职责主要在基层站所"
"""From the letter of appeal."""
NEW = {"include": [["header"], ["section[aria-labelledby=standing]"]]}
"""What these pages have and those of clarifications do not; axe takes its time."""
TOO_WIDE = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.checkVisibility())
    .filter(element => element.getBoundingClientRect().right > 361)
    .map(element => element.textContent.slice(0, 40))"""
NARROWEST = 32_000
"""Bytes: half of what the tightest server on the way takes as an address."""


@pytest.fixture
def records(case: LivedCase) -> Iterator[Reader]:
    with open_reader(case.system.settings.data / paths.RECORDS) as reader:
        yield reader


@pytest_asyncio.fixture(loop_scope="session")
async def page(case_house: House) -> AsyncIterator[Page]:
    async with case_house.window(SUPERVISOR) as window:
        yield await window.new_page()


@pytest.fixture(autouse=True)
def nameless_addresses(watch: Watch) -> Iterator[None]:
    """No person of the case is in what a browser asks for or writes down."""
    yield
    assert [name for name in (*PERSONS, GROUNDS) if name in watch.told] == []


def followed(records: Reader, number: str) -> FollowUp:
    state = read_journal(records, number).state
    assert isinstance(state, FollowUp)
    return state


def sheet(page: Page, caption: str) -> Locator:
    """Return the table of a case file whose caption begins so."""
    return page.locator("table", has=page.locator("caption", has_text=re.compile(f"^{caption}")))


async def test_the_front_page_says_what_is_due_first_and_from_whom(
    page: Page, case: LivedCase, records: Reader
) -> None:
    await page.goto("/")

    rows = await queue(page)
    assert {first_line(row["事项"]) for row in rows} == set(case.all)
    days = [first_line(row["到期"]) for row in rows]
    items = [item for number in case.all for item in records.work_items(number)]
    assert days[0] == min(item["due"] for item in items if item["due"])
    dated = [day for day in days if day.startswith("20")]
    assert dated == sorted(dated)
    (appeal,) = [row for row in rows if first_line(row["事项"]) == case.appeal]
    (awaited,) = records.work_items(case.appeal)
    assert first_line(appeal["到期"]) == awaited["due"]
    assert first_line(appeal["待办人"]) == ROLE_LABELS[Role(awaited["role"])].zh
    marks = "".join(row["标记"] for row in rows if first_line(row["事项"]) == case.appealing)
    assert {"影响期内", "申诉中"} <= set(marks.split())


async def test_the_page_of_the_case_tells_gates_and_subjects_and_leads_to_their_follow_ups(
    page: Page, case: LivedCase, records: Reader
) -> None:
    await page.goto(f"/matters/{case.number}")

    await expect(main(page).locator(".lead")).to_contain_text("执行和整改")
    gates = await table_of(sheet(page, "关口"))
    ids = {part for row in gates for part in row["规则"].split()}
    assert {f"G{number}" for number in range(1, 12)} <= ids
    for row in gates:
        assert (row["状态"], row["尚缺（依据）"] == "—") in {("已满足", True), ("未满足", False)}
    rows = {row["后续"]: row for row in await table_of(sheet(page, "对象"))}
    assert set(rows) == {case.removed, case.appealing}
    for number, row in rows.items():
        state = followed(records, number)
        assert row["阶段"] == "影响期"
        assert row["影响期至"] == str(state.consequences.last_day)
        for each in state.consequences.restrictions:
            assert f"{each.first_eligible} 起可以" in row["不得"]
    for number in case.all[1:]:
        if "-A" not in number:
            await expect(section(page, "linked").get_by_role("link", name=number)).to_be_visible()

    await sheet(page, "对象").get_by_role("link", name=case.removed).click()

    await page.wait_for_url(f"**/matters/{case.removed}?lang=zh")


async def test_the_page_of_a_follow_up_tells_what_is_barred_until_when_and_what_comes_next(
    page: Page, case: LivedCase, records: Reader
) -> None:
    state = followed(records, case.appealing)

    await page.goto(f"/matters/{case.appealing}")

    barred = await table_of(sheet(page, "影响期至"))
    expected = [(str(e.last_day), str(e.first_eligible)) for e in state.consequences.restrictions]
    assert [(row["最后一日"], row["可以自"]) for row in barred] == expected
    assert all("办法" in row["缘由和依据"] or "细则" in row["缘由和依据"] for row in barred)
    awaited = await table_of(sheet(page, "在等谁做什么"))
    days = [row["到期"] for row in awaited]
    assert days == sorted(days)
    assert awaited[0]["要做的事"] == "首次回访"
    assert "关心帮助" in awaited[1]["要做的事"]
    (appeal,) = await table_of(sheet(page, "申诉（不停止执行）"))
    assert (appeal["申诉"], appeal["结果"]) == (case.appeal, "办理中")
    entries = await table_of(sheet(page, "归档"))
    assert len(entries) == len(state.lines)
    assert {row["情况"] for row in entries} == {"载入"}
    for row in await table_of(section(page, "papers").locator("table")):
        assert not re.fullmatch("[a-z_]+", row["文书"]), "a code instead of a word"


async def test_the_list_of_the_engine_has_the_columns_of_impact_periods(
    page: Page, case: LivedCase, records: Reader
) -> None:
    await page.goto("/setup")
    await page.wait_for_url("**/namespaces/default/workflows")
    await rows_of(page).first.wait_for()

    assert {"Stage", "DueAt", "ImpactEnd", "Tags", "Related"} <= set(await heads(page))
    rows = {row["Workflow ID"]: row for row in await table(page)}
    assert set(rows) == set(case.all)
    over = followed(records, case.removed).consequences.impact_end
    assert over is not None
    assert rows[case.removed]["ImpactEnd"].startswith(f"{over.year}年{over.month}月{over.day}日")
    assert {case.number, case.appeal} <= set(re.split(r"[,\s]+", rows[case.appealing]["Related"]))
    assert {"impact", "appeal"} <= set(rows[case.appealing]["Tags"].split(","))


async def test_the_lists_of_accountability_find_exactly_their_matters(
    case: LivedCase, records: Reader
) -> None:
    last = followed(records, case.appealing).consequences.last_day
    assert last is not None

    async def found(view: str, today: date) -> set[str]:
        (query,) = [each.query for each in all_views(load_calendar(), today) if each.id == view]
        return {each.id async for each in case.system.client.list_workflows(query)}

    early = last - timedelta(days=31)
    assert await found("impact", early) == {case.removed, case.appealing}
    assert await found("impact-ending", early) == set()
    assert await found("impact-ending", early + timedelta(days=1)) == {case.appealing}
    assert await found("kind-appeal", early) == {case.appeal}
    assert await found("role-upper_organ", early) == set()
    assert await found("role-adjudication_office", early) == {case.appeal}


async def test_bars_and_details_in_the_engine_are_words_with_days(
    page: Page, case: LivedCase, records: Reader, watch: Watch
) -> None:
    state = followed(records, case.appealing)
    await open_matter(page, case.appealing)

    shown = await bars(page)

    for term in state.terms:
        if term.ended_on is None:
            due = term.term.due(state.calendar)
            assert f"▶ {term.label.en} {term.label.zh} · due {due}" in shown or (
                "evaluation" in term.label.en
            ), "what begins only before the end has no bar yet"
    details = await status_page(page)
    first = min(item["due"] for item in records.work_items(case.appealing))
    last = state.consequences.last_day
    await expect(details).to_contain_text(
        f"期限 due {first} · 影响期至 impact period through {last}"
    )
    await expect(details).to_contain_text("appealed against 申诉中")
    assert 0 < max(len(address) for address in watch.addresses) < NARROWEST


async def test_readers_without_names_find_none_on_any_page(
    case_house: House, case: LivedCase
) -> None:
    async with case_house.window(NAMELESS) as window:
        page = await window.new_page()
        for address in ("/", *(f"/matters/{number}" for number in case.all)):
            await page.goto(address)
            source = await page.content()
            assert case.number in await words(page)
            assert [name for name in (*PERSONS, GROUNDS) if name in source] == []


async def test_axe_finds_nothing_on_a_narrow_screen_and_nothing_hangs_over(
    page: Page, case: LivedCase
) -> None:
    await page.set_viewport_size({"width": 360, "height": 800})
    for number in (case.number, case.appealing):
        await page.goto(f"/matters/{number}")

        found = await Axe().run(page, context=NEW)

        assert found.violations_count == 0, found.generate_report()
        assert await page.evaluate(TOO_WIDE) == []


@needs_poppler
async def test_a_follow_up_prints_whole(page: Page, case: LivedCase, tmp_path: Path) -> None:
    await page.goto(f"/matters/{case.appealing}")
    day = await sheet(page, "归档").locator("tbody tr").last.inner_text()

    sheets = await printed(page, tmp_path / "follow-up.pdf")

    assert 1 < len(sheets) < 12
    assert case.appealing in sheets[0]
    assert day.split()[0] in "".join(sheets)
    assert "核对" in sheets[-1]
