"""What stands at a path of a project: a finding kept as it is comes back when this changes."""

from __future__ import annotations

from typing import Any

from wizard.model.base import Model
from wizard.model.project import Project


def value_at(project: Project, path: str) -> str:
    """The value in a form to compare: of an object its name, of a list which objects are in it; empty for nowhere."""
    found: Any = project
    for part in path.split("/"):
        found = _member(found, part) if isinstance(found, tuple) else getattr(found, part, None)
        if found is None:
            return ""
    return _shown(found)


def _member(items: tuple[Any, ...], wanted: str) -> Any:
    return next((item for item in items if _key(item) == wanted), None)


def _key(item: Any) -> Any:
    """The id of an object, or the reason of its use; a plain item stands for itself."""
    return getattr(item, "id", None) or getattr(item, "reason", None) or item


def _shown(found: Any) -> str:
    if isinstance(found, tuple):
        return repr([str(_key(item)) for item in found])
    if isinstance(found, Model) and hasattr(found, "id"):
        return repr(getattr(found, "name", ""))
    return repr(found)
