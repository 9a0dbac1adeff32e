"""The life that the clerk's guides tell can be lived: each of its commands, on a real rehearsal."""

import re
import shlex
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from temporalio.client import Client

from tests.starter.cli import Said, Zhengming
from workflows.domain.calendars import SHANGHAI

DOCS = Path(__file__).parents[1] / "docs"
NUMBER, CASE = "CLAR-2026-0042", "ACC-2026-0042"
FIRST_DAY = date(2026, 11, 21)
"""The day on which the guides open their matter."""
REFUSED = ("错误：", "Error: ")


def told(guide: str) -> Iterator[tuple[str, str]]:
    """Return the commands of the guide's life, each with the first line of output it shows."""
    life = (DOCS / guide).read_text(encoding="utf-8").split("\n## 2.")[1].split("\n## 3.")[0]
    for block in re.findall(r"```\n(.*?)```", life, re.DOTALL):
        lines = block.replace("\\\n", "").splitlines()
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            if line.startswith(("zhengming ", "$ zhengming ")):
                shown = "" if following.startswith(("zhengming", "$")) else following
                yield line.removeprefix("$ ").partition(" > ")[0], shown


def moved(text: str, number: str, day: date) -> str:
    """Return a text of the guide for another matter, opened on another day."""

    def shifted(found: re.Match[str]) -> str:
        return str(day + (date.fromisoformat(found[0]) - FIRST_DAY))

    text = re.sub(r"\d{4}-\d{2}-\d{2}", shifted, text)
    return text.replace(NUMBER, number).replace(CASE, number)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("guide", "language"), [("clerk.md", "zh"), ("clerk.en.md", "en")])
def test_the_life_that_a_guide_tells_can_be_lived(
    zhengming: Zhengming, case: str, finding: tuple[str, ...], guide: str, language: str
) -> None:
    day = datetime.now(SHANGHAI).date()
    commands = list(told(guide))
    assert len(commands) > 12

    for line, shown in commands:
        words = shlex.split(moved(line, case, day))[1:]
        new = finding if "open" in words else ()

        said = zhengming(*words, *new, ZHENGMING_LANG=language)

        expected = "".join(moved(shown, case, day).split())
        assert said.code == (3 if shown.startswith(REFUSED) else 0), f"{line}: {said.err}"
        assert expected in "".join((said.out + said.err).split()), line


def until(zhengming: Zhengming, words: tuple[str, ...], told: Callable[[Said], bool]) -> Said:
    """Return the answer to a command, given again while matters are still telling each other."""
    for _ in range(30):
        said = zhengming(*words)
        if told(said):
            break
        time.sleep(1)
    return said


def answers(code: int) -> Callable[[Said], bool]:
    return lambda said: said.code == code


@pytest.mark.timeout(600)
def test_the_case_that_a_guide_tells_can_be_lived_to_its_last_follow_up(
    zhengming: Zhengming, case: str
) -> None:
    day, number = datetime.now(SHANGHAI).date(), case.replace("CLAR", "ACC")
    page, commands = (
        (DOCS / "case-clerk.md").read_text(encoding="utf-8"),
        list(told("case-clerk.md")),
    )
    assert len(commands) > 90

    for line, shown in commands:
        words = shlex.split(moved(line, number, day))[1:]
        own_lead = ("--set", f"lead.reference=XS-{number}") if "open" in words else ()

        code = 3 if shown.startswith(REFUSED) else 0
        said = until(zhengming, (*words, *own_lead), answers(code))

        expected = "".join(moved(shown, number, day).split())
        assert said.code == code, f"{line}: {said.err}"
        assert expected in "".join((said.out + said.err).split()), line

    matters = [number, *(f"{number}-{part}" for part in ("S1", "S2", "S2-A1", "R1"))]
    linked = {row["matter"]: row for row in zhengming("show", number, "--json").json["linked"]}
    assert linked[f"{number}-S1"]["impact_last_day"]
    assert linked[f"{number}-S2"]["impact_last_day"] is None, "an appeal ended that period"
    for each in matters:
        said = until(zhengming, ("show", each, "--json"), lambda said: said.json["closed"])
        assert said.json["closed"], said.json["work_items"]
        named = {re.sub(r"[/@].*|(?<=_)\d+$", "", term["key"]) for term in said.json["terms"]}
        assert [key for key in named if not re.search(f"`{key}[`/1]", page)] == []


@pytest.mark.parametrize(
    "guide", ["supervisor.md", "supervisor.en.md", "case-supervisor.md", "case-supervisor.en.md"]
)
async def test_the_queries_that_a_guide_recommends_work(client: Client, guide: str) -> None:
    page = (DOCS / guide).read_text(encoding="utf-8")
    queries = re.findall(r"^\| .+ \| `((?:[A-Z]\w+) ?(?:=|<|STARTS_WITH|is).+)` \|$", page, re.M)
    assert len(queries) == (8 if guide.startswith("case") else 5)

    for query in queries:
        assert (await client.count_workflows(query)).count >= 0
