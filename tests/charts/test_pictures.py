"""Charts as PNG and SVG: the same bytes each time, readable letters, nothing fetched."""

from __future__ import annotations

import struct

import altair as alt
import pytest

from tests.charts.projects import funnel, linked
from wizard.charts import pictures
from wizard.charts.funnel import funnel_chart
from wizard.charts.route_map import route_map


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _letter(text: str, **look: bool) -> bytes:
    chart = alt.LayerChart(layer=[alt.Chart(alt.InlineData(values=[{}])).mark_text(text=text, fontSize=20)])
    return pictures.png(chart.to_dict(), **look)


def test_a_chart_has_the_same_bytes_each_time() -> None:
    chart = funnel_chart(funnel(entries=120, wins=11), language="ru")
    assert (pictures.png(chart), pictures.svg(chart)) == (pictures.png(chart), pictures.svg(chart))


def test_a_chart_that_fills_its_container_is_given_a_width() -> None:
    chart = funnel_chart(funnel(entries=120, wins=11), language="ru")
    narrow, wide = (_size(pictures.png(chart, scale=1, width=width))[0] for width in (300, 600))
    assert wide - narrow == 300


def test_a_scale_is_pixels_to_a_pixel() -> None:
    once, twice = (_size(pictures.png(route_map(linked(), language="ru"), scale=scale)) for scale in (1, 2))
    assert (once[0] * 2, once[1] * 2) == twice


def test_every_letter_and_sign_of_the_charts_has_a_shape_of_its_own() -> None:
    signs = "абвяёЁ№₽★↑↓→«—…"
    assert len({_letter(sign) for sign in signs}) == len(signs)


def test_dark_is_another_picture() -> None:
    assert _letter("я", dark=True) != _letter("я")


def test_texts_of_an_svg_are_texts_in_our_font() -> None:
    svg = pictures.svg(funnel_chart(funnel(), language="ru")).decode()
    assert "★ Замер проведён</text>" in svg
    assert 'font-family="Voronka Sans' in svg


def test_nothing_is_fetched() -> None:
    chart = alt.LayerChart(layer=[alt.Chart(alt.UrlData("http://127.0.0.1:9/data.json")).mark_point()])
    with pytest.raises(ValueError, match="External data url not allowed"):
        pictures.png(chart.to_dict())
