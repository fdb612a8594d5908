"""What was found as a project: names as they are, ids bound, guesses, and nothing made up."""

from __future__ import annotations

import pytest

from tests.audit import bodies
from tests.audit.bodies import ENDS, dumped, pipeline, status
from wizard.audit.found import Found, FoundPipeline, FoundStage
from wizard.audit.guess import goal_of
from wizard.audit.project import project_of
from wizard.audit.readers import from_json, from_text
from wizard.model.fields import Field, FieldOption, FieldType
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import GoalType, Launch, Pipeline, Stage, Subject, Won, WonKind
from wizard.model.project import Binding, Company, Language, Project

HOST = "example.amocrm.ru"


def test_a_fresh_account_becomes_a_project_bound_to_it() -> None:
    project = project_of(from_json(dumped(bodies.stock())))
    (sale,) = project.pipelines
    assert sale == Pipeline(
        id="own_voronka",
        name="Воронка",
        goal_type=GoalType.FIRST_PAYMENT,
        stages=(
            Stage(id="pervichnyy_kontakt", name="Первичный контакт", colour="#98cbff"),
            Stage(id="peregovory", name="Переговоры", colour="#fffeb2"),
            Stage(id="prinimayut_reshenie", name="Принимают решение", colour="#ffce5a"),
            Stage(id="soglasovanie_dogovora", name="Согласование договора", colour="#ffc8c8"),
        ),
        won=Won(name="Успешно реализовано"),
        lost_name="Закрыто и не реализовано",
        unsorted=True,
        launch=Launch.NOW,
    )
    assert project == Project(
        company=Company(language=Language.RU),
        pipelines=(sale,),
        main_pipeline="own_voronka",
        bindings=(
            Binding(account=HOST, local="pipelines/own_voronka", remote="31"),
            *(
                Binding(account=HOST, local=f"pipelines/own_voronka/stages/{stage.id}", remote=str(100 + n))
                for n, stage in enumerate(sale.stages)
            ),
        ),
    )


def test_a_pasted_list_is_bound_to_nothing_and_gets_the_usual_ends() -> None:
    project = project_of(from_text("Заявка > Думает"))
    assert (project.bindings, project.main_pipeline) == ((), None)
    assert [(p.name, p.won.name, p.lost_name) for p in project.pipelines] == [("Воронка", "Успешно реализовано", "")]
    english = project_of(from_text("New lead > Thinking\n\nApplied > Hired"))
    assert [(p.name, p.won.name) for p in english.pipelines] == [
        ("Funnel 1", "Closed - won"),
        ("Funnel 2", "Closed - won"),
    ]


def test_fields_and_reasons_are_the_account_s_and_used_by_every_funnel() -> None:
    field = {
        "id": 5,
        "name": "Бюджет",
        "type": "select",
        "enums": [{"value": "Да"}, {"value": "Да"}],
        "required_statuses": [{"pipeline_id": 31, "status_id": 102}, {"pipeline_id": 99, "status_id": 101}],
    }
    sales = pipeline("Продажи", status(101, "Заявка"), status(102, "Оплата", sort=30), *ENDS)
    whole = {"pipelines": bodies.body(sales), "custom_fields": [field], "loss_reasons": [{"id": 9, "name": "Дорого"}]}
    project = project_of(from_json(dumped(whole)))
    options = (FieldOption(id="da", name="Да"), FieldOption(id="da_2", name="Да"))
    assert project.fields == (Field(id="own_byudzhet", name="Бюджет", type=FieldType.SELECT, options=options),)
    assert project.loss_reasons == (LossReason(id="own_dorogo", name="Дорого"),)
    assert project.pipelines[0].losses == (LossUse(reason="own_dorogo"),)
    assert [stage.fields for stage in project.pipelines[0].stages] == [("own_byudzhet",), ()]
    assert [(b.local, b.remote) for b in project.bindings[-2:]] == [
        ("fields/own_byudzhet", "5"),
        ("loss_reasons/own_dorogo", "9"),
    ]


def test_equal_names_get_ids_of_their_own() -> None:
    project = project_of(from_text("Продажи:\nДумает\nДумает\n\nПродажи:\nДумает"))
    assert [p.id for p in project.pipelines] == ["own_prodazhi", "own_prodazhi_2"]
    assert [s.id for s in project.pipelines[0].stages] == ["dumaet", "dumaet_2"]


GUESSES = [
    ("Основная воронка", "Заявка", GoalType.FIRST_PAYMENT),
    ("Повторные продажи", "", GoalType.REPEAT_PAYMENT),
    ("Прогрев отказов", "", GoalType.RETURN_REFUSED),
    ("Наём", "", GoalType.HIRING),
    ("Партнёры", "", GoalType.PARTNER_ACTIVATION),
    ("Производство и монтаж", "", GoalType.FULFILMENT),
    ("Холодные звонки", "", GoalType.HANDOVER),
    ("Рекламации", "", GoalType.COMPLAINT_RESOLUTION),
    ("Вебинары", "", GoalType.EVENT_SALE),
    ("Customer win-back", "", GoalType.RETURN_CUSTOMER),
    ("Воронка", "Резюме > Собеседование > Оффер", GoalType.HIRING),
    ("Воронка", "Изготовление > Доставка > Монтаж", GoalType.FULFILMENT),
    ("Воронка", "Первичный контакт > Переговоры > Принимают решение", GoalType.FIRST_PAYMENT),
    ("Воронка", "Альфа > Бета", None),
    ("Проект X", "", None),
]


@pytest.mark.parametrize(("name", "stages", "goal"), GUESSES)
def test_the_goal_is_guessed_by_the_name_then_by_the_stages(name: str, stages: str, goal: GoalType | None) -> None:
    found = tuple(FoundStage(stage) for stage in stages.split(" > ") if stage)
    assert goal_of(FoundPipeline(name, found)) is goal


def test_the_guess_says_whom_the_funnel_leads_and_what_won_is() -> None:
    (hiring,) = project_of(Found((FoundPipeline("Наём", (FoundStage("Отклик"),)),))).pipelines
    assert (hiring.subject, hiring.won.kind) == (Subject.CANDIDATE, WonKind.HIRED)
