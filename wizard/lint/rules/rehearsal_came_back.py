"""Deals came back to a stage.

Several deals that go back to the same stage had left it too early: its fact lets through what is not
done. From a stage that waits for a date, what fell through means a new date and not a way back.
There is no button: what the fact lacks only its owner knows. One deal is an exception and says nothing.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rehearsed import Told, told
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Stage
from wizard.model.project import Project, Step
from wizard.model.rehearsal import GapKind


def check(project: Project) -> Iterator[Hit]:
    for found in told(project, GapKind.RETURNED):
        if not found.several:
            continue
        path = paths.stage(found.pipeline.id, found.stage.id, "proof")
        dated = _dated(found)
        if dated:
            date = project.field(dated.term.until_field).name if dated.term and dated.term.until_field else ""
            yield Hit(path, args=(*found.counts, ("start", dated.name), ("date", date)), variant="dated")
        else:
            yield Hit(path, args=found.counts)


def _dated(found: Told) -> Stage | None:
    """The stage they came back from, if it is one and waits for a date."""
    starts = {gap.stage for gap in found.gaps}
    stage = found.pipeline.stage(starts.pop())
    return stage if not starts and stage.term and stage.term.until_field else None


RULE = Rule("rehearsal-came-back", RuleSet.PRACTICE, Severity.HINT, Step.STAGES, check, reads=Reads.PIPELINE_AND_LISTS)
