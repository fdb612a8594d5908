"""No entry condition.

The first stage has no arrow before it: what proves that a card belongs there is the condition of
entry. Without it anything lands in the funnel, and the conversion starts from noise.
Source: derived from the method.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import original, original_stage
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not pipeline.entry:
            at, fix = paths.pipeline(pipeline.id, "entry"), _fix(project, pipeline)
            yield Hit(at, args=(("name", pipeline.name),), empty=True, fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The template's condition, where its first stage still stands first."""
    known = original(project, pipeline)
    first = original_stage(project, pipeline, pipeline.stages[0]) if pipeline.stages else None
    if known is None or first != known.stages[0]:
        return None
    edit = partial(change_pipeline, pipeline_id=pipeline.id, entry=known.entry)
    return Fix(edit, (("becomes", known.entry),))


RULE = Rule(
    "no-entry-condition",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("no-own-stage",),
)
