"""Changes to a record store that no door of ours would let through."""

import sqlite3
from pathlib import Path
from typing import Any


def change(data: Path, statement: str, *values: Any) -> int:
    """Change rows behind everybody's back, as somebody with the file could; returns how many."""
    with sqlite3.connect(data / "records.db") as connection:
        guards = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (guard,) in guards.fetchall():
            connection.execute(f"DROP TRIGGER {guard}")
        done = connection.execute(statement, values).rowcount
    connection.close()
    return done
