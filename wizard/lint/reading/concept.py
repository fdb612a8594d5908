"""What a name can say, and how it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Concept(StrEnum):
    """What a name says. Up to `ONE_SIDED` the names are those of the lexicon."""

    FINE = "fine"
    OUTCOME = "outcome"
    DUMP = "dump"
    ATTEMPT = "attempt"
    WAITS = "waits"
    PARKS = "parks"
    HOPES = "hopes"
    OURS = "ours"
    PROCESS = "process"
    WORK = "work"
    TALK = "talk"
    TODO = "todo"
    ONE_SIDED = "one_sided"
    NEGATED = "negated"
    BARE = "bare"
    REQUEST = "request"
    TWO_RESULTS = "two_results"
    UNCLEAR = "unclear"
    NOTHING = "nothing"  # undecided by phrases and grammar, and its words are those of bad names
    RESULT = "result"


# Plainly wrong wherever they stand in a name: the deal waits, is parked or gone, or nothing has happened.
BAD = frozenset(
    {
        Concept.OUTCOME,
        Concept.DUMP,
        Concept.ATTEMPT,
        Concept.WAITS,
        Concept.PARKS,
        Concept.HOPES,
        Concept.PROCESS,
        Concept.TODO,
        Concept.NEGATED,
        Concept.NOTHING,
    }
)


@dataclass(frozen=True)
class Reading:
    """How a name was understood.

    `group` narrows the concept down as in the lexicon; `words` are those that decided; `soft` marks what may
    as well be a result; `ours` says that nobody but us is named, so that in delivery it may be our own work; `done`
    that something is finished, if only on our side; `lone` that it is a verb alone, which outside sales may tell of
    the thing or the person everybody has in mind.
    """

    concept: Concept
    group: str = "any"
    words: tuple[str, ...] = ()
    soft: bool = False
    ours: bool = True
    done: bool = False
    lone: bool = False

    @property
    def is_result(self) -> bool:
        return self.concept in (Concept.RESULT, Concept.FINE)
