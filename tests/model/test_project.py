"""What a project refuses: ids not unique, references to nowhere, numbers out of range, absurd sizes."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.small import INTO_SALE, PROJECT, SALE, WARMING
from wizard.model.fields import Field, FieldOption
from wizard.model.losses import LossReason
from wizard.model.pipeline import GoalType, Launch, Pipeline
from wizard.model.project import Project
from wizard.model.routes import Destination, Route, Target


def _raw() -> dict[str, Any]:
    return PROJECT.model_dump(mode="json")


def _refused(raw: dict[str, Any]) -> list[tuple[tuple[int | str, ...], str]]:
    with pytest.raises(ValidationError) as refused:
        Project.model_validate(raw)
    return [(error["loc"], error["type"]) for error in refused.value.errors()]


def _with(path: str, value: Any) -> dict[str, Any]:
    """The small project as a mapping, with the value at a path of keys and numbers replaced."""
    raw: Any = _raw()
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = raw
    for part in way:
        place = place[part]
    place[last] = value
    return dict(raw)


def test_a_project_is_read_as_it_was_written() -> None:
    assert Project.model_validate(_raw()) == PROJECT


@pytest.mark.parametrize(
    "path",
    [
        "fields.1.id",
        "loss_reasons.1.id",
        "pipelines.1.id",
        "fields.0.options.1.id",
        "pipelines.0.stages.1.id",
        "pipelines.0.losses.1.reason",
    ],
)
def test_an_id_used_twice_is_refused(path: str) -> None:
    raw: Any = _raw()
    first: Any = raw
    for part in path.rsplit(".", 2)[0].split("."):
        first = first[int(part) if part.isdigit() else part]
    twice = first[0][path.rsplit(".", 1)[1]]
    assert _refused(_with(path, twice)) == [((), "repeated_id")]


def test_a_question_used_twice_is_refused() -> None:
    raw = _raw()
    raw["pipelines"][0]["questions"] *= 2
    assert _refused(raw) == [((), "repeated_id")]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("main_pipeline", "main_pipeline: there is no pipeline none"),
        ("loss_reasons.0.field", "loss_reasons.dear: there is no field none"),
        ("pipelines.0.key_stage", "pipelines.sale.key_stage: there is no stage none"),
        ("pipelines.0.stages.0.fields.0", "pipelines.sale.stages.new: there is no field none"),
        ("pipelines.0.stages.0.term", "pipelines.sale.stages.new: there is no field none"),
        ("pipelines.0.questions.0.field", "pipelines.sale.questions.task: there is no field none"),
        ("pipelines.0.questions.0.asked_at", "pipelines.sale.questions.task: there is no stage none"),
        ("pipelines.0.questions.0.answers.0.option", "pipelines.sale.questions.task: there is no option none"),
        ("pipelines.0.losses.0.reason", "pipelines.sale.losses: there is no reason none"),
        ("pipelines.0.losses.0.route.to.pipeline", "pipelines.sale.routes: there is no pipeline none"),
        ("pipelines.0.losses.0.route.to.stage", "pipelines.sale.routes: there is no stage none"),
        ("pipelines.0.losses.0.route.opens", "pipelines.sale.routes: there is no field none"),
    ],
)
def test_a_reference_to_nowhere_is_refused(path: str, sentence: str) -> None:
    codes = {"term": "f:none", "opens": "field:none"}
    raw = _with(path, codes.get(path.rsplit(".", 1)[-1], "none"))
    with pytest.raises(ValidationError) as refused:
        Project.model_validate(raw)
    assert [(error["type"], error["msg"]) for error in refused.value.errors()] == [("dangling", sentence)]


def test_a_remembered_route_may_lead_to_a_pipeline_that_left_but_not_open_by_a_field_that_left() -> None:
    gone = Route(target=Target.PIPELINE, to=Destination(pipeline="gone"))
    kept = PROJECT.with_pipeline(SALE.changed(lost_route=Route(target=Target.ARCHIVE, wanted=gone)))
    assert kept.pipeline("sale").lost_route == Route(target=Target.ARCHIVE, wanted=gone)
    raw = kept.model_dump(mode="json")
    raw["pipelines"][0]["lost_route"]["wanted"]["opens"] = "field:none"
    assert _refused(raw) == [((), "dangling")]


@pytest.mark.parametrize("target", [t for t in Target if t is not Target.PIPELINE])
def test_only_a_route_to_a_pipeline_names_one(target: Target) -> None:
    assert Route(target=target).to is None
    with pytest.raises(ValidationError, match="a route to a pipeline names it"):
        Route(target=target, to=Destination(pipeline="sale"))


def test_a_route_to_a_pipeline_has_to_name_it() -> None:
    with pytest.raises(ValidationError, match="a route to a pipeline names it"):
        Route(target=Target.PIPELINE)


CONVERSION = "pipelines.0.stages.0.conversion"


@pytest.mark.parametrize(
    ("path", "value", "kind"),
    [
        ("revenue_goal", -1, "greater_than_equal"),
        ("revenue_goal", 1e16, "less_than_equal"),
        ("revenue_goal", float("nan"), "less_than_equal"),
        ("request_price", float("inf"), "less_than_equal"),
        ("pipelines.0.entries", -0.5, "greater_than_equal"),
        ("pipelines.0.wins", 1e10, "less_than_equal"),
        ("pipelines.0.average_check", 1e13, "less_than_equal"),
        ("pipelines.0.stages.0.reached", -1, "greater_than_equal"),
        (f"{CONVERSION}.share", 0, "greater_than"),
        (f"{CONVERSION}.share", 1.01, "less_than_equal"),
        (f"{CONVERSION}.high", 2, "less_than_equal"),
        (f"{CONVERSION}.low", "half", "float_parsing"),
        ("format", 2, "literal_error"),
        ("company.currency", "рубль", "string_pattern_mismatch"),
        ("company.language", "de", "enum"),
        ("pipelines.0.stages.0.term", "soon", "term_code"),
        ("pipelines.0.losses.0.route.opens", "soon", "date_rule_code"),
        ("pipelines.0.name", "я" * 1001, "string_too_long"),
        ("pipelines.0.goal", "я" * 10_001, "string_too_long"),
        ("pipelines.0.name", None, "string_type"),
        ("pipelines", {}, "tuple_type"),
    ],
)
def test_a_value_out_of_range_is_refused_where_it_stands(path: str, value: Any, kind: str) -> None:
    where = tuple(int(part) if part.isdigit() else part for part in path.split("."))
    assert _refused(_with(path, value)) == [(where, kind)]


def test_a_lower_bound_above_the_upper_one_is_refused() -> None:
    where = tuple(int(part) if part.isdigit() else part for part in CONVERSION.split("."))
    assert _refused(_with(CONVERSION, {"share": 0.5, "low": 0.6, "high": 0.5})) == [(where, "conversion_range")]


def _pipelines(count: int) -> tuple[Pipeline, ...]:
    return tuple(Pipeline(id=f"p{n}", name="") for n in range(count))


def test_two_hundred_pipelines_are_taken_and_one_more_is_refused() -> None:
    assert len(Project(pipelines=_pipelines(200)).pipelines) == 200
    raw = {"pipelines": [p.model_dump(mode="json") for p in _pipelines(201)]}
    assert _refused(raw) == [(("pipelines",), "too_long")]


@pytest.mark.parametrize(
    ("part", "item"),
    [("stages", {"name": ""}), ("questions", {"text": "", "field": "task"})],
)
def test_two_hundred_parts_of_a_pipeline_are_taken_and_one_more_is_refused(part: str, item: dict[str, str]) -> None:
    parts = [{"id": f"x{n}", **item} for n in range(201)]
    raw = Pipeline(id="p", name="").model_dump(mode="json")
    assert len(getattr(Pipeline.model_validate({**raw, part: parts[:200]}), part)) == 200
    with pytest.raises(ValidationError, match="at most 200 items"):
        Pipeline.model_validate({**raw, part: parts})


def test_a_thousand_fields_or_reasons_are_refused() -> None:
    raw = {
        "fields": [{"id": f"f{n}", "name": ""} for n in range(501)],
        "loss_reasons": [{"id": f"r{n}", "name": ""} for n in range(501)],
    }
    assert _refused(raw) == [(("fields",), "too_long"), (("loss_reasons",), "too_long")]


def test_what_does_not_exist_is_not_found() -> None:
    for look in (PROJECT.pipeline, PROJECT.field, PROJECT.reason, SALE.stage, SALE.index):
        with pytest.raises(KeyError):
            look("none")


def test_values_of_a_list_of_causes_are_the_causes() -> None:
    own = Field(id="cause", name="", options=(FieldOption(id="a", name="Своё"),))
    assert PROJECT.option_names(own) == ("Своё",)
    cause = LossReason(id="lazy", name="Нет времени", field="cause")
    project = PROJECT.changed(fields=(*PROJECT.fields, own), loss_reasons=(*PROJECT.loss_reasons, cause))
    assert project.option_names(own) == ("Нет времени",)


def test_pipelines_launched_now_are_told_from_the_rest() -> None:
    now = WARMING.changed(launch=Launch.NOW)
    assert (PROJECT.launched(), PROJECT.with_pipeline(now).launched()) == ((), (now,))


def test_the_main_sale_is_the_first_sale_or_the_main_pipeline_or_the_first() -> None:
    sells = WARMING.changed(goal_type=GoalType.FIRST_PAYMENT)
    assert PROJECT.with_pipeline(sells).main_sale() == sells
    assert PROJECT.changed(main_pipeline="warming").main_sale() == WARMING
    assert PROJECT.changed(main_pipeline=None).main_sale() == SALE
    assert Project().main_sale() is None


def test_a_pipeline_knows_its_routes_and_what_proves_its_stages() -> None:
    assert WARMING.routes() == (INTO_SALE,)
    assert [SALE.proof_of(s.id) for s in SALE.stages] == ["Новая заявка", "Итог встречи записан", "Клиент ответил"]
    assert [SALE.proof_after(s.id) for s in SALE.stages] == [
        "Итог встречи записан",
        "Клиент ответил",
        "Деньги на счёте",
    ]
