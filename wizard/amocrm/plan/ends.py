"""The names of a pipeline's two ends: given at its birth; later amoCRM may take them, or only seem to."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, writing
from wizard.amocrm.existing import Existing, ExistingPipeline, StageKind
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Action, Change, Detail, Kind, compared, created
from wizard.amocrm.plan.request import Pending, Request
from wizard.amocrm.plan.target import Target
from wizard.model.pipeline import Pipeline

# Kommo's own names are written with one dash or another, and nobody sees which.
_DASHES = str.maketrans("\u2013\u2014", "--")


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    """A name to change is a thing for people, which is tried before they are asked."""
    for pipeline, _, theirs in target.pairs(existing):
        for kind, name in _names(pipeline):
            local, title = names.end(pipeline.id, kind), f"{pipeline.name} / {name}"
            if theirs is None:
                yield created(Kind.END, title, local=local)
                continue
            now = _now(theirs, kind)
            if now.strip().translate(_DASHES) == name.translate(_DASHES):
                yield compared(Kind.END, title, local=local, remote=theirs.id, details=())
            else:
                details = (Detail(what="name", old=now, new=name),)
                yield Change(
                    action=Action.MANUAL, kind=Kind.END, name=title, local=local, remote=str(theirs.id), details=details
                )


def _names(pipeline: Pipeline) -> list[tuple[str, str]]:
    """Those the project gives; an empty one leaves amoCRM's own."""
    told = [(StageKind.WON.value, pipeline.won.name), (StageKind.LOST.value, pipeline.lost_name)]
    return [(kind, name) for kind, name in told if name]


def _now(theirs: ExistingPipeline, kind: str) -> str:
    stage = theirs.of_kind(StageKind(kind))
    return stage.name if stage else ""


def tried(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    for pipeline, _, theirs in target.pairs(existing):
        for kind, name in _names(pipeline):
            local = names.end(pipeline.id, kind)
            if theirs and local in pending:
                path = reading.status(theirs.id, writing.ENDS[kind])
                yield Request("PATCH", path, writing.end_change(name), (local,), Kind.END)
