"""Projects that papers find hard: everything at once that people type, very long names, fifty pipelines."""

from __future__ import annotations

from typing import Any

from tests.samples import russian
from wizard.model.project import Project

ODD = "Ёлка «да» № 5 ₽ 🚀 ❤️ <b>&amp;</b> #strong[я] *ж* $x$ =1+1 \\ @a"
LONG = "Абвгдежзийклмно" * 16


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
