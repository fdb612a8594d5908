"""Old project files: one function per format version, each turning a mapping into the next version's.

Format 1 is the first, so there is nothing to migrate yet; `MIGRATIONS[n]` leads from n to n + 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wizard.model.project import FORMAT

MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def migrated(data: dict[str, Any]) -> dict[str, Any]:
    """The mapping in today's format; its `format` must be a known version."""
    for version in range(data["format"], FORMAT):
        data = MIGRATIONS[version](data)
    return data
