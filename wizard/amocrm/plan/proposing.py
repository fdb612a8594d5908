"""What is proposed before anybody has chosen: a fresh account's one pipeline becomes the project's first one."""

from __future__ import annotations

from wizard.amocrm.existing import Existing
from wizard.amocrm.plan.choices import Choices, PipelineChoice
from wizard.amocrm.plan.target import target_of
from wizard.model.project import Project


def proposed(project: Project, existing: Existing) -> Choices:
    """The stock pipeline is taken over with its deals, if it is the only one and nothing of the project is there yet.

    In an account that has more, somebody works in them already: there only bindings and names tell what is ours.
    """
    matches = target_of(project, existing, Choices()).matches
    first = _first(project, {match.pipeline for match in matches})
    if first is None or len(existing.live) != 1 or any(match.remote for match in matches):
        return Choices()
    return Choices(pipelines=(PipelineChoice(pipeline=first, remote=existing.live[0].id),))


def _first(project: Project, entered: set[str]) -> str | None:
    """The pipeline requests come to: the main one, else the one that sells first."""
    sale = project.main_sale()
    wanted = (project.main_pipeline, sale.id if sale else None)
    return next((pipeline for pipeline in wanted if pipeline in entered), None)
