"""The key stage stands first.

If receiving a request were decisive, every request would be paid. The key stage is what we do with
the client later. Where clients book a time themselves, the first stage may be it.
Source: derived from the method.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.names import is_booking, is_payment
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import set_key_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        first = pipeline.stages[0] if len(pipeline.stages) > 1 else None
        if first and pipeline.key_stage == first.id and not is_booking(first.name):
            yield Hit(paths.pipeline(pipeline.id, "key_stage"), args=(("name", first.name),), fix=_fix(pipeline))


def _fix(pipeline: Pipeline) -> Fix | None:
    following = pipeline.stages[1]
    if is_payment(following.name):
        return None
    edit = partial(set_key_stage, pipeline_id=pipeline.id, stage=following.id)
    return Fix(edit, args=(("becomes", following.name),))


RULE = Rule(
    "key-stage-first",
    RuleSet.METHOD,
    Severity.WARNING,
    Step.KEY_STAGE,
    check,
    reads=Reads.PIPELINE,
    requires=("no-key-stage",),
)
