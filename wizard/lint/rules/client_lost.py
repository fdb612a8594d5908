"""A client gets lost.

Whoever refuses goes somewhere: to warming, to the head, to the archive with a reason. Where nothing is
said, the paid-for contact is forgotten.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.losses import set_route
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Subject
from wizard.model.project import Project, Step
from wizard.model.routes import HEAD


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.subject is not Subject.CLIENT or pipeline.lost_route:
            continue
        if not pipeline.losses:
            at, args = paths.pipeline(pipeline.id, "lost_route"), (("name", pipeline.name),)
            to_head = partial(change_pipeline, pipeline_id=pipeline.id, lost_route=HEAD)
            yield Hit(at, args=args, variant="nowhere", fix=Fix(to_head))
        for use in pipeline.losses:
            if not use.route:
                reason = project.reason(use.reason).name
                to_head = partial(set_route, pipeline_id=pipeline.id, reason=use.reason, route=HEAD)
                yield Hit(paths.loss(pipeline.id, use.reason, "route"), args=(("reason", reason),), fix=Fix(to_head))


RULE = Rule("client-lost", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check, reads=Reads.PIPELINE_AND_LISTS)
