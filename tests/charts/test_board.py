"""The board as a picture: its columns, their colours, and that no text leaves its column."""

from __future__ import annotations

from typing import Any

import pytest

from tests.charts.projects import funnel, valid
from wizard.charts.board import board_chart, board_in_words
from wizard.model.pipeline import Pipeline, Stage
from wizard.model.project import Project
from wizard.model.terms import Term

FIRST = Stage(id="request", name="Заявка получена", colour="#FFFEB2", term=Term.model_validate("3d"))
DONE = Stage(id="done", name="Замер проведён", proof="Итог замера в карточке", colour="red")
SALES = funnel(stages=(FIRST, DONE), unsorted=True)


def _spec(pipeline: Pipeline, **options: Any) -> dict[str, Any]:
    return valid(board_chart(Project(pipelines=(pipeline,)), pipeline, language="ru", **options))


def _data(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    (values,) = spec["datasets"].values()
    return [value for value in values if value["kind"] == kind]


def test_columns_have_the_colours_of_amocrm() -> None:
    spec = _spec(SALES)
    assert [head["colour"] for head in _data(spec, "head")] == ["#c1c1c1", "#fffeb2", "#d5d8db", "#ccff66", "#d5d8db"]
    assert [name["text"] for name in _data(spec, "name")] == [
        "Неразобранное", "Заявка получена", "★ Замер проведён", "Оплата получена", "Закрыто и не реализовано",
    ]  # fmt: skip


def test_the_board_in_words() -> None:
    assert board_in_words(Project(pipelines=(SALES,)), SALES, language="ru") == (
        "Неразобранное → Заявка получена (дальше, когда: Итог замера в карточке; 3 дня) → "
        "★ Замер проведён (дальше, когда: ещё не заполнено) → Оплата получена → Закрыто и не реализовано."
    )


@pytest.mark.parametrize(("width", "columns", "lines"), [(1000, 10, 1), (700, 3, 2), (350, 2, 3)])
def test_texts_stay_in_their_columns_however_many_stand_in_a_line(width: float, columns: int, lines: int) -> None:
    long = tuple(Stage(id=f"s{n}", name="Очень длинное имя этапа воронки", proof="факт " * 30) for n in range(3))
    spec = _spec(funnel(stages=long, key_stage="s1"), width=width, columns=columns)
    boxes = _data(spec, "column")
    assert len({box["y"] for box in boxes}) == lines
    for datum in [*_data(spec, "name"), *_data(spec, "note"), *_data(spec, "mute")]:
        inside = [b for b in boxes if b["x"] < datum["x"] < b["x2"] and b["y"] < datum["y"] < b["y2"]]
        assert len(inside) == 1
    assert max(box["x2"] for box in boxes) <= width + 0.1
    assert max(box["y2"] for box in boxes) <= spec["height"] + 0.1
