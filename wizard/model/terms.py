"""Time limits: how long a card may stay in a stage, and when a routed deal opens.

Both are written as short codes, in templates and in project files alike.

Terms: ``2d`` days, ``4h`` hours, ``15wm`` working minutes, ``1wd`` working day,
``f:key_date+1d`` until the date in a field plus a day, ``15wm>3d`` first action and limit.
Date rules: ``at_once``, ``days:30``, ``field:next_date-7``.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from wizard.model.base import Id, Model

_DURATION = re.compile(r"^(\d{1,4})(w?)([mhd])$")
_UNTIL = re.compile(r"^f:([a-z0-9][a-z0-9_\-]*)(?:\+(\d{1,3})d)?$")
# Lazy: an id may hold hyphens and digits, so the shift is taken from the end first.
_FIELD_RULE = re.compile(r"^field:([a-z0-9][a-z0-9_\-]*?)([+-]\d{1,3})?$")

_LIKE_SHIFT = re.compile(r"-\d{1,3}$")


class Unit(StrEnum):
    MINUTES = "m"
    HOURS = "h"
    DAYS = "d"


class Duration(Model):
    """A length of time; `working` counts working time only."""

    amount: Annotated[int, Field(ge=1, le=9999)]
    unit: Unit
    working: bool = False

    @property
    def code(self) -> str:
        return f"{self.amount}{'w' if self.working else ''}{self.unit}"

    @property
    def minutes(self) -> int:
        """Length in minutes, a day being 24 hours; for comparing, not for planning."""
        return self.amount * {Unit.MINUTES: 1, Unit.HOURS: 60, Unit.DAYS: 1440}[self.unit]


class Term(Model):
    """The limit of a stage: a duration, or until the date in a field; with a first action where it matters.

    A limit is when the card turns red, not an average.
    """

    limit: Duration | None = None
    first: Duration | None = None
    until_field: Id | None = None
    until_plus_days: Annotated[int, Field(ge=0, le=999)] = 0

    @model_validator(mode="before")
    @classmethod
    def _from_code(cls, value: Any) -> Any:
        return _parse_term(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_limit(self) -> Term:
        if (self.limit is None) == (self.until_field is None) or (self.until_plus_days and not self.until_field):
            raise PydanticCustomError("term_code", "a term is either a duration or a date field")
        return self

    @property
    def code(self) -> str:
        if self.until_field:
            limit = f"f:{self.until_field}" + (f"+{self.until_plus_days}d" if self.until_plus_days else "")
        else:
            limit = self.limit.code if self.limit else ""
        return f"{self.first.code}>{limit}" if self.first else limit

    @model_serializer
    def _to_code(self) -> str:
        return self.code


def _parse_duration(code: str) -> dict[str, Any]:
    match = _DURATION.match(code)
    if not match:
        raise PydanticCustomError("term_code", "not a term: {code}", {"code": code[:40]})
    return {"amount": int(match[1]), "working": bool(match[2]), "unit": match[3]}


def _parse_term(code: str) -> dict[str, Any]:
    first, _, limit = code.rpartition(">")
    values: dict[str, Any] = {"first": _parse_duration(first)} if first else {}
    if match := _UNTIL.match(limit):
        return {**values, "until_field": match[1], "until_plus_days": int(match[2] or 0)}
    return {**values, "limit": _parse_duration(limit)}


class DateRule(Model):
    """When a routed deal opens: at once, N days after closing, or by the date in a field (days before or after)."""

    days: Annotated[int, Field(ge=0, le=3650)] = 0
    field: Id | None = None
    shift: Annotated[int, Field(ge=-999, le=999)] = 0

    @model_validator(mode="before")
    @classmethod
    def _from_code(cls, value: Any) -> Any:
        return _parse_rule(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_way(self) -> DateRule:
        if self.days if self.field else self.shift:
            raise PydanticCustomError("date_rule_code", "days count from closing, a shift from the date in a field")
        return self

    @property
    def at_once(self) -> bool:
        return self.field is None and self.days == 0

    @property
    def code(self) -> str:
        if self.field:
            # An id that ends like a shift has one written behind it, or its end would be read as one.
            shown = self.shift or _LIKE_SHIFT.search(self.field)
            return f"field:{self.field}" + (f"{self.shift:+d}" if shown else "")
        return f"days:{self.days}" if self.days else "at_once"

    @model_serializer
    def _to_code(self) -> str:
        return self.code


def _parse_rule(code: str) -> dict[str, Any]:
    if code == "at_once":
        return {}
    if re.fullmatch(r"days:\d{1,4}", code):
        return {"days": int(code[5:])}
    if match := _FIELD_RULE.match(code):
        return {"field": match[1], "shift": int(match[2] or 0)}
    raise PydanticCustomError("date_rule_code", "not a date rule: {code}", {"code": code[:40]})


AT_ONCE = DateRule()
