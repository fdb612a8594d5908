"""A state that was read anew shares with the one at hand what is the same in both."""

from __future__ import annotations

from tests.ui.linked import TYPICAL
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.project import Project
from wizard.model.sharing import sharing


def test_what_is_the_same_is_the_same_object() -> None:
    first, *others = TYPICAL.pipelines
    read = Project.model_validate_json(change_pipeline(TYPICAL, first.id, name="Other").model_dump_json())

    shared = sharing(read, TYPICAL)

    assert shared == read
    assert shared.pipelines[0] is read.pipelines[0]
    assert [pipeline is other for pipeline, other in zip(shared.pipelines[1:], others, strict=True)] == [True] * len(
        others
    )
    assert shared.fields is TYPICAL.fields
    assert shared.loss_reasons is TYPICAL.loss_reasons


def test_what_differs_in_order_or_number_stays_as_it_was_read() -> None:
    read = Project.model_validate_json(TYPICAL.model_dump_json())
    turned = read.changed(pipelines=read.pipelines[:0:-1], main_pipeline=None)

    shared = sharing(turned, TYPICAL)

    assert shared == turned
    assert all(pipeline is TYPICAL.pipeline(pipeline.id) for pipeline in shared.pipelines)
