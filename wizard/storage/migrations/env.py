"""What Alembic runs for a migration: on the connection it is given, by the tables as they should be."""

from __future__ import annotations

from alembic import context

from wizard.storage.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,  # SQLite changes a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
