"""The tables of drafts. A change here needs a migration in `migrations/versions`; a test compares the two."""

from __future__ import annotations

from sqlalchemy import JSON, Column, DateTime, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

# Only hashes of links are here. `head` is the present revision, `future` those that were undone (newest last);
# `version` counts every change of either, so that a writer who knows an older one is found out. `place` is how far
# the reader is; it is no content. Times are UTC.
DRAFT = Table(
    "draft",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("edit_hash", LargeBinary(32), nullable=False, unique=True),
    Column("view_hash", LargeBinary(32), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("head", Integer, nullable=False),
    Column("future", JSON, nullable=False),
    Column("place", JSON, nullable=False),
    Column("company", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("changed_at", DateTime, nullable=False),
    Index("draft_changed_at", "changed_at"),
)

# `content` is compressed JSON of file format `format`; `changes` is what differs from the parent.
REVISION = Table(
    "revision",
    METADATA,
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("format", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("name", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
)
