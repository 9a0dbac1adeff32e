"""The front page over HTTP, against what the views on record say, counted here in another way."""

import json
import shutil
import sqlite3
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
import pytest_asyncio

from starter.calendar_files import load_calendar
from starter.labels import ROLES
from tests.starter.html_pages import Page, portal_of, query_of, visit
from tests.starter.many_matters import a_matter, matters, number, office_of, today

COUNT = 230
CALENDAR = load_calendar()
NEVER = "9999-12-31"
NAMES_OF_EVENTS = "张三"


class Expected(NamedTuple):
    """One row as it must be."""

    due: str
    matter: str
    words: str
    role: str
    organ: str
    suspended: bool


@pytest_asyncio.fixture(scope="module")
async def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with 230 matters in three organs; for questions only."""
    data = tmp_path_factory.mktemp("crowd")
    store = await office_of(data, matters(COUNT, today()))
    await store.close()
    return data


@pytest_asyncio.fixture
async def portal(crowd: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The portal at the machine, without sign-in."""
    async with portal_of(crowd) as client:
        yield client


def views(data: Path) -> list[dict[str, Any]]:
    with sqlite3.connect(data / "records.db") as records:
        return [json.loads(row[0]) for row in records.execute("SELECT view FROM matters")]


def expected(data: Path) -> list[Expected]:
    """Tell from the views alone what must be listed, in order."""
    told = []
    for view in views(data):
        terms = {term["key"]: term for term in view["terms"]}
        for place, item in enumerate(view["work_items"]):
            term = terms.pop(item["term"], None)
            told.append((_row(view, term, item, 0), place))
        told += [(_row(view, term, None, 1), 0) for term in terms.values()]
    told.sort(key=lambda row: (*row[0][:3], row[1]))
    return [row for (_, _, _, row), _ in told]


def _row(
    view: dict[str, Any], term: dict[str, Any] | None, item: dict[str, Any] | None, order: int
) -> tuple[bool, tuple[str, int], str, Expected]:
    suspended = term is not None and term["suspended"]
    due = NEVER if term is None or suspended else term["due"]
    if item is None:
        words = "期限中止，恢复后续计" if suspended else "期限在走，无人待办"
        row = Expected(due, view["matter"], words, "", view["organ"], suspended)
    else:
        row = Expected(due, view["matter"], item["text_zh"], item["role"], item["organ"], suspended)
    return suspended, (due, order), view["matter"], row


def shown(page: Page) -> list[tuple[str, str, str]]:
    """The due day, the number and the words of each row."""
    return [
        (cells[0][:10] if cells[0][:2] == "20" else NEVER, cells[1].split()[0], cells[4])
        for cells in page.rows
    ]


def same(rows: list[tuple[str, str, str]], wanted: list[Expected]) -> bool:
    return len(rows) == len(wanted) and all(
        row[:2] == want[:2] and row[2].startswith(want.words)
        for row, want in zip(rows, wanted, strict=True)
    )


async def every_page(portal: httpx.AsyncClient, address: str = "/") -> list[tuple[str, str, str]]:
    """Follow the links from page to page."""
    rows: list[tuple[str, str, str]] = []
    while True:
        page = await visit(portal, address)
        rows += shown(page)
        following = page.all("//a[@rel='next']/@href")
        if not following:
            return rows
        address = following[0]


async def test_all_pages_together_are_the_queue_first_due_first(
    portal: httpx.AsyncClient, crowd: Path
) -> None:
    wanted = expected(crowd)

    rows = await every_page(portal)

    assert len(wanted) > 300, "three pages at least"
    assert same(rows, wanted)


async def test_a_page_beyond_the_last_is_the_last(portal: httpx.AsyncClient, crowd: Path) -> None:
    total = len(expected(crowd))

    page = await visit(portal, "/?page=99999")

    assert same(shown(page), expected(crowd)[total - total % 100 :])
    assert f"第 4 页，共 {-(-total // 100)} 页" in page.words
    back = await visit(portal, page.link("上一页"))
    assert same(shown(back), expected(crowd)[200:300])


