"""The case file of a real matter: while all runs, after it stopped, after it was forgotten."""

from pathlib import Path

from starter import paths
from tests.starter.cli import Zhengming, running_up

NUMBER = "CLAR-2026-0042"
FORMS = (
    ("--lang", "en"),
    ("--format", "html"),
    ("--as", "li"),
    ("--hash",),
)


def everything(zhengming: Zhengming) -> list[str]:
    """Return the file of the matter in several forms."""
    said = [zhengming("file", NUMBER, *form) for form in FORMS]
    assert [(each.code, each.err) for each in said] == [(0, "")] * len(FORMS)
    return [each.out for each in said]


def test_the_file_is_the_same_when_all_is_down_and_when_the_server_has_forgotten(
    tmp_path: Path,
) -> None:
    zhengming = Zhengming(tmp_path)
    with running_up(tmp_path, "--rehearsal") as (_, ready):
        assert ready.startswith("ready: ")
        assert zhengming.do("open", NUMBER).code == 0
        assert zhengming.do("screen", NUMBER).code == 0
        assert zhengming("advance", NUMBER, "--days", "40").code == 0
        assert zhengming.do("give-opinion", NUMBER, by="ma").code == 0
        settled(zhengming)
        running = everything(zhengming)

    down = everything(zhengming)
    for trace in tmp_path.glob(f"{paths.ENGINE}*"):
        trace.unlink()
    forgotten = everything(zhengming)

    assert "Overdue" in running[0]
    assert running == down == forgotten


def settled(zhengming: Zhengming) -> None:
    """Wait until no notice is on its way any more."""
    for _ in range(40):
        notices = zhengming("file", NUMBER, "--json").json["notices"]
        if all(notice["state"] != "queued" for notice in notices):
            return
    raise AssertionError(notices)
