"""The stages of the funnel's own template that belong to a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wizard.catalog import reader
from wizard.catalog.stages import stages_of
from wizard.catalog.start import payment_of, wording_of
from wizard.lint.reading.letters import plain
from wizard.model.diagnosis import Diagnosis
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Company, Project


def nearby(project: Project, pipeline: Pipeline, stage: Stage) -> Iterator[str]:
    """Names of the template that stand between the neighbours, in the industry's words; the nearest first.

    Without a neighbour to go by nothing is proposed.
    """
    names = _names(_template(pipeline), project.company, project.diagnosis)
    known = {plain(name): place for place, name in enumerate(names)}
    at = pipeline.index(stage.id)
    before = [known[plain(s.name)] for s in pipeline.stages[:at] if plain(s.name) in known]
    after = [known[plain(s.name)] for s in pipeline.stages[at + 1 :] if plain(s.name) in known]
    if not before and not after:
        return
    low, high = max(before, default=-1), min(after, default=len(names))
    places = range(low + 1, high)
    for place in places if before else reversed(places):
        yield names[place]


def _template(pipeline: Pipeline) -> str:
    """The template the funnel came from, or the first with its goal."""
    known = {template.id for template in reader.funnels()}
    if pipeline.template in known:
        return pipeline.template or ""
    same = (template.id for template in reader.funnels() if template.goal_type is pipeline.goal_type)
    return next(same, "first_sale")


@lru_cache(maxsize=64)
def _names(template_id: str, company: Company, diagnosis: Diagnosis) -> tuple[str, ...]:
    project = Project(company=company, diagnosis=diagnosis)
    template = reader.funnel(template_id)
    stages = stages_of(template, wording=wording_of(project), payment=payment_of(project), questions=())
    return tuple(stage.name for stage in stages)