def working_days_until(due: str) -> int:
    """Count, day by day, the working days after today up to a day."""
    day, count = today(), 0
    while day < date.fromisoformat(due):
        day += timedelta(days=1)
        count += CALENDAR.is_working_day(day)
    return count


FILTERS = {
    "organ=DW": lambda row: row.organ == "DW",
    "role=principal": lambda row: row.role == "principal",
    "kind=clarification": lambda row: True,
    "overdue=1": lambda row: row.due < today().isoformat(),
    "within=0": lambda row: row.due != NEVER and working_days_until(row.due) <= 0,
    "within=7": lambda row: row.due != NEVER and working_days_until(row.due) <= 7,
    "within=1000": lambda row: row.due != NEVER,
    "organ=SJW&role=undertaking_department&within=20": lambda row: (
        (row.organ, row.role) == ("SJW", "undertaking_department")
        and row.due != NEVER
        and working_days_until(row.due) <= 20
    ),
    "overdue=1&within=30": lambda row: row.due < today().isoformat(),
    "organ=DW&overdue=1": lambda row: row.organ == "DW" and row.due < today().isoformat(),
}


@pytest.mark.parametrize("query", FILTERS)
async def test_the_queue_is_narrowed_as_asked(
    portal: httpx.AsyncClient, crowd: Path, query: str
) -> None:
    wanted = [row for row in expected(crowd) if FILTERS[query](row)]

    rows = await every_page(portal, f"/?{query}")

    assert wanted
    assert same(rows, wanted)


@pytest.mark.parametrize("organ", ["", "DW"])
async def test_the_counts_are_of_the_whole_queue_of_an_organ(
    portal: httpx.AsyncClient, crowd: Path, organ: str
) -> None:
    rows = [row for row in expected(crowd) if organ in ("", row.organ)]
    late = sum(row.due < today().isoformat() for row in rows)
    near = sum(row.due != NEVER and working_days_until(row.due) <= 7 for row in rows)

    page = await visit(portal, f"/?organ={organ}&overdue=1&page=2")

    numbers = [int(n.text) for n in page.all("//ul[@class='counts']//strong")]
    assert numbers == [late, near, len(rows)]
    for link, many in zip(page.all("//ul[@class='counts']//a/@href"), numbers, strict=True):
        assert len(await every_page(portal, link)) == many, "a count leads to what it counted"


async def test_what_can_be_chosen_is_what_there_is(portal: httpx.AsyncClient, crowd: Path) -> None:
    page = await visit(portal, "/")

    rows = expected(crowd)
    assert set(page.all("//select[@id='organ']/option/@value")) == {"", "DW", "SJW", "XJW"}
    assert set(page.all("//select[@id='role']/option/@value")) == {row.role for row in rows}
    assert "某市纪委监委驻市某局纪检监察组" in page.words
    for role in page.all("//select[@id='role']/option[@value != '']"):
        assert role.text.strip() == ROLES[role.get("value")].zh


async def test_filters_in_use_are_named_and_taken_away_one_by_one(
    portal: httpx.AsyncClient,
) -> None:
    page = await visit(portal, "/?organ=DW&role=principal&within=50&refresh=off&lang=en")

    kept = query_of(page.link("Role: principal of the body"))
    assert kept == {"organ": "DW", "within": "50", "refresh": "off", "lang": "en"}
    assert query_of(page.link("Clear all filters")) == {"refresh": "off", "lang": "en"}
    assert page.all("//select[@id='organ']/option[@selected]/@value") == ["DW"]
    assert page.all("//input[@id='within']/@value") == ["50"]
    bare = await visit(portal, page.link("Clear all filters"))
    assert bare.all("//ul[@class='chips']") == []


