"""Answers of the record store for commands that must be there at once.

Only the standard library here, and `psycopg` for a PostgreSQL store: SQLAlchemy, pydantic and the
Temporal SDK take longer to import than the answer takes to find. Nothing here writes.
"""

from starter.reading.connection import StoreError, StoreMissing, StoreUnreachable
from starter.reading.reader import Reader, open_reader

__all__ = ["Reader", "StoreError", "StoreMissing", "StoreUnreachable", "open_reader"]
