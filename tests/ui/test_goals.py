"""Step 1: the funnels and their goals, and the company."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.app import opened
from wizard.catalog.start import add_funnel
from wizard.model.edits.pipelines import (
    add_empty_pipeline,
    change_pipeline,
    delete_pipeline,
    duplicate_pipeline,
    move_pipeline,
)
from wizard.model.history import History
from wizard.model.pipeline import GoalType, Launch, Subject


@pytest.mark.parametrize(
    ("part", "value", "attribute", "kept"),
    [
        ("launch", "later", "launch", Launch.LATER),
        ("name", "Продажа кухонь", "name", "Продажа кухонь"),
        ("name", "", "name", ""),
        ("goal_type", "repeat_payment", "goal_type", GoalType.REPEAT_PAYMENT),
        ("goal", "Первая оплата", "goal", "Первая оплата"),
        ("subject", "partner", "subject", Subject.PARTNER),
        ("entry", "Заявка с номером", "entry", "Заявка с номером"),
        ("deal_is", "Кухня", "deal_is", "Кухня"),
        ("sources", " Сайт \n\nАвито", "sources", ("Сайт", "Авито")),
        ("unsorted", False, "unsorted", False),
    ],
)
def test_every_attribute_of_a_funnel_can_be_changed(part: str, value: object, attribute: str, kept: object) -> None:
    app = opened(projects.typical(), "goals")
    app.put(f"goals.first_sale.{part}", value)
    assert app.project == change_pipeline(projects.typical(), "first_sale", **{attribute: kept})
    app.click("undo")
    assert app.project == projects.typical()


def test_launches_switch_and_the_main_funnel_can_be_another() -> None:
    app = opened(projects.typical(), "goals")
    app.put("goals.repeat_sales.launch", "now")
    app.put("goals.repeat_sales.main", True)
    expected = change_pipeline(projects.typical(), "repeat_sales", launch=Launch.NOW)
    assert app.project == expected.changed(main_pipeline="repeat_sales")
    app.put("goals.repeat_sales.main", False)
    assert app.project == expected.changed(main_pipeline=None)


def test_a_deleted_funnel_comes_back_with_its_routes() -> None:
    app = opened(projects.typical(), "goals")
    app.click("goals.refusal_warming.delete")
    without = delete_pipeline(projects.typical(), "refusal_warming")
    assert app.project == without
    app.click("goals.add.refusal_warming")
    assert app.project == add_funnel(without, "refusal_warming")
    routes = projects.typical().pipeline("first_sale").routes()
    assert app.project.pipeline("first_sale").routes() == routes
    app.click("undo")
    app.click("undo")
    assert app.project == projects.typical()


def test_a_deleted_funnel_is_said_by_name() -> None:
    app = opened(projects.typical(), "goals")
    app.click("goals.repeat_sales.delete")
    assert len(app.at.toast) == 1
    app.run()
    assert len(app.at.toast) == 0


def test_a_funnel_is_copied_under_a_product_s_name() -> None:
    app = opened(projects.typical(), "goals")
    app.widget("goals.first_sale.product").set_value(" Шкафы ")
    app.click("goals.first_sale.duplicate")
    assert app.project == duplicate_pipeline(projects.typical(), "first_sale", name="Шкафы")
    assert app.widget("goals.first_sale.product").value == ""


def test_a_copy_without_a_product_has_a_name_of_its_own() -> None:
    app = opened(projects.typical(), "goals")
    app.click("goals.first_sale.duplicate")
    names = [p.name for p in app.project.pipelines]
    assert len(set(names)) == len(names) == 5


def test_funnels_move() -> None:
    app = opened(projects.typical(), "goals")
    first = projects.typical().pipelines[0].id
    app.click(f"goals.{first}.move1")
    assert app.project == move_pipeline(projects.typical(), first, by=1)
    app.click(f"goals.{first}.move-1")
    assert app.session.history == History(
        projects.typical(), past=(projects.typical(), move_pipeline(projects.typical(), first, by=1))
    )


def test_an_empty_funnel_is_added_under_its_name() -> None:
    app = opened(projects.typical(), "goals")
    app.widget("goals.empty").set_value("Опт")
    app.click("goals.add_empty")
    assert app.project == add_empty_pipeline(projects.typical(), "Опт")
    app.click("goals.add_empty")
    assert len({p.id for p in app.project.pipelines}) == 6


def test_stages_of_a_funnel_are_a_click_away() -> None:
    app = opened(projects.typical(), "goals")
    app.click("goals.repeat_sales.stages")
    assert app.session.chosen["pipeline"] == "repeat_sales"
    assert app.keys("board.repeat_sales.")
    app.put("choose.pipeline", "first_sale")
    assert app.keys("board.first_sale.")
    assert app.project == projects.typical()


def test_undoing_the_funnel_one_looks_at_shows_another() -> None:
    app = opened(projects.typical(), "goals")
    app.widget("goals.empty").set_value("Опт")
    app.click("goals.add_empty")
    app.click(f"goals.{app.project.pipelines[-1].id}.stages")
    app.click("undo")
    assert app.project == projects.typical()
    assert app.widget("choose.pipeline").value == "first_sale"
    assert app.keys("board.first_sale.")


def test_the_last_funnel_can_go_and_one_can_come() -> None:
    app = opened(projects.empty(), "goals")
    [only] = app.project.pipelines
    app.click(f"goals.{only.id}.delete")
    assert app.project.pipelines == ()
    app.click("goals.add.first_sale")
    assert app.project == add_funnel(delete_pipeline(projects.empty(), only.id), "first_sale")


def test_company_is_renamed_and_counts_in_its_currency() -> None:
    app = opened(projects.typical(), "goals")
    app.put("company.rename", "Дом <b>и</b> сад")
    app.put("company.currency", "KZT")
    company = projects.typical().company.changed(name="Дом <b>и</b> сад", currency="KZT")
    assert app.project.company == company
    assert projects.typical().company.name not in app.project.model_dump_json(), "hints greet in the new name"


def test_a_name_too_long_stays_as_a_draft_with_the_reason() -> None:
    app = opened(projects.typical(), "goals")
    app.put("goals.first_sale.name", "я" * 1001)
    assert app.project == projects.typical()
    assert app.session.drafts == {"goals.first_sale.name": "я" * 1001}
    assert app.widget("goals.first_sale.name").value == "я" * 1001
    assert len(app.at.error) == 1
    app.put("goals.first_sale.name", "я" * 1000)
    assert app.session.drafts == {}
    assert len(app.at.error) == 0
    assert app.project == change_pipeline(projects.typical(), "first_sale", name="я" * 1000)
