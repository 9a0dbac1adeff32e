"""What the front page tells whom: in words, by right, in two languages, and nothing hostile."""

import shutil
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from starter.portal.front import left
from tests.starter.crowd import COUNT, every_page, expected, same, shown
from tests.starter.html_pages import Page, portal_of, query_of, visit
from tests.starter.many_matters import a_matter, number, office_of, today

ORGAN = "某市纪委监委驻市某局纪检监察组"
"""A name of its own, the same in both languages."""
NAMES_OF_EVENTS = "张三"
HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize("field", ["organ", "role", "kind"])
async def test_hostile_words_in_the_address_stay_words(
    crowded: httpx.AsyncClient, field: str
) -> None:
    answer = await crowded.get("/", params={field: HOSTILE})

    page = Page(answer)
    assert page.all("//script") == []
    assert "<script" not in answer.text
    assert page.all(f"//select[@id='{field}']/option[@selected]/@value") == [HOSTILE]
    assert "没有符合筛选条件的待办。" in page.words


@pytest.mark.parametrize("query", ["organ=%00", "organ=%ED%A0%80", "lang=xx", "organ=a&organ=b"])
async def test_odd_addresses_are_answered(crowded: httpx.AsyncClient, query: str) -> None:
    await visit(crowded, f"/?{query}")


async def test_hostile_data_stays_data(tmp_path: Path) -> None:
    view = a_matter(1, today())
    item = view.work_items[0].model_copy(update={"text_zh": HOSTILE, "organ": HOSTILE})
    changes = {"matter": "A/../?x=1&<b>", "stage_zh": HOSTILE, "kind": HOSTILE, "tags": (HOSTILE,)}
    store = await office_of(tmp_path, [view.model_copy(update={**changes, "work_items": (item,)})])
    await store.close()

    async with portal_of(tmp_path) as portal:
        page = await visit(portal, "/")

    assert "<script" not in page.answer.text
    assert page.rows[0][3] == HOSTILE
    links = page.all("//tbody//a/@href")
    assert links[0] == "/namespaces/default/workflows/A%2F..%2F%3Fx%3D1%26%3Cb%3E"
    assert links[1] == "/matters/A%2F..%2F%3Fx%3D1%26%3Cb%3E?lang=zh"


@pytest.mark.parametrize(
    ("days", "zh", "en"),
    [
        (-30, "逾期 30 天", "30 days overdue"),
        (-1, "逾期 1 天", "1 day overdue"),
        (0, "今天到期", "due today"),
        (1, "还有 1 天（", "1 day left ("),
        (9, "还有 9 天（", "9 days left ("),
    ],
)
async def test_how_far_away_a_day_is_stands_there_in_words(
    tmp_path: Path, days: int, zh: str, en: str
) -> None:
    store = await office_of(tmp_path, [a_matter(1, today() + timedelta(days=days))])
    await store.close()

    async with portal_of(tmp_path) as portal:
        chinese, english = await visit(portal, "/"), await visit(portal, "/?lang=en")

    assert zh in chinese.rows[0][0]
    assert en in english.rows[0][0]
    assert bool(chinese.all("//tr[@class='late']")) is (days < 0)
    assert ("逾期" in chinese.rows[0][6]) is (days < 0)


async def test_an_organ_has_its_name_where_the_directory_knows_it(
    crowded: httpx.AsyncClient,
) -> None:
    known, unknown = await visit(crowded, "/?organ=DW"), await visit(crowded, "/?organ=XJW")

    assert known.rows[0][5].endswith(f"{ORGAN} DW")
    assert unknown.rows[0][5] == "承办部门XJW"


async def test_marks_say_what_colour_alone_would(crowded: httpx.AsyncClient) -> None:
    marks = {}
    for address in ("/", "/?page=2", "/?page=3", "/?page=4"):
        page = await visit(crowded, address)
        marks |= {cells[1].split()[0]: cells[6] for cells in page.rows if "在走" not in cells[4]}

    assert "中止" in marks[number(11)]
    assert "期限暂定" in marks[number(13)]
    assert "待答复申请人" in marks[number(7)]
    assert marks[number(3)] in ("—", "逾期")


