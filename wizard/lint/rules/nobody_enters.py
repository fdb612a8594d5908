"""Nobody enters the funnel.

A funnel without a source, into which no route leads, stays empty however good its stages are.
Source: practice, to be verified.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        led = any(route.leads_to(pipeline.id) for p in project.pipelines if p is not pipeline for route in p.routes())
        if not pipeline.sources and not led:
            yield Hit(paths.pipeline(pipeline.id, "sources"), args=(("name", pipeline.name),))


RULE = Rule("nobody-enters", RuleSet.METHOD, Severity.WARNING, Step.GOALS, check)
