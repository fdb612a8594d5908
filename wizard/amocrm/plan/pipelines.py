"""Pipelines: created with their first stages, renamed; those of the account alone are kept."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, wire, writing
from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Detail, Kind, compared, created, kept
from wizard.amocrm.plan.request import Json, Pending, Request, batch
from wizard.amocrm.plan.target import Target
from wizard.model.pipeline import Pipeline


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for pipeline, _, theirs in target.pairs(existing):
        local = names.pipeline(pipeline.id)
        if theirs is None:
            yield created(Kind.PIPELINE, pipeline.name, local=local)
        else:
            details = _details(pipeline, theirs)
            yield compared(Kind.PIPELINE, pipeline.name, local=local, remote=theirs.id, details=details)
            if theirs.unsorted and not pipeline.unsorted:
                yield _unsorted_by_hand(pipeline, theirs)
    for other in existing.live:
        if other.id not in target.remotes:
            yield kept(Kind.PIPELINE, other.name, remote=other.id)


def _details(pipeline: Pipeline, theirs: ExistingPipeline) -> Iterator[Detail]:
    if theirs.name.strip() != pipeline.name:
        yield Detail(what="name", old=theirs.name, new=pipeline.name)
    if pipeline.unsorted and not theirs.unsorted:
        yield Detail(what="unsorted", old="off", new="on")


def _unsorted_by_hand(pipeline: Pipeline, theirs: ExistingPipeline) -> Change:
    """Switching incoming requests off moves those that wait, so it is left to people."""
    details = (Detail(what="unsorted", old="on", new="off"),)
    return Change(action=Action.MANUAL, kind="unsorted_off", name=pipeline.name, remote=str(theirs.id), details=details)


def created_first(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    """All new pipelines in one request."""
    last = max((pipeline.sort for pipeline in existing.pipelines), default=0)
    new = [p for p, _, theirs in target.pairs(existing) if theirs is None and names.pipeline(p.id) in pending]
    items = [
        (names.pipeline(pipeline.id), _body(target, pipeline, sort=last + 10 * n))
        for n, pipeline in enumerate(new, start=1)
    ]
    yield from batch("POST", reading.PIPELINES, items, Kind.PIPELINE)


def _body(target: Target, pipeline: Pipeline, *, sort: int) -> Json:
    """Stages that bring hints with them are cheaper to add later: all of them in one request, hints included.

    The hint of the first of them is sent apart, for a pipeline has to have a stage from the start.
    """
    hinted = [place for place, stage in enumerate(pipeline.stages) if target.hints(pipeline, stage)]
    cut = hinted[1] if len(hinted) > 1 else len(pipeline.stages)
    return wire.pipeline_body(pipeline.changed(stages=pipeline.stages[:cut]), sort=sort)


def changed(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    for pipeline, _, theirs in target.pairs(existing):
        local = names.pipeline(pipeline.id)
        if theirs and local in pending:
            what = {detail.what for detail in pending[local].details}
            body = writing.pipeline_change(
                name=pipeline.name if "name" in what else None, unsorted=True if "unsorted" in what else None
            )
            yield Request("PATCH", reading.pipeline_at(theirs.id), body, (local,), Kind.PIPELINE)
