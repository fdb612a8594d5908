"""What a rule is, what it reports, and how a finding is cured.

A rule is one file in `wizard/lint/rules/`: a docstring (title, why, source), a `check` that yields
hits, and the constant `RULE`. Its texts stand in the language catalogues under ``rule.<id>.title``,
``rule.<id>.message`` (and variants) and, if it can cure, ``rule.<id>.fix``; its examples, which are
its tests, in a YAML file of the same name beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

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


@dataclass(frozen=True)
class Fix:
    """The edit that cures a finding; `args` fill in the sentence that tells what it will do.

    `variant` chooses another sentence than ``rule.<id>.fix``.
    """

    edit: Edit
    args: Args = ()
    variant: str = "fix"


Cures = Callable[[], tuple[Fix, ...]]


def _no_cures() -> tuple[Fix, ...]:
    return ()


@dataclass(frozen=True)
class Hit:
    """What a check found.

    `path` says what it is about (see `wizard.lint.paths`); `args` fill in the message; `variant`
    chooses another message than ``message``; `severity` softens or sharpens the rule's own.
    `empty` marks a value nobody has entered yet: progress rather than a finding, until the step is
    marked ready or papers are asked for. `step` is another step than the rule's: names stand on all of
    them. `cures` finds several cures, the best first, when they are asked for: a project is checked after
    every click, and most cures are never looked at.
    """

    path: str
    args: Args = ()
    variant: str = "message"
    severity: Severity | None = None
    empty: bool = False
    step: Step | None = None
    fix: Fix | None = None
    cures: Cures | None = None


@dataclass(frozen=True)
class Rule:
    """A check. `requires` names rules whose finding on the same object makes this one superfluous."""

    id: str
    set: RuleSet
    severity: Severity
    step: Step
    check: Callable[[Project], Iterable[Hit]]
    requires: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """A hit of a rule, with everything needed to show, keep or cure it in any language."""

    rule: str
    set: RuleSet
    severity: Severity
    step: Step
    path: str
    args: Args
    variant: str
    fingerprint: str
    kept: bool = False
    cures: Cures = field(default=_no_cures, compare=False, repr=False)

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """All cures there are, the best first."""
        return self.cures()

    @property
    def fix(self) -> Fix | None:
        """The best cure."""
        return self.fixes[0] if self.fixes else None
