"""One matter in the Temporal UI: bars that say what they are, a history in words, its page."""

import re

import pytest
from playwright.async_api import Page, expect

from starter.reading import Reader
from tests.ui.engine_pages import bars, compact_history, of_kind, open_matter, status_page
from tests.ui.matters import Matters
from tests.ui.watching import Watch
from workflows.domain.roles import ROLE_LABELS, Role

pytestmark = pytest.mark.timeout(300)

SUMMARY = re.compile(r"Summary\s+(?!Attempt)\S")


def running_term(records: Reader, number: str) -> dict[str, str]:
    (term,) = [row for row in records.terms(number) if row["ended_on"] is None]
    return term


async def test_the_timeline_has_a_bar_for_each_stage_and_no_unnamed_timer(
    page: Page, matters: Matters, records: Reader
) -> None:
    await open_matter(page, matters.evaluating)

    due = running_term(records, matters.evaluating)["due"]
    assert await bars(page) == [
        f"▶ 20 Screening 筛查 · due {due}",
        f"▶ 40 Evaluation 评估 · due {due}",
    ]


async def test_an_overdue_matter_says_so_in_its_bar(
    page: Page, matters: Matters, records: Reader
) -> None:
    await open_matter(page, matters.overdue)

    due = running_term(records, matters.overdue)["due"]
    assert f"▶ 40 Evaluation 评估 · overdue since 逾期 {due}" in await bars(page)


async def test_every_timer_and_activity_of_the_compact_history_has_a_summary(
    page: Page, matters: Matters
) -> None:
    for number in (matters.overdue, matters.objected):
        await open_matter(page, number)
        rows = await compact_history(page)

        for kind in ("Timer", "Activity"):
            found = of_kind(rows, kind)
            assert await found.count() > 0, (number, kind)
            await expect(found.filter(has_not_text=SUMMARY)).to_have_count(0)


async def test_the_details_page_tells_stage_due_day_awaited_role_and_steps(
    page: Page, matters: Matters, records: Reader
) -> None:
    view = records.matter(matters.evaluating)
    (item,) = records.work_items(matters.evaluating)
    await open_matter(page, matters.evaluating)

    shown = await status_page(page)

    assert view is not None
    await expect(shown).to_contain_text(f"{view['stage']} · 期限 due {item['due']}")
    await expect(shown).to_contain_text(item["text_zh"])
    await expect(shown).to_contain_text(ROLE_LABELS[Role(item["role"])].zh)
    for step in records.events(matters.evaluating):
        await expect(shown).to_contain_text(step["text_zh"])


async def test_what_is_sent_to_be_drawn_holds_the_page_and_no_name(
    page: Page, matters: Matters, watch: Watch
) -> None:
    """Rendering sends the decoded page in an address; `watch` looks for names in all of them."""
    await open_matter(page, matters.objected)
    await expect(await status_page(page)).to_contain_text("75 Implementing 实施澄清")

    assert any("75 Implementing 实施澄清" in text for text in watch.rendered)
