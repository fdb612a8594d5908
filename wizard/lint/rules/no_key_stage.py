"""No key stage.

The key stage is the one after which most clients buy; effort and reports are built around it.
Outside of sales it helps as well, but a funnel lives without it.
Source: the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.kinds import Kind, kind_of
from wizard.lint.rule import Hit, Rule, RuleSet, Severity
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
            )


RULE = Rule("no-key-stage", RuleSet.METHOD, Severity.ERROR, Step.KEY_STAGE, check, requires=("no-own-stage",))
