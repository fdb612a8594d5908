"""Signs that one funnel serves two goals: its name joins them, or its stages are of another kind."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.lexicon import found, lexicon, pattern
from wizard.lint.names import is_payment, words
from wizard.lint.reading.letters import cleaned
from wizard.model.pipeline import Pipeline, Stage, Subject

_REMEMBERED = 4096


class Aliens(NamedTuple):
    """Stages that belong to another kind of funnel, and to which kind."""

    stages: tuple[Stage, ...]
    kind: str


class Part(NamedTuple):
    """A part of a funnel's name, and the goal it speaks of, as the lexicon calls it."""

    name: str
    goal: str


@lru_cache(maxsize=_REMEMBERED)
def joined_goals(name: str) -> tuple[Part, ...]:
    """The parts of a name that joins different goals, one for each goal; nothing for one that does not."""
    read, written = _parts(cleaned(name)), _parts(name)
    shown = written if len(written) == len(read) else read
    goals = zip(shown, map(_goal, map(words, read)), strict=True)
    said = [Part(part[:1].upper() + part[1:], goal) for part, goal in goals if goal]
    first = tuple({part.goal: part for part in reversed(said)}.values())[::-1]
    return first if len(first) > 1 else ()


def foreign_stages(pipeline: Pipeline) -> Aliens | None:
    """The stages of a sales funnel that belong to delivery, hiring or partners.

    Delivery counts only after a payment; one stage with a word of hiring or partners may be chance.
    """
    if kind_of(pipeline) not in (Kind.SALES, Kind.QUALIFY):
        return None
    foreign = lexicon()["foreign"]
    paid = next((n for n, stage in enumerate(pipeline.stages) if is_payment(stage.name)), len(pipeline.stages))
    work = tuple(s for s in pipeline.stages[paid + 1 :] if found(foreign["work"], words(s.name)))
    if work:
        return Aliens(work, "work")
    for kind in ("hiring", "partners") if pipeline.subject is Subject.CLIENT else ():
        stages = tuple(s for s in pipeline.stages if found(foreign[kind], words(s.name)))
        if len(stages) > 1:
            return Aliens(stages, kind)
    return None


def _parts(name: str) -> list[str]:
    joiners = pattern(tuple(lexicon()["joiners"]))
    pieces = re.split(r"[+/&,;|]", name)
    return [part.strip() for piece in pieces for part in _split(joiners, piece)]


def _split(joiners: re.Pattern[str], piece: str) -> list[str]:
    """A piece without its joiners, whatever their case."""
    ends = [match.span() for match in joiners.finditer(piece.lower())]
    places = [0, *(place for span in ends for place in span), len(piece)]
    return [piece[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]


def _goal(part: str) -> str | None:
    """The goal a part of a name speaks of: the one whose word stands first in it."""
    matches = {goal: found(forms, part) for goal, forms in lexicon()["goals"].items()}
    placed = [(match.start(), goal) for goal, match in matches.items() if match]
    return min(placed)[1] if placed else None
