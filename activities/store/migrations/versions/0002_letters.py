"""Deliveries by recipient and channel; documents, their numbers and their templates."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables of letters and their delivery."""
    op.create_table(
        "deliveries",
        *_text("matter"),
        *_integer("seq", "index"),
        *_text("recipient", "channel", "state"),
        *_integer("attempts"),
        *_text("answer", "updated_at"),
        sa.PrimaryKeyConstraint("matter", "seq", "index", "recipient", "channel"),
    )
    op.create_table(
        "paper_series",
        *_text("organ", "word"),
        *_integer("year", "last"),
        sa.PrimaryKeyConstraint("organ", "word", "year"),
    )
    _create_papers()


def _create_papers() -> None:
    op.create_table(
        "papers",
        *_text("matter"),
        *_integer("seq", "index"),
        *_text("kind", "organ", "word"),
        *_integer("year", "serial"),
        *_text("number"),
        *(sa.Column(name, sa.Text) for name in ("letterhead", "template", "sha256")),
        sa.Column("sealed", sa.LargeBinary),
        sa.PrimaryKeyConstraint("matter", "seq", "index"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("organ", "word", "year", "serial", name="uq_papers_series"),
    )
    op.create_table(
        "paper_templates",
        *_text("sha256", "kind"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _integer(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]
