"""The tables of studies, as SQLAlchemy Core describes them; `migrations/versions/study.py` makes them.

No table holds a name, an address, an account or a browser. The only time of day is that of a consent, which people are
told; in the mode `anonymous` that is a day as well. `researcher` is about the team and never about a participant;
`migrations/versions/researchers.py` makes it.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from toolkit.store.tables import metadata

USES = ("real", "demo", "test")
CHANNELS = ("html", "streamlit", "paper", "helped")
WAVES = ("first", "continued")
ROLES = ("owner", "analyst", "coder")

study_protocol = Table(
    "study_protocol",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("deployment", String(64), nullable=False, index=True),
    Column("canonical", Text, nullable=False),
    Column("consent", String(64), nullable=False),
    Column("message", String(64), nullable=False),
    Column("first_day", Date),
    sqlite_with_rowid=False,
)

study_amendment = Table(
    "study_amendment",
    metadata,
    Column("deployment", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("protocol", String(64), ForeignKey("study_protocol.hash"), nullable=False),
    Column("amended_from", String(64), ForeignKey("study_protocol.hash"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("day", Date, nullable=False),
    sqlite_with_rowid=False,
)

study_participant = Table(
    "study_participant",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("deployment", String(64), nullable=False, index=True),
    Column("protocol", String(64), ForeignKey("study_protocol.hash"), nullable=False),
    Column("round", Integer, nullable=False),
    Column("arm", String(64), nullable=False),
    Column("wave", String(16), CheckConstraint(f"wave IN {WAVES}", name="wave"), nullable=False),
    Column("state", String(8), CheckConstraint("state IN ('active', 'complete')", name="state"), nullable=False),
    Column("use", String(8), CheckConstraint(f"use IN {USES}", name="use"), nullable=False),
    Column("channel", String(16), CheckConstraint(f"channel IN {CHANNELS}", name="channel"), nullable=False),
    Column("language", String(35), nullable=False),
    Column("agreed", Text, nullable=False),
    Column("consent", String(64), nullable=False),
    Column("consented", String(20), nullable=False),
    Column("code_salt", LargeBinary),
    Column("code_hash", LargeBinary),
    Column("audit_key", LargeBinary, nullable=False),
    Column("once", String(64), unique=True),
    Column("first_done", Date),
    Column("continued_done", Date),
    Column("counted", Boolean, nullable=False),
    Column("excluded", Text, nullable=False),
    sqlite_with_rowid=False,
)

study_session = Table(
    "study_session",
    metadata,
    Column("token", String(64), primary_key=True),
    Column(
        "participant", String(8), ForeignKey("study_participant.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    sqlite_with_rowid=False,
)

study_answer = Table(
    "study_answer",
    metadata,
    Column("participant", String(8), ForeignKey("study_participant.id", ondelete="CASCADE"), primary_key=True),
    Column("wave", String(16), primary_key=True),
    Column("item", String(64), primary_key=True),
    Column("value", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("protocol", String(64), ForeignKey("study_protocol.hash"), nullable=False),
    Column("consent", String(64), nullable=False),
    Column("message", String(64), nullable=False),
    Column("version", String(32), nullable=False),
    Column("seconds", Float),
    sqlite_with_rowid=False,
)

study_sent = Table(
    "study_sent",
    metadata,
    Column("participant", String(8), ForeignKey("study_participant.id", ondelete="CASCADE"), primary_key=True),
    Column("once", String(64), primary_key=True),
    sqlite_with_rowid=False,
)

study_coding = Table(
    "study_coding",
    metadata,
    Column("participant", String(8), primary_key=True),
    Column("wave", String(16), primary_key=True),
    Column("item", String(64), primary_key=True),
    Column("coder", String(64), primary_key=True),
    Column("adjudicated", Boolean, primary_key=True),
    Column("code", String(64), nullable=False),
    ForeignKeyConstraint(
        ["participant", "wave", "item"],
        ["study_answer.participant", "study_answer.wave", "study_answer.item"],
        ondelete="CASCADE",
    ),
    sqlite_with_rowid=False,
)

study_refusal = Table(
    "study_refusal",
    metadata,
    Column("deployment", String(64), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

study_withdrawn = Table(
    "study_withdrawn",
    metadata,
    Column("mark", LargeBinary, primary_key=True),
    Column("deployment", String(64), nullable=False),
    Column("day", Date, nullable=False),
    sqlite_with_rowid=False,
)

study_audit = Table(
    "study_audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("deployment", String(64), nullable=False),
    Column("event", String(16), nullable=False),
    Column("who", String(64), nullable=False),
    Column("data", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    sqlite_with_rowid=False,
)

study_kept = Table(
    "study_kept",
    metadata,
    Column("deployment", String(64), primary_key=True),
    Column("exported", Date),
    Column("noticed", Date),
    Column("reminded", Integer),
    sqlite_with_rowid=False,
)

researcher = Table(
    "researcher",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), CheckConstraint(f"role IN {ROLES}", name="role"), nullable=False),
    Column("hash", Text),
    sqlite_with_rowid=False,
)
