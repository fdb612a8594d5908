"""Why a file cannot be opened, in one sentence of the reader's language."""

from __future__ import annotations

import unicodedata
from typing import Any

from wizard.i18n.translator import Translator

SHOWN = 60


class FileError(Exception):
    """A file that is not a project; `key` and `args` make the sentence."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def message(self, tr: Translator) -> str:
        """What is wrong and where."""
        values = {name: shown(value) for name, value in self.values.items() if name != "where"}
        if "where" in self.values:
            # Its parts were made short one by one.
            values["where"] = self.values["where"] or tr("file.top_level")
        return tr(self.key, **values)


def shown(value: Any, longest: int = SHOWN) -> str:
    """A value from a stranger's file, short and without characters that change what is read."""
    text = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in str(value)[: 4 * longest])
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
