"""Projects for the tests of charts."""

from __future__ import annotations

import altair as alt

from wizard.charts.style import Spec
from wizard.model.fields import Field, FieldType
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import Basis, Conversion, GoalType, Launch, Pipeline, Stage, Subject, Won
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target
from wizard.model.terms import DateRule

REASONS = {"dear": "Дорого", "term": "Срок", "later": "Перенёс", "spam": "Спам", "stop": "Стоп"}


def valid(spec: Spec) -> Spec:
    """The chart, which must be one by the schema of Vega-Lite."""
    alt.LayerChart.from_dict(spec)
    return spec


def half(basis: Basis = Basis.ASSUMPTION) -> Conversion:
    return Conversion(share=0.5, low=0.2, high=0.8, basis=basis)


def funnel(**values: object) -> Pipeline:
    """Request, measurement (key), payment; half of the deals pass each step."""
    pipeline = Pipeline(
        id="sales",
        name="Первичная продажа",
        goal_type=GoalType.FIRST_PAYMENT,
        stages=(
            Stage(id="request", name="Заявка получена", conversion=half()),
            Stage(id="done", name="Замер проведён", conversion=half()),
        ),
        key_stage="done",
        won=Won(name="Оплата получена"),
    )
    return pipeline.changed(**values)


def to(pipeline: str, stage: str | None, opens: str = "at_once") -> Route:
    rule = DateRule.model_validate(opens)
    return Route(target=Target.PIPELINE, to=Destination(pipeline=pipeline, stage=stage), opens=rule)


def linked() -> Project:
    """Sales lead to delivery when won, to warming for three reasons of five; warming leads on to delivery."""
    warming = Pipeline(
        id="warming",
        name="Прогрев отказов",
        goal_type=GoalType.RETURN_REFUSED,
        stages=(Stage(id="seen", name="Отказ разобран"),),
        won_route=to("delivery", "taken"),
    )
    delivery = Pipeline(
        id="delivery",
        name="Исполнение и сопровождение",
        goal_type=GoalType.FULFILMENT,
        stages=(Stage(id="taken", name="Заказ принят исполнителем"),),
        won_route=Route(target=Target.END, why="заказ сдан"),
    )
    return Project(
        pipelines=(_sales(), delivery, warming),
        fields=(Field(id="back", name="Дата возврата", type=FieldType.DATE),),
        loss_reasons=tuple(LossReason(id=i, name=name) for i, name in REASONS.items()),
    )


def _sales() -> Pipeline:
    return funnel(
        launch=Launch.NOW,
        won_route=to("delivery", "taken"),
        lost_route=Route(target=Target.ARCHIVE),
        losses=(
            LossUse(reason="dear", route=to("warming", "seen", "days:30")),
            LossUse(reason="term", route=to("warming", "seen", "days:30")),
            LossUse(reason="later", route=to("warming", "seen", "field:back-7")),
            LossUse(reason="spam"),
            LossUse(reason="stop", route=Route(target=Target.STOP_LIST)),
        ),
    )


GOALS: tuple[GoalType | None, ...] = (*GoalType, None)


def ring(goals: list[GoalType | None]) -> Project:
    """A pipeline for each goal; each leads to the next when won and two further when lost."""
    count = len(goals)
    return Project(
        pipelines=tuple(
            Pipeline(
                id=f"p{n}",
                name=f"Воронка номер {n} с довольно длинным именем",
                goal_type=goal,
                subject=Subject.CANDIDATE if goal is GoalType.HIRING else Subject.CLIENT,
                won_route=to(f"p{(n + 1) % count}", None),
                lost_route=to(f"p{(n + 2) % count}", None),
            )
            for n, goal in enumerate(goals)
        )
    )
