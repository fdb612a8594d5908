"""No stages of one's own.

With only the system's won and lost a funnel shows nothing between a request and its end, and amoCRM
does not create a funnel without stages.
Source: amoCRM's API documentation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.known import made, template_for, with_stages
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not pipeline.stages:
            at, fix = paths.pipeline(pipeline.id, "stages"), _fix(project, pipeline)
            yield Hit(at, args=(("name", pipeline.name),), empty=True, fix=fix)


def _fix(project: Project, pipeline: Pipeline) -> Fix | None:
    """The stages of its template, or of the template with its goal."""
    template = template_for(pipeline)
    if template is None:
        return None
    edit = partial(with_stages, pipeline_id=pipeline.id, template=template)
    return Fix(edit, (("template", made(project, template).pipelines[0].name),))


RULE = Rule("no-own-stage", RuleSet.AMOCRM, Severity.ERROR, Step.STAGES, check, reads=Reads.PIPELINE)
