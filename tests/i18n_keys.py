"""Finds the keys of texts in the sources: whole (``"step.goals.title"``) and composed (``f"rule.{id}.title"``)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_KEY = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+")
_FILE = re.compile(r".*\.(yaml|yml|json|html|po|py|md|txt|xlsx|docx|svg|png|toml|css|js|sqlite3|zip|pdf|typ)")
_LOOK_UPS = ("tr", "say", "plural")


@dataclass(frozen=True)
class Keys:
    """`whole` are literals that look like keys, `asked` those handed to a look-up, `composed` patterns of f-strings.

    `named` are whole and composed ones in arguments called `key` or `name`: mostly keys of widgets, which look alike,
    so a text may stand behind them but need not.
    """

    whole: frozenset[str]
    asked: frozenset[str]
    named: frozenset[str]
    composed: frozenset[str]

    def uses(self, key: str) -> bool:
        return key in self.whole or any(re.fullmatch(pattern, key) for pattern in self.composed | self.named)


def keys_in(paths: Iterable[Path]) -> Keys:
    """The keys named in these sources, docstrings left out."""
    whole: set[str] = set()
    asked: set[str] = set()
    named: set[str] = set()
    composed: set[str] = set()
    for path in paths:
        tree = ast.parse(path.read_text("utf-8"))
        of_widgets = {id(part) for node in ast.walk(tree) for name in _widget_keys(node) for part in ast.walk(name)}
        for node in ast.walk(tree):
            pattern = _pattern(node)
            if pattern and id(node) in of_widgets:
                named.add(pattern)
            elif pattern and isinstance(node, ast.JoinedStr):
                composed.add(pattern)
            elif key := _key(node):
                whole.add(key)
            elif isinstance(node, ast.Call) and _name(node.func) in _LOOK_UPS and node.args:
                asked |= {key for part in ast.walk(node.args[0]) if (key := _key(part))}
    return Keys(*map(frozenset, (whole, asked, named, composed)))


def namespace(key: str) -> str:
    """The first word of a key, or of a composed key's pattern."""
    return re.split(r"\\?\.", key)[0]


def _key(node: ast.AST) -> str | None:
    value = node.value if isinstance(node, ast.Constant) else None
    return value if isinstance(value, str) and _KEY.fullmatch(value) and not _FILE.fullmatch(value) else None


def _widget_keys(node: ast.AST) -> list[ast.expr]:
    """Where the keys of widgets stand: in arguments so named, and where a widget's value is asked for."""
    found: list[ast.expr] = []
    if isinstance(node, ast.keyword) and node.arg in ("key", "name"):
        found = [node.value]
    elif isinstance(node, ast.Call) and _name(node.func) in ("key", "typed", "clear"):
        found = node.args
    return [name for name in found if isinstance(name, (ast.Constant, ast.JoinedStr))]


def _pattern(node: ast.AST) -> str | None:
    """A regular expression of what a literal is or an f-string may become, if it looks like a key."""
    if key := _key(node):
        return re.escape(key)
    parts = node.values if isinstance(node, ast.JoinedStr) else []
    if not (parts and isinstance(parts[0], ast.Constant) and re.match(r"[a-z][a-z0-9_-]*\.", str(parts[0].value))):
        return None
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_+-]+" for part in parts)


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