async def test_an_officer_sees_the_matters_of_his_organ_but_not_those_closed_to_him(
    crowd: Path,
) -> None:
    closed_to_him = {number(n) for n in range(12, COUNT + 1, 12)}
    wanted = [
        row for row in expected(crowd) if row.organ == "DW" and row.matter not in closed_to_him
    ]

    async with portal_of(crowd, "wang") as portal:
        rows = await every_page(portal, "/?lang=zh")
        page = await visit(portal, "/?lang=zh")

    assert closed_to_him & {row.matter for row in expected(crowd) if row.organ == "DW"}
    assert same(rows, wanted)
    assert page.all("//select[@id='organ']/option/@value") == ["", "DW"]
    assert [int(n.text) for n in page.all("//ul[@class='counts']//strong")][2] == len(wanted)
    assert "XJW" not in page.answer.text


@pytest.mark.parametrize(
    ("officer", "total"), [("jian", COUNT), ("bystander", 0)], ids=["reads all", "reads none"]
)
async def test_rights_decide_over_the_whole_page(crowd: Path, officer: str, total: int) -> None:
    async with portal_of(crowd, officer) as portal:
        rows = await every_page(portal)

    assert len({row[1] for row in rows}) == total


async def test_no_name_of_the_journal_reaches_the_page(crowded: httpx.AsyncClient) -> None:
    for address in ("/", "/?page=2", "/?lang=en", "/?overdue=1"):
        assert NAMES_OF_EVENTS not in (await visit(crowded, address)).answer.text


async def test_the_page_speaks_its_readers_language_or_the_one_asked_for(crowd: Path) -> None:
    async with portal_of(crowd, "wang") as portal:
        own, asked = await visit(portal, "/?within=50"), await visit(portal, "/?within=50&lang=zh")

    assert (own.root.get("lang"), asked.root.get("lang")) == ("en", "zh-CN")
    words = "".join(cell for row in own.rows for cell in row).replace(ORGAN, "")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in words)
    switch = own.link("中文")
    assert query_of(switch) == {"within": "50", "lang": "zh"}


async def test_nothing_at_all_is_said_in_words(tmp_path: Path) -> None:
    store = await office_of(tmp_path, [])
    await store.close()

    async with portal_of(tmp_path) as portal:
        page = await visit(portal, "/")

    assert page.words.startswith("待办")
    assert "没有待办。" in page.words
    assert page.all("//table | //form") == []
    assert page.link("在办").startswith("/namespaces/default/workflows?query=")


async def test_a_store_that_is_away_is_said_in_words_and_comes_back(
    crowd: Path, tmp_path: Path
) -> None:
    async with portal_of(tmp_path) as portal:
        away = await visit(portal, "/", 503)
        shutil.copy(crowd / "records.db", tmp_path)
        back = await visit(portal, "/")

    assert "稍后" in away.words
    assert "records.db" not in away.answer.text
    assert len(back.rows) == 100


async def test_in_a_rehearsal_each_row_is_counted_from_the_date_of_its_matter(
    tmp_path: Path,
) -> None:
    day = today()
    store = await office_of(tmp_path, [a_matter(1, day), a_matter(3, day), a_matter(4, day)])
    await store.set_clock_skew(number(3), 86_400)
    await store.set_clock_skew(number(4), -86_400)
    await store.close()

    async with portal_of(tmp_path) as portal:
        page = await visit(portal, "/")
        late = await visit(portal, "/?overdue=1")

    told = {cells[1].split()[0]: cells[0] for cells in page.rows}
    assert "今天到期" in told[number(1)]
    assert "逾期 1 天" in told[number(3)]
    assert "还有 1 天" in told[number(4)]
    assert f"该件今天 {day + timedelta(days=1)}" in told[number(3)]
    assert page.words.count("这是演练") == 1
    assert page.words.count("真实的今天") == 1
    assert [row[1] for row in shown(late)] == [number(3)]


async def test_no_rehearsal_is_spoken_of_in_earnest(crowded: httpx.AsyncClient) -> None:
    assert "演练" not in (await visit(crowded, "/")).words


def test_3_10_a_period_is_over_or_has_days_left_and_is_never_overdue() -> None:
    row = {"suspended": False, "period": True, "overdue": False, "remaining_working_days": None}

    said = [left({**row, "remaining_days": days}) for days in (-1, 0, 1)]

    assert [text.zh for text in said] == ["已届满", "今天届满", "还有 1 天"]
    assert [text.en for text in said] == ["over", "ends today", "1 day left"]
