"""Why a plan cannot be carried out at all: limits of the account and of the project together."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import names, placing
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.removals import going
from wizard.amocrm.plan.target import Target
from wizard.i18n.translator import Translator
from wizard.model.base import Model

PIPELINES = 50
STAGES = 100
# Won and lost; incoming requests are a stage too where they are on.
_ENDS = 2


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
    known = {each.local for each in going(target, existing)}
    for pipeline, match, theirs in target.pairs(existing):
        choice = choices.of(pipeline.id)
        if choice and choice.remote != match.remote:
            yield Problem(key="plan.problem.gone", pipeline=pipeline.name)
        asked = (r.remote for r in target.removals if r.pipeline == pipeline.id)
        if any(names.removal(pipeline.id, remote) not in known for remote in asked):
            yield Problem(key="plan.problem.removal", pipeline=pipeline.name)
        if not pipeline.stages:
            yield Problem(key="plan.problem.no_stages", pipeline=pipeline.name)
        count = len(placing.row(match, theirs) if theirs else pipeline.stages)
        count += _ENDS + (pipeline.unsorted or bool(theirs and theirs.unsorted))
        if count > STAGES:
            yield Problem(key="plan.problem.stages", pipeline=pipeline.name, count=count, most=STAGES)
    for removal in target.pipeline_removals:
        if names.pipeline_removal(removal.remote) not in known:
            other = existing.pipeline(removal.remote)
            name = other.name if other else str(removal.remote)
            key = "plan.problem.main_removal" if other and other.main else "plan.problem.pipeline_removal"
            yield Problem(key=key, pipeline=name)
