"""The command `zhengming document`, and somebody who does harm."""

import json
import sqlite3
from pathlib import Path

from tests.starter.cli import Said, Zhengming


class Command:
    """`zhengming document` on a data directory, as `li` unless it is said otherwise."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def __call__(self, *arguments: str | Path, by: str = "li", lang: str = "zh") -> Said:
        variables = {"ZHENGMING_OFFICER": by, "ZHENGMING_LANG": lang, "COLUMNS": "200"}
        return Zhengming(self.data)("document", *arguments, **variables)

    def reads(self) -> list[dict[str, str]]:
        log = self.data / "reads.jsonl"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return [json.loads(line) for line in lines]

    def change(self, statement: str) -> None:
        """Do harm as somebody who may write to the record store's file."""
        connection = sqlite3.connect(self.data / "records.db")
        with connection:
            assert connection.execute(statement).rowcount != 0
        connection.close()
