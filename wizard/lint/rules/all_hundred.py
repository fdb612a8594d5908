"""Every step at 100 %.

When everybody who enters pays, the figures are a wish. Two numbers, requests and payments a month, are
enough to work out the rest.
Source: the article's step on the funnel's shape, which calls such a funnel a utopia.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.forecast import shares
from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        steps = shares(pipeline)
        if kind_of(pipeline) is not Kind.DELIVERY and len(steps) > 1 and all(share == 1 for share in steps):
            yield Hit(paths.pipeline(pipeline.id, "stages"))


RULE = Rule("all-hundred", RuleSet.METHOD, Severity.HINT, Step.SHAPE, check, reads=Reads.PIPELINE)
