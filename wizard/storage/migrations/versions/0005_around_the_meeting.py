"""Before and after a meeting: questionnaires of clients, comments of those who may only look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "questionnaire",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_draft(),
        sa.Column("salt", sa.LargeBinary(16), nullable=False),
        sa.Column("link_hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("answers", sa.JSON, nullable=False),
        sa.Column("saves", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("taken_at", sa.DateTime),
    )
    op.create_index("questionnaire_draft", "questionnaire", ["draft"])
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer, primary_key=True),
        _of_draft(),
        sa.Column("device_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("pipeline", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("draft", "device_hash", "key", name="comment_key"),
    )


def downgrade() -> None:
    op.drop_table("comment")
    op.drop_table("questionnaire")


def _of_draft() -> sa.Column[int]:
    return sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id", ondelete="CASCADE"), nullable=False)
