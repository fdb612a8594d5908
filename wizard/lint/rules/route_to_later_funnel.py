"""A route into a funnel that is not launched.

What leads into a funnel planned for later leads nowhere today. Either it is launched too, or the route says
what people do by hand until then.
Source: follows from launching funnels one after another.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint.graph import between
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch
from wizard.model.project import Project, Step

AT_ONCE = 3


def check(project: Project) -> Iterator[Hit]:
    room = len(project.launched()) < AT_ONCE
    for edge, target in between(project):
        waits = edge.source.launch is Launch.NOW and target.launch is Launch.LATER
        if waits and not edge.route.fallback:
            args = (("target", target.name),)
            launch = Fix(partial(change_pipeline, pipeline_id=target.id, launch=Launch.NOW), args)
            yield Hit(edge.path, args=args, fix=launch if room else None)


RULE = Rule("route-to-later-funnel", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check, reads=Reads.OUTLINES)
