"""Terms that are periods: they run out by themselves, and nobody is late."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Tell periods from duties; no term that is on record yet is a period."""
    period = sa.Column("period", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("terms", period)
