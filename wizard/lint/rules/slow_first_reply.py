"""A slow first reply.

Whoever wrote to three companies buys from the one that answered first. Where strangers come in by
themselves, the first action takes place within an hour.
Source: Lead Response Management; SaleKit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import incoming
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import StageRef, change_stage
from wizard.model.project import Project, Step
from wizard.model.terms import Duration, Unit

LIMIT_MINUTES = 60
QUICK = Duration(amount=15, unit=Unit.MINUTES, working=True)


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not incoming(pipeline) or not pipeline.stages:
            continue
        stage = pipeline.stages[0]
        first = stage.term and (stage.term.first or stage.term.limit)
        if stage.term and first and first.minutes > LIMIT_MINUTES:
            edit = partial(change_stage, at=StageRef(pipeline.id, stage.id), term=stage.term.changed(first=QUICK))
            args = (("name", stage.name), ("n", round(first.minutes / 60)))
            yield Hit(paths.stage(pipeline.id, stage.id, "term"), args=args, fix=Fix(edit))


RULE = Rule(
    "slow-first-reply",
    RuleSet.PRACTICE,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-term",),
)
