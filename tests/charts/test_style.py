"""The colours of the charts are seen on a light and on a dark page, and texts are read on them."""

from __future__ import annotations

import pytest

from wizard.charts.style import BLUE, GREEN, GREY, INK, RED, WHITE
from wizard.model.pipeline import PALETTE

DARK_PAGE = "#0e1117"
MEANINGS = (BLUE, GREEN, GREY, RED)


def _light(colour: str) -> float:
    """Relative luminance, as WCAG 2 counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("page", [WHITE, DARK_PAGE])
@pytest.mark.parametrize("colour", MEANINGS)
def test_a_colour_with_a_meaning_is_seen_on_both_pages(colour: str, page: str) -> None:
    assert _contrast(colour, page) >= 3


@pytest.mark.parametrize("colour", MEANINGS)
def test_white_numbers_are_read_on_it(colour: str) -> None:
    assert _contrast(colour, WHITE) >= 4.5


@pytest.mark.parametrize("colour", PALETTE)
def test_names_are_read_on_every_colour_of_a_board(colour: str) -> None:
    assert _contrast(colour, INK) >= 4.5
