"""Charts as pictures for papers: PNG and SVG by vl-convert, with fonts that come along, without network.

The same chart gives the same bytes, on any machine: nothing but the bundled fonts is asked for.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from wizard.charts.style import Spec

FONTS = Path(__file__).parent / "fonts"
FONT = "Voronka Sans"
WIDTH = 700.0
_NEAREST = (FONT, "Segoe UI", "Arial", "sans-serif")  # for those who open an SVG without the font
_LIGHT, _DARK = "#ffffff", "#0e1117"
_NOWHERE: list[str] = []


def png(chart: Spec, *, scale: float = 2, dark: bool = False, width: float = WIDTH) -> bytes:
    """The chart as PNG, `scale` pixels to a pixel of the page; `width` is for charts that fill their container."""
    spec = _spec(chart, dark=dark, width=width)
    return bytes(_converter().vegalite_to_png(spec, scale=scale, allowed_base_urls=_NOWHERE))


def svg(chart: Spec, *, dark: bool = False, width: float = WIDTH) -> bytes:
    """The chart as SVG whose texts are texts."""
    return str(_converter().vegalite_to_svg(_spec(chart, dark=dark, width=width), allowed_base_urls=_NOWHERE)).encode()


def _spec(chart: Spec, *, dark: bool, width: float) -> Spec:
    wide = {"width": width} if chart.get("width") == "container" else {}
    return {
        **chart,
        **wide,
        "background": _DARK if dark else _LIGHT,
        "padding": chart.get("padding") or 0,
        "config": {**chart.get("config", {}), "font": ", ".join(_NEAREST)},
    }


@cache
def _converter() -> Any:
    """The library, which takes a while to load, with our fonts."""
    import vl_convert  # noqa: PLC0415 - 90 MB that only those who take pictures need

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert
