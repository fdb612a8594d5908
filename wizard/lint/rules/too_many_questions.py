"""Too many questions.

More than seven questions turn a talk into a form. Those whose answers decide nothing can go.
Source: our assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.questions import delete_question
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step

MOST, LISTED = 7, 3


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if len(pipeline.questions) > MOST:
            at, cures = paths.pipeline(pipeline.id, "questions"), partial(_cures, pipeline)
            yield Hit(at, args=(("n", len(pipeline.questions)),), cures=cures)


def _cures(pipeline: Pipeline) -> tuple[Fix, ...]:
    """Take away one of those with one verdict whatever is answered."""
    idle = [q for q in pipeline.questions if len({(a.verdict, a.stop) for a in q.answers}) <= 1]
    return tuple(
        Fix(partial(delete_question, pipeline_id=pipeline.id, question=q.id), (("name", q.text),))
        for q in idle[:LISTED]
    )


RULE = Rule("too-many-questions", RuleSet.PRACTICE, Severity.HINT, Step.QUALIFICATION, check, reads=Reads.PIPELINE)
