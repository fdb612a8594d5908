"""Edits of the project as a whole: company, diagnosis, figures, progress, kept findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wizard.model.edits.naming import renaming
from wizard.model.pipeline import Hints, Pipeline
from wizard.model.project import KeptFinding, Project, Step


def change_project(project: Project, **values: Any) -> Project:
    """Replace attributes of the project (revenue goal, main pipeline, …)."""
    return project.changed(**values)


def change_company(project: Project, **values: Any) -> Project:
    """Replace attributes of the company; managers' hints, which greet clients in its name, follow its name."""
    company = project.company.changed(**values)
    if not company.name or company.name == project.company.name:
        return project.changed(company=company)
    renamed = renaming(project.company.name, company.name)
    return project.changed(company=company, pipelines=tuple(_greeting(each, renamed) for each in project.pipelines))


def _greeting(pipeline: Pipeline, renamed: Callable[[str], str]) -> Pipeline:
    return pipeline.changed(stages=tuple(stage.changed(hints=_said(stage.hints, renamed)) for stage in pipeline.stages))


def _said(hints: Hints, renamed: Callable[[str], str]) -> Hints:
    return hints.changed(**{level: renamed(getattr(hints, level)) for level in Hints.model_fields})


def replace_project(_project: Project, by: Project) -> Project:
    """Take another state in the place of this one: a version that is restored, a diagnosis given anew."""
    return by


def start_step(project: Project, step: Step) -> Project:
    """Note that something was done on a step."""
    return project if step in project.started else project.changed(started=(*project.started, step))


def mark_ready(project: Project, step: Step, *, ready: bool = True) -> Project:
    """Mark a step ready, or take the mark back; empty values of a ready step become findings."""
    others = tuple(s for s in project.ready if s is not step)
    return start_step(project.changed(ready=(*others, step) if ready else others), step)


def keep_finding(project: Project, kept: KeptFinding) -> Project:
    """Keep a finding as it is, with a reason; the newest reason holds."""
    return project.changed(kept=(*_without(project, kept.rule, kept.path), kept))


def unkeep_finding(project: Project, rule: str, *, path: str) -> Project:
    """Show a kept finding again."""
    return project.changed(kept=_without(project, rule, path))


def _without(project: Project, rule: str, path: str) -> tuple[KeptFinding, ...]:
    return tuple(k for k in project.kept if (k.rule, k.path) != (rule, path))
