"""Funnels launched now beyond a limit, and the fix that postpones them."""

from __future__ import annotations

from wizard.lint.rule import Fix
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Launch, Pipeline
from wizard.model.project import Project

# How many a team learns at a time.
AT_ONCE = 3


def surplus(project: Project, limit: int) -> tuple[Pipeline, ...]:
    """The last funnels launched now that are over the limit; the main one is never among them."""
    launched = project.launched()
    others = [p for p in launched if p.id != project.main_pipeline]
    over = len(launched) - limit
    return tuple(others[-over:]) if over > 0 else ()


def postponed(pipelines: tuple[Pipeline, ...]) -> Fix:
    """Launch these funnels later."""

    def edit(project: Project) -> Project:
        for pipeline in pipelines:
            project = change_pipeline(project, pipeline.id, launch=Launch.LATER)
        return project

    return Fix(edit, args=(("names", ", ".join(pipeline.name for pipeline in pipelines)),))
