"""The map of routes and the routes in words."""

from __future__ import annotations

from typing import Any

from tests.charts.projects import linked, to, valid
from wizard.charts.arrows import Arrow, Ends, Leg, arrows, ends
from wizard.charts.circles import circles
from wizard.charts.route_map import route_map, routes_in_words
from wizard.charts.style import BLUE, RED
from wizard.model.losses import LossUse
from wizard.model.pipeline import GoalType, Launch, Pipeline, Subject
from wizard.model.project import Project
from wizard.model.routes import Route, Target
from wizard.model.terms import AT_ONCE, DateRule


def _spec(project: Project, **options: Any) -> dict[str, Any]:
    return valid(route_map(project, language="ru", **options))


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
        (True, "Исполнение и сопровождение", "позже", "успех: конец"),
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
        ("legend:won", ""),
        ("legend:lost", ""),
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
        "legend:won": 90,
        "legend:lost": 90,
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


END = Route(target=Target.END)


def _lost_to(pipeline: str, **more: object) -> Route:
    return to(pipeline, None).changed(**more)


def _two(*, back: Route) -> Project:
    """Sales lose to warming, warming loses to where `back` leads."""
    return Project(
        pipelines=(
            Pipeline(id="sales", name="Продажа", won_route=END, lost_route=_lost_to("warming")),
            Pipeline(id="warming", name="Прогрев", won_route=END, lost_route=back),
        )
    )


def test_a_circle_without_a_purchase_is_red_with_a_sign_and_a_sentence() -> None:
    project = _two(back=_lost_to("sales"))
    assert circles(project) == {"sales>warming:lost", "warming>sales:lost"}
    spec = _spec(project)
    assert {head["colour"] for head in _data(spec, "head") if "legend" not in head["arrow"]} == {RED}
    assert [badge["text"] for badge in _data(spec, "badge")] == ["!", "!", "5", "!"]
    assert "круг без покупки или не решено, куда дальше" in [note["text"] for note in _data(spec, "note")]
    assert routes_in_words(project, language="ru")[0] == (
        "Круг: Продажа → Прогрев. Клиент возвращается туда, откуда ушёл, ничего не купив."
    )


def test_a_new_occasion_and_a_purchase_make_no_circle() -> None:
    assert circles(_two(back=_lost_to("sales", new_occasion=True))) == frozenset()
    bought = _two(back=END).pipelines[1].changed(won_route=to("sales", None))
    assert circles(_two(back=END).with_pipeline(bought)) == frozenset()


def test_back_into_the_same_funnel_goes_only_a_new_occasion() -> None:
    again = Pipeline(id="a", name="A", won_route=to("a", None), lost_route=_lost_to("a", new_occasion=True))
    assert circles(Project(pipelines=(again,))) == {"a>a:won"}


def test_a_funnel_whose_clients_go_nowhere_is_red_with_a_sign() -> None:
    spec = _spec(Project(pipelines=(Pipeline(id="a", name="A"), Pipeline(id="b", name="B", won_route=END))))
    assert [box["colour"] for box in _data(spec, "box")][:2] == [RED, BLUE]
    assert [badge["text"] for badge in _data(spec, "badge")] == ["!", "5", "!"]


def test_clients_partners_and_candidates_stand_apart_under_their_names() -> None:
    project = Project(
        pipelines=(
            Pipeline(id="jobs", name="Подбор", goal_type=GoalType.HIRING),
            Pipeline(id="sales", name="Продажа", goal_type=GoalType.FIRST_PAYMENT),
            Pipeline(id="agents", name="Агенты", subject=Subject.PARTNER),
        )
    )
    names = sorted((datum["y"], datum["x"], datum["text"]) for datum in _data(_spec(project), "group"))
    assert [name for _, _, name in names] == ["Клиенты", "Партнёры", "Кандидаты"]
    assert _data(_spec(linked()), "group") == []


def test_on_paper_arrows_are_numbered_and_told_under_the_map() -> None:
    spec = _spec(linked(), listed=True)
    words = [text for text in routes_in_words(linked(), language="ru") if "→" in text]
    assert [badge["text"] for badge in _data(spec, "badge")] == ["1", "2", "3", "5", "1", "2", "3"]
    notes = " ".join(note["text"] for note in _data(spec, "note"))
    assert [sentence for sentence in words if sentence not in notes] == []
