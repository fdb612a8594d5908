"""A company's logo as it is taken for papers: a PNG or an SVG picture that any writer can be given.

What is no such picture is refused in one sentence. What is kept is written anew: only what is seen, and no larger
than papers need.
"""

from __future__ import annotations

from exports.logo.png import PNG, read_png
from exports.logo.svg import read_svg
from wizard.storage.errors import FileError

__all__ = ["MAX_BYTES", "PNG", "read_logo"]

MAX_BYTES = 1_000_000


def read_logo(data: bytes) -> bytes:
    """The picture to keep; `FileError` where it cannot be one."""
    if len(data) > MAX_BYTES:
        raise FileError("logo.too_big")
    if data.startswith(PNG):
        return read_png(data)
    if b"<svg" in data or b"<?xml" in data[:64]:
        return read_svg(data)
    raise FileError("logo.not_a_picture")
