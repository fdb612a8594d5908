"""Signs that one funnel serves two goals: its name joins them, or its stages are of another kind."""

from __future__ import annotations

import re
from typing import NamedTuple

from wizard.lint.kinds import Kind, kind_of
from wizard.lint.lexicon import found, lexicon, pattern
from wizard.lint.names import is_payment, words
from wizard.lint.reading.letters import cleaned
from wizard.model.pipeline import Pipeline, Stage, Subject


class Alien(NamedTuple):
    """A stage that belongs to another kind of funnel, and to which kind."""

    stage: Stage
    kind: str


def joined_goals(name: str) -> bool:
    """Whether a name joins two different goals."""
    goals = {_goal(part) for part in _parts(name)} - {None}
    return len(goals) > 1


def foreign_stage(pipeline: Pipeline) -> Alien | None:
    """The first stage of a sales funnel that belongs to delivery, hiring or partners.

    Delivery counts only after a payment; one stage with a word of hiring or partners may be chance.
    """
    if kind_of(pipeline) not in (Kind.SALES, Kind.QUALIFY):
        return None
    foreign = lexicon()["foreign"]
    paid = next((n for n, stage in enumerate(pipeline.stages) if is_payment(stage.name)), len(pipeline.stages))
    work = [s for s in pipeline.stages[paid + 1 :] if found(foreign["work"], words(s.name))]
    if work:
        return Alien(work[0], "work")
    for kind in ("hiring", "partners") if pipeline.subject is Subject.CLIENT else ():
        stages = [s for s in pipeline.stages if found(foreign[kind], words(s.name))]
        if len(stages) > 1:
            return Alien(stages[0], kind)
    return None


def _parts(name: str) -> list[str]:
    joiners = pattern(tuple(lexicon()["joiners"]))
    pieces = re.split(r"[+/&,;|]", cleaned(name))
    return [words(part) for piece in pieces for part in joiners.split(piece)]


def _goal(part: str) -> str | None:
    """The goal a part of a name speaks of: the one whose word stands first in it."""
    matches = {goal: found(forms, part) for goal, forms in lexicon()["goals"].items()}
    placed = [(match.start(), goal) for goal, match in matches.items() if match]
    return min(placed)[1] if placed else None
