"""A logo made of pixels."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, UnidentifiedImageError

from wizard.storage.errors import FileError

PNG = b"\x89PNG\r\n\x1a\n"
MAX_SIDE = 6_000
KEPT_SIDE = 1_000


def read_png(data: bytes) -> bytes:
    """The first picture of several, without notes, at most `KEPT_SIDE` wide and high."""
    # The head of the file tells, before anything is unpacked.
    width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if max(width, height) > MAX_SIDE:
        raise FileError("logo.too_large", width=width, height=height, most=MAX_SIDE)
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as picture:
            seen = picture.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise FileError("logo.broken") from error
    if not seen.getchannel("A").getbbox():
        raise FileError("logo.empty")
    seen.thumbnail((KEPT_SIDE, KEPT_SIDE))
    written = BytesIO()
    seen.save(written, "PNG")
    return written.getvalue()
