"""No key stage.

The key stage is the one after which most clients buy; effort and reports are built around it.
Outside of sales it helps as well, but a funnel lives without it.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.known import original, original_stage
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import set_key_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.key_stage is None:
            sells = kind_of(pipeline) is Kind.SALES
            yield Hit(
                paths.pipeline(pipeline.id, "key_stage"),
                args=(("name", pipeline.name),),
                severity=None if sells else Severity.WARNING,
                empty=True,
                cure=partial(_fix, project, pipeline),
            )


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The template's key stage, where the funnel still has it."""
    known = original(project, pipeline)
    stage = next((s for s in pipeline.stages if known and s.id == known.key_stage), None)
    if stage is None or original_stage(project, pipeline, stage) is None:
        return None
    return Fix(partial(set_key_stage, pipeline_id=pipeline.id, stage=stage.id), (("becomes", stage.name),))


RULE = Rule(
    "no-key-stage",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.KEY_STAGE,
    check,
    reads=Reads.PIPELINE,
    requires=("no-own-stage",),
)
