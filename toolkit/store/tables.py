"""The tables, as SQLAlchemy Core describes them; `migrations/` makes them.

Ids are drawn at random and SQLite keeps the rows in the order of their ids, so that nothing tells which message came
when, beyond its day. No table holds an address, a name of a browser, an account or a time of day.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, LargeBinary, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

#: What can be wrong. `unfair` is asked in the box, where people speak of a place and not of one result.
KINDS = ("inaccurate", "harmful", "incomplete", "unfair", "other")
#: From the moment it arrives to the moment nothing is left to do.
STATES = ("new", "read", "answered", "done")

feedback = Table(
    "feedback",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("deployment", String(64), nullable=False, index=True),
    Column("service", String(64)),
    Column("kind", String(16), CheckConstraint(f"kind IN {KINDS}", name="kind"), nullable=False),
    Column("about", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("day", Date, nullable=False),
    Column("status", String(8), CheckConstraint(f"status IN {STATES}", name="status"), nullable=False),
    Column("reply", Text, nullable=False),
    Column("public_what_you_said", Text, nullable=False),
    Column("public_what_we_did", Text, nullable=False),
    Column("keep_until", Date),
    Column("code_salt", LargeBinary),
    Column("code_hash", LargeBinary),
    sqlite_with_rowid=False,
)

feedback_crop = Table(
    "feedback_crop",
    metadata,
    Column("feedback_id", String(8), ForeignKey("feedback.id", ondelete="CASCADE"), primary_key=True),
    Column("png", LargeBinary, nullable=False),
    Column("consent_version", String(64), nullable=False),
    Column("keep_until", Date, nullable=False),
    sqlite_with_rowid=False,
)

rights_request = Table(
    "rights_request",
    metadata,
    Column("id", String(8), primary_key=True),
    Column("deployment", String(64), nullable=False, index=True),
    Column("right", String(16), nullable=False),
    Column("time", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("answer_to", Text, nullable=False),
    Column("language", String(35), nullable=False),
    Column("day", Date, nullable=False),
    Column("due", Date, nullable=False),
    Column("status", String(8), CheckConstraint(f"status IN {STATES}", name="status"), nullable=False),
    Column("keep_until", Date),
    sqlite_with_rowid=False,
)
