"""Two numbers beyond the usual ranges.

Requests and payments a month whose ratio no usual conversions can give mostly mean that different things
were counted: clicks as requests, or repeat payments as first ones.
Source: the scaling of conversions from two numbers; the ranges are the stages' own.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.forecast import outside_usual_range
from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if outside_usual_range(pipeline) and all(stage.conversion for stage in pipeline.stages):
            numbers = (("entries", round(pipeline.entries or 0)), ("wins", round(pipeline.wins or 0)))
            yield Hit(paths.pipeline(pipeline.id, "entries"), args=numbers)


RULE = Rule("numbers-out-of-range", RuleSet.METHOD, Severity.WARNING, Step.SHAPE, check, reads=Reads.PIPELINE)
