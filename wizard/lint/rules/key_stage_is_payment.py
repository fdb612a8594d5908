"""The key stage is the payment.

Payment is the goal, not what leads to it. The key stage is the last thing of ours after which most
clients pay.
Source: the article's examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wizard.lint import paths
from wizard.lint.names import is_payment
from wizard.lint.rule import Fix, Hit, Reads, Rule, RuleSet, Severity
from wizard.model.edits.stages import set_key_stage
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project, Step


def check(project: Project) -> Iterator[Hit]:
    for pipeline in project.pipelines:
        if pipeline.key_stage and is_payment(pipeline.stage(pipeline.key_stage).name):
            args = (("name", pipeline.stage(pipeline.key_stage).name),)
            yield Hit(paths.pipeline(pipeline.id, "key_stage"), args=args, fix=_fix(pipeline, pipeline.key_stage))


def _fix(pipeline: Pipeline, key: str) -> Fix | None:
    """The nearest earlier stage that is no payment, but not the first one."""
    earlier = [stage for stage in pipeline.stages[1 : pipeline.index(key)] if not is_payment(stage.name)]
    if not earlier:
        return None
    edit = partial(set_key_stage, pipeline_id=pipeline.id, stage=earlier[-1].id)
    return Fix(edit, args=(("becomes", earlier[-1].name),))


RULE = Rule(
    "key-stage-is-payment",
    RuleSet.METHOD,
    Severity.ERROR,
    Step.KEY_STAGE,
    check,
    reads=Reads.PIPELINE,
    requires=(
        "no-key-stage",
        "key-stage-first",
    ),
)
