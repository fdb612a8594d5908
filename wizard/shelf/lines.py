"""In which line of a file something stands, and errors that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from wizard.i18n.translator import Translator
from wizard.storage.errors import FileError


class TemplateError(FileError):
    """What is wrong with a template, and the line of it."""

    def __init__(self, said: FileError, line: int) -> None:
        super().__init__("shelf.line", line=line)
        self.said = said

    def message(self, tr: Translator) -> str:
        return tr(self.key, said=self.said.message(tr), line=self.values["line"])


def line_of(data: bytes, location: Sequence[int | str]) -> int:
    """The line where a place in a file begins, or the nearest thing around it. The file was read before."""
    node = yaml.compose(data.decode("utf-8-sig"), Loader=yaml.SafeLoader)
    line = 1
    for part in location:
        found = _inside(node, part)
        if found is None:
            break
        node, line = found
    return line


def _inside(node: Any, part: int | str) -> tuple[Any, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return value, key.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark.line + 1
    return None
