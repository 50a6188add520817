"""Who may look at what a study found: names of the team, roles, hashes of passwords."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "researcher",
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("hash", sa.Text),
        sa.CheckConstraint("role IN ('owner', 'analyst', 'coder')", name="role"),
        sqlite_with_rowid=False,
    )
