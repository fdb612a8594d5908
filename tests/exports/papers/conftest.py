"""The whole pack of the Russian sample, made once."""

from __future__ import annotations

import datetime as dt

import pytest

from exports import pack_full
from exports.exporter import Options
from tests.exports.papers.hard import with_everything
from tests.exports.papers.reading import unpacked

DAY = dt.date(2026, 12, 1)
OPTIONS = Options(all_pipelines=True, date=DAY, version="3", launch=DAY)


@pytest.fixture(scope="session")
def whole() -> dict[str, bytes]:
    """The files of the whole pack by name."""
    return unpacked(pack_full.render(with_everything(), OPTIONS))
