"""Where to click in amoCRM: the path to each setting, and whether its labels are certain.

The vendor renames its buttons now and then, so a path with labels says that they may differ.
"""

from __future__ import annotations

from typing import NamedTuple

from wizard.i18n.translator import Translator

# Paths without a label to doubt; any other may be called otherwise in a newer interface.
_CERTAIN = frozenset({"where.contact", "where.team"})


class Place(NamedTuple):
    """A click path; `doubt` says that its labels may differ, or is empty."""

    path: str
    doubt: str

    @property
    def text(self) -> str:
        return f"{self.path} {self.doubt}".rstrip()


def place(key: str, tr: Translator) -> Place:
    """The click path of a setting."""
    return Place(tr(key), "" if key in _CERTAIN else tr("where.may_differ"))
