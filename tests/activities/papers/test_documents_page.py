"""What docs/documents.md tells a rules office is what the code does, in both languages."""

import re
from pathlib import Path

import pytest

from activities.papers.fitting import HEADINGS, SIGNED
from activities.papers.kinds import KINDS
from activities.papers.placeholders import PLACEHOLDERS
from activities.papers.standard import WORDS
from activities.papers.words import last

DOCS = Path(__file__).parents[3] / "docs"
PAGES = {"zh": DOCS / "documents.md", "en": DOCS / "documents.en.md"}


def rows(language: str, head: str) -> list[list[str]]:
    page = PAGES[language].read_text(encoding="utf-8")
    tables = [part.split("\n\n", 1)[0].splitlines() for part in page.split(f"\n| {head} |")[1:]]
    return [line.strip("| ").split(" | ") for table in tables for line in table[2:]]


@pytest.mark.parametrize(("language", "head"), [("zh", "占位符"), ("en", "Placeholder")])
def test_the_page_lists_every_placeholder_and_no_other(language: str, head: str) -> None:
    listed = {row[0].strip("`{} "): row[1] for row in rows(language, head)}

    assert listed == {name: text.in_(language) for name, text in PLACEHOLDERS.items()}


@pytest.mark.parametrize(("language", "head"), [("zh", "代码"), ("en", "Code")])
def test_the_page_lists_every_kind_by_its_name(language: str, head: str) -> None:
    listed = {row[0].strip("`"): row[1] for row in rows(language, head)}

    assert listed == {code: kind.name.in_(language) for code, kind in KINDS.items()}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_styles_that_matter_are_named(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    for style in (HEADINGS[0], *SIGNED):
        assert style in text


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_rules_of_loops_are_those_of_the_templates(page: Path) -> None:
    explained = set(re.findall(r"\{%p (?:if|for)[^%]+%\}", page.read_text(encoding="utf-8")))
    written = {
        line.text for words in WORDS.values() for line in words.body if hasattr(line, "text")
    }

    assert explained - {"{%p if 抄送 %}"} <= written


def test_the_letter_ends_as_the_page_says() -> None:
    for kind in ("clarification_letter", "commission_letter"):
        ending = WORDS[kind].body[-1]
        assert ending == last("本函仅就上述具体问题予以澄清。")
        assert all(ending.text in page.read_text(encoding="utf-8") for page in PAGES.values())
