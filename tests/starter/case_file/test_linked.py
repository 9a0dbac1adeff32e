"""Matters that belong together as far as the reader may see each; a journal that was changed."""

from pathlib import Path

from starter.case_file.linked import linked
from starter.case_file.model import Linked
from starter.case_file.page import TEMPLATE, standalone_page, values
from starter.case_file.sentences import UNSOUND
from starter.pages import render
from starter.reading import open_reader
from starter.rights import Viewer
from tests.starter.case_file.conftest import Told
from tests.starter.case_file.tampering import change
from workflows.domain.text import Text


def test_a_matter_that_the_viewer_may_not_read_is_linked_by_number_alone(own: Path) -> None:
    change(
        own,
        "UPDATE matters SET view = json_set(view, '$.excluded', json('[\"li\"]')) WHERE matter = ?",
        "CLAR-2026-0102",
    )
    li = Viewer("li", "DW", "organ", names=True)
    with open_reader(own / "records.db") as reader:
        hidden, known, missing = linked(
            reader, ["CLAR-2026-0102", "CLAR-2026-0103", "CLAR-1999-1"], li
        )

    assert (hidden.number, hidden.stage, hidden.opened) == ("CLAR-2026-0102", None, "")
    assert known.stage is not None
    assert known.opened == "2026-03-10 12:00"
    assert (missing.number, missing.kind) == ("CLAR-1999-1", None)


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
