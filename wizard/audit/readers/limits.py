"""How much is read, and what is said about more."""

from __future__ import annotations

from wizard.audit.found import Found
from wizard.storage.errors import FileError

MAX_BYTES = 2_000_000
# Twice and four times what an account of amoCRM may hold, so that a full one is judged and not refused.
MAX_STAGES = 200
MAX_PIPELINES = 200
MAX_STAGES_IN_ALL = 5_000
MAX_FIELDS = 500
MAX_REASONS = 200
MAX_OPTIONS = 1_000


def of_usual_size(data: bytes) -> bytes:
    """The bytes, unless there are too many or none."""
    if len(data) > MAX_BYTES:
        raise FileError("audit.too_big", megabytes=MAX_BYTES // 1_000_000)
    if not data.strip():
        raise FileError("audit.nothing")
    return data


def within_limits(found: Found) -> Found:
    """What was found, unless there is nothing in it or more than any account holds."""
    if not found.pipelines:
        raise FileError("audit.all_archived" if any(n.what == "archived" for n in found.notes) else "audit.nothing")
    if len(found.pipelines) > MAX_PIPELINES:
        raise FileError("audit.too_many_pipelines", most=MAX_PIPELINES)
    for pipeline in found.pipelines:
        if len(pipeline.stages) > MAX_STAGES:
            raise FileError("audit.too_many_stages", most=MAX_STAGES, name=pipeline.name)
    if sum(len(p.stages) for p in found.pipelines) > MAX_STAGES_IN_ALL:
        raise FileError("audit.too_many_stages_in_all", most=MAX_STAGES_IN_ALL)
    if len(found.fields or ()) > MAX_FIELDS:
        raise FileError("audit.too_many_fields", most=MAX_FIELDS)
    if len(found.reasons or ()) > MAX_REASONS:
        raise FileError("audit.too_many_reasons", most=MAX_REASONS)
    return found
