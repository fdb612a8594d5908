"""What a rule is, what it reports, and how a finding is cured.

A rule is one file in `wizard/lint/rules/`: a docstring (title, why, source), a `check` that yields
hits, and the constant `RULE`, which says how much of a project it reads. Its texts stand in the language
catalogues under ``rule.<id>.title``, ``rule.<id>.message`` (and variants) and, if it can cure,
``rule.<id>.fix``; its examples, which are its tests, in a YAML file of the same name beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from wizard.lint.objects import value_at
from wizard.model.project import Project, Step

Arg = str | int | float
Args = tuple[tuple[str, Arg], ...]
Edit = Callable[[Project], Project]


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class RuleSet(StrEnum):
    """`amocrm`: the CRM refuses it, and errors block writing. `method` and `practice` never block."""

    AMOCRM = "amocrm"
    METHOD = "method"
    PRACTICE = "practice"


class Reads(StrEnum):
    """How much of a project a rule is shown, besides the company and the diagnosis; see `wizard.lint.views`.

    What a rule found holds until what it was shown changes, so a rule asks for no more than it reads.
    """

    PIPELINE = "pipeline"  # each pipeline by itself
    PIPELINE_AND_LISTS = "pipeline and lists"  # each with the fields and reasons of the account, and deals told of it
    LISTS = "lists"  # the account's fields and reasons
    NAMES = "names"  # each pipeline by itself, then the lists
    OUTLINES = "outlines"  # all pipelines and the lists, but of the stages only where each funnel begins
    PROJECT = "project"


@dataclass(frozen=True)
class Fix:
    """The edit that cures a finding; `args` fill in the sentence that tells what it will do.

    `variant` chooses another sentence than ``rule.<id>.fix``.
    """

    edit: Edit
    args: Args = ()
    variant: str = "fix"


# Looks for cures when they are asked for: a project is checked after every edit, and most are never looked at.
Cure = Callable[[], Fix | None]
Cures = Callable[[], tuple[Fix, ...]]


@dataclass(frozen=True)
class Hit:
    """What a check found.

    `path` says what it is about (see `wizard.lint.paths`); `args` fill in the message; `variant`
    chooses another message than ``message``; `severity` softens or sharpens the rule's own.
    `empty` marks a value nobody has entered yet: progress rather than a finding, until the step is
    marked ready or papers are asked for. `step` is another step than the rule's: names stand on all of
    them. Of `fix`, `cure` and `cures` a hit has one at most: the cure, what finds it, or what finds several, the
    best first.
    """

    path: str
    args: Args = ()
    variant: str = "message"
    severity: Severity | None = None
    empty: bool = False
    step: Step | None = None
    fix: Fix | None = field(default=None, compare=False)
    cure: Cure | None = field(default=None, compare=False)
    cures: Cures | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Rule:
    """A check. `requires` names rules whose finding on the same object makes this one superfluous."""

    id: str
    set: RuleSet
    severity: Severity
    step: Step
    check: Callable[[Project], Iterable[Hit]]
    reads: Reads
    requires: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A hit of a rule, with everything needed to show, keep or cure it in any language."""

    by: Rule
    hit: Hit
    shown: Project = field(compare=False, repr=False)
    kept: bool = False

    @property
    def rule(self) -> str:
        return self.by.id

    @property
    def set(self) -> RuleSet:
        return self.by.set

    @property
    def severity(self) -> Severity:
        return self.hit.severity or self.by.severity

    @property
    def step(self) -> Step:
        return self.hit.step or self.by.step

    @property
    def path(self) -> str:
        return self.hit.path

    @property
    def args(self) -> Args:
        return self.hit.args

    @property
    def variant(self) -> str:
        return self.hit.variant

    @cached_property
    def fingerprint(self) -> str:
        """What it was about, to know when that has changed; most findings are never asked for it."""
        about = (self.rule, self.path, self.args, value_at(self.shown, self.path))
        return hashlib.sha256(repr(about).encode()).hexdigest()[:16]

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """All cures there are, the best first."""
        if self.hit.cures:
            return self.hit.cures()
        fix = self.hit.cure() if self.hit.cure else self.hit.fix
        return (fix,) if fix else ()

    @property
    def fix(self) -> Fix | None:
        """The best cure."""
        return self.fixes[0] if self.fixes else None
