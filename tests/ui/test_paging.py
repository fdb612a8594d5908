"""Projects of many funnels: lists show a part of them, and lead to the one that was just added or moved."""

from __future__ import annotations

from benchmarks.project import funnels
from tests.ui.app import App, opened
from wizard.model.edits.pipelines import change_pipeline
from wizard.ui.components.paging import MOST

MANY = funnels(MOST + 3)
MAIN = MANY.main_sale()
OTHERS = [pipeline.id for pipeline in MANY.pipelines if pipeline is not MAIN]
LAST = OTHERS[-1]


def rows(app: App) -> list[str]:
    return [key.split(".")[1] for key in app.keys("others.") if key.endswith(".launch")]


def test_a_few_funnels_are_shown_at_once() -> None:
    app = opened(funnels(MOST + 1), "others")
    assert len(rows(app)) == MOST
    assert "others.part" not in app.keys("others.")


def test_many_are_shown_a_part_at_a_time_and_an_edit_leaves_the_part_in_sight() -> None:
    app = opened(MANY, "others")
    assert rows(app) == OTHERS[:MOST]
    app.put("others.part", "1")
    assert (rows(app), app.project) == (OTHERS[MOST:], MANY)
    app.put(f"others.{LAST}.launch", "now")
    assert app.project == change_pipeline(MANY, LAST, launch="now")
    app.click("undo")
    assert rows(app) == OTHERS[MOST:]


def test_parts_tell_what_is_to_be_put_right_in_them() -> None:
    app = opened(change_pipeline(MANY, LAST, name=""), "others")
    first, last = app.widget("others.part").options
    assert (first, last) == (f"1\u2013{MOST}", f"{MOST + 1}\u2013{len(OTHERS)} \u00b7 1 замечание")


def test_what_is_added_or_moved_stays_in_sight() -> None:
    app = opened(MANY, "goals")
    app.widget("goals.empty").set_value("Опт")
    app.click("goals.add_empty")
    assert f"goals.{app.project.pipelines[-1].id}.launch" in app.keys("goals.")
    moved = app.project.pipelines[MOST]
    app.click(f"goals.{moved.id}.move-1")
    assert app.project.pipelines[MOST - 1] == moved
    assert f"goals.{moved.id}.launch" in app.keys("goals.")
