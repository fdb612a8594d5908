"""A place for a file, in the reader's language: Streamlit's own words cannot be set (streamlit#13500)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.ui import style

# Above what is taken: a file that is too big is then refused by us, in words of ours.
MAX_MEGABYTES = 20


def place(
    label: str,
    *,
    name: str,
    types: Sequence[str],
    tr: Translator,
    on_change: Callable[..., None] | None = None,
    args: Any = (),
) -> Any:
    """The uploaded file, or none; below the button stand the kinds of files that are taken."""
    style.upload(tr("upload.choose"), tr("upload.kinds", kinds=", ".join(kind.upper() for kind in types)))
    return st.file_uploader(
        label, type=list(types), key=name, on_change=on_change, args=args, max_upload_size=MAX_MEGABYTES
    )
