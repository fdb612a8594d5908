"""The names an account of a brand is born with, read from `stock.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wizard.amocrm.sandbox.state import LOST, WON, Stage
from wizard.amocrm.sandbox.variant import Brand

_FILE = Path(__file__).with_name("stock.yaml")
_GREY, _GREEN, _PALE = "#c1c1c1", "#CCFF66", "#D5D8DB"

Words = Mapping[str, Any]


@cache
def words(brand: Brand) -> Words:
    content: Mapping[str, Words] = yaml.safe_load(_FILE.read_text("utf-8"))
    return content[brand]


def won(brand: Brand) -> Stage:
    return Stage(WON, words(brand)["won"], _GREEN)


def lost(brand: Brand) -> Stage:
    return Stage(LOST, words(brand)["lost"], _PALE)


def unsorted(brand: Brand, stage_id: int) -> Stage:
    return Stage(stage_id, words(brand)["unsorted"], _GREY)
