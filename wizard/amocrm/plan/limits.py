"""Why a plan cannot be carried out at all: limits of the account and of the project together."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import placing
from wizard.amocrm.plan.choices import Choices, StageRemoval
from wizard.amocrm.plan.removals import going
from wizard.amocrm.plan.target import Target
from wizard.i18n.translator import Translator
from wizard.model.base import Model

PIPELINES = 50
STAGES = 100
# Won and lost; incoming requests are a stage too where they are on.
_ENDS = 2


def _has(target: Target, removal: StageRemoval) -> bool:
    """Whether the project has the stage the deals are to move to."""
    return any(stage.id == removal.to for stage in target.project.pipeline(removal.pipeline).stages)


class Problem(Model):
    """A key of a sentence, and what stands in it."""

    key: str
    pipeline: str = ""
    count: int = 0
    most: int = 0

    def message(self, tr: Translator) -> str:
        return tr(self.key, pipeline=self.pipeline, count=self.count, most=self.most)


def problems(target: Target, existing: Existing, choices: Choices) -> Iterator[Problem]:
    new = sum(match.remote is None for match in target.matches)
    if new and (count := len(existing.pipelines) + new) > PIPELINES:
        yield Problem(key="plan.problem.pipelines", count=count, most=PIPELINES)
    known = [each.removal for each in going(target, existing) if _has(target, each.removal)]
    for pipeline, match, theirs in target.pairs(existing):
        choice = choices.of(pipeline.id)
        if choice and choice.remote != match.remote:
            yield Problem(key="plan.problem.gone", pipeline=pipeline.name)
        if any(removal not in known for removal in target.removals if removal.pipeline == pipeline.id):
            yield Problem(key="plan.problem.removal", pipeline=pipeline.name)
        if not pipeline.stages:
            yield Problem(key="plan.problem.no_stages", pipeline=pipeline.name)
        count = len(placing.row(match, theirs) if theirs else pipeline.stages)
        count += _ENDS + (pipeline.unsorted or bool(theirs and theirs.unsorted))
        if count > STAGES:
            yield Problem(key="plan.problem.stages", pipeline=pipeline.name, count=count, most=STAGES)
