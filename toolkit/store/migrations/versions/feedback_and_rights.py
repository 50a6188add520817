"""The first tables: feedback, parts of pictures in it, requests for one's rights."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATES = "status IN ('new', 'read', 'answered', 'done')"


def upgrade() -> None:
    """Make the tables."""
    _feedback()
    _crop()
    _rights()


def _feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("id", sa.String(8), primary_key=True),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("service", sa.String(64)),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("reply", sa.Text, nullable=False),
        sa.Column("public_what_you_said", sa.Text, nullable=False),
        sa.Column("public_what_we_did", sa.Text, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("code_salt", sa.LargeBinary),
        sa.Column("code_hash", sa.LargeBinary),
        sa.CheckConstraint("kind IN ('inaccurate', 'harmful', 'incomplete', 'unfair', 'other')", name="kind"),
        sa.CheckConstraint(STATES, name="status"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_feedback_deployment", "feedback", ["deployment"])


def _crop() -> None:
    op.create_table(
        "feedback_crop",
        sa.Column("feedback_id", sa.String(8), primary_key=True),
        sa.Column("png", sa.LargeBinary, nullable=False),
        sa.Column("consent_version", sa.String(64), nullable=False),
        sa.Column("keep_until", sa.Date, nullable=False),
        sa.ForeignKeyConstraint(["feedback_id"], ["feedback.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _rights() -> None:
    op.create_table(
        "rights_request",
        sa.Column("id", sa.String(8), primary_key=True),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("right", sa.String(16), nullable=False),
        sa.Column("time", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("answer_to", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.CheckConstraint(STATES, name="status"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_rights_request_deployment", "rights_request", ["deployment"])
