"""The map of routes and the routes in words."""

from __future__ import annotations

from typing import Any

from tests.charts.projects import linked, to
from wizard.charts.arrows import Arrow, Ends, Leg, arrows, ends
from wizard.charts.route_map import route_map, routes_in_words
from wizard.model.losses import LossUse
from wizard.model.pipeline import Launch, Pipeline
from wizard.model.project import Project
from wizard.model.routes import Route, Target
from wizard.model.terms import AT_ONCE, DateRule


def _spec(project: Project, **options: Any) -> dict[str, Any]:
    return route_map(project, language="ru", **options).to_dict()


def _data(spec: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    (values,) = spec["datasets"].values()
    return [value for value in values if value["kind"] == kind]


def test_routes_to_one_pipeline_are_one_arrow() -> None:
    month, before = DateRule(days=30), DateRule(field="back", shift=-7)
    assert arrows(linked()) == (
        Arrow("sales", "delivery", won=True, legs=(Leg("taken", AT_ONCE),)),
        Arrow(
            "sales",
            "warming",
            won=False,
            legs=(Leg("seen", month, ("dear", "term")), Leg("seen", before, ("later",))),
        ),
        Arrow("warming", "delivery", won=True, legs=(Leg("taken", AT_ONCE),)),
    )


def test_ends_count_reasons_and_those_without_a_route() -> None:
    losses = (
        LossUse(reason="a"),
        LossUse(reason="b", route=Route(target=Target.HEAD)),
        LossUse(reason="c", route=Route(target=Target.HEAD)),
    )
    pipeline = Pipeline(id="p", name="P", losses=losses)
    assert ends(pipeline) == Ends(((Target.HEAD, 2), (None, 1)), None, won_leads_on=False)


def test_routes_in_words() -> None:
    assert routes_in_words(linked(), language="ru") == (
        "Первичная продажа, успех → Исполнение и сопровождение, этап «Заказ принят исполнителем», сразу.",
        (
            "Первичная продажа, отказ → Прогрев отказов, этап «Отказ разобран»: через 30 дней («Дорого», «Срок»), "
            "за 7 дней до даты «Дата возврата» («Перенёс»)."
        ),
        "Первичная продажа: архив: 1 причина, стоп-лист: 1.",
        "Исполнение и сопровождение: успех: конец (заказ сдан).",
        "Прогрев отказов, успех → Исполнение и сопровождение, этап «Заказ принят исполнителем», сразу.",
    )


def test_what_is_not_chosen_yet_is_said() -> None:
    project = Project(
        pipelines=(Pipeline(id="a", name="", lost_route=to("b", None, "days:1")), Pipeline(id="b", name="B"))
    )
    assert routes_in_words(project, language="ru") == (
        "без названия, отказ → B, этап не выбран: через 1 день.",
        "без названия: успех: не решено.",
        "B: успех: не решено.",
    )


def test_a_box_says_its_name_launch_and_ends() -> None:
    spec = _spec(linked())
    boxes = _data(spec, "box")
    texts = [
        [
            datum["text"]
            for kind in ("title", "note")
            for datum in _data(spec, kind)
            if box["x"] < datum["x"] < box["x2"] and box["y"] < datum["y"] < box["y2"]
        ]
        for box in boxes
    ]
    assert [(box["dashed"], *text) for box, text in zip(boxes, texts, strict=True)] == [
        (False, "Первичная продажа", "запускаем сейчас", "архив: 1 причина · стоп-лист: 1"),
        (True, "Исполнение и сопровождение", "позже", "успех: конец (заказ сдан)"),
        (True, "Прогрев отказов", "позже"),
        (False,),
        (True,),
    ]


def test_arrows_differ_by_line_and_tell_their_reasons() -> None:
    spec = _spec(linked())
    words = [text for text in routes_in_words(linked(), language="ru") if "→" in text]
    heads = _data(spec, "head")
    assert [(head["arrow"], head["tip"]) for head in heads] == [
        ("sales>delivery:won", words[0]),
        ("sales>warming:lost", words[1]),
        ("warming>delivery:won", words[2]),
        ("legend>legend:won", ""),
        ("legend>legend:lost", ""),
    ]
    assert {(line["arrow"], line["dashed"]) for line in _data(spec, "way")} == {
        (head["arrow"], head["arrow"].endswith("lost")) for head in heads
    }
    assert [badge["text"] for badge in _data(spec, "badge")] == ["3", "5"]


def test_a_head_points_where_its_arrow_goes() -> None:
    spec = _spec(linked(), columns=1)
    angles = {head["arrow"]: head["angle"] for head in _data(spec, "head")}
    assert angles == {
        "sales>delivery:won": 180,
        "sales>warming:lost": 270,
        "warming>delivery:won": 0,
        "legend>legend:won": 90,
        "legend>legend:lost": 90,
    }


def test_the_map_fits_a_phone_and_a_page() -> None:
    assert [_spec(linked(), columns=columns)["width"] for columns in (1, 2, 3)] == [350, 520, 700]
    assert _spec(linked(), width=1000)["width"] == 1000


def test_the_map_of_no_funnels() -> None:
    spec = _spec(Project())
    assert [datum["text"] for datum in _data(spec, "note")] == ["В проекте пока нет воронок."]
    assert routes_in_words(Project(), language="ru") == ()


def test_names_are_shown_as_they_are() -> None:
    project = Project(pipelines=(Pipeline(id="a", name="<b>{x}</b>", launch=Launch.NOW),))
    assert [datum["text"] for datum in _data(_spec(project), "title")] == ["<b>{x}</b>"]
    assert routes_in_words(project, language="en") == ("<b>{x}</b>: won: not decided.",)
