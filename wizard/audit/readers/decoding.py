"""Bytes as text: UTF-8 with and without its mark, UTF-16 with one, and what Russian Excel writes."""

from __future__ import annotations

import codecs
import re

from wizard.storage.errors import FileError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def decoded(data: bytes) -> str:
    """The text; bytes that are no UTF-8 are read as Windows' Cyrillic, unless no text has such."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if _CONTROL.search(data):
            raise FileError("audit.not_text") from None
        return data.decode("cp1251", "replace")
