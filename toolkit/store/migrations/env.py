"""How Alembic runs the steps: on the connection that `engine.py` hands over, within its transaction."""

from __future__ import annotations

from alembic import context

from toolkit.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a table by moving it (alembic.sqlalchemy.org, "Batch" migrations)
)
context.run_migrations()
