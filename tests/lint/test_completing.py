"""Missing stages of a template come back in their places, with the shares of the shorter ways; counted ones stay."""

from __future__ import annotations

import pytest

from wizard.catalog.start import start
from wizard.lint import runner
from wizard.lint.rule import Finding
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.stages import StageRef, add_stage, change_stage, delete_stage
from wizard.model.pipeline import Basis, Conversion
from wizard.model.project import Company, Project

WHOLE = start(("first_sale", "refusal_warming"), company=Company(industry="furniture"))
ORDER = [stage.id for stage in WHOLE.pipeline("first_sale").stages]


def _short(*kept: str, project: Project = WHOLE) -> Project:
    for stage in ORDER:
        if stage not in kept:
            project = delete_stage(project, StageRef("first_sale", stage))
    return project


def _found(project: Project) -> Finding:
    return next(f for f in runner.run(project).findings if f.rule == "stage-count")


def _completed(project: Project) -> Project:
    fix = _found(project).fix
    assert fix is not None
    return fix.edit(project)


@pytest.mark.parametrize("kept", [("request_received",), ("contact_made", "key_done"), ("key_done", "offer_reviewed")])
def test_the_template_s_stages_come_back_with_their_shares(kept: tuple[str, ...]) -> None:
    stages = _completed(_short(*kept)).pipeline("first_sale").stages
    expected = WHOLE.pipeline("first_sale").stages
    assert [stage.id for stage in stages] == ORDER
    assert [stage.conversion for stage in stages] == [stage.conversion for stage in expected]
    assert [stage.proof for stage in stages] == [stage.proof for stage in expected]


def test_a_counted_share_stays_and_its_parts_are_unknown() -> None:
    counted = Conversion(share=0.3, low=0.3, high=0.3, basis=Basis.FACT)
    short = change_stage(_short("request_received", "key_done"), StageRef("first_sale", "request_received"))
    short = change_stage(short, StageRef("first_sale", "request_received"), conversion=counted)
    stages = _completed(short).pipeline("first_sale").stages
    assert [stage.conversion for stage in stages[: ORDER.index("key_done")]] == [
        counted,
        *[None] * (ORDER.index("key_done") - 1),
    ]


def test_a_renamed_stage_keeps_its_name_and_place() -> None:
    short = change_stage(_short("key_done"), StageRef("first_sale", "key_done"), name="Обмер сделан")
    after = _completed(short).pipeline("first_sale")
    assert [stage.id for stage in after.stages] == ORDER
    assert after.stage("key_done").name == "Обмер сделан"


def test_a_stage_of_one_s_own_could_stand_anywhere_and_nothing_is_offered() -> None:
    own = add_stage(_short("request_received"), "first_sale", name="Макет утверждён")
    assert _found(own).fix is None


def test_stages_in_another_order_and_funnels_without_a_template_get_nothing() -> None:
    first = _short("request_received", "key_done")
    swapped = change_pipeline(first, "first_sale", stages=first.pipeline("first_sale").stages[::-1])
    assert _found(swapped).fix is None
    assert _found(change_pipeline(first, "first_sale", template=None, goal_type=None)).fix is None
