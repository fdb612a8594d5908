"""What the collection runs around its requests: JavaScript for Postman, put together from the files here."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
ANSWERS = ("common", "answer")


@cache
def before() -> tuple[str, ...]:
    """Lines that run before every request."""
    return _lines("common", "before")


@cache
def after(name: str) -> tuple[str, ...]:
    """Lines that look at an answer; each file is whole, so what it shares with others stands in it again."""
    return _lines(*ANSWERS, name)


def _lines(*names: str) -> tuple[str, ...]:
    text = "\n".join((HERE / f"{name}.js").read_text("utf-8") for name in names)
    return tuple(text.rstrip("\n").split("\n"))
