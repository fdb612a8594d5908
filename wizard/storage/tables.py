"""The tables of drafts. A change here needs a migration in `migrations/versions`; a test compares the two."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

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

# A run carries out a plan for a draft in one account. `plan`, `outcome` and `before` (the account as it was) are
# compressed JSON. `owner` is the secret of the one who carries it out now and `alive_at` when he was last heard of.
RUN = Table(
    "run",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), nullable=False),
    Column("host", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("plan", LargeBinary, nullable=False),
    Column("removing", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("outcome", LargeBinary),
    Column("before", LargeBinary),
    Column("owner", Text, nullable=False),
    Column("begun_at", DateTime, nullable=False),
    Column("alive_at", DateTime, nullable=False),
    Index("run_draft", "draft"),
)

# What a run has done so far, a line before and after each request.
JOURNAL = Table(
    "journal",
    METADATA,
    Column("run", Integer, ForeignKey(RUN.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("line", JSON, nullable=False),
)

# What belongs to a draft as a whole, whatever its revision: the company's logo.
ATTACHMENT = Table(
    "attachment",
    METADATA,
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

# A meeting of people with their phones about a draft. The secret of its link is made from the draft's own and `salt`,
# so that only its hash is here and the host can be shown it again. `version` counts every change of it or of what
# belongs to it. `seconds` is how long the timer was set, `ends_at` when it runs out.
WORKSHOP = Table(
    "workshop",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("join_hash", LargeBinary(32), nullable=False, unique=True),
    Column("open", Boolean, nullable=False),
    Column("muted", Boolean, nullable=False),
    Column("step", Text, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("ends_at", DateTime),
    Column("version", Integer, nullable=False),
    Column("begun_at", DateTime, nullable=False),
    Index("workshop_draft", "draft"),
)

# A device that takes part, known by a secret of its own.
PARTICIPANT = Table(
    "participant",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("workshop", Integer, ForeignKey(WORKSHOP.c.id, ondelete="CASCADE"), nullable=False),
    Column("device_hash", LargeBinary(32), nullable=False),
    Column("name", Text, nullable=False),
    Column("muted", Boolean, nullable=False),
    Column("joined_at", DateTime, nullable=False),
    Column("seen_at", DateTime, nullable=False),
    UniqueConstraint("workshop", "device_hash", name="participant_device"),
)

# `key` is the sender's own: sent again under the same one it is the same. `final` is the text as it was decided on.
PROPOSAL = Table(
    "proposal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("workshop", Integer, ForeignKey(WORKSHOP.c.id, ondelete="CASCADE"), nullable=False),
    Column("participant", Integer, ForeignKey(PARTICIPANT.c.id, ondelete="CASCADE"), nullable=False),
    Column("key", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("pipeline", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("final", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("decided_at", DateTime),
    UniqueConstraint("participant", "key", name="proposal_key"),
    Index("proposal_workshop", "workshop"),
)

# However often somebody votes for a thing, it is one vote.
VOTE = Table(
    "vote",
    METADATA,
    Column("proposal", Integer, ForeignKey(PROPOSAL.c.id, ondelete="CASCADE"), primary_key=True),
    Column("participant", Integer, ForeignKey(PARTICIPANT.c.id, ondelete="CASCADE"), primary_key=True),
    Index("vote_participant", "participant"),
)

# What the host did, line by line.
WORKSHOP_LOG = Table(
    "workshop_log",
    METADATA,
    Column("workshop", Integer, ForeignKey(WORKSHOP.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_at", DateTime, nullable=False),
    Column("line", JSON, nullable=False),
)

# What a client answers before the meeting. The secret of its link is made as that of a workshop.
QUESTIONNAIRE = Table(
    "questionnaire",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), nullable=False),
    Column("salt", LargeBinary(16), nullable=False),
    Column("link_hash", LargeBinary(32), nullable=False, unique=True),
    Column("open", Boolean, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("saves", Integer, nullable=False),
    Column("made_at", DateTime, nullable=False),
    Column("changed_at", DateTime),
    Column("sent_at", DateTime),
    Column("taken_at", DateTime),
    Index("questionnaire_draft", "draft"),
)

# What readers of the link that only shows say about a funnel or one of its stages. `key` is the sender's own.
COMMENT = Table(
    "comment",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("draft", Integer, ForeignKey(DRAFT.c.id, ondelete="CASCADE"), nullable=False),
    Column("device_hash", LargeBinary(32), nullable=False),
    Column("key", Text, nullable=False),
    Column("pipeline", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_at", DateTime, nullable=False),
    UniqueConstraint("draft", "device_hash", "key", name="comment_key"),
)
