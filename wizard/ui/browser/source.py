"""Reads scripts and styles that stand beside this module."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def source(*names: str) -> str:
    """These files as one text: a component is one script, and what several need stands in files of its own."""
    return "\n".join((_HERE / name).read_text("utf-8") for name in names)
