"""Every exporter gives the bytes once looked at and approved; `pytest --update-goldens` writes new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports import EXPORTERS
from exports.exporter import Exporter, Options
from wizard.model.project import Project

GOLDEN = Path(__file__).with_name("golden")
# Archives are looked at by what is in them: tests/exports/papers.
TEXTS = tuple(known for known in EXPORTERS if known.media_type != "application/zip")


@pytest.mark.parametrize("exporter", TEXTS, ids=lambda exporter: exporter.id)
@pytest.mark.parametrize("all_pipelines", [False, True], ids=["now", "all"])
def test_an_export_is_as_approved(
    sample: tuple[str, Project], exporter: Exporter, all_pipelines: bool, update_goldens: bool
) -> None:
    name, project = sample
    # The project is saved whole, whatever is chosen: one golden holds for both.
    part = "" if exporter.id == "project-yaml" else "-all" if all_pipelines else "-now"
    golden = GOLDEN / f"{name}{part}-{exporter.suffix}"
    given = exporter.render(project, Options(all_pipelines=all_pipelines))
    if update_goldens:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(given)
    assert given == golden.read_bytes()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.id)
def test_the_same_project_gives_the_same_bytes(sample: tuple[str, Project], exporter: Exporter) -> None:
    _, project = sample
    again = Project.model_validate(project.model_dump())
    assert exporter.render(project, Options()) == exporter.render(again, Options())
