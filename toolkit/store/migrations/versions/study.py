"""The tables of studies: protocols, participants, answers, codings, withdrawals, the log."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    _protocol()
    _participant()
    _session()
    _answer()
    _coding()
    _counters()
    _audit()


def _protocol() -> None:
    op.create_table(
        "study_protocol",
        sa.Column("hash", sa.String(64), primary_key=True),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("canonical", sa.Text, nullable=False),
        sa.Column("consent", sa.String(64), nullable=False),
        sa.Column("message", sa.String(64), nullable=False),
        sa.Column("first_day", sa.Date),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_study_protocol_deployment", "study_protocol", ["deployment"])
    op.create_table(
        "study_amendment",
        sa.Column("deployment", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("protocol", sa.String(64), nullable=False),
        sa.Column("amended_from", sa.String(64), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.ForeignKeyConstraint(["protocol"], ["study_protocol.hash"]),
        sa.ForeignKeyConstraint(["amended_from"], ["study_protocol.hash"]),
        sqlite_with_rowid=False,
    )


def _participant() -> None:
    op.create_table(
        "study_participant",
        sa.Column("id", sa.String(8), primary_key=True),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("protocol", sa.String(64), nullable=False),
        sa.Column("round", sa.Integer, nullable=False),
        sa.Column("arm", sa.String(64), nullable=False),
        sa.Column("wave", sa.String(16), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("use", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("agreed", sa.Text, nullable=False),
        sa.Column("consent", sa.String(64), nullable=False),
        sa.Column("consented", sa.String(20), nullable=False),
        sa.Column("code_salt", sa.LargeBinary),
        sa.Column("code_hash", sa.LargeBinary),
        sa.Column("audit_key", sa.LargeBinary, nullable=False),
        sa.Column("once", sa.String(64)),
        sa.Column("first_done", sa.Date),
        sa.Column("continued_done", sa.Date),
        sa.Column("counted", sa.Boolean, nullable=False),
        sa.Column("excluded", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["protocol"], ["study_protocol.hash"]),
        sa.UniqueConstraint("once", name="uq_study_participant_once"),
        sa.CheckConstraint("wave IN ('first', 'continued')", name="wave"),
        sa.CheckConstraint("state IN ('active', 'complete')", name="state"),
        sa.CheckConstraint("use IN ('real', 'demo', 'test')", name="use"),
        sa.CheckConstraint("channel IN ('html', 'streamlit', 'paper', 'helped')", name="channel"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_study_participant_deployment", "study_participant", ["deployment"])


def _session() -> None:
    op.create_table(
        "study_session",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("participant", sa.String(8), nullable=False),
        sa.ForeignKeyConstraint(["participant"], ["study_participant.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_study_session_participant", "study_session", ["participant"])


def _answer() -> None:
    op.create_table(
        "study_answer",
        sa.Column("participant", sa.String(8), primary_key=True),
        sa.Column("wave", sa.String(16), primary_key=True),
        sa.Column("item", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("protocol", sa.String(64), nullable=False),
        sa.Column("consent", sa.String(64), nullable=False),
        sa.Column("message", sa.String(64), nullable=False),
        sa.Column("version", sa.String(32), nullable=False),
        sa.Column("seconds", sa.Float),
        sa.ForeignKeyConstraint(["participant"], ["study_participant.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["protocol"], ["study_protocol.hash"]),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "study_sent",
        sa.Column("participant", sa.String(8), primary_key=True),
        sa.Column("once", sa.String(64), primary_key=True),
        sa.ForeignKeyConstraint(["participant"], ["study_participant.id"], ondelete="CASCADE"),
        sqlite_with_rowid=False,
    )


def _coding() -> None:
    op.create_table(
        "study_coding",
        sa.Column("participant", sa.String(8), primary_key=True),
        sa.Column("wave", sa.String(16), primary_key=True),
        sa.Column("item", sa.String(64), primary_key=True),
        sa.Column("coder", sa.String(64), primary_key=True),
        sa.Column("adjudicated", sa.Boolean, primary_key=True),
        sa.Column("code", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["participant", "wave", "item"],
            ["study_answer.participant", "study_answer.wave", "study_answer.item"],
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def _counters() -> None:
    op.create_table(
        "study_refusal",
        sa.Column("deployment", sa.String(64), primary_key=True),
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "study_withdrawn",
        sa.Column("mark", sa.LargeBinary, primary_key=True),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "study_kept",
        sa.Column("deployment", sa.String(64), primary_key=True),
        sa.Column("exported", sa.Date),
        sa.Column("noticed", sa.Date),
        sa.Column("reminded", sa.Integer),
        sqlite_with_rowid=False,
    )


def _audit() -> None:
    op.create_table(
        "study_audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("deployment", sa.String(64), nullable=False),
        sa.Column("event", sa.String(16), nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("data", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sqlite_with_rowid=False,
    )
