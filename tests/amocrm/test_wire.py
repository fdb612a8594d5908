"""What amoCRM's API demands, point by point; the sample says what the document must hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.samples import english, russian
from tests.strategies import projects
from wizard.amocrm.colours import palette_colour
from wizard.amocrm.wire import document, fields_in, pipelines_in, reasons_in
from wizard.model.pipeline import PALETTE
from wizard.model.project import Project

KEYS = [
    "format",
    "draft",
    "pipelines",
    "main_pipeline",
    "custom_field_groups",
    "custom_fields",
    "field_groups",
    "loss_reasons",
    "stage_hints",
    "required_fields",
    "manual",
]


def _all(project: Project) -> dict[str, Any]:
    return document(project, project.pipelines, draft=False)


def _now(project: Project) -> dict[str, Any]:
    return document(project, project.launched(), draft=False)


def _kinds(body: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(line["kind"] for line in body["manual"]))


def _texts(body: dict[str, Any], kind: str) -> list[str]:
    return [line["text"] for line in body["manual"] if line["kind"] == kind]


def test_the_document_has_these_keys_in_this_order() -> None:
    body = document(russian(), (), draft=True)
    assert list(body) == KEYS
    assert (body["format"], body["draft"], body["main_pipeline"]) == ("voronka/amocrm/1", True, None)


def test_a_pipeline_is_sent_whole_and_never_as_the_main_one() -> None:
    body = _all(russian())
    assert all(set(p) == {"name", "sort", "is_main", "is_unsorted_on", "_embedded"} for p in body["pipelines"])
    assert [p["is_main"] for p in body["pipelines"]] == [False, False, False]
    assert [p["sort"] for p in body["pipelines"]] == [10, 20, 30]
    assert [p["is_unsorted_on"] for p in body["pipelines"]] == [True, False, False]
    assert body["main_pipeline"] == "Первичная продажа"


def test_own_stages_have_no_id_and_the_ends_nothing_but_a_name() -> None:
    statuses = _all(russian())["pipelines"][0]["_embedded"]["statuses"]
    assert statuses[-2:] == [{"id": 142, "name": "Предоплата получена"}, {"id": 143, "name": "Отказ"}]
    assert all(set(s) <= {"name", "sort", "color"} for s in statuses[:-2])
    assert [s["sort"] for s in statuses[:-2]] == [10, 20, 30, 40, 50]


def test_lost_is_not_named_where_the_project_does_not_name_it() -> None:
    statuses = _all(russian())["pipelines"][1]["_embedded"]["statuses"]
    assert [s["id"] for s in statuses if "id" in s] == [142]


def test_colours_are_of_the_palette_in_lower_case_or_left_out() -> None:
    colours = [s.get("color") for s in _all(russian())["pipelines"][0]["_embedded"]["statuses"][:5]]
    assert colours == ["#98cbff", "#d6eaff", None, "#fff000", None]


@pytest.mark.parametrize(
    ("colour", "nearest"),
    [("#FFFEB2", "#fffeb2"), ("#99ccff", "#98cbff"), ("#ff0000", "#ff8f92"), ("red", None), ("", None), (None, None)],
)
def test_any_other_colour_becomes_the_nearest_one(colour: str | None, nearest: str | None) -> None:
    assert palette_colour(colour) == nearest


def test_only_fields_of_deals_are_created_and_never_money_or_sections_of_unknown_ids() -> None:
    body = _all(russian())
    names = [f["name"] for f in body["custom_fields"]]
    assert not {"Бюджет", "Телефон", "Согласие на рекламу", "Сегмент"} & set(names)
    assert {f["name"]: f["type"] for f in body["custom_fields"]}["Сумма задатка"] == "numeric"
    assert all(set(f) <= {"name", "type", "sort", "enums"} for f in body["custom_fields"])
    assert [f["sort"] for f in body["custom_fields"]] == [500 + 10 * n for n in range(len(names))]


def test_a_list_field_carries_its_values() -> None:
    field = next(f for f in _all(russian())["custom_fields"] if f["name"] == "Источник заявки")
    assert field["enums"] == [{"value": "Сайт", "sort": 1}, {"value": "Звонок", "sort": 2}]


def test_causes_kept_in_a_list_field_are_its_values() -> None:
    field = next(f for f in _all(english())["custom_fields"] if f["name"] == "Candidate loss reason")
    assert [e["value"] for e in field["enums"]] == ["Failed the trial day", "Location did not suit"]


def test_fields_of_pipelines_not_exported_stay_out_and_those_of_every_project_come_along() -> None:
    now, all_ = _now(russian()), _all(russian())
    missing = {f["name"] for f in all_["custom_fields"]} - {f["name"] for f in now["custom_fields"]}
    assert missing == {"Повод вернуться"}
    assert "Попытка №" in {f["name"] for f in now["custom_fields"]}


def test_every_field_with_a_section_stands_in_exactly_one() -> None:
    body = _all(russian())
    placed = [name for group in body["field_groups"] for name in group["fields"]]
    assert sorted(placed) == sorted({f["name"] for f in body["custom_fields"]} - {"Попытка №"})
    assert [g["group"] for g in body["field_groups"]] == [g["name"] for g in body["custom_field_groups"]]
    assert all(set(g) == {"name", "sort"} for g in body["custom_field_groups"])


def test_loss_reasons_are_those_used_with_sort_from_one() -> None:
    now, all_ = _now(russian()), _all(russian())
    assert [r["sort"] for r in now["loss_reasons"]] == [1, 2, 3, 4, 5, 6]
    assert {"name": "Задачи нет", "sort": 5} in all_["loss_reasons"]
    assert "Задачи нет" not in {r["name"] for r in now["loss_reasons"]}


def test_hiring_needs_other_in_the_accounts_list_and_no_cause_of_its_own_there() -> None:
    assert _all(english())["loss_reasons"] == [{"name": "Other", "sort": 1}]


def test_what_a_stage_demands_is_required_at_all_later_own_stages() -> None:
    needed = {(r["field"], r["pipeline"]): r["stages"] for r in _all(russian())["required_fields"]}
    assert needed["Дата замера", "Первичная продажа"] == ["Замер назначен", "Замер проведён", "Проект согласован"]
    assert needed["Ссылка на предложение", "Первичная продажа"] == ["Проект согласован"]
    assert ("Бюджет", "Первичная продажа") not in needed
    assert ("Сумма задатка", "Первичная продажа") not in needed


def test_what_falls_on_won_is_said_to_people() -> None:
    assert _texts(_all(russian()), "required_at_won") == [
        (
            "Воронка «Первичная продажа»: чтобы закрыть сделку в «Предоплата получена», заполняют «Сумма задатка». "
            "Отметьте этот столбец вручную."
        )
    ]


def test_hints_stand_by_name_with_levels_amocrm_knows() -> None:
    hints = _all(russian())["stage_hints"]
    assert len(hints) == 9
    assert [d["level"] for d in hints[0]["descriptions"]] == ["newbie", "candidate", "master"]
    assert [d["level"] for d in hints[1]["descriptions"]] == ["candidate", "master"]


def test_everything_else_is_a_line_for_people() -> None:
    assert _kinds(_now(russian())) == [
        "export_deals_first",
        "loss_reasons_on",
        "end_names",
        "contact_field",
        "company_field",
        "required_built_in",
        "required_at_won",
        "source",
        "task",
        "route_now",
        "until_launched",
        "stop_list",
        "head",
        "agreement",
        "main_pipeline",
    ]
    assert all(set(line) == {"kind", "where", "text"} for line in _now(russian())["manual"])


def test_a_route_into_a_funnel_not_exported_says_what_to_do_until_then() -> None:
    assert _texts(_now(russian()), "until_launched") == [
        (
            "Воронка «Первичная продажа», после отказа с причиной «Дороже, чем готов платить»: клиент идёт в воронку "
            "«Прогрев отказов», но она пока не запущена. "
            "Поставьте на контакт задачу через 30 дней связаться с клиентом. "
            "До закрытия запишите в «Дата возврата»: сегодня + 30 дней."
        ),
        (
            "Воронка «Первичная продажа», после отказа с причинами «Перенёс покупку на дату», «Нет денег сейчас»: "
            "клиент идёт в воронку «Прогрев отказов», но она пока не запущена. "
            "Поставьте на контакт задачу на дату возврата. До закрытия заполните «Дата возврата»."
        ),
    ]
    assert "until_launched" not in _kinds(_all(russian()))


def test_a_moved_deal_is_not_told_to_be_opened_anew() -> None:
    last = _texts(_all(russian()), "route_now")[-1]
    assert "перенесите сделку" in last
    assert "новую сделку" not in last


def test_one_task_for_the_first_reply_and_one_for_each_date() -> None:
    assert [text.split("задача ")[1].split(",")[0] for text in _texts(_all(russian()), "task")] == [
        "«Первый ответ»",
        "«Напомнить: Дата замера»",
        "«Проверить: Дата сдачи»",
    ]


def test_the_lines_speak_the_language_of_the_content() -> None:
    said = " ".join(f"{line['where']} {line['text']}" for line in _all(english())["manual"])
    assert not any("а" <= letter.lower() <= "я" for letter in said)


def test_papers_read_back_what_was_written() -> None:
    body = _all(russian())
    view = pipelines_in(body)[0]
    assert (view.name, view.unsorted, view.won, view.lost) == (
        "Первичная продажа",
        True,
        "Предоплата получена",
        "Отказ",
    )
    assert [stage.name for stage in view.stages] == [stage.name for stage in russian().pipelines[0].stages]
    assert [f.name for f in fields_in(body)] == [f["name"] for f in body["custom_fields"]]
    assert reasons_in(body)[-1] == "Другое"


@given(projects())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_project_gives_a_document_with_nothing_amocrm_refuses_by_shape(project: Project) -> None:
    body = _all(project)
    for pipeline in body["pipelines"]:
        for status in pipeline["_embedded"]["statuses"]:
            assert status.get("color", PALETTE[0]) in PALETTE
            assert status.get("id", 142) in (142, 143)
    for field in body["custom_fields"]:
        assert field["type"] not in ("monetary", "phone", "email", "user")
    for entry in body["stage_hints"]:
        assert all(0 < len(d["description"]) <= 1000 for d in entry["descriptions"])
    assert all(line["where"] and line["text"] for line in body["manual"])
