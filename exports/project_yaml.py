"""The project itself, to be opened again: always whole, whatever is launched now."""

from __future__ import annotations

from exports.exporter import Exporter, Options
from wizard.model.project import Project
from wizard.storage.project_file import dump


def render(project: Project, _options: Options) -> bytes:
    return dump(project)


EXPORTER = Exporter("project-yaml", "project.yaml", "application/yaml", render, for_experts=True, light=True)
