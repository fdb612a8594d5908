"""What holds in every account, whatever was asked of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wizard.amocrm.sandbox.placing import placed
from wizard.amocrm.sandbox.state import Account, Pipeline


def broken(account: Account) -> list[str]:
    """The laws this account breaks, in words."""
    places = {(pipeline.id, stage.id) for pipeline in account.pipelines for stage in pipeline.stages}
    groups = [None, *(group.id for group in account.groups)]
    reasons = [None, *(reason.id for reason in account.reasons)]
    return [
        *(f"id {key} is given twice" for key, count in Counter(_ids(account)).items() if count > 1),
        *([] if 1 <= len(account.pipelines) <= 50 else [f"{len(account.pipelines)} pipelines"]),
        *([] if sum(pipeline.main for pipeline in account.pipelines) == 1 else ["not one main pipeline"]),
        *(law for pipeline in account.pipelines for law in _of_pipeline(pipeline)),
        *(f"deal {lead.id} is nowhere" for lead in account.leads if (lead.pipeline, lead.stage) not in places),
        *(f"deal {lead.id} has no such reason" for lead in account.leads if lead.reason not in reasons),
        *(f"field {field.id} is bound to nothing" for field in account.fields if set(field.required) - places),
        *(f"field {field.id} is in no group" for field in account.fields if field.group not in groups),
    ]


def _of_pipeline(pipeline: Pipeline) -> Iterator[str]:
    sorts = [sort for _, sort in placed(pipeline)]
    if sorts != sorted(set(sorts)):
        yield f"stages of {pipeline.id} stand at {sorts}"
    if (pipeline.won.id, pipeline.lost.id) != (142, 143):
        yield f"{pipeline.id} has no ends"
    if not pipeline.own or len(pipeline.stages) > 100:
        yield f"{pipeline.id} has {len(pipeline.own)} own stages"
    for stage in pipeline.stages:
        if max(Counter(hint.level for hint in stage.hints).values(), default=0) > 1:
            yield f"stage {stage.id} has two hints of a level"


def _ids(account: Account) -> Iterator[int | str]:
    for pipeline in account.pipelines:
        yield pipeline.id
        yield from (stage.id for stage in pipeline.stages[:-2])
        yield from (hint.id for stage in pipeline.stages for hint in stage.hints)
    yield from (group.id for group in account.groups)
    for field in account.fields:
        yield field.id
        yield from (choice.id for choice in field.choices)
    yield from (reason.id for reason in account.reasons)
    yield from (lead.id for lead in account.leads)
