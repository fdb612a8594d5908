"""Edits of the project as a whole: company, diagnosis, figures, progress, kept findings."""

from __future__ import annotations

from typing import Any

from wizard.model.project import KeptFinding, Project, Step


def change_project(project: Project, **values: Any) -> Project:
    """Replace attributes of the project (revenue goal, main pipeline, …)."""
    return project.changed(**values)


def change_company(project: Project, **values: Any) -> Project:
    return project.changed(company=project.company.changed(**values))


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