async def test_the_form_keeps_language_and_rest(portal: httpx.AsyncClient) -> None:
    page = await visit(portal, "/?refresh=off&lang=en")

    hidden = page.all("//form//input[@type='hidden']")
    assert {field.get("name"): field.get("value") for field in hidden} == {
        "lang": "en",
        "refresh": "off",
    }
    assert page.all("//form/@method") == ["get"]
    empty = await visit(portal, "/?lang=en&organ=&role=&kind=&within=")
    assert empty.all("//ul[@class='chips']") == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("within=soon", "within"),
        ("within=-1", "within"),
        ("within=1001", "within"),
        ("within=1e3", "within"),
        ("within=%D9%A3", "within"),
        ("within=" + "9" * 5000, "within"),
        ("page=0", "page"),
        ("page=%00", "page"),
        ("overdue=maybe", "overdue"),
        ("refresh=on", "refresh"),
    ],
)
async def test_a_wrong_address_is_answered_with_the_field_and_what_to_do(
    portal: httpx.AsyncClient, query: str, field: str
) -> None:
    page = await visit(portal, f"/?{query}", 400)

    assert f"{field}：" in page.words
    assert page.link("回到首页") == "/?lang=zh"


HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize("field", ["organ", "role", "kind"])
async def test_hostile_words_in_the_address_stay_words(
    portal: httpx.AsyncClient, field: str
) -> None:
    answer = await portal.get("/", params={field: HOSTILE})

    page = Page(answer)
    assert page.all("//script") == []
    assert "<script" not in answer.text
    assert page.all(f"//select[@id='{field}']/option[@selected]/@value") == [HOSTILE]
    assert "没有符合筛选条件的待办。" in page.words


@pytest.mark.parametrize("query", ["organ=%00", "organ=%ED%A0%80", "lang=xx", "organ=a&organ=b"])
async def test_odd_addresses_are_answered(portal: httpx.AsyncClient, query: str) -> None:
    await visit(portal, f"/?{query}")


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


async def test_marks_say_what_colour_alone_would(portal: httpx.AsyncClient) -> None:
    marks = {}
    for address in ("/", "/?page=2", "/?page=3", "/?page=4"):
        page = await visit(portal, address)
        marks |= {cells[1].split()[0]: cells[6] for cells in page.rows if "在走" not in cells[4]}

    assert "中止" in marks[number(11)]
    assert "期限暂定" in marks[number(13)]
    assert "待答复申请人" in marks[number(7)]
    assert marks[number(3)] in ("—", "逾期")


async def test_the_page_renews_itself_until_told_to_stop(portal: httpx.AsyncClient) -> None:
    page = await visit(portal, "/?organ=DW&within=90&page=1")
    assert page.answer.headers["refresh"] == "60"

    stopped = await visit(portal, page.link("停止刷新"))
    assert "refresh" not in stopped.answer.headers
    assert query_of(str(stopped.answer.url))["organ"] == "DW"
    following = stopped.link("恢复自动刷新")
    assert (await visit(portal, following)).answer.headers["refresh"] == "60"
    assert "refresh" not in query_of(following)


async def test_the_page_says_of_which_moment_it_is(portal: httpx.AsyncClient) -> None:
    page = await visit(portal, "/")

    assert f"数据截至北京时间 {today().isoformat()} " in page.words


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


async def test_no_name_of_the_journal_reaches_the_page(portal: httpx.AsyncClient) -> None:
    for address in ("/", "/?page=2", "/?lang=en", "/?overdue=1"):
        assert NAMES_OF_EVENTS not in (await visit(portal, address)).answer.text


async def test_the_page_speaks_its_readers_language_or_the_one_asked_for(crowd: Path) -> None:
    async with portal_of(crowd, "wang") as portal:
        own, asked = await visit(portal, "/?within=50"), await visit(portal, "/?within=50&lang=zh")

    assert (own.root.get("lang"), asked.root.get("lang")) == ("en", "zh-CN")
    assert not any("\u4e00" <= sign <= "\u9fff" for row in own.rows for sign in "".join(row))
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
    assert [row[1] for row in shown(late)] == [number(3)]


async def test_no_rehearsal_is_spoken_of_in_earnest(portal: httpx.AsyncClient) -> None:
    assert "演练" not in (await visit(portal, "/")).words
