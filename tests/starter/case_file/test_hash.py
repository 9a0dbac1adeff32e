"""The file's hash: the same for every reader, language, form, moment and database; else another."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from activities.store import open_store
from starter.case_file import CaseFile, build
from starter.reading import open_reader
from starter.rights import Right
from tests.postgres import PostgresCluster
from tests.starter.case_file.conftest import RECORDED, Told, keep
from tests.starter.case_file.tampering import change
from tests.starter.reading.lives import ask

NUMBER = "CLAR-2026-0101"


def file_in(data: Path, number: str = NUMBER) -> CaseFile:
    with open_reader(data / "records.db") as reader:
        return build(reader, number, Right(matter=True, names=False))


def test_the_hash_does_not_depend_on_who_reads(told: Told) -> None:
    assert told().hash == told(names=True).hash
    assert told().sealed == told(names=True).sealed


def test_two_matters_never_share_a_hash(told: Told) -> None:
    assert told().hash != told("CLAR-2026-0102").hash


@pytest.mark.parametrize("form", ["text", "html", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_and_language_shows_the_one_hash(
    shelf: Path, told: Told, form: str, language: str
) -> None:
    said = ask(shelf, "file", NUMBER, "--format", form, "--lang", language)

    assert told().hash in said.out


def test_anybody_can_compute_the_hash_from_what_is_printed(shelf: Path) -> None:
    file = ask(shelf, "file", NUMBER, "--json").document

    content = json.dumps(file["sealed"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert hashlib.sha256(content.encode()).hexdigest() == file["hash"]
    assert ask(shelf, "file", NUMBER, "--hash").out.strip() == file["hash"]


SURROUNDINGS = [
    {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
]


def test_the_file_is_the_same_to_the_byte_in_other_surroundings(shelf: Path) -> None:
    for form in ("text", "html", "json"):
        said = {
            ask(shelf, "file", NUMBER, "--format", form, PYTHONUTF8="1", **around).out
            for around in SURROUNDINGS
        }

        assert len(said) == 1


@pytest.mark.parametrize("place", [0, 4, 13, 14, -1])
@pytest.mark.parametrize("column", ["actor", "at", "effective_on", "operation", "text_zh"])
def test_a_change_to_any_event_changes_the_hash_and_is_seen(
    own: Path, place: int, column: str
) -> None:
    before = file_in(own)
    seq = before.steps[place].seq
    changed = {
        "actor": "replace(actor, 'officer\":\"', 'officer\":\"x')",
        "at": "replace(at, '.000000Z', '.000001Z')",
        "effective_on": "date(effective_on, '-1 day')",
        "operation": "operation || 'x'",
        "text_zh": "text_zh || '。'",
    }[column]

    done = change(
        own, f"UPDATE journal SET {column} = {changed} WHERE matter = ? AND seq = ?", NUMBER, seq
    )

    after = file_in(own)
    assert done == 1
    assert after.hash != before.hash
    assert (before.head.sound, after.head.sound) == (True, False)


def test_a_change_to_words_that_only_some_may_read_changes_the_hash_too(own: Path) -> None:
    before = file_in(own)

    done = change(
        own, "UPDATE journal SET fact = replace(fact, 'REASONMARK', 'OTHER') WHERE matter = ?",
        NUMBER,
    )  # fmt: skip

    assert done > 1
    assert file_in(own).hash != before.hash
    assert "records verify" in ask(own, "file", NUMBER).out


def test_a_change_to_the_factor_sheet_which_nobody_reads_changes_the_hash(own: Path) -> None:
    before = file_in(own)

    change(own, "UPDATE journal SET fact = replace(fact, 'FACTORMARK', 'X') WHERE kind = ?",
           "opinion_given")  # fmt: skip

    assert file_in(own).hash != before.hash


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE notices SET state = 'sent', attempts = 1 WHERE state = 'queued' AND matter = ?",
        "UPDATE notices SET body_zh = body_zh || '。' WHERE matter = ?",
        "UPDATE deliveries SET state = 'failed' WHERE channel = 'email' AND matter = ?",
        "UPDATE notices SET to_role = 'applicant' WHERE matter = ?",
        "DELETE FROM deliveries WHERE matter = ?",
        "DELETE FROM notices WHERE seq = 1 AND matter = ?",
    ],
)
def test_what_came_of_notices_is_part_of_the_hash(own: Path, statement: str) -> None:
    before = file_in(own)

    assert change(own, statement, NUMBER) > 0
    assert file_in(own).hash != before.hash


def test_what_happens_in_other_matters_does_not_touch_it(own: Path) -> None:
    before = file_in(own)

    change(own, "UPDATE notices SET state = 'sent' WHERE matter = ?", "CLAR-2026-0102")
    change(own, "UPDATE matters SET overdue = NOT overdue")

    assert file_in(own) == before


async def test_the_hash_is_the_same_from_another_database(
    told: Told, postgres_cluster: PostgresCluster
) -> None:
    url = postgres_cluster.new_database()
    store = open_store(url, now=lambda: RECORDED)
    await keep(store)
    await store.close()

    with open_reader(url) as reader:
        other = build(reader, NUMBER, Right(matter=True, names=False))

    assert other == told()


def test_the_hash_of_the_shell_is_the_hash_of_jq(shelf: Path, tmp_path: Path) -> None:
    """What the guide tells readers to do by hand gives the hash."""
    if shutil.which("jq") is None:
        pytest.skip("this machine has no jq")
    document = tmp_path / "file.json"
    document.write_text(ask(shelf, "file", NUMBER, "--json").out, encoding="utf-8")

    printed = subprocess.run(
        ["jq", "-cSj", ".sealed", str(document)], capture_output=True, check=True
    ).stdout

    assert hashlib.sha256(printed).hexdigest() == ask(shelf, "file", NUMBER, "--hash").out.strip()
