"""The table of stages: what is typed into its cells and what is pasted beside it."""

from __future__ import annotations

import json
from typing import Any

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.model.edits.stages import StageRef, add_stage, change_stage, set_proof_after
from wizard.model.history import History
from wizard.model.project import Project
from wizard.model.terms import Term

SALE = "first_sale"
TYPICAL = projects.typical()
STAGES = TYPICAL.pipeline(SALE).stages
FIRST, SECOND = StageRef(SALE, STAGES[0].id), StageRef(SALE, STAGES[1].id)


def on_table(project: Project = TYPICAL) -> App:
    app = opened(project, "stages")
    app.put("stages.view", "table")
    return app


def _type(app: App, cells: dict[int, dict[str, Any]]) -> None:
    """Type into cells, as the browser's table tells it."""
    [table] = app.at.data_editor
    states = app.at._tree.get_widget_states()  # noqa: SLF001
    said = json.dumps({"edited_rows": {str(row): values for row, values in cells.items()}})
    states.widgets.add(id=table.proto.id, string_value=said)
    app.at._run(states)  # noqa: SLF001
    assert not app.at.exception


def test_the_table_shows_every_stage_and_is_left_by_the_other_view() -> None:
    app = on_table()
    [table] = app.at.data_editor
    assert [line["name"] for line in table.value.to_dict("records")] == [stage.name for stage in STAGES]
    app.put("choose.pipeline", "repeat_sales")
    assert len(app.at.data_editor) == 1
    app.put("stages.view", "board")
    assert not app.at.data_editor
    assert app.keys("board.repeat_sales.")


def test_cells_typed_or_pasted_together_are_one_change() -> None:
    app = on_table()
    _type(app, {0: {"name": "Заявка пришла", "term": "3 дня"}, 1: {"proof": "Анкета заполнена"}})
    expected = change_stage(TYPICAL, FIRST, name="Заявка пришла", term=Term.model_validate("3d"))
    expected = set_proof_after(expected, SECOND, proof="Анкета заполнена")
    assert app.session.history == History(expected, past=(TYPICAL,))
    app.click("undo")
    assert app.project == TYPICAL
    [table] = app.at.data_editor
    assert table.value["name"].iloc[0] == STAGES[0].name


def test_the_table_stays_the_same_one_while_it_shows_what_there_is() -> None:
    app = on_table()
    before = app.at.data_editor[0].proto.id
    _type(app, {0: {"name": "Заявка пришла"}})
    assert app.at.data_editor[0].proto.id == before
    app.session.commit(change_stage, SECOND, name="Иначе")
    app.run()
    assert app.at.data_editor[0].proto.id != before


def test_a_cell_that_is_not_understood_stays_typed_and_is_told_about() -> None:
    app = on_table()
    before = app.at.data_editor[0].proto.id
    _type(app, {0: {"term": "скоро", "step": "Перезвонить"}})
    assert app.project == change_stage(TYPICAL, FIRST, step="Перезвонить")
    [error] = app.at.error
    assert "Срок «скоро» не понят" in error.value.replace("\\", "")
    assert app.at.data_editor[0].proto.id == before


def test_odd_names_and_an_empty_funnel_have_a_table_too() -> None:
    assert on_table(projects.broken()).at.data_editor
    assert not on_table(projects.empty()).at.data_editor


def test_good_rows_are_written_at_once_and_bad_ones_stay_in_the_box() -> None:
    app = on_table()
    bad = f"{STAGES[1].name}\t\t\tскоро"
    app.put("pasted_rows", f"{STAGES[0].name}\t\tПерезвонить\n{bad}\nОбразец показан")
    assert len(app.at.error) == 1
    assert app.project == TYPICAL
    app.click("table.write")
    expected = add_stage(
        change_stage(TYPICAL, FIRST, step="Перезвонить"), SALE, name="Образец показан", after=SECOND.stage
    )
    assert app.session.history == History(expected, past=(TYPICAL,))
    assert app.widget("pasted_rows").value == bad
    assert app.widget("table.write").disabled
    app.click("undo")
    assert app.project == TYPICAL
