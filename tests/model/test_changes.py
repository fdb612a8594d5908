"""What changed between two states is told, and nothing is told where nothing changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_any_edits import PATIENT
from tests.small import PROJECT
from tests.strategies import edits, projects
from wizard.i18n.changes import SHOWN, changes_in_words
from wizard.i18n.translator import translator
from wizard.model.changes import MOST, Changed, changes
from wizard.model.edits.fields import delete_field
from wizard.model.edits.losses import add_reason
from wizard.model.edits.pipelines import add_empty_pipeline, change_pipeline, delete_pipeline, move_pipeline
from wizard.model.edits.project import change_company, change_project, mark_ready
from wizard.model.edits.rehearsal import tell_deal
from wizard.model.edits.stages import StageRef, add_stage, change_stage, delete_stage, move_stage, set_key_stage
from wizard.model.pipeline import Launch
from wizard.model.project import Project, Step

MET = StageRef("sale", "met")
TOLD = {
    "company": (change_company(PROJECT, name="Дом"), (Changed("company"),)),
    "stage_renamed": (
        change_stage(PROJECT, MET, name="Замер проведён"),
        (Changed("stage_renamed", ("Продажа", "Встреча проведена", "Замер проведён")),),
    ),
    "stage_changed": (
        change_stage(PROJECT, MET, step="Позвонить"),
        (Changed("stage_changed", ("Продажа", "Встреча проведена")),),
    ),
    "funnel_renamed": (
        change_pipeline(PROJECT, "sale", name="Новая"),
        (Changed("funnel_renamed", ("Продажа", "Новая")),),
    ),
    "launch": (change_pipeline(PROJECT, "sale", launch=Launch.NOW), (Changed("launch", ("Продажа",)),)),
    "funnel_changed": (change_pipeline(PROJECT, "sale", goal="Оплата"), (Changed("funnel_changed", ("Продажа",)),)),
    "numbers": (change_pipeline(PROJECT, "sale", entries=7), (Changed("numbers", ("Продажа",)),)),
    "plan_numbers": (change_project(PROJECT, revenue_goal=7), (Changed("plan_numbers"),)),
    "funnels_moved": (move_pipeline(PROJECT, "sale", by=1), (Changed("funnels_moved"),)),
    "stages_moved": (move_stage(PROJECT, MET, by=-1), (Changed("stages_moved", ("Продажа",)),)),
    "rehearsal": (tell_deal(PROJECT, "sale", text="Кухня для Петровых"), (Changed("rehearsal"),)),
    "ready": (mark_ready(PROJECT, Step.GOALS), ()),
}


@pytest.mark.parametrize("what", TOLD)
def test_a_change_is_told(what: str) -> None:
    after, told = TOLD[what]
    assert changes(PROJECT, after) == told


def test_what_came_and_went_is_told_by_name() -> None:
    added = add_stage(add_empty_pipeline(PROJECT, "Партнёры"), "sale", name="Договор подписан")
    told = changes(PROJECT, added)
    assert Changed("funnel_added", ("Партнёры",)) in told
    assert Changed("stage_added", ("Продажа", "Договор подписан")) in told
    back = changes(added, PROJECT)
    assert Changed("funnel_removed", ("Партнёры",)) in back
    assert Changed("stage_removed", ("Продажа", "Договор подписан")) in back


@PATIENT
@given(st.data())
def test_every_edit_is_told_in_both_languages(data: st.DataObject) -> None:
    before = data.draw(projects())
    after = data.draw(edits(before))
    progress = {"started": before.started, "ready": before.ready}
    told = changes(before, after)
    assert bool(told) is (after.changed(**progress) != before)
    assert len(told) <= MOST
    assert changes(before, before) == ()
    for language in ("ru", "en"):
        words = changes_in_words(told, translator(language))
        assert bool(words) is bool(told)
        assert not re.search(r"\bchange\.\w", words)  # a key without a text shows itself


def test_many_changes_are_counted() -> None:
    tr = translator("ru")
    told = tuple(Changed("funnel_added", (str(number),)) for number in range(SHOWN + 2))
    assert changes_in_words(told, tr) == (
        "Добавлена воронка «0». Добавлена воронка «1». Добавлена воронка «2». И ещё 2 изменения."
    )
    assert changes_in_words((Changed("of a newer program"),), tr) == ""


def test_a_field_and_a_reason_are_told() -> None:
    field = PROJECT.fields[0]
    assert Changed("field_removed", (field.name,)) in changes(PROJECT, delete_field(PROJECT, field.id))
    assert changes(PROJECT, delete_stage(PROJECT, MET))
    assert changes(PROJECT, delete_pipeline(PROJECT, "warming"))
    assert Changed("key_stage", ("Продажа",)) in changes(PROJECT, set_key_stage(PROJECT, "sale", stage="new"))
    assert Changed("reason_added", ("Дорого",)) in changes(PROJECT, add_reason(PROJECT, "Дорого"))
    assert changes(Project(), PROJECT)
