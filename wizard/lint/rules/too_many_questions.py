"""Too many questions.

More than seven questions turn a talk into a form. Those whose answers decide nothing can go.
Source: our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator

from wizard.lint import paths
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.model.project import Project, Step

MOST = 7


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if len(pipeline.questions) > MOST:
            yield Hit(paths.pipeline(pipeline.id, "questions"), args=(("n", len(pipeline.questions)),))


RULE = Rule("too-many-questions", RuleSet.PRACTICE, Severity.HINT, Step.QUALIFICATION, check, reads=Reads.PIPELINE)
