"""Without Chromium the tests of pages are skipped, but never on a build machine."""

from pathlib import Path

import pytest

from tests.ui.chromium import MISSING, find_chromium
from tests.ui.watching import Watch


def test_without_chromium_a_test_is_skipped_with_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(pytest.skip.Exception, match=MISSING):
        find_chromium(str(tmp_path), {})


def test_without_chromium_a_build_machine_fails(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=MISSING):
        find_chromium(str(tmp_path), {"CI": "true"})


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("http://127.0.0.1:8233/render?content=x", False),
        ("http://localhost:8233/", False),
        ("data:image/png;base64,AA", False),
        ("https://fonts.example.org/a.woff2", True),
        ("http://127.0.0.1.example.org/", True),
        ("http://192.0.2.1/", True),
    ],
)
def test_a_request_that_leaves_the_machine_is_noticed(address: str, outside: bool) -> None:
    assert (Watch([address]).outside == [address]) is outside


def test_what_goes_to_be_drawn_is_read_as_text() -> None:
    asked = Watch(["http://127.0.0.1:1/render?content=%E6%AC%A7%E9%98%B3+x", "http://127.0.0.1/"])

    assert asked.rendered == ["content=欧阳 x"]
