"""The account's main pipeline: changed only when asked for, and last, for telephony and forms may follow it."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.amocrm import reading, writing
from wizard.amocrm.existing import Existing
from wizard.amocrm.manual_sources import takes_requests
from wizard.amocrm.plan import names
from wizard.amocrm.plan.change import Change, Detail, Kind, compared
from wizard.amocrm.plan.request import Pending, Request
from wizard.amocrm.plan.target import Target
from wizard.model.pipeline import Pipeline


def changes(target: Target, existing: Existing) -> Iterator[Change]:
    for pipeline, _, theirs in target.pairs(existing):
        if target.main and pipeline.id == target.project.main_pipeline:
            details = () if theirs and theirs.main else _details(target, existing, pipeline)
            remote = theirs.id if theirs else ""
            yield compared(Kind.MAIN, pipeline.name, local=names.main(pipeline.id), remote=remote, details=details)


def _details(target: Target, existing: Existing, pipeline: Pipeline) -> tuple[Detail, ...]:
    """From which pipeline to which, and the sources somebody has to point anew."""
    old = existing.main.name if existing.main else ""
    sources = [s for p in target.wanted.pipelines if takes_requests(p) for s in p.sources]
    told = Detail(what="main", old=old, new=pipeline.name)
    again = Detail(what="sources", new=", ".join(dict.fromkeys(sources)))
    return (told, again) if sources else (told,)


def made(target: Target, existing: Existing, pending: Pending) -> Iterator[Request]:
    for pipeline, _, theirs in target.pairs(existing):
        local = names.main(pipeline.id)
        if theirs and local in pending:
            body = writing.pipeline_change(main=True)
            yield Request("PATCH", reading.pipeline_at(theirs.id), body, (local,), Kind.MAIN)
