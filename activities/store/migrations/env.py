"""Alembic's entry: runs migrations in the transaction that `migrating.upgrade` has opened."""

from alembic import context

from activities.store.tables import metadata

# SQLite's tables change within a transaction like any other row: all of a version, or nothing.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
