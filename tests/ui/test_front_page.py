"""The front page: first due first, as the journal itself counts it, narrowed as one likes."""

from collections.abc import Iterator

import pytest
from playwright.async_api import Page, expect

from starter.reading import Reader
from tests.ui.journal import lived
from tests.ui.matters import Matters
from tests.ui.own_pages import first_line, numbers, queue
from workflows.domain.clarification.decider import CLARIFICATION
from workflows.domain.roles import ROLE_LABELS

pytestmark = pytest.mark.timeout(300)

LAST = "9999-12-31"
"""Where what has no due day stands."""

Told = tuple[str, str, str, str]
"""A due day, a matter's number, what is awaited, of whom."""


def awaited(records: Reader, number: str) -> Iterator[Told]:
    """Tell from the journal what a matter waits for; a term of nobody's waits for nothing."""
    state = lived(records, number).state
    running = [d for d in CLARIFICATION.deadlines(state) if d.ended_on is None]
    due = {deadline.key: str(deadline.due(state.calendar) or LAST) for deadline in running}
    for item in CLARIFICATION.standing(state).work_items:
        yield due.pop(item.term or "", LAST), number, item.text.zh, ROLE_LABELS[item.role].zh
    for day in due.values():
        yield day, number, "期限中止，恢复后续计" if day == LAST else "期限在走，无人待办", "—"


def shown(row: dict[str, str]) -> Told:
    day = first_line(row["到期"])
    return (
        day if day[:2] == "20" else LAST,
        first_line(row["事项"]),
        first_line(row["等待办理"]),
        first_line(row["待办人"]),
    )


async def test_the_queue_is_what_the_journal_says_first_due_first(
    page: Page, matters: Matters, records: Reader
) -> None:
    await page.goto("/")

    rows = [shown(row) for row in await queue(page)]
    expected = [told for number in matters.all for told in awaited(records, number)]
    assert sorted(rows) == sorted(expected)
    assert [row[0] for row in rows] == sorted(told[0] for told in expected)
    assert len({row[0] for row in rows}) > 3, "without different days nothing is sorted"


async def test_a_row_says_stage_days_left_and_marks(
    page: Page, matters: Matters, records: Reader
) -> None:
    await page.goto("/")

    rows = {first_line(row["事项"]): row for row in await queue(page)}
    for number in matters.open:
        view = records.matter(number)
        assert view is not None
        assert rows[number]["环节"] == view["stage_zh"]
        assert (await page.locator("tr.late", has_text=number).count() == 1) is view["overdue"]
    assert "逾期" in rows[matters.overdue]["到期"]
    assert "逾期" in rows[matters.overdue]["标记"]
    assert "中止" in rows[matters.suspended]["标记"]
    assert "个工作日" in rows[matters.evaluating]["到期"]


async def test_a_row_leads_to_the_matter_in_the_engine_and_to_its_case_file(
    page: Page, matters: Matters
) -> None:
    await page.goto("/")
    await page.get_by_role("link", name=matters.objected, exact=True).click()
    await page.wait_for_url(f"**/namespaces/default/workflows/{matters.objected}/**")

    await page.goto("/")
    await page.get_by_role("link", name=f"案卷 {matters.objected}").click()
    await page.wait_for_url(f"**/matters/{matters.objected}?lang=zh")


@pytest.mark.parametrize(
    ("organ", "kept"),
    [("SJW", ["other"]), ("DW", ["evaluating", "overdue", "suspended", "objected"])],
)
async def test_the_queue_can_be_narrowed_to_an_organ(
    page: Page, matters: Matters, organ: str, kept: list[str]
) -> None:
    await page.goto("/")

    await page.get_by_label("机关").select_option(organ)
    await page.get_by_role("button", name="筛选").click()
    await page.wait_for_url(f"**organ={organ}**")

    assert set(await numbers(page)) == {getattr(matters, name) for name in kept}


async def test_the_queue_can_be_narrowed_to_a_role_and_a_kind(
    page: Page, matters: Matters, records: Reader
) -> None:
    role = "undertaking_department"
    await page.goto("/")

    await page.get_by_label("待办角色").select_option(role)
    await page.get_by_label("事项种类").select_option("clarification")
    await page.get_by_role("button", name="筛选").click()
    await page.wait_for_url(f"**role={role}&kind=clarification**")

    items = [(n, item["role"]) for n in matters.all for item in records.work_items(n)]
    rows = await queue(page)
    assert sorted(await numbers(page)) == sorted(n for n, asked in items if asked == role)
    assert {first_line(row["待办人"]) for row in rows} == {"承办部门"}
    assert {row["种类"] for row in rows} == {"澄清正名"}


async def test_only_roles_that_somebody_waits_for_can_be_chosen(
    page: Page, matters: Matters, records: Reader
) -> None:
    await page.goto("/")

    options = page.get_by_label("待办角色").locator("option")
    offered = await options.evaluate_all("options => options.map(option => option.value)")
    roles = {item["role"] for number in matters.all for item in records.work_items(number)}
    assert set(offered) - {""} == roles


async def test_only_what_is_overdue(page: Page, matters: Matters) -> None:
    await page.goto("/")

    await page.get_by_label("只看逾期").check()
    await page.get_by_role("button", name="筛选").click()
    await page.wait_for_url("**overdue=1**")

    assert await numbers(page) == [matters.overdue]
    await page.get_by_role("link", name="清除全部筛选").click()
    await expect(page.get_by_label("只看逾期")).not_to_be_checked()
    assert set(matters.open) == set(await numbers(page))


async def test_working_days_narrow_by_each_matters_own_date(
    page: Page, matters: Matters, records: Reader
) -> None:
    await page.goto("/?within=0")

    assert await numbers(page) == [matters.overdue]
    await page.goto("/?within=7")
    assert matters.overdue in await numbers(page)
    assert matters.suspended not in await numbers(page)


async def test_nothing_left_is_said_in_words(page: Page, matters: Matters) -> None:
    await page.goto("/?organ=NOWHERE")

    await expect(page.get_by_text("没有符合筛选条件的待办。")).to_be_visible()


async def test_the_page_renews_itself_until_it_is_told_to_stop(
    page: Page, matters: Matters
) -> None:
    answer = await page.goto("/?organ=DW")
    assert answer is not None
    assert int(answer.headers["refresh"]) >= 30

    await page.get_by_role("link", name="停止刷新").click()
    await page.wait_for_url("**refresh=off**")

    assert "organ=DW" in page.url, "stopping keeps what was chosen"
    answer = await page.reload()
    assert answer is not None
    assert "refresh" not in answer.headers
    await page.get_by_role("link", name="恢复自动刷新").click()
    await expect(page.get_by_role("link", name="停止刷新")).to_be_visible()


async def test_it_speaks_english_too(page: Page, matters: Matters) -> None:
    await page.goto("/")
    await page.get_by_role("link", name="English").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("What is due")
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    assert await page.locator("table.queue tbody tr").count() > len(matters.open)
