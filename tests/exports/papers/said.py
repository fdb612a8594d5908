"""What each paper owes its readers of a project: which of its texts have to be found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route

Words = Callable[[Project, Pipeline], Iterator[str]]


def names(_project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield pipeline.name


def about(_project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (pipeline.name, pipeline.goal, pipeline.entry, pipeline.won.name)


def stages(_project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (stage.name for stage in pipeline.stages)


def facts(_project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (pipeline.proof_after(stage.id) for stage in pipeline.stages)


def steps(_project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (stage.step for stage in pipeline.stages)


def fields(project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (project.field(field).name for stage in pipeline.stages for field in stage.fields)


def reasons(project: Project, pipeline: Pipeline) -> Iterator[str]:
    yield from (project.reason(use.reason).name for use in pipeline.losses)


def ways(project: Project, pipeline: Pipeline) -> Iterator[str]:
    """Where won and every refusal leads, the pipeline beside its stage."""
    for route in pipeline.routes():
        yield _there(project, route)


def aims(project: Project, pipeline: Pipeline) -> Iterator[str]:
    """The pipelines that are led to."""
    yield from (project.pipeline(route.to.pipeline).name for route in pipeline.routes() if route.to)


def questions(project: Project, pipeline: Pipeline) -> Iterator[str]:
    for question in pipeline.questions:
        yield from (question.text, project.field(question.field).name)


def moved(project: Project, pipeline: Pipeline) -> Iterator[str]:
    """A former stage, and the place its deals go to."""
    for move in project.moves:
        if move.pipeline == pipeline.id and move.stage:
            yield from (move.from_stage, pipeline.stage(move.stage).name)


def _there(project: Project, route: Route) -> str:
    if route.to is None or route.to.stage is None:
        return ""
    pipeline = project.pipeline(route.to.pipeline)
    return f"«{pipeline.name}», этап «{pipeline.stage(route.to.stage).name}»"


ALL: tuple[Words, ...] = (about, stages, facts, steps, fields, reasons, ways)
SAID: dict[str, tuple[Words, ...]] = {
    "funnel_map": (about, aims),
    "funnel_page": (about, stages, facts, fields, reasons, ways, questions),
    "regulation": (names, stages, facts, steps, fields, reasons, ways),
    "memo": (names, stages, facts, steps, reasons),
    "head_page": (names, stages),
    "qualification_script": (names, questions),
    "chat_text": (names,),
    "checklist": (names, stages, fields, reasons),
    "migration_table": (names, moved),
    "specification": (*ALL, moved),
    "protocol": (names,),
    "launch_order": (names,),
    "before_after": (names, moved),
}


def said(project: Project, *parts: Words) -> Iterator[str]:
    """The texts of all pipelines."""
    for pipeline in project.pipelines:
        for part in parts:
            yield from part(project, pipeline)
