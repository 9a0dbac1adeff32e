"""The tables of the record store; `migrations/` creates them and must agree with this page."""

from typing import Any

import sqlalchemy as sa

from activities.store.columns import Canonical, Day, Moment

metadata = sa.MetaData()


def _column(name: str, kind: Any = sa.Text, **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=options.pop("nullable", False), **options)


def _of_matter() -> sa.Column[Any]:
    """Ties a projection row to its matter, so that replacing the matter replaces it too."""
    return sa.Column(
        "matter", sa.Text, sa.ForeignKey("matters.matter", ondelete="CASCADE"), primary_key=True
    )


numbers = sa.Table(
    "numbers",
    metadata,
    _column("number", primary_key=True),
    _column("kind"),
    _column("finding", nullable=True, unique=True),
    _column("digest"),
    _column("reserved_at", Moment),
)

# Every column of the journal is text as it was sealed: verification needs the very characters.
journal = sa.Table(
    "journal",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("kind"),
    _column("at"),
    _column("effective_on"),
    _column("actor"),
    _column("fact"),
    _column("operation"),
    _column("text_zh"),
    _column("text_en"),
    _column("prev_hash"),
    _column("hash"),
)

heads = sa.Table(
    "heads",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer),
    _column("hash"),
)

# How many heads there are: without it a matter erased from every table would not be missed.
anchors = sa.Table(
    "anchors",
    metadata,
    _column("name", primary_key=True),
    _column("count", sa.Integer),
)

operations = sa.Table(
    "operations",
    metadata,
    _column("op_key", primary_key=True),
    _column("matter", index=True),
    _column("digest"),
    _column("receipt", Canonical),
)

matters = sa.Table(
    "matters",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer),
    _column("kind"),
    _column("stage"),
    _column("stage_zh"),
    _column("stage_en"),
    _column("organ", index=True),
    _column("rule_pack", Canonical),
    _column("opened_at", Moment),
    _column("closed", sa.Boolean),
    _column("tags", Canonical),
    _column("related", Canonical),
    _column("next_due_at", Moment, nullable=True, index=True),
    _column("overdue", sa.Boolean),
    _column("view", Canonical),
)

terms = sa.Table(
    "terms",
    metadata,
    _of_matter(),
    _column("key", primary_key=True),
    _column("label_zh"),
    _column("label_en"),
    _column("anchor", Day),
    _column("due", Day, nullable=True),
    _column("sort_on", index=True),
    _column("provisional", sa.Boolean),
    _column("suspended", sa.Boolean),
    _column("overdue", sa.Boolean),
    _column("ended_on", Day, nullable=True),
    _column("awaited", sa.Boolean),
    _column("term", Canonical),
    _column("period", sa.Boolean, server_default=sa.false()),
)

work_items = sa.Table(
    "work_items",
    metadata,
    _of_matter(),
    _column("position", sa.Integer, primary_key=True, autoincrement=False),
    _column("action"),
    _column("text_zh"),
    _column("text_en"),
    _column("role"),
    _column("organ"),
    _column("due", Day, nullable=True),
    _column("sort_on"),
    _column("term"),
    sa.Index("ix_work_items_due", "sort_on", "matter", "position"),
    sa.Index("ix_work_items_role_due", "role", "sort_on", "matter", "position"),
    sa.Index("ix_work_items_organ_due", "organ", "sort_on", "matter", "position"),
)

notices = sa.Table(
    "notices",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("to_role"),
    _column("to_organ"),
    _column("purpose"),
    _column("subject_zh"),
    _column("subject_en"),
    _column("body_zh"),
    _column("body_en"),
    _column("state", index=True),
    _column("attempts", sa.Integer),
    _column("answer"),
    _column("updated_at", Moment),
)

documents = sa.Table(
    "documents",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("kind"),
    _column("number"),
    _column("title"),
    _column("dated", Day, nullable=True),
)

clocks = sa.Table(
    "clocks",
    metadata,
    _column("matter", primary_key=True),
    _column("skew_seconds", sa.Integer),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("recipient", primary_key=True),
    _column("channel", primary_key=True),
    _column("state"),
    _column("attempts", sa.Integer),
    _column("answer"),
    _column("updated_at", Moment),
)

# The last number of each series: whoever takes the next one holds this row until it is used.
paper_series = sa.Table(
    "paper_series",
    metadata,
    _column("organ", primary_key=True),
    _column("word", primary_key=True),
    _column("year", sa.Integer, primary_key=True, autoincrement=False),
    _column("last", sa.Integer),
)

# A row with a number and no file is a document whose making was interrupted: it keeps its number.
papers = sa.Table(
    "papers",
    metadata,
    _column("matter", primary_key=True),
    _column("seq", sa.Integer, primary_key=True, autoincrement=False),
    _column("index", sa.Integer, primary_key=True, autoincrement=False),
    _column("kind"),
    _column("organ"),
    _column("word"),
    _column("year", sa.Integer),
    _column("serial", sa.Integer),
    _column("number", unique=True),
    _column("letterhead", Canonical, nullable=True),
    _column("template", nullable=True),
    _column("sha256", nullable=True),
    _column("sealed", sa.LargeBinary, nullable=True),
    sa.UniqueConstraint("organ", "word", "year", "serial", name="uq_papers_series"),
)

paper_templates = sa.Table(
    "paper_templates",
    metadata,
    _column("sha256", primary_key=True),
    _column("kind"),
    _column("content", sa.LargeBinary),
)
