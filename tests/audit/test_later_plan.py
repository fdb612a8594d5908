"""Both cures of funnels an account has: a later plan updates what is bound and adds no second pipeline or stage."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.amocrm.practice import Practice, practice
from wizard.amocrm.plan import Action, Kind, Plan
from wizard.amocrm.sandbox import Contents, Variant
from wizard.audit.project import project_of
from wizard.audit.pull import pulled
from wizard.audit.readers import read
from wizard.audit.rebuilding import rebuilt
from wizard.audit.renaming import renamed
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.project import Project

Found = Callable[[Practice], Project]
DEALS = Variant(contents=Contents.DEALS)


def _from_a_file(account: Practice) -> Project:
    answer = account.client().get("leads/pipelines")
    return project_of(read("account.json", json.dumps(answer).encode()))


def _from_the_account(account: Practice) -> Project:
    return pulled(account.read(Project()))


def _main(project: Project) -> str:
    assert project.main_pipeline is not None
    return project.main_pipeline


def _of_pipelines(plan: Plan) -> list[Action]:
    return [change.action for change in plan.changes if change.kind is Kind.PIPELINE and change.writes]


@pytest.mark.parametrize("found", [_from_a_file, _from_the_account])
def test_renamed_stages_are_updated(found: Found) -> None:
    account = practice(DEALS)
    before = account.sandbox.account.pipelines
    project = renamed(found(account))
    plan = account.plan(project)
    assert Action.CREATE not in {change.action for change in plan.changes if change.kind in (Kind.PIPELINE, Kind.STAGE)}
    account.apply(plan)
    after = account.sandbox.account.pipelines
    assert [p.id for p in after] == [p.id for p in before]
    assert [[s.id for s in p.own] for p in after] == [[s.id for s in p.own] for p in before]
    assert [s.name for s in after[0].own] == [s.name for s in project.pipeline(_main(project)).stages]


@pytest.mark.parametrize("found", [_from_a_file, _from_the_account])
def test_a_rebuilt_funnel_takes_over_the_pipeline(found: Found) -> None:
    account = practice(DEALS)
    before = account.sandbox.account.pipelines
    project = found(account)
    project = rebuilt(project, {_main(project): "first_sale"}, industry="general")
    project = change_pipeline(project, "first_sale", name="Первичная продажа")
    plan = account.plan(project)
    assert Action.CREATE not in _of_pipelines(plan)
    account.apply(plan)
    after = account.sandbox.account.pipelines
    assert [p.id for p in after] == [p.id for p in before]
    assert after[0].name == "Первичная продажа"
    names = [stage.name for stage in after[0].own]
    assert len(names) == len(set(names))
    assert {stage.name for stage in project.pipeline("first_sale").stages} <= set(names)
