"""What every edit asks of the database, put together once: building a statement costs more than running it."""

from __future__ import annotations

from sqlalchemy import Integer, and_, bindparam, func, insert, select, update

from wizard.storage.tables import DRAFT, REVISION

_DRAFT = bindparam("of_draft", type_=Integer)

# Only who has the link that edits may write, and only while that link holds.
_OWN = and_(DRAFT.c.id == _DRAFT, DRAFT.c.edit_hash == bindparam("own_hash"))

# What is set are the columns named when it is run.
CLAIM = update(DRAFT).where(_OWN, DRAFT.c.version == bindparam("seen"))

VERSION = select(DRAFT.c.version).where(_OWN)
VERSION_SHOWN = select(DRAFT.c.version).where(DRAFT.c.id == _DRAFT, DRAFT.c.view_hash == bindparam("own_hash"))

# The newest number of a draft's revisions and how many are kept.
EXTENT = select(func.coalesce(func.max(REVISION.c.number), 0), func.count()).where(REVISION.c.draft == _DRAFT)

WRITE = insert(REVISION)
