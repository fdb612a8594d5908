"""Step 2: the board and the chosen stage."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard.hints import hints_of
from wizard.model.edits.pipelines import change_won
from wizard.model.edits.stages import (
    StageRef,
    add_stage,
    change_stage,
    delete_stage,
    move_stage,
    place_stage,
    set_proof_after,
)
from wizard.model.history import History
from wizard.model.pipeline import PALETTE, Hints
from wizard.model.terms import Term
from wizard.ui.components.board import painted
from wizard.ui.components.stage_editor import TRACES

SALE = "first_sale"
TYPICAL = projects.typical()
STAGES = TYPICAL.pipeline(SALE).stages
FIRST = StageRef(SALE, STAGES[0].id)
SECOND = StageRef(SALE, STAGES[1].id)
NAME = f"stage.{SALE}.{FIRST.stage}"


def on_stages() -> App:
    return opened(TYPICAL, "stages")


@pytest.mark.parametrize("name", ["Заявка принята", "", "<b>", "**x**", "😀", ":smile:", "$x$", "я" * 999])
def test_a_typed_name_is_committed(name: str) -> None:
    app = on_stages()
    app.put(f"{NAME}.name", name)
    assert app.project == change_stage(TYPICAL, FIRST, name=name)
    assert app.widget(f"{NAME}.name").value == name


def test_direction_marks_are_dropped_from_a_name() -> None:
    app = on_stages()
    app.put(f"{NAME}.name", "\u202eЗаявка\u200f  принята ")
    assert app.project == change_stage(TYPICAL, FIRST, name="Заявка принята")
    assert app.widget(f"{NAME}.name").value == "Заявка принята"


def test_a_name_too_long_stays_as_a_draft() -> None:
    app = on_stages()
    app.put(f"{NAME}.name", "я" * 1001)
    assert app.session.history == History(TYPICAL)
    assert app.widget(f"{NAME}.name").value == "я" * 1001
    assert len(app.at.error) == 1
    app.click("nav.later")
    app.click("nav.back")
    assert app.widget(f"{NAME}.name").value == "я" * 1001
    app.put(f"{NAME}.name", "я")
    assert app.project.pipeline(SALE).stage(FIRST.stage).name == "я"
    assert len(app.at.error) == 0


@pytest.mark.parametrize(
    ("part", "value", "expected"),
    [
        ("step", "Позвоните", {"step": "Позвоните"}),
        ("owner", "Замерщик", {"owner_role": "Замерщик"}),
        ("colour", PALETTE[3], {"colour": PALETTE[3]}),
        ("term.amount", 5, {"term": Term.model_validate("15wm>5d")}),
        ("term.amount", 0, {"term": None}),
        ("term.amount", None, {"term": None}),
    ],
)
def test_every_attribute_of_a_stage_can_be_changed(part: str, value: object, expected: dict[str, object]) -> None:
    bare = change_stage(TYPICAL, FIRST, term=Term.model_validate("15wm>2d"))
    app = opened(bare, "stages")
    app.put(f"{NAME}.{part}", value)
    assert app.project == change_stage(bare, FIRST, **expected)
    app.click("undo")
    assert app.project == bare


@pytest.mark.parametrize(
    ("unit", "code"), [("m", "2m"), ("wm", "2wm"), ("h", "2h"), ("d", "2d"), ("wd", "2wd"), ("date", "f:{date}")]
)
def test_a_term_counts_in_any_unit(unit: str, code: str) -> None:
    bare = change_stage(TYPICAL, FIRST, term=Term.model_validate("2h" if unit != "h" else "2d"))
    app = opened(bare, "stages")
    app.put(f"{NAME}.term.unit", unit)
    date = next(f.id for f in TYPICAL.fields if f.type in ("date", "date_time"))
    expected = Term.model_validate(code.format(date=date))
    assert app.project == change_stage(bare, FIRST, term=expected)
    if unit == "date":
        app.put(f"{NAME}.term.plus", 3)
        assert app.project == change_stage(bare, FIRST, term=expected.changed(until_plus_days=3))
        other = [f.id for f in TYPICAL.fields if f.type in ("date", "date_time")][1]
        app.put(f"{NAME}.term.field", other)
        assert app.project == change_stage(bare, FIRST, term=Term(until_field=other))


def test_a_term_out_of_bounds_changes_nothing() -> None:
    app = on_stages()
    app.put(f"{NAME}.term.amount", 100_000)
    assert app.session.history == History(TYPICAL)
    assert len(app.at.toast) == 1


def test_a_term_of_working_hours_from_a_file_is_shown_and_kept() -> None:
    hours = change_stage(TYPICAL, FIRST, term=Term.model_validate("4wh"))
    app = opened(hours, "stages")
    assert app.widget(f"{NAME}.term.amount").value == 4
    app.put(f"{NAME}.term.amount", 6)
    assert app.project == change_stage(TYPICAL, FIRST, term=Term.model_validate("6wh"))


def test_fields_to_fill_are_picked() -> None:
    app = on_stages()
    fields = [f.id for f in TYPICAL.fields][:3]
    app.put(f"{NAME}.fields", fields)
    assert app.project == change_stage(TYPICAL, FIRST, fields=tuple(fields))


def test_a_fact_is_typed_or_taken_from_the_usual_traces() -> None:
    app = on_stages()
    app.put(f"{NAME}.proof", "Номер в карточке")
    assert app.project == set_proof_after(TYPICAL, FIRST, proof="Номер в карточке")
    app.put(f"{NAME}.proof", "")
    for trace in TRACES:
        app.click(f"{NAME}.trace.{trace}")
        words = app.session.tr(f"trace.{trace}")
        assert app.project == set_proof_after(TYPICAL, FIRST, proof=words)
        app.click("undo")
    assert app.project == set_proof_after(TYPICAL, FIRST, proof="")


def test_a_column_chooses_its_stage_and_stages_move() -> None:
    app = on_stages()
    app.click(f"board.{SALE}.{SECOND.stage}")
    assert app.has(f"stage.{SALE}.{SECOND.stage}.name")
    app.click("stage.move-1")
    assert app.project == move_stage(TYPICAL, SECOND, by=-1)
    assert app.has(f"stage.{SALE}.{SECOND.stage}.name")
    assert app.widget("stage.move-1").disabled
    app.click("stage.move1")
    assert app.project == TYPICAL


@pytest.mark.parametrize("place", [0, 2, len(STAGES) - 1])
def test_a_column_dropped_in_another_place_is_one_change(place: int) -> None:
    app = on_stages()
    app.send("browser.board", "moved", {"pipeline": SALE, "stage": SECOND.stage, "place": place})
    assert app.project == place_stage(TYPICAL, SECOND, place=place)
    assert [s.id for s in app.project.pipeline(SALE).stages].index(SECOND.stage) == place
    assert app.has(f"stage.{SALE}.{SECOND.stage}.name")
    app.click("undo")
    assert app.session.history == History(TYPICAL, future=(place_stage(TYPICAL, SECOND, place=place),))


@pytest.mark.parametrize(
    "said",
    [
        {"pipeline": SALE, "stage": "gone", "place": 0},
        {"pipeline": "gone", "stage": SECOND.stage, "place": 0},
        {"pipeline": SALE, "stage": SECOND.stage, "place": "0"},
        {"pipeline": SALE, "stage": ["x"], "place": 0},
        ["moved"],
        None,
    ],
)
def test_a_drop_that_makes_no_sense_changes_nothing(said: object) -> None:
    app = on_stages()
    app.send("browser.board", "moved", said)
    assert app.session.history == History(TYPICAL)


@pytest.mark.parametrize("place", range(len(STAGES)))
def test_a_deleted_stage_comes_back_by_undo(place: int) -> None:
    app = on_stages()
    app.click(f"board.{SALE}.{STAGES[place].id}")
    app.click("stage.delete")
    assert app.project == delete_stage(TYPICAL, StageRef(SALE, STAGES[place].id))
    assert len(app.at.toast) == 1
    app.click("undo")
    assert app.project == TYPICAL


def test_all_stages_can_go_and_new_ones_come() -> None:
    app = on_stages()
    for _ in STAGES:
        app.click("stage.delete")
    assert app.project.pipeline(SALE).stages == ()
    without = app.project
    app.widget("stage.new").set_value("Заявка получена")
    app.click("stage.add")
    assert app.project == add_stage(without, SALE, name="Заявка получена", after=None)


def test_a_stage_is_added_after_the_chosen_one_and_chosen() -> None:
    app = on_stages()
    app.widget("stage.new").set_value("Образцы показаны")
    app.click("stage.add")
    assert app.project == add_stage(TYPICAL, SALE, name="Образцы показаны", after=FIRST.stage)
    new = app.project.pipeline(SALE).stages[1].id
    assert app.session.chosen["stage"] == new
    assert app.has(f"stage.{SALE}.{new}.name")


def test_a_hint_is_kept_only_when_it_differs_from_the_ready_one() -> None:
    app = on_stages()
    hint = f"hint.{SALE}.{FIRST.stage}.candidate"
    ready = hints_of(TYPICAL, TYPICAL.pipeline(SALE), stage=STAGES[0]).candidate
    assert app.widget(hint).value == ready
    app.put(hint, "Свой текст")
    hints: Hints = STAGES[0].hints.changed(candidate="Свой текст")
    assert app.project == change_stage(TYPICAL, FIRST, hints=hints)
    app.put(hint, ready)
    assert app.project == TYPICAL


def test_won_has_a_name_of_its_own() -> None:
    app = on_stages()
    app.put(f"won.{SALE}.name", "Договор оплачен")
    assert app.project == change_won(TYPICAL, SALE, name="Договор оплачен")


def test_the_board_is_painted_by_one_style_that_trusts_no_colour_and_breaks_no_word() -> None:
    coloured = change_stage(TYPICAL, FIRST, colour="url(javascript:1)").pipeline(SALE)
    assert painted(coloured.changed(stages=coloured.stages[:2], key_stage=None), coloured.stages[1]) == (
        ".st-key-board-first_sale-request_received button { --v-paint: #d5d8db; } "
        ".st-key-board > div.st-key-board-first_sale-request_received { min-width: 4.57rem; } "
        f".st-key-board-first_sale-contact_made button {{ --v-paint: {STAGES[1].colour}; }} "
        ".st-key-board > div.st-key-board-first_sale-contact_made { min-width: 5.50rem; } "
        ".st-key-board-first_sale-contact_made button { --v-ring: #1a5fb4; --v-rim: #fff; }"
    )


def test_the_page_is_drawn_in_few_elements() -> None:
    # Whatever is in it, each costs the server a fifth of a millisecond at every click, for everybody.
    assert len(list(on_stages().at.main)) <= 60
