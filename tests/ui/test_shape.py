"""Steps 3 and 4: the two numbers and what they scale, the key stage and what ten points bring."""

from __future__ import annotations

import re

import pytest

from tests.ui import projects
from tests.ui.app import App, opened
from wizard import forecast
from wizard.catalog import reader
from wizard.model.edits.losses import set_count
from wizard.model.edits.pipelines import change_pipeline, duplicate_pipeline
from wizard.model.edits.project import change_project
from wizard.model.edits.stages import StageRef, change_stage, set_key_stage
from wizard.model.history import History
from wizard.model.project import Language, Project

TYPICAL = projects.typical()
SALE = "first_sale"
STAGES = TYPICAL.pipeline(SALE).stages


def numbered() -> Project:
    project = forecast.with_numbers(TYPICAL, SALE, entries=120)
    project = forecast.with_numbers(project, SALE, wins=9)
    return change_pipeline(project, SALE, average_check=80_000)


def test_two_numbers_scale_every_step() -> None:
    app = opened(TYPICAL, "shape")
    app.put(f"shape.{SALE}.entries", 120)
    app.put(f"shape.{SALE}.wins", 9)
    app.put(f"shape.{SALE}.check", 80_000)
    assert app.project == numbered()
    assert forecast.total(app.project.pipeline(SALE)) == pytest.approx(0.075)
    assert any("7,5" in html.value for html in app.at.html)
    app.put(f"shape.{SALE}.entries", None)
    app.put(f"shape.{SALE}.wins", None)
    app.put(f"shape.{SALE}.check", None)
    assert app.project == TYPICAL


@pytest.mark.parametrize(("entries", "wins"), [(10, 20), (0, 0), (5, 0), (1, 1), (10**9, 10**9)])
def test_numbers_that_say_little_are_held(entries: int, wins: int) -> None:
    app = opened(TYPICAL, "shape")
    app.put(f"shape.{SALE}.entries", entries)
    app.put(f"shape.{SALE}.wins", wins)
    sale = app.project.pipeline(SALE)
    assert (sale.entries, sale.wins) == (entries, wins)


def test_a_number_out_of_bounds_changes_nothing() -> None:
    app = opened(TYPICAL, "shape")
    app.put(f"shape.{SALE}.entries", 10**12)
    assert app.session.history == History(TYPICAL)
    assert len(app.at.toast) == 1


def test_a_goal_says_how_many_requests_it_takes() -> None:
    app = opened(numbered(), "shape")
    app.put("project.revenue_goal", 1_600_000)
    assert app.project == change_project(numbered(), revenue_goal=1_600_000)
    needed = app.session.tr.number(forecast.requests_needed(1_600_000, 80_000, 0.075))
    assert needed == "267"
    assert any(needed in text.value for text in app.at.markdown)


def test_a_goal_and_a_price_are_taken_apart_in_a_picture_and_in_words() -> None:
    app = opened(change_project(numbered(), revenue_goal=1_600_000), "shape")
    app.put("project.request_price", 500)
    assert app.project == change_project(numbered(), revenue_goal=1_600_000, request_price=500)
    app.unfold()
    assert any("Бюджет на заявки: 133\u00a0500\u00a0₽ в месяц" in text for text in told(app))


def told(app: App) -> list[str]:
    """Sentences of the page as they are read, without the marks that keep Markdown away."""
    return [word.replace("\\", "") for word in app.words()]


def test_ten_points_into_the_key_stage_are_told_before_anything_is_opened() -> None:
    sale = numbered().pipeline(SALE)
    key = sale.index(sale.key_stage or "")
    gain = forecast.lever(sale, sale.stages[key - 1].id)
    assert gain is not None
    app = opened(numbered(), "shape")
    money = app.session.tr.money(gain.money(80_000), "RUB")
    assert f"А если: +10 пунктов по пути на «{sale.stages[key].name}» = +{money} в месяц" in told(app)


def test_without_numbers_ten_points_are_told_of_a_hundred_requests() -> None:
    assert any(
        text.startswith("А если: +10 пунктов") and text.endswith(" оплаты на 100 заявок")
        for text in told(opened(TYPICAL, "shape"))
    )


def test_a_stage_without_a_conversion_is_named_and_no_number_asked_for_twice() -> None:
    stage = STAGES[0]
    project = change_stage(numbered(), StageRef(SALE, stage.id), conversion=None)
    [said] = opened(project, "shape").at.info
    assert said.value.replace("\\", "").endswith(f"укажите конверсию в следующий этап: «{stage.name}».")


def test_a_step_is_moved_by_points_without_changing_the_project() -> None:
    app = opened(numbered(), "shape")
    app.put(f"what_if.{SALE}.step", STAGES[0].id)
    app.put(f"what_if.{SALE}.points", -10)
    found = forecast.what_if(numbered().pipeline(SALE), STAGES[0].id, points=-0.1)
    assert found is not None
    lost = app.session.tr.money(-found.lever.money(80_000), "RUB")
    assert any(f"−{lost} в месяц" in lever for lever in _levers(app))
    assert app.session.history == History(numbered())


