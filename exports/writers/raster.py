"""A drawing as pixels, for formats that take no SVG."""

from __future__ import annotations

from functools import lru_cache

from exports.writers.pdf import MAIN, compiled, drawable

_SOURCE = b'#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Voronka Sans")\n#image("drawing.svg")\n'
PPI = 144


@lru_cache(maxsize=64)
def png(svg: bytes, *, ppi: float = PPI) -> bytes:
    """The drawing as PNG, two pixels to each of its own."""
    return compiled({MAIN: _SOURCE, "drawing.svg": drawable(svg)}, format="png", ppi=ppi)[0]
