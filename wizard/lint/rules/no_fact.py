"""No fact on the arrow.

A stage counts as reached when something checkable exists: a file, a date, a sum, a call record.
Without it every manager moves cards by feeling, and counts at stages mean nothing. For the first
stage the fact is the funnel's entry condition (rule `no-entry-condition`).
Source: TechUnit, Pedowitz, HubSpot pipeline design (the bible of The Tech Deputies).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.proofs import template_proof
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        for stage in pipeline.stages[1:]:
            if not stage.proof:
                cure = partial(template_proof, project, pipeline, stage)
                yield Hit(
                    paths.stage(pipeline.id, stage.id, "proof"), args=(("name", stage.name),), empty=True, cure=cure
                )
        if pipeline.stages and not pipeline.won.proof:
            cure = partial(template_proof, project, pipeline, None)
            yield Hit(paths.pipeline(pipeline.id, "won"), args=(("name", pipeline.won.name),), empty=True, cure=cure)


RULE = Rule("no-fact", RuleSet.METHOD, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