def test_market_references_stand_apart_from_the_users_figures() -> None:
    app = opened(numbered(), "shape")
    app.unfold()
    assert any("Ориентир рынка: YOUNICA, год не указан." in text for text in told(app))


def test_more_figures_come_from_counts_deals_and_days() -> None:
    project = change_project(numbered(), request_price=500)
    reason = project.pipeline(SALE).losses[0].reason
    app = opened(set_count(project, SALE, reason=reason, count=51), "shape")
    app.put(f"figures.{SALE}.open_deals", 40)
    app.put(f"figures.{SALE}.cycle_days", 20)
    expected = change_pipeline(set_count(project, SALE, reason=reason, count=51), SALE, open_deals=40, cycle_days=20)
    assert app.project == expected
    sentences = told(app)
    for figure in (
        "6\u00a0667\u00a0₽ при цене заявки",
        "12\u00a0000\u00a0₽ в день",
        "15\u00a0%: 9 успехов",
        "план × 6,7",
    ):
        assert any(figure in text for text in sentences), figure


def test_a_step_typed_in_percent_is_a_fact() -> None:
    app = opened(numbered(), "shape")
    key = f"exact.{SALE}.{STAGES[1].id}.percent"
    app.put(key, 60.0)
    assert app.project == forecast.with_share(numbered(), SALE, stage=STAGES[1].id, share=0.6)
    app.put(key, None)
    assert app.project == numbered()


@pytest.mark.parametrize("percent", [0.0, 101.0])
def test_a_percentage_that_cannot_be_changes_nothing(percent: float) -> None:
    app = opened(numbered(), "shape")
    app.put(f"exact.{SALE}.{STAGES[1].id}.percent", percent)
    assert app.session.history == History(numbered())
    assert len(app.at.toast) == 1


def test_counts_that_reached_a_stage_are_typed_instead() -> None:
    app = opened(numbered(), "shape")
    app.put(f"exact.{SALE}.mode", "reached")
    app.put(f"exact.{SALE}.{STAGES[2].id}.reached", 40)
    expected = change_stage(numbered(), StageRef(SALE, STAGES[2].id), reached=40)
    assert app.project == expected
    app.put(f"exact.{SALE}.key_reached", 30)
    assert app.project == forecast.with_numbers(expected, SALE, key_reached=30)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_the_suggestion_rests_on_is_said_in_the_reader_s_language(language: str) -> None:
    note = reader.industry("furniture").evidence_note.in_(Language(language))
    assert any(note in html.value for html in opened(TYPICAL, "key_stage", language=language).at.html)


def test_the_key_stage_is_chosen() -> None:
    app = opened(TYPICAL, "key_stage")
    app.put(f"key.{SALE}", STAGES[1].id)
    assert app.project == set_key_stage(TYPICAL, SALE, stage=STAGES[1].id)
    app.click(f"key.{SALE}.take")
    suggested = reader.funnel(SALE).key_stage
    assert app.project == set_key_stage(TYPICAL, SALE, stage=suggested or "")
    assert not app.has(f"key.{SALE}.take")


def _levers(app: App) -> list[str]:
    """The numbers told large."""
    return [told for html in app.at.html for told in re.findall(r'class="v-num">(.*?)</p>', html.value)]


def test_ten_points_are_told_in_money_where_won_is_a_payment() -> None:
    money = _levers(opened(numbered(), "key_stage"))
    assert len(money) == 2
    assert all("₽" in lever for lever in money)
    clients = _levers(opened(TYPICAL, "key_stage"))
    assert len(clients) == 2
    assert not any("₽" in lever for lever in clients)


def test_another_funnel_is_chosen_at_the_top() -> None:
    app = opened(TYPICAL, "key_stage")
    app.put("choose.pipeline", "repeat_sales")
    stage = TYPICAL.pipeline("repeat_sales").stages[0].id
    app.put("key.repeat_sales", stage)
    assert app.project == set_key_stage(TYPICAL, "repeat_sales", stage=stage)


def test_a_copy_of_the_same_name_is_told_apart_in_the_list() -> None:
    copied = duplicate_pipeline(TYPICAL, SALE, name=TYPICAL.pipeline(SALE).name)
    copy = copied.pipelines[1].id
    app = opened(set_key_stage(copied, copy, stage=STAGES[1].id), "key_stage")
    app.put("choose.pipeline", copy)
    app.click(f"key.{copy}.take")
    assert app.project == set_key_stage(copied, copy, stage=reader.funnel(SALE).key_stage or "")


def test_stages_of_one_name_are_told_apart_in_the_list() -> None:
    sale = TYPICAL.pipeline(SALE)
    alike = TYPICAL.with_pipeline(sale.changed(stages=tuple(s.changed(name="") for s in sale.stages)))
    app = opened(alike, "key_stage")
    for stage in reversed(STAGES):
        app.put(f"key.{SALE}", stage.id)
        assert app.project == set_key_stage(alike, SALE, stage=stage.id)
