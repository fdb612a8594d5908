"""Reads YAML of strangers: plain lists, mappings and values, of bounded size, or a `FileError`.

The events are looked through before anything is built, so that aliases cannot grow and deep nesting
cannot exhaust the stack.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

from wizard.storage.errors import FileError

MAX_BYTES = 2_000_000
MAX_DEPTH = 20
# Seven full funnels take a few thousand.
MAX_PARTS = 200_000

# The C parser is ten times as fast; where PyYAML was built without it the other one does.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_SafeLoader):  # type: ignore[misc]
    """A safe loader that refuses repeated keys and leaves dates as they are written."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - replaces an attribute of the base class
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge"))]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen = set()
        for key, _ in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in seen:
                raise FileError("file.repeated_key", name=name, line=key.start_mark.line + 1)
            seen.add(name)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


def read_yaml(data: bytes) -> Any:
    """The value a YAML file holds."""
    if len(data) > MAX_BYTES:
        raise FileError("file.too_big", megabytes=MAX_BYTES // 1_000_000)
    text = _decoded(data)
    try:
        _look_through(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a subclass of the safe loader
    except yaml.YAMLError as error:
        raise FileError("file.not_yaml", line=_line(error, data)) from error
    except (ValueError, OverflowError) as error:
        # Numbers thousands of digits long.
        raise FileError("file.bad_number") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError("file.not_utf8", line=data[: error.start].count(b"\n") + 1) from error


def _look_through(text: str) -> None:
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=_SafeLoader)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if number > MAX_PARTS:
            raise FileError("file.too_many_parts", line=line)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise FileError("file.alias", line=line)
        if getattr(event, "tag", None) is not None:
            raise FileError("file.tag", line=line)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise FileError("file.too_deep", levels=MAX_DEPTH, line=line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(error: yaml.YAMLError, data: bytes) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return min(int(mark.line), data.count(b"\n")) + 1
    # The reader knows only how far it got.
    return data[: getattr(error, "position", 0) or 0].count(b"\n") + 1
