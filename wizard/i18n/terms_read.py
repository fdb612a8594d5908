"""Reads a time limit out of what people write in a table: an amount and a unit in either language, or a code."""

from __future__ import annotations

import re

from pydantic import ValidationError

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import translator
from wizard.model.terms import Duration, Term, Unit

_AMOUNT = re.compile(r"(\d{1,4})\s*(\D+)")


def read_term(text: str) -> Term | None:
    """The term, in whichever language it is written; None when it is not understood."""
    found = _AMOUNT.fullmatch(" ".join(text.lower().split()))
    duration = _duration(int(found[1]), found[2]) if found else None
    if duration:
        return Term(limit=duration)
    try:
        term = Term.model_validate(text.strip())
    except ValidationError:
        return None
    return None if term.until_field else term  # a date in the card is chosen from a list


def _duration(amount: int, words: str) -> Duration | None:
    said = words.replace(".", " ").split()
    units = [unit for word in said for unit in Unit if word.startswith(_beginnings(f"term.read.{unit}"))]
    working = any(word.startswith(_beginnings("term.read.working")) for word in said)
    short = {unit for unit in Unit for word in said if word in _whole(unit)}
    units = units or sorted(short)
    return Duration(amount=amount, unit=units[0], working=working) if units and amount else None


def _beginnings(key: str) -> tuple[str, ...]:
    """How words for it begin."""
    return tuple(part for code in languages() for part in translator(code)(key).split())


def _whole(unit: Unit) -> set[str]:
    """Letters that stand for it alone."""
    return {part for code in languages() for part in translator(code)(f"term.letters.{unit}").split()}
