"""No entry condition.

The first stage has no arrow before it: what proves that a card belongs there is the condition of
entry. Without it anything lands in the funnel, and the conversion starts from noise.
Source: derived from the method.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if not pipeline.entry:
            yield Hit(paths.pipeline(pipeline.id, "entry"), args=(("name", pipeline.name),), empty=True)


RULE = Rule("no-entry-condition", RuleSet.METHOD, Severity.WARNING, Step.STAGES, check, requires=("no-own-stage",))
