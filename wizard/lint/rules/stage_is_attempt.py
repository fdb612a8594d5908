"""An attempt instead of a stage.

Not reaching a client changes nothing in the sale: the request is still just received. Tries belong
to a series of tasks, and after the last one to a loss reason. Nor is a manager's to-do a
stage: it is a task, and the stage is what comes of it.
Source: nova-amocrm.ru; live accounts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.closing import tried_instead
from wizard.lint.reading import Concept
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.stage_names import read_as, renaming_hit
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline, stage, reading in read_as(project, Concept.ATTEMPT, Concept.TODO):
        if reading.concept is Concept.TODO:
            yield renaming_hit(project, pipeline, stage=stage, reading=reading, variant="todo")
            continue
        cures = partial(tried_instead, project, pipeline, stage=stage, reading=reading)
        yield Hit(paths.stage(pipeline.id, stage.id, "name"), args=(("name", stage.name),), cures=cures)


RULE = Rule(
    "stage-is-attempt",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.STAGES,
    check,
    reads=Reads.PIPELINE,
    requires=("system-stage-as-own",),
)
