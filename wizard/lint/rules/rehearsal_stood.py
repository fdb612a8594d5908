"""Deals stood longer than the limit.

When most deals stand longer, the limit is a wish: a card that is always red is not looked at any more.
Then the limit that most of the told deals keep is offered. When only some stand, the limit is right, and the
manager's step has to say what is done when it is over. One deal may be an exception, so it is a question.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median_high

from wizard.lint import paths
from wizard.lint.rehearsed import Told, told
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.project import Project, Step
from wizard.model.rehearsal import GapKind, limit_days
from wizard.model.terms import Duration, Term, Unit


def check(project: Project) -> Iterator[Hit]:
    for found in told(project, GapKind.STOOD):
        fix = _fix(found)
        yield Hit(
            paths.stage(found.pipeline.id, found.stage.id, "term" if fix else "step"),
            args=found.counts,
            variant=_variant(found, curable=fix is not None),
            severity=None if found.several else Severity.HINT,
            fix=fix,
        )


def _variant(found: Told, *, curable: bool) -> str:
    if found.stage.term is None:
        return "unlimited"
    if curable:
        return "most"
    return "message" if found.several else "one"


def _fix(found: Told) -> Fix | None:
    """A limit most of the deals that stood would keep, where more than half stood and a limit is set in days."""
    days = [gap.days for gap in found.gaps if gap.days is not None]
    if not found.mostly or len(days) < len(found.gaps) or limit_days(found.stage.term) is None:
        return None
    longer = median_high(days)
    first = found.stage.term.first if found.stage.term else None
    term = Term(limit=Duration(amount=longer, unit=Unit.DAYS), first=first)
    at = StageRef(found.pipeline.id, found.stage.id)
    return Fix(partial(change_stage, at=at, term=term), args=(("name", found.stage.name), ("days", longer)))


RULE = Rule("rehearsal-stood", RuleSet.PRACTICE, Severity.WARNING, Step.STAGES, check, reads=Reads.PIPELINE_AND_LISTS)
