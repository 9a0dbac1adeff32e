"""The front page over HTTP: the queue in order, narrowed, counted, cut into pages."""

from datetime import datetime
from pathlib import Path

import httpx
import pytest

from starter.labels import ROLES
from tests.starter.crowd import NEVER, every_page, expected, same, shown, working_days_until
from tests.starter.html_pages import query_of, visit
from tests.starter.many_matters import today
from workflows.domain.calendars import SHANGHAI


async def test_all_pages_together_are_the_queue_first_due_first(
    crowded: httpx.AsyncClient, crowd: Path
) -> None:
    wanted = expected(crowd)

    rows = await every_page(crowded)

    assert len(wanted) > 300, "three pages at least"
    assert same(rows, wanted)


async def test_a_page_beyond_the_last_is_the_last(crowded: httpx.AsyncClient, crowd: Path) -> None:
    total = len(expected(crowd))

    page = await visit(crowded, "/?page=99999")

    assert same(shown(page), expected(crowd)[total - total % 100 :])
    assert f"第 4 页，共 {-(-total // 100)} 页" in page.words
    back = await visit(crowded, page.link("上一页"))
    assert same(shown(back), expected(crowd)[200:300])


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
    crowded: httpx.AsyncClient, crowd: Path, query: str
) -> None:
    wanted = [row for row in expected(crowd) if FILTERS[query](row)]

    rows = await every_page(crowded, f"/?{query}")

    assert wanted
    assert same(rows, wanted)


@pytest.mark.parametrize("organ", ["", "DW"])
async def test_the_counts_are_of_the_whole_queue_of_an_organ(
    crowded: httpx.AsyncClient, crowd: Path, organ: str
) -> None:
    rows = [row for row in expected(crowd) if organ in ("", row.organ)]
    late = sum(row.due < today().isoformat() for row in rows)
    near = sum(row.due != NEVER and working_days_until(row.due) <= 7 for row in rows)

    page = await visit(crowded, f"/?organ={organ}&overdue=1&page=2")

    numbers = [int(n.text) for n in page.all("//ul[@class='counts']//strong")]
    assert numbers == [late, near, len(rows)]
    for link, many in zip(page.all("//ul[@class='counts']//a/@href"), numbers, strict=True):
        assert len(await every_page(crowded, link)) == many, "a count leads to what it counted"


async def test_what_can_be_chosen_is_what_there_is(crowded: httpx.AsyncClient, crowd: Path) -> None:
    page = await visit(crowded, "/")

    rows = expected(crowd)
    assert set(page.all("//select[@id='organ']/option/@value")) == {"", "DW", "SJW", "XJW"}
    assert set(page.all("//select[@id='role']/option/@value")) == {row.role for row in rows}
    assert "某市纪委监委驻市某局纪检监察组" in page.words
    for role in page.all("//select[@id='role']/option[@value != '']"):
        assert role.text.strip() == ROLES[role.get("value")].zh


async def test_filters_in_use_are_named_and_taken_away_one_by_one(
    crowded: httpx.AsyncClient,
) -> None:
    page = await visit(crowded, "/?organ=DW&role=principal&within=50&refresh=off&lang=en")

    kept = query_of(page.link("Role: principal of the body"))
    assert kept == {"organ": "DW", "within": "50", "refresh": "off", "lang": "en"}
    assert query_of(page.link("Clear all filters")) == {"refresh": "off", "lang": "en"}
    assert page.all("//select[@id='organ']/option[@selected]/@value") == ["DW"]
    assert page.all("//input[@id='within']/@value") == ["50"]
    bare = await visit(crowded, page.link("Clear all filters"))
    assert bare.all("//ul[@class='chips']") == []


async def test_the_form_keeps_language_and_rest(crowded: httpx.AsyncClient) -> None:
    page = await visit(crowded, "/?refresh=off&lang=en")

    hidden = page.all("//form//input[@type='hidden']")
    assert {field.get("name"): field.get("value") for field in hidden} == {
        "lang": "en",
        "refresh": "off",
    }
    assert page.all("//form/@method") == ["get"]
    empty = await visit(crowded, "/?lang=en&organ=&role=&kind=&within=")
    assert empty.all("//ul[@class='chips']") == []


async def test_the_page_renews_itself_until_told_to_stop(crowded: httpx.AsyncClient) -> None:
    page = await visit(crowded, "/?organ=DW&within=90&page=1")
    assert page.answer.headers["refresh"] == "60"

    stopped = await visit(crowded, page.link("停止刷新"))
    assert "refresh" not in stopped.answer.headers
    assert query_of(str(stopped.answer.url))["organ"] == "DW"
    following = stopped.link("恢复自动刷新")
    assert (await visit(crowded, following)).answer.headers["refresh"] == "60"
    assert "refresh" not in query_of(following)


async def test_the_page_says_of_which_moment_it_is(crowded: httpx.AsyncClient) -> None:
    before = datetime.now(SHANGHAI).replace(microsecond=0)

    page = await visit(crowded, "/")

    told = page.words.partition("数据截至北京时间 ")[2][:19]
    moment = datetime.strptime(told, "%Y-%m-%d %H:%M:%S").replace(tzinfo=SHANGHAI)
    assert before <= moment <= datetime.now(SHANGHAI)


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
    crowded: httpx.AsyncClient, query: str, field: str
) -> None:
    page = await visit(crowded, f"/?{query}", 400)

    assert f"{field}：" in page.words
    assert page.link("回到首页") == "/?lang=zh"
