"""Stages a template offers beyond those it starts with, such as a signed contract in a first sale."""

from __future__ import annotations

from wizard.catalog import parts, reader
from wizard.catalog.stages import template_stage
from wizard.catalog.start import wording_of
from wizard.catalog.templates import StageTemplate
from wizard.model.pipeline import Conversion, Pipeline, Stage
from wizard.model.project import Project


def offered(pipeline: Pipeline) -> tuple[StageTemplate, ...]:
    """Optional stages of the pipeline's template that it does not have yet."""
    if pipeline.template is None:
        return ()
    have = {stage.id for stage in pipeline.stages}
    template = reader.funnel(pipeline.template)
    return tuple(stage for stage in template.stages if stage.optional and stage.id not in have)


def add_optional_stage(project: Project, pipeline_id: str, *, stage: str) -> Project:
    """An edit: add an offered stage where the template has it, with its fields.

    The stage before keeps the user's own figure; an assumed one becomes what is usual beside the new stage.
    """
    pipeline = project.pipeline(pipeline_id)
    source = next(item for item in offered(pipeline) if item.id == stage)
    new = template_stage(source, wording=wording_of(project))
    template = reader.funnel(pipeline.template or "")
    earlier = parts.nearest(template, stage, (s.id for s in pipeline.stages))
    place = pipeline.index(earlier) + 1 if earlier else len(pipeline.stages)
    before = tuple(_beside(s, source) if s.id == earlier else s for s in pipeline.stages[:place])
    project = _with_fields(project, new)
    return project.with_pipeline(pipeline.changed(stages=(*before, new, *pipeline.stages[place:])))


def _beside(stage: Stage, source: StageTemplate) -> Stage:
    figure, known = source.before, stage.conversion
    if figure is None or (known is not None and known.basis == "fact"):
        return stage
    return stage.changed(
        conversion=Conversion(share=figure.percent / 100, low=figure.low / 100, high=figure.high / 100)
    )


def _with_fields(project: Project, stage: Stage) -> Project:
    have = {field.id for field in project.fields}
    needed = [*stage.fields, *([stage.term.until_field] if stage.term and stage.term.until_field else [])]
    wording = wording_of(project)
    new = tuple(parts.field(f, wording=wording, questions=()) for f in dict.fromkeys(needed) if f not in have)
    return project.changed(fields=(*project.fields, *new))
