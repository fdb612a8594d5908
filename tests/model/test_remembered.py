"""What is found out about a funnel is remembered by the funnel itself, and gone with it."""

from __future__ import annotations

import gc

from tests.ui.linked import TYPICAL
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.remembered import of_pipeline, of_project


def test_a_funnel_is_looked_at_once_and_again_when_it_is_another() -> None:
    seen: list[str] = []

    @of_pipeline
    def named(pipeline: Pipeline) -> str:
        seen.append(pipeline.name)
        return pipeline.name

    first, second = TYPICAL.pipelines[:2]
    renamed = change_pipeline(TYPICAL, first.id, name="Other").pipelines

    assert [named(p) for p in (first, second, first, *renamed[:2])] == [
        *(first.name, second.name, first.name),
        *("Other", second.name),
    ]
    assert seen == [first.name, second.name, "Other"]


def test_funnels_that_come_and_go_are_never_taken_for_each_other() -> None:
    named = of_pipeline(lambda pipeline: pipeline.name)
    for number in range(200):
        assert named(Pipeline(id="one", name=f"Funnel {number}")) == f"Funnel {number}"
        if not number % 50:
            gc.collect()


def test_a_project_is_remembered_until_another_is_asked_about() -> None:
    seen: list[int] = []

    @of_project
    def counted(project: Project) -> int:
        seen.append(len(project.pipelines))
        return len(project.pipelines)

    other = TYPICAL.changed(main_pipeline=None)
    assert [counted(p) for p in (TYPICAL, TYPICAL, other, other, TYPICAL)] == [len(TYPICAL.pipelines)] * 5
    assert len(seen) == 3
