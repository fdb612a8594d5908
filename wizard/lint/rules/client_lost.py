"""A client gets lost.

Whoever refuses goes somewhere: to warming, to the head, to the archive with a reason. Where nothing is
said, the paid-for contact is forgotten.
Source: the article's step on loss reasons.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.pipeline import Subject
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.subject is not Subject.CLIENT or pipeline.lost_route:
            continue
        if not pipeline.losses:
            yield Hit(paths.pipeline(pipeline.id, "lost_route"), args=(("name", pipeline.name),), variant="nowhere")
        for use in pipeline.losses:
            if not use.route:
                reason = project.reason(use.reason).name
                yield Hit(paths.loss(pipeline.id, use.reason, "route"), args=(("reason", reason),))


RULE = Rule("client-lost", RuleSet.METHOD, Severity.WARNING, Step.LOSSES, check, reads=Reads.PIPELINE_AND_LISTS)
