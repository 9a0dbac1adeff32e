"""Matters that belong together as far as the reader may see each; a journal that was changed."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from activities.store import open_store
from starter.case_file.building import build
from starter.case_file.linked import linked
from starter.case_file.model import Linked
from starter.case_file.page import TEMPLATE, standalone_page, values
from starter.case_file.sentences import UNSOUND
from starter.pages import render
from starter.reading import open_reader
from starter.rights import Right, Viewer
from tests.domain.builders import a_life, opening
from tests.starter.case_file.conftest import Told
from tests.starter.case_file.tampering import change
from tests.starter.reading.lives import whole
from workflows.domain.text import Text

BOTH = Right(matter=True, names=True)


def test_a_matter_that_the_viewer_may_not_read_is_linked_by_number_alone(own: Path) -> None:
    change(
        own,
        "UPDATE matters SET view = json_set(view, '$.excluded', json('[\"li\"]')) WHERE matter = ?",
        "CLAR-2026-0102",
    )
    li = Viewer("li", "DW", "organ", names=True)
    with open_reader(own / "records.db") as reader:
        hidden, known, missing = linked(
            reader, "CLAR-2026-0101", ["CLAR-2026-0102", "CLAR-2026-0103", "CLAR-1999-1"], li
        )

    assert (hidden.number, hidden.stage, hidden.opened) == ("CLAR-2026-0102", None, "")
    assert known.stage is not None
    assert known.opened == "2026-03-10 12:00"
    assert (missing.number, missing.kind) == ("CLAR-1999-1", None)


async def test_matters_that_were_opened_as_belonging_together_lead_to_each_other(
    tmp_path: Path,
) -> None:
    # Given a clarification that was opened as belonging to an earlier one
    store = open_store(str(tmp_path / "records.db"))
    await store.migrate()
    earlier = a_life("EVALUATING", number="CLAR-2026-0201")
    later = a_life("SCREENING", number="CLAR-2026-0202", related=["CLAR-2026-0201"])
    for life in (earlier, later):
        await store.record(whole(life))
    await store.close()

    # When either file is read
    with open_reader(tmp_path / "records.db") as reader:
        (back,) = build(reader, "CLAR-2026-0201", BOTH).linked
        (forth,) = build(reader, "CLAR-2026-0202", BOTH).linked

    # Then it tells where the other stands, and what happened there last
    assert (back.number, forth.number) == ("CLAR-2026-0202", "CLAR-2026-0201")
    assert forth.latest is not None
    assert "筛查" in forth.latest.zh
    assert forth.due == "2026-04-02"


def test_no_matter_belongs_to_itself() -> None:
    with pytest.raises(ValidationError, match="not this one"):
        opening(number="CLAR-2026-0201", related=["CLAR-2026-0201"])


def test_linked_matters_are_listed_and_in_the_portal_lead_to_their_files(told: Told) -> None:
    known = Linked(
        number="CLAR-2026-0103",
        kind=Text("澄清正名", "clarification"),
        stage=Text("评估", "Evaluation"),
        opened="2026-03-10 12:00",
    )
    file = told().model_copy(update={"linked": (known, Linked(number="CLAR-2026-0102"))})

    alone = standalone_page(file, "zh")
    inside = render(TEMPLATE, "zh", **values(file))

    for page in (alone, inside):
        assert "· 澄清正名 · 评估 · 立项 2026-03-10 12:00" in page
        assert "CLAR-2026-0102" in page
    assert 'href="/matters/' not in alone
    assert 'href="/matters/CLAR-2026-0103?lang=zh"' in inside
    assert 'href="/matters/CLAR-2026-0102' not in inside, "a door that stays shut"


def test_a_file_whose_journal_was_changed_begins_with_a_warning(told: Told) -> None:
    file = told()
    unsound = file.model_copy(update={"head": file.head.model_copy(update={"sound": False})})

    assert UNSOUND.zh in standalone_page(unsound, "zh")
    assert UNSOUND.en in standalone_page(unsound, "en")
    assert UNSOUND.zh not in standalone_page(file, "zh")
