"""A letter at the command line, from its draft to the method that is carried out with it."""

import os
import time
from pathlib import Path
from typing import Any

import pytest

from tests.starter.cli import Zhengming
from tests.starter.test_cli_lives import ON_THE_WAY, today_of


@pytest.fixture(scope="module")
def implementing(rehearsal: Path) -> str:
    """The number of a matter whose letter and circular are to be carried out today."""
    case, zhengming = f"CLAR-2026-{os.getpid() % 10_000:04}9001", Zhengming(rehearsal)
    zhengming.do("open", case, "--set", f"verification.reference=V-{os.getpid()}-draft")
    zhengming.do("screen", case)
    for name, officer in ON_THE_WAY:
        zhengming.do(name, case, by=officer)
    day = today_of(zhengming, case)
    said = zhengming.do("hear-opinion", case, "--set", f"informed_on={day}")
    assert said.code == 0, said.err
    return case


def made(zhengming: Zhengming, case: str) -> list[dict[str, Any]]:
    """Return the documents of a matter once none is being made any more."""
    for _ in range(60):
        rows = zhengming("document", "list", case, "--as", "li", "--json").json["documents"]
        if all(row["state"] != "being_made" for row in rows):
            return list(rows)
        time.sleep(0.5)
    raise AssertionError(rows)


def test_a_letter_is_drafted_read_and_carried_out(zhengming: Zhengming, implementing: str) -> None:
    drafted = zhengming.do("draft-document", implementing)
    again = zhengming.do("draft-document", implementing)
    (letter,) = made(zhengming, implementing)

    text = zhengming("document", "open", implementing, letter["number"], "--as", "li").out
    day = today_of(zhengming, implementing)
    wrong = zhengming.do("carry-out", implementing, "--set", f"clarified_on={day}")
    right = zhengming.do(
        "carry-out", implementing, "--set", f"clarified_on={day}",
        "--set", f"document.number={letter['number']}",
    )  # fmt: skip

    assert drafted.code == 0, drafted.err
    assert [event["text_zh"] for event in drafted.json["events"]] == ["拟制文书：澄清函。"]
    assert (again.json["repeated"], again.json["seq"]) == (True, drafted.json["seq"])
    assert letter["number"].startswith("某纪驻函〔")
    assert "林正清" in text
    assert "收受礼金" in text
    assert (wrong.code, wrong.error["rule"]) == (3, "2.6")
    assert letter["number"] in wrong.err
    assert right.code == 0, right.err
    assert zhengming("records", "verify").code == 0
    assert zhengming("document", "verify", implementing).code == 0


@pytest.mark.parametrize(
    ("settings", "code", "word"),
    [
        (("doc_kind=minutes",), 2, "meeting：会议通知和纪要须写"),
        (("doc_kind=praise",), 2, "doc_kind"),
        (("reasons=该同志一贯表现良好",), 2, "reasons：书面答复"),
        (("doc_kind=press_notice",), 3, "媒体澄清不在批准的方案中"),
        (("doc_kind=prior_notice",), 3, "在“事前听取意见”阶段拟制"),
        (("doc_kind=circular", "replaces=某纪驻通报〔2026〕99号"), 3, "replaces"),
    ],
)
def test_a_draft_that_does_not_fit_is_refused_in_one_line(
    zhengming: Zhengming, implementing: str, settings: tuple[str, ...], code: int, word: str
) -> None:
    options = [part for setting in settings for part in ("--set", setting)]

    said = zhengming.do("draft-document", implementing, *options)

    assert said.code == code
    assert word in said.err
    assert said.err.count("\n") == 1
