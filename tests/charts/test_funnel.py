"""The funnel chart and the funnel in words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.charts.projects import funnel, half, valid
from wizard.charts.funnel import funnel_chart, funnel_in_words
from wizard.charts.funnel_rows import FunnelRow, funnel_rows
from wizard.model.pipeline import Basis, GoalType, Pipeline, Stage, Won, WonKind


def _spec(pipeline: Pipeline, language: str = "ru") -> dict[str, Any]:
    return valid(funnel_chart(pipeline, language=language))


def _data(spec: dict[str, Any]) -> list[dict[str, Any]]:
    (values,) = spec["datasets"].values()
    return list(values)


def _words(pipeline: Pipeline, language: str = "ru") -> str:
    return funnel_in_words(pipeline, language=language)


def test_the_data_of_a_funnel() -> None:
    assert _data(_spec(funnel(entries=120, wins=30))) == [
        {
            "name": "Заявка получена", "count": "120", "step": "", "narrow": False, "arrived": "—",
            "basis": "ваши данные", "left": 0.0, "right": 1.0, "name_at": 9, "bar_at": 19, "bar_end": 34,
            "step_at": -6, "fill": "#56B4E9", "stroke": "#0072B2", "opacity": 1.0, "dashed": False,
        },
        {
            "name": "★ Замер проведён", "count": "60", "step": "↓ 50\u00a0%", "narrow": False,
            "arrived": "50\u00a0%", "basis": "допущение", "left": 0.25, "right": 0.75, "name_at": 57,
            "bar_at": 67, "bar_end": 82, "step_at": 42, "fill": "#0072B2", "stroke": "#0072B2",
            "opacity": 0.6, "dashed": True,
        },
        {
            "name": "Оплата получена", "count": "30", "step": "↓ 50\u00a0%", "narrow": False, "arrived": "50\u00a0%",
            "basis": "ваши данные", "left": 0.375, "right": 0.625, "name_at": 105, "bar_at": 115, "bar_end": 130,
            "step_at": 90, "fill": "#00855F", "stroke": "#00855F", "opacity": 1.0, "dashed": False,
        },
    ]  # fmt: skip


def test_it_is_as_wide_as_its_container_and_grows_with_its_stages() -> None:
    spec = _spec(funnel())
    assert (spec["width"], spec["height"]) == ("container", 144)


def test_a_drawing_is_not_shared_by_two_charts() -> None:
    first = funnel_chart(funnel(entries=10), language="ru")
    funnel_chart(funnel(entries=20, stages=()), language="ru")
    assert first["height"] == 144
    assert _data(first)[0]["count"] == "10"


def test_a_step_of_the_users_own_carries_his_count_on() -> None:
    stages = (
        Stage(id="a", name="A", conversion=half(Basis.FACT)),
        Stage(id="b", name="B", conversion=half(Basis.SCALED)),
    )
    pipeline = Pipeline(id="p", name="P", stages=stages, entries=8, won=Won(name="W"))
    assert funnel_rows(pipeline) == (
        FunnelRow("A", 8, None, own=True),
        FunnelRow("B", 4, 0.5, own=True),
        FunnelRow("W", 2, 0.5, own=False, won=True),
    )


def test_a_count_that_grows_has_a_sign_a_colour_and_a_sentence() -> None:
    first, second = funnel().stages
    pipeline = funnel(stages=(first.changed(reached=20), second.changed(reached=30)))
    row = _data(_spec(pipeline))[1]
    assert (row["name"], row["step"], row["fill"]) == ("★ ↑ Замер проведён", "↓ 150\u00a0%", "#D32F2F")
    assert "↑ — воронка расширяется" in _words(pipeline)


def test_without_a_conversion_there_are_names_and_no_bars() -> None:
    first, second = funnel().stages
    pipeline = funnel(stages=(first, second.changed(conversion=None)))
    rows = _data(_spec(pipeline))
    assert [(row["count"], row["step"], row["fill"]) for row in rows] == [
        ("—", "", "transparent"),
        ("—", "↓ 50\u00a0%", "transparent"),
        ("—", "", "transparent"),
    ]
    assert _words(pipeline) == "Чтобы увидеть воронку в числах, укажите конверсию в следующий этап: «Замер проведён»."


def test_a_funnel_without_stages() -> None:
    assert _data(_spec(funnel(stages=(), key_stage=None))) == []
    assert _words(funnel(stages=(), key_stage=None)) == "В воронке пока нет этапов."


def test_the_weakest_step_is_marked_on_the_chart_and_in_words() -> None:
    pipeline = funnel(entries=120, wins=11)
    assert [(row["step"], row["narrow"]) for row in _data(_spec(pipeline))] == [
        ("", False),
        ("↓ 50\u00a0%", False),
        ("↓ 18\u00a0% · узкое место", True),
    ]
    assert _words(pipeline).endswith(
        "Узкое место, самая слабая конверсия: «Замер проведён» → «Оплата получена», 18\u00a0%."
    )


def test_where_all_steps_are_alike_none_is_the_weakest() -> None:
    assert not [row for row in funnel_rows(funnel()) if row.narrow]


SIGNS = " ★ — ключевой этап. Бледная полоса со штриховкой — допущение, не ваши данные."
WEAK = " Узкое место, самая слабая конверсия: «Замер проведён» → «Оплата получена», {}\u00a0%."


@pytest.mark.parametrize(
    ("values", "expected", "more"),
    [
        (
            {"entries": 120, "wins": 11},
            "Заявка получена 120 → ★ Замер проведён 60 → Оплата получена 11. Из 120 заявок 11 оплат.",
            WEAK.format(18),
        ),
        (
            {"entries": 21, "wins": 1},
            "Заявка получена 21 → ★ Замер проведён 10 → Оплата получена 1. Из 21 заявки 1 оплата.",
            WEAK.format(10),
        ),
        (
            {"entries": 10},
            "Заявка получена 10 → ★ Замер проведён 5 → Оплата получена 2,5. Из 10 заявок 2,5 оплаты.",
            "",
        ),
        (
            {"goal_type": GoalType.RETURN_REFUSED},
            "Заявка получена 100 → ★ Замер проведён 50 → Оплата получена 25. Успех: 25 из 100 карточек.",
            "",
        ),
        (
            {"won": Won(name="Нанят", kind=WonKind.HIRED)},
            "Заявка получена 100 → ★ Замер проведён 50 → Нанят 25. Успех: 25 из 100 карточек.",
            "",
        ),
    ],
)
def test_a_funnel_in_words(values: dict[str, Any], expected: str, more: str) -> None:
    assert _words(funnel(**values)) == expected + SIGNS + more


def test_a_funnel_in_english() -> None:
    assert _words(funnel(entries=120, wins=1, key_stage=None), "en") == (
        "Заявка получена 120 → Замер проведён 60 → Оплата получена 1. 1 payment of 120 requests. "
        "A pale hatched bar is an assumption, not your data. "
        "The bottleneck, the weakest conversion: “Замер проведён” → “Оплата получена”, 2%."
    )


def test_nothing_of_a_name_is_interpreted() -> None:
    first, second = funnel().stages
    pipeline = funnel(stages=(first.changed(name="<b>{x}</b> 'datum'"), second))
    assert _data(_spec(pipeline))[0]["name"] == "<b>{x}</b> 'datum'"
    assert _words(pipeline).startswith("<b>{x}</b> 'datum' 100 →")
