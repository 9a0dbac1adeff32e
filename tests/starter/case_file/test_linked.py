"""Matters that belong together, told as far as the reader may see each of them."""

from pathlib import Path

from starter.case_file.linked import linked
from starter.reading import open_reader
from starter.rights import Viewer
from tests.starter.case_file.test_hash import change, own

__all__ = ["own"]


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
