"""A project compared with an account's JSON: what nobody showed is neither entered nor missing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.amocrm.practice import Practice, practice
from tests.audit.bodies import dumped
from tests.ui import projects
from wizard.amocrm import reading
from wizard.amocrm.plan import Action, Choices, Kind
from wizard.amocrm.plan.binding import with_bindings
from wizard.audit.comparing import compared
from wizard.audit.readers import from_json
from wizard.model.edits.pipelines import change_pipeline
from wizard.model.project import Project

PROJECT = projects.typical()


def answers(account: Practice, *, only: bool = False) -> Any:
    """What an integrator sends: the list of pipelines, or three answers in one file."""
    client = account.client()
    pipelines = client.get(reading.PIPELINES)
    if only:
        return pipelines
    fields, reasons = client.get(reading.DEAL_FIELDS, {"limit": 250}), client.get(reading.REASONS)
    return {"pipelines": pipelines, "fields": fields, "loss_reasons": reasons}


def entered(project: Project = PROJECT) -> Practice:
    account = practice()
    account.apply(account.plan(project, Choices()))
    return account


@pytest.mark.parametrize("only", [True, False])
def test_an_account_that_was_entered_is_equal(only: bool) -> None:
    found = compared(PROJECT, from_json(dumped(answers(entered(), only=only))))
    assert found.differing == ()
    kinds = {change.kind for change in found.entered}
    assert kinds == {Kind.PIPELINE, Kind.STAGE, Kind.END} | (set() if only else {Kind.FIELD, Kind.REASON})


def test_what_is_missing_and_what_differs_is_told() -> None:
    body = answers(entered())
    [_stock, first, *_] = body["pipelines"]["_embedded"]["pipelines"]
    del first["_embedded"]["statuses"][3]
    first["_embedded"]["statuses"][1]["color"] = "#ff8f92"
    body["loss_reasons"]["_embedded"]["loss_reasons"].pop()
    found = compared(PROJECT, from_json(dumped(body)))
    assert [(c.action, c.kind, c.name) for c in found.differing if c.kind != Kind.FIELD] == [
        (Action.UPDATE, Kind.STAGE, "Первичная продажа / Заявка получена"),
        (Action.CREATE, Kind.STAGE, "Первичная продажа / Квалификация пройдена"),
        (Action.CREATE, Kind.REASON, "Другое"),
    ]


def test_one_funnel_alone_says_nothing_of_the_others() -> None:
    [_stock, first, *_] = answers(entered(), only=True)["_embedded"]["pipelines"]
    found = compared(PROJECT, from_json(dumped(first)))
    assert found.differing == ()
    assert {change.local.split("/")[1] for change in found.entered} == {"first_sale"}


def test_what_was_entered_is_known_by_its_ids_even_under_another_name() -> None:
    account = practice()
    report = account.apply(account.plan(PROJECT, Choices()))
    bindings = with_bindings(PROJECT, report.target, report.existing).bindings
    project = change_pipeline(PROJECT.changed(bindings=bindings), "first_sale", name="Продажи")
    found = compared(project, from_json(dumped(answers(account))))
    [renamed] = [change for change in found.differing if change.kind == Kind.PIPELINE]
    assert (renamed.action, renamed.details[0].old) == (Action.UPDATE, "Первичная продажа")


def test_without_ids_names_are_enough() -> None:
    body = answers(entered(), only=True)
    for pipeline in body["_embedded"]["pipelines"]:
        del pipeline["id"]
        for stage in pipeline["_embedded"]["statuses"]:
            if stage["id"] not in (142, 143):
                del stage["id"]
    assert compared(PROJECT, from_json(dumped(body))).differing == ()


def test_those_for_later_count_only_when_asked() -> None:
    found = from_json(dumped(answers(entered(), only=True)))
    missing = compared(PROJECT, found, everything=True).differing
    assert {change.local.split("/")[1] for change in missing} == {"repeat_sales"}
