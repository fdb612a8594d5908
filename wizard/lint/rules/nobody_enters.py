"""Nobody enters the funnel.

A funnel without a source, into which no route leads, stays empty however good its stages are.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.graph import edges
from wizard.lint.known import original
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    led = {edge.target for edge in edges(project) if not edge.again}
    for pipeline in project.pipelines:
        if not pipeline.sources and pipeline.id not in led:
            at, fix = paths.pipeline(pipeline.id, "sources"), _fix(project, pipeline)
            yield Hit(at, args=(("name", pipeline.name),), fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    known = original(project, pipeline)
    if known is None or not known.sources:
        return None
    edit = partial(change_pipeline, pipeline_id=pipeline.id, sources=known.sources)
    return Fix(edit, (("becomes", ", ".join(known.sources)),))


RULE = Rule("nobody-enters", RuleSet.METHOD, Severity.WARNING, Step.GOALS, check, reads=Reads.OUTLINES)
