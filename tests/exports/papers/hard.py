"""Projects that papers find hard: everything at once that people type, very long names, fifty pipelines."""

from __future__ import annotations

from typing import Any

from tests.samples import russian
from wizard.model.moves import DealMove
from wizard.model.pipeline import Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target

ODD = "Ёлка «да» № 5 ₽ 🚀 ❤️ <b>&amp;</b> #strong[я] *ж* $x$ =1+1 \\ @a"
LONG = "Абвгдежзийклмно" * 16
_MARKS = "«ё» № 5 ₽ 🚀 \u202eзамер\u202c\u200f"
_SENTENCES = "Клиент посмотрел «проект» вместе с менеджером и ответил, что ещё подождёт. " * 3


def odd() -> Project:
    """The Russian sample with markup, formulas, emoji and marks of direction in every name."""
    project = russian().changed(company=russian().company.changed(name=ODD))
    marked = "\u202eзамер\u200f"
    return project.changed(
        pipelines=tuple(
            pipeline.changed(
                name=f"{ODD} {pipeline.name}",
                stages=tuple(stage.changed(name=f"{stage.name} {ODD} {marked}") for stage in pipeline.stages),
            )
            for pipeline in project.pipelines
        )
    )


def long() -> Project:
    """Names without a space to break at, and facts of several thousand letters."""
    project = russian()
    sale = project.pipelines[0]
    fact = "Клиент посмотрел предложение вместе с менеджером. " * 60
    stages = tuple(stage.changed(name=f"{LONG}{n}", proof=f"{fact}{n}") for n, stage in enumerate(sale.stages))
    return project.with_pipeline(sale.changed(name=LONG, stages=stages))


def fifty() -> Project:
    """Fifty pipelines, each leading to the next one."""
    project = russian()
    plain: dict[str, Any] = {"won_route": None, "lost_route": None, "losses": ()}
    copies = tuple(
        project.pipelines[n % 3].changed(id=f"p{n}", name=f"Воронка {n}", launch="now", **plain) for n in range(50)
    )
    return project.changed(pipelines=copies, main_pipeline="p0")


def with_everything() -> Project:
    """The Russian sample after an audit and a workshop, so that every paper has something to say."""
    kept = {"rule": "stage-count", "path": "pipelines/first_sale", "reason": "our_way", "fingerprint": "x"}
    moves = (
        {"from_pipeline": "Продажи", "from_stage": "Думает", "pipeline": "first_sale", "stage": "offer_reviewed"},
        {"from_pipeline": "Продажи", "from_stage": "Оплачено", "pipeline": "first_sale", "end": "won"},
        {"from_pipeline": "Продажи", "from_stage": "Прочее", "pipeline": "first_sale"},
    )
    workshop = {
        "decisions": [{"id": "d", "text": "Замер платный", "why": "Едем далеко", "against": "Пётр"}],
        "tasks": [{"id": "t", "text": "Записать номера", "who": "Анна", "due": "2026-12-05"}],
        "rejected": [
            {"id": "r", "text": "Думает", "why": "Это не результат", "kind": "stage", "by": "Пётр", "votes": 2}
        ],
        "meetings": [{"id": "m", "on": "2026-11-25", "people": ["Анна", "Пётр"]}],
        "notes": [{"id": "n", "text": "Нужна ли вторая воронка для дилеров?"}],
    }
    values = russian().model_dump(mode="json")
    return Project.model_validate({**values, "kept": [kept], "moves": moves, "workshop": workshop})


def everything(number: int) -> Project:
    """So many pipelines, each with texts of its own in which everything stands that people type, in a ring of ways."""
    project = russian()
    sale = project.pipelines[0]
    return project.changed(
        company=project.company.changed(name=ODD),
        fields=tuple(field.changed(name=f"{field.name} {_MARKS}") for field in project.fields),
        loss_reasons=tuple(reason.changed(name=f"{reason.name} {_MARKS}") for reason in project.loss_reasons),
        pipelines=tuple(_in_ring(sale, place, number) for place in range(number)),
        main_pipeline="p0",
        moves=tuple(_move(sale, place) for place in range(number)),
    )


def _in_ring(sale: Pipeline, place: int, number: int) -> Pipeline:
    """A pipeline whose won leads to the next one, and whose refusals lead to the one before and to the first."""
    after, before = (f"p{(place + step) % number}" for step in (1, -1))
    ways = (before, "p0", after)
    uses = tuple(
        use.changed(route=_way(ways[n], sale.stages[n].id)) if n < len(ways) else use
        for n, use in enumerate(sale.losses)
    )
    stages = tuple(
        stage.changed(
            name=f"{stage.name} {place} {ODD} {_MARKS}",
            proof=f"{_SENTENCES}Факт {place}-{n} {_MARKS}" if n else "",
            step=f"Шаг {place}-{n} {ODD}",
            owner_role=f"Менеджер {place} {_MARKS}",
        )
        for n, stage in enumerate(sale.stages)
    )
    return sale.changed(
        id=f"p{place}",
        name=f"Воронка {place} {ODD} {_MARKS}",
        goal=f"Цель {place} {_MARKS}",
        entry=f"Вход {place} {_SENTENCES}",
        stages=stages,
        won=sale.won.changed(name=f"Оплата {place} {_MARKS}", proof=f"Деньги {place} {_MARKS}"),
        losses=uses,
        won_route=_way(after, sale.stages[1].id),
        launch="now",
    )


def _way(pipeline: str, stage: str) -> Route:
    return Route(target=Target.PIPELINE, to=Destination(pipeline=pipeline, stage=stage))


def _move(sale: Pipeline, place: int) -> DealMove:
    return DealMove(
        from_pipeline="Старая", from_stage=f"Думает {place} {ODD}", pipeline=f"p{place}", stage=sale.key_stage
    )
