"""Workshops: who takes part, what they propose, their votes, and what the host did."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "workshop",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("draft"),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.Column("join_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("muted", sa.Boolean, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("ends_at", sa.DateTime),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("begun_at", sa.DateTime, nullable=False),
    )
    op.create_index("workshop_draft", "workshop", ["draft"])
    op.create_table(
        "participant",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("workshop"),
        sa.Column("device_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("muted", sa.Boolean, nullable=False),
        sa.Column("joined_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("workshop", "device_hash", name="participant_device"),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("workshop"),
        _part_of("participant"),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("pipeline", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("final", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("decided_at", sa.DateTime),
        sa.UniqueConstraint("participant", "key", name="proposal_key"),
    )
    op.create_index("proposal_workshop", "proposal", ["workshop"])
    op.create_table(
        "vote",
        _part_of("proposal", primary_key=True),
        _part_of("participant", primary_key=True),
    )
    op.create_index("vote_participant", "vote", ["participant"])
    op.create_table(
        "workshop_log",
        _part_of("workshop", primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("line", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    for table in ("workshop_log", "vote", "proposal", "participant", "workshop"):
        op.drop_table(table)


def _part_of(table: str, *, primary_key: bool = False) -> sa.Column[int]:
    """A column named as the table it points to; what belongs to something is gone with it."""
    whole = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(table, sa.Integer, whole, primary_key=primary_key, nullable=False)
