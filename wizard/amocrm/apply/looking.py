"""Reads of an account what a target needs: everything, and hints only of the pipelines it takes over."""

from __future__ import annotations

from collections.abc import Callable, Collection

from wizard.amocrm import account, reading
from wizard.amocrm.client import Client
from wizard.amocrm.existing import Existing, ExistingPipeline
from wizard.amocrm.plan.choices import Choices
from wizard.amocrm.plan.target import target_of
from wizard.amocrm.refused import BadAnswerError
from wizard.model.project import Project


def look_for(client: Client, project: Project, choices: Choices) -> Existing:
    """What a plan of this project needs."""
    return look(client, lambda existing: target_of(project, existing, choices).remotes)


def look(client: Client, closely: Callable[[Existing], Collection[int]]) -> Existing:
    """The account, with the hints of the pipelines that are looked at closely."""
    existing = account.read(client, hints_of=())
    wanted = closely(existing)
    told = (hinted(client, pipeline) if pipeline.id in wanted else pipeline for pipeline in existing.pipelines)
    return existing.changed(pipelines=tuple(told))


def hinted(client: Client, pipeline: ExistingPipeline) -> ExistingPipeline:
    """The pipeline as it is now, with its stages' hints."""
    body = client.get(reading.statuses(pipeline.id), reading.WITH_HINTS)
    try:
        return pipeline.changed(stages=reading.stages(body))
    except (LookupError, TypeError, AttributeError, ValueError):
        raise BadAnswerError from None
