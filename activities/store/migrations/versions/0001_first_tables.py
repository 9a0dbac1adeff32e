"""First tables: journal, heads, operations, projections, outbox; the journal only grows."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GUARDS = {
    "sqlite": [
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
        "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
        # "insert or replace" deletes without asking a delete trigger, unless a connection wants it.
        "CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS"
        " (SELECT 1 FROM journal WHERE matter = NEW.matter AND seq = NEW.seq)"
        " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$",
        "CREATE TRIGGER journal_no_change BEFORE UPDATE OR DELETE ON journal"
        " FOR EACH ROW EXECUTE FUNCTION journal_refuse()",
        "CREATE TRIGGER journal_no_truncate BEFORE TRUNCATE ON journal"
        " FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse()",
    ],
}


def upgrade() -> None:
    """Create every table, then the triggers that guard the journal."""
    _create_ledger()
    _create_pictures()
    _create_effects()
    for guard in _GUARDS[op.get_bind().dialect.name]:
        op.execute(guard)


def _text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _optional(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


def _integer(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _flag(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean, nullable=False) for name in names]


def _of_matter() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["matter"], ["matters.matter"], ondelete="CASCADE")


def _create_ledger() -> None:
    op.create_table(
        "numbers",
        *_text("number", "kind"),
        *_optional("finding"),
        *_text("digest", "reserved_at"),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("finding"),
    )
    op.create_table(
        "journal",
        *_text("matter"),
        *_integer("seq"),
        *_text("kind", "at", "effective_on", "actor", "fact", "operation", "text_zh", "text_en"),
        *_text("prev_hash", "hash"),
        sa.PrimaryKeyConstraint("matter", "seq"),
    )
    op.create_table(
        "heads",
        *_text("matter"),
        *_integer("seq"),
        *_text("hash"),
        sa.PrimaryKeyConstraint("matter"),
    )
    anchors = op.create_table(
        "anchors", *_text("name"), *_integer("count"), sa.PrimaryKeyConstraint("name")
    )
    op.bulk_insert(anchors, [{"name": "heads", "count": 0}])
    op.create_table(
        "operations",
        *_text("op_key", "matter", "digest", "receipt"),
        sa.PrimaryKeyConstraint("op_key"),
    )
    op.create_index("ix_operations_matter", "operations", ["matter"])


def _create_pictures() -> None:
    op.create_table(
        "matters",
        *_text("matter"),
        *_integer("seq"),
        *_text("kind", "stage", "stage_zh", "stage_en", "organ", "rule_pack", "opened_at"),
        *_flag("closed"),
        *_text("tags", "related"),
        *_optional("next_due_at"),
        *_flag("overdue"),
        *_text("view"),
        sa.PrimaryKeyConstraint("matter"),
    )
    op.create_index("ix_matters_organ", "matters", ["organ"])
    op.create_index("ix_matters_next_due_at", "matters", ["next_due_at"])
    op.create_table(
        "terms",
        *_text("matter", "key", "label_zh", "label_en", "anchor"),
        *_optional("due"),
        *_text("sort_on"),
        *_flag("provisional", "suspended", "overdue"),
        *_optional("ended_on"),
        *_flag("awaited"),
        *_text("term"),
        sa.PrimaryKeyConstraint("matter", "key"),
        _of_matter(),
    )
    op.create_index("ix_terms_sort_on", "terms", ["sort_on"])
    op.create_table(
        "work_items",
        *_text("matter"),
        *_integer("position"),
        *_text("action", "text_zh", "text_en", "role", "organ"),
        *_optional("due"),
        *_text("sort_on", "term"),
        sa.PrimaryKeyConstraint("matter", "position"),
        _of_matter(),
    )
    order = ["sort_on", "matter", "position"]
    op.create_index("ix_work_items_due", "work_items", order)
    op.create_index("ix_work_items_role_due", "work_items", ["role", *order])
    op.create_index("ix_work_items_organ_due", "work_items", ["organ", *order])


def _create_effects() -> None:
    op.create_table(
        "notices",
        *_text("matter"),
        *_integer("seq", "index"),
        *_text("to_role", "to_organ", "purpose", "subject_zh", "subject_en", "body_zh", "body_en"),
        *_text("state"),
        *_integer("attempts"),
        *_text("answer", "updated_at"),
        sa.PrimaryKeyConstraint("matter", "seq", "index"),
    )
    op.create_index("ix_notices_state", "notices", ["state"])
    op.create_table(
        "documents",
        *_text("matter"),
        *_integer("seq", "index"),
        *_text("kind", "number", "title"),
        *_optional("dated"),
        sa.PrimaryKeyConstraint("matter", "seq", "index"),
    )
    op.create_table(
        "clocks", *_text("matter"), *_integer("skew_seconds"), sa.PrimaryKeyConstraint("matter")
    )
