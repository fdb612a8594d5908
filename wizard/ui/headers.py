"""Headers that keep a page to itself: whose scripts may run in it, whom it may ask, who may frame it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def safe() -> tuple[tuple[bytes, bytes], ...]:
    """The same for every answer: a "not modified" one renews the headers of the page a browser keeps."""
    shell = files("streamlit").joinpath("static", "index.html").read_text("utf-8")
    return (
        (b"content-security-policy", policy(shell).encode()),
        (b"referrer-policy", b"no-referrer"),
        (b"x-content-type-options", b"nosniff"),
        (b"x-frame-options", b"SAMEORIGIN"),
    )


def policy(shell: str) -> str:
    """What a page may load and do: its own server's things, and the scripts that stand in the shell."""
    rules: dict[str, Iterable[str]] = {
        "default-src": ("'self'",),
        # Components' scripts are started from blobs; the reader of Streamlit's messages counts by WebAssembly.
        "script-src": ("'self'", "blob:", "'wasm-unsafe-eval'", *map(_hash, _INLINE.findall(shell))),
        # Streamlit's styles and ours are written into the page.
        "style-src": ("'self'", "'unsafe-inline'"),
        "font-src": ("'self'", "data:"),
        "img-src": ("'self'", "data:", "blob:"),
        "object-src": ("'none'",),
        "base-uri": ("'self'",),
        "form-action": ("'self'",),
        "frame-ancestors": ("'self'",),
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in rules.items())


def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
