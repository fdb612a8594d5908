"""An account becomes a project that knows its things by their ids."""

from __future__ import annotations

import pytest

from tests.amocrm.answers import EXISTING
from wizard.amocrm import desired
from wizard.amocrm.existing import ExistingField, ExistingGroup, ExistingStage, StageKind
from wizard.audit.found import Note
from wizard.audit.pull import pulled
from wizard.audit.readers.account_reader import found_in
from wizard.hints import hints_of
from wizard.model.fields import Field, FieldOption, FieldType
from wizard.model.losses import LossReason, LossUse
from wizard.model.pipeline import GoalType, Hints, Launch, Pipeline, Stage, Won
from wizard.model.project import Binding, Company, Project
from wizard.storage.errors import FileError

SALE = EXISTING.pipelines[0]


def test_an_account_becomes_a_project_bound_to_it() -> None:
    bound = {
        "pipelines/own_voronka": "10",
        "pipelines/own_voronka/stages/pervichnyy_kontakt": "101",
        "pipelines/own_voronka/stages/dogovor": "102",
        "fields/own_istochnik": "1000",
        "loss_reasons/own_dorogo": "9",
    }
    assert pulled(EXISTING) == Project(
        company=Company(name="Дом и окна", currency="RUB"),
        fields=(
            Field(
                id="own_istochnik",
                name="Источник",
                type=FieldType.SELECT,
                options=(FieldOption(id="sayt", name="Сайт"), FieldOption(id="zvonok", name="Звонок")),
                group="Квалификация",
            ),
        ),
        loss_reasons=(LossReason(id="own_dorogo", name="Дорого"),),
        pipelines=(
            Pipeline(
                id="own_voronka",
                name="Воронка",
                goal_type=GoalType.FIRST_PAYMENT,
                stages=(
                    Stage(
                        id="pervichnyy_kontakt",
                        name="Первичный контакт",
                        fields=("own_istochnik",),
                        hints=Hints(newbie="Представьтесь"),
                    ),
                    Stage(id="dogovor", name="Договор", colour="#fffeb2"),
                ),
                won=Won(name="Успешно реализовано"),
                lost_name="Закрыто и не реализовано",
                unsorted=True,
                losses=(LossUse(reason="own_dorogo"),),
                launch=Launch.NOW,
            ),
        ),
        main_pipeline="own_voronka",
        bindings=tuple(Binding(account="31", local=local, remote=remote) for local, remote in bound.items()),
    )


def test_the_archive_is_counted_and_left_where_it_is() -> None:
    assert found_in(EXISTING).notes == (Note("archived", 1),)


def test_what_is_required_comes_back_as_it_is_entered() -> None:
    """Required from a stage on is filled in before leaving the one before it, and is entered as the same again."""
    stages = tuple(ExistingStage(id=200 + n, name=f"Этап {n}", sort=n) for n in range(5))
    field = EXISTING.fields[0].changed(required=tuple((10, 200 + n) for n in (2, 3, 4)))
    project = pulled(EXISTING.changed(pipelines=(SALE.changed(stages=stages),), fields=(field,)))
    assert [stage.fields for stage in project.pipelines[0].stages] == [(), ("own_istochnik",), (), (), ()]
    (need,) = desired.required(project, project.pipelines)
    assert [stage.name for stage in need.stages] == ["Этап 2", "Этап 3", "Этап 4"]


def test_a_section_of_amocrm_s_own_is_the_main_one() -> None:
    groups = (ExistingGroup(id="leads_1", name="Основное", predefined=True),)
    assert [field.group for field in pulled(EXISTING.changed(groups=groups)).fields] == [""]


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("radiobutton", FieldType.SELECT),
        ("birthday", FieldType.DATE),
        ("numeric", FieldType.NUMERIC),
        ("streetaddress", FieldType.TEXT),
    ],
)
def test_types_no_project_has_become_the_nearest(kind: str, known: FieldType) -> None:
    fields = (ExistingField(id=1, name="Поле", type=kind),)
    assert [field.type for field in pulled(EXISTING.changed(fields=fields)).fields] == [known]


def test_an_account_that_hides_its_reasons_leaves_them_open() -> None:
    assert found_in(EXISTING.changed(reasons=None)).reasons is None


def test_hints_stay_as_they_are_in_the_account() -> None:
    project = pulled(EXISTING)
    pipeline = project.pipelines[0]
    assert hints_of(project, pipeline, stage=pipeline.stages[0]).newbie == "Представьтесь"


def test_an_account_of_archives_only_is_refused_in_a_sentence() -> None:
    with pytest.raises(FileError):
        pulled(EXISTING.changed(pipelines=EXISTING.pipelines[1:]))


def test_names_of_any_make_are_taken() -> None:
    stage = SALE.stages[1].changed(name="\u202eя" * 3000, hints=())
    odd = SALE.changed(name=" \x00 ", stages=(stage, stage.changed(id=103, kind=StageKind.OWN)))
    account = EXISTING.account.changed(name="", currency="рубль")
    project = pulled(EXISTING.changed(account=account, pipelines=(odd,)))
    assert (project.company.name, project.company.currency) == ("", "RUB")
    assert [len(stage.name) for stage in project.pipelines[0].stages] == [1000, 1000]
