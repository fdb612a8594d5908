"""A word of a name with its dictionary forms and its part in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What a word is in the sentence; the same for all languages."""

    DONE = "done"  # a finished result: a short passive participle, a perfective past
    WAS = "was"  # an unfinished past
    WE_DO = "we do"  # the first person now
    DOES = "does"  # somebody else, now
    WILL = "will"
    DOING = "doing"  # a gerund: working, qualifying
    TODO = "todo"  # an infinitive or a command
    NOUN = "noun"
    ADJECTIVE = "adjective"
    SHORT = "short"  # a short adjective: ready, active
    ATTRIBUTE = "attribute"  # a participle beside a noun
    PREPOSITION = "preposition"
    NEGATION = "negation"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True)
class Word:
    """`lemmas` are all dictionary forms it may have, and the word itself; `base` is the likeliest of them."""

    text: str
    base: str
    lemmas: frozenset[str]
    form: Form
    russian: bool
    negated: bool = False  # the word itself denies: "unpaid"
    subject: bool = False  # a Russian noun in the nominative
    known: bool = True
    quality: bool = False  # an adjective, or an adverb of it, that tells what somebody is like
    name: bool = False  # somebody's own name
    firm: bool = False  # a firm's own name
    proper: bool = False  # written with a capital inside a name
    living: bool = False  # a Russian noun of somebody living
    agent: bool = False  # a Russian noun that tells by whom: "by the recruiter"
    where: bool = False  # a Russian noun or adjective that tells a place: "at the bank"
