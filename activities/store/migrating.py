"""Brings the tables of the record store to the newest version."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

_MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x7A68656E67  # "zheng": the one lock that migrating processes share on PostgreSQL


def config(connection: sa.Connection) -> Config:
    """Return Alembic's configuration for a connection that is in a write transaction."""
    settings = Config()
    settings.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def upgrade(connection: sa.Connection) -> None:
    """Run the missing migrations in the connection's transaction, one process at a time."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    command.upgrade(config(connection), "head")
