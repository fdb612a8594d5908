"""A project as a revision keeps it: compressed JSON of what differs from the defaults."""

from __future__ import annotations

import json
import zlib

from wizard.model.migrations import migrated
from wizard.model.project import FORMAT, Project
from wizard.storage.refused import TooBigError

# As much as a project file may hold.
MAX_BYTES = 2_000_000
_LEVEL = 1  # half a millisecond for a project of seven funnels; twice that would save a seventh of the bytes


def packed(project: Project) -> bytes:
    """The bytes of a project; `TooBigError` beyond `MAX_BYTES` before they are compressed."""
    raw = project.model_dump_json(exclude_defaults=True).encode()
    if len(raw) > MAX_BYTES:
        raise TooBigError(megabytes=MAX_BYTES // 1_000_000)
    return zlib.compress(raw, _LEVEL)


def unpacked(content: bytes, written_as: int) -> Project:
    """The project in those bytes, which were written in this format of files."""
    raw = zlib.decompress(content)
    if written_as == FORMAT:
        return Project.model_validate_json(raw)
    return Project.model_validate(migrated({**json.loads(raw), "format": written_as}))
