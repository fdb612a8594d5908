"""A project as a model for another client: its funnels, without anything that was the former client's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.model.edits.naming import renaming
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.workshop import Workshop

_FIGURES = dict.fromkeys(("entries", "wins", "key_reached", "average_check", "cycle_days", "open_deals"))
# Keys under which ids and codes stand.
_CODES = {"id", "template", "key_stage", "field", "fields", "reason", "option", "stage", "pipeline", "asked_at", "rule"}
_CODES |= {"path", "fingerprint", "colour", "main_pipeline", "until_field", "format"}
_ELLIPSIS = "\u2026"


def as_model(project: Project, *, company: str = "") -> Project:
    """Another client's project with these funnels, fields and reasons.

    Gone are the name (in texts too), notes and decisions, figures, told deals, what ties it to an account, progress,
    and the words that were said of kept findings; what those findings are stays.
    """
    bare = project.changed(
        workshop=Workshop(),
        rehearsal=(),
        bindings=(),
        moves=(),
        started=(),
        ready=(),
        revenue_goal=None,
        request_price=None,
        kept=tuple(kept.changed(note="") for kept in project.kept),
        pipelines=tuple(_without_figures(pipeline) for pipeline in project.pipelines),
    )
    renamed = _spoken_of(bare, project.company.name, company or _ELLIPSIS)
    return renamed.changed(company=renamed.company.changed(name=company))


def _without_figures(pipeline: Pipeline) -> Pipeline:
    losses = tuple(use.changed(count=None) for use in pipeline.losses)
    return pipeline.changed(**_FIGURES, losses=losses, stages=tuple(_assumed(stage) for stage in pipeline.stages))


def _assumed(stage: Stage) -> Stage:
    """What was a fact there is no more than an assumption here."""
    return stage.changed(reached=None, conversion=stage.conversion and stage.conversion.assumed)


def _spoken_of(project: Project, former: str, company: str) -> Project:
    """The project with another name wherever a text says the former one; ids and codes stay."""
    renamed = renaming(former, company)
    said = _replaced(project.model_dump(exclude={"company", "diagnosis"}), renamed)
    return Project.model_validate({**said, "company": project.company, "diagnosis": project.diagnosis})


def _replaced(data: Any, renamed: Callable[[str], str]) -> Any:
    """Values are texts of people but for ids, which are Latin and stand under keys of their own."""
    if isinstance(data, dict):
        return {key: value if key in _CODES else _replaced(value, renamed) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return tuple(_replaced(each, renamed) for each in data)
    # A plain string only: what comes from a fixed list is a string too, but of its own class.
    return renamed(data) if type(data) is str else data
