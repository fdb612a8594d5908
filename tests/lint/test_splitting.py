"""A funnel of two goals taken apart: which funnel the stages go to, where the client goes on, what the account has."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lint.cases import project_of
from wizard.catalog.start import start
from wizard.lint import runner
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.edits.stages import add_stage
from wizard.model.moves import DealMove
from wizard.model.pipeline import GoalType, Launch, Pipeline, Subject
from wizard.model.project import Binding, Company, Project
from wizard.model.routes import Destination, Route, Target

STAGES = ["Договор подписан", "Оплата получена", {"name": "Монтаж выполнен", "proof": "Акт подписан"}]


def _cured(project: Project, *, place: int = 0) -> Project:
    finding = next(f for f in runner.run(project).findings if f.rule == "mixed-goal")
    return finding.fixes[place].edit(project)


def _mixed(**values: Any) -> Project:
    return project_of({"name": "Продажи", "stages": STAGES, "launch": "now", **values})


def _route(pipeline: str, stage: str | None) -> Route:
    return Route(target=Target.PIPELINE, to=Destination(pipeline=pipeline, stage=stage))


def test_a_funnel_of_the_goal_is_made_where_there_is_none() -> None:
    sale, delivery = _cured(_mixed()).pipelines
    assert [stage.id for stage in sale.stages] == ["s1", "s2"]
    assert sale.won_route == _route("customer_support", "s3")
    assert (delivery.id, delivery.name, delivery.goal_type) == (
        "customer_support",
        "Исполнение и сопровождение",
        GoalType.FULFILMENT,
    )
    assert [(stage.id, stage.name) for stage in delivery.stages] == [("s3", "Монтаж выполнен")]
    assert (delivery.entry, delivery.won.name, delivery.launch) == ("Акт подписан", "Заказ исполнен", Launch.NOW)


def test_the_client_goes_on_from_delivery_where_he_went_from_the_sale() -> None:
    before = project_of(
        {
            "pipelines": [
                {"name": "Продажи", "stages": STAGES, "won_route": _route("p2", "s1").model_dump()},
                {"name": "Повторные", "goal_type": "repeat_payment", "stages": ["Повод найден"]},
            ]
        }
    )
    routes = {pipeline.id: pipeline.won_route for pipeline in _cured(before).pipelines}
    assert routes == {"p1": _route("customer_support", "s3"), "p2": None, "customer_support": _route("p2", "s1")}


def test_deals_of_an_account_follow_the_stages() -> None:
    bindings = (
        Binding(account="a", local="pipelines/p", remote="10"),
        Binding(account="a", local="pipelines/p/stages/s3", remote="103"),
    )
    assert _cured(_mixed().changed(bindings=bindings)).moves == (
        DealMove(
            account="a",
            from_pipeline="Продажи",
            from_stage="Монтаж выполнен",
            remote_pipeline="10",
            remote_stage="103",
            pipeline="customer_support",
            stage="s3",
        ),
    )


def test_foreign_stages_can_be_deleted_instead() -> None:
    assert _cured(_mixed(), place=1) == _mixed(stages=STAGES[:2])


def test_a_funnel_with_foreign_stages_only_has_their_goal() -> None:
    before = _mixed(stages=["Резюме отобрано", "Собеседование проведено"])
    cured = _cured(before)
    expected = before.pipelines[0].changed(goal_type=GoalType.HIRING, subject=Subject.CANDIDATE)
    assert cured.pipelines == (expected,)


def _names(pipelines: tuple[Pipeline, ...]) -> list[str]:
    return [pipeline.name for pipeline in pipelines]


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("Продажи и повторы", ["Продажи", "Повторные продажи"]),
        ("Продажи окон + МОНТАЖ", ["Продажи окон", "Исполнение и сопровождение"]),
        ("Новые и повторные продажи", ["Первичная продажа", "Повторные продажи"]),
        ("Подбор персонала, продажи", ["Продажи", "Подбор персонала"]),
        ("Продажи, повторы и партнёры", ["Продажи", "Повторные продажи", "Партнёры"]),
    ],
)
def test_a_joined_name_becomes_that_of_its_own_goal_and_the_others_get_funnels(name: str, becomes: list[str]) -> None:
    assert _names(_cured(project_of({"name": name})).pipelines) == becomes


def test_stages_of_the_other_goal_in_the_name_move_too() -> None:
    sale, delivery = _cured(_mixed(name="Продажи и монтаж")).pipelines
    assert (sale.name, len(sale.stages)) == ("Продажи", 2)
    assert [stage.name for stage in delivery.stages] == ["Монтаж выполнен"]


def test_a_funnel_put_in_order_has_no_mixed_goal_left() -> None:
    project = start(("first_sale", "customer_support"), company=Company(industry="windows"))
    for name in ("Оплата получена", "Монтаж выполнен", "Гарантийный ремонт выполнен"):
        project = add_stage(project, "first_sale", name=name)
    cured = _cured(change_pipeline(project, "first_sale", name="Окна"))
    assert not [f for f in runner.run(cured).findings if f.rule == "mixed-goal"]
    assert [s.name for s in cured.pipeline("customer_support").stages][-2:] == [
        "Монтаж выполнен",
        "Гарантийный ремонт выполнен",
    ]
