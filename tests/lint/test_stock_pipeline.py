"""amoCRM's stock funnel: what the rules say about its names, and what the buttons make of them."""

from __future__ import annotations

import pytest

from tests.lint.cases import project_of
from wizard.lint import paths, runner
from wizard.model.project import Project

STOCK = {
    "ru": ("Первичный контакт", "Переговоры", "Принимают решение", "Согласование договора"),
    "en": ("Initial contact", "Discussions", "Decision making", "Contract discussion"),
}
FINDINGS = ("stage-bare-noun", "stage-is-talk", "stage-waits", "stage-is-ours")
CURED = {
    "ru": ("Контакт установлен", "Условия согласованы", "Дата оплаты согласована", "Договор согласован"),
    "en": ("Contact made", "Terms agreed", "Payment date agreed", "Contract agreed"),
}


def _funnel(language: str, names: tuple[str, ...]) -> Project:
    return project_of({"company": {"language": language}, "filled": True, "stages": list(names)})


def _about_names(project: Project) -> list[tuple[str, str]]:
    """Findings about names, in the order of the stages."""
    at = {paths.stage("p", stage.id, "name"): stage.name for stage in project.pipelines[0].stages}
    found = [(f.path, at[f.path], f.rule) for f in runner.run(project, strict=True).findings if f.path in at]
    return [(name, rule) for _, name, rule in sorted(found)]


@pytest.mark.parametrize("language", STOCK)
def test_every_name_of_the_stock_funnel_has_its_finding(language: str) -> None:
    project = _funnel(language, STOCK[language])
    assert _about_names(project) == list(zip(STOCK[language], FINDINGS, strict=True))


@pytest.mark.parametrize("language", STOCK)
def test_an_empty_stock_funnel_lacks_all_the_rest(language: str) -> None:
    project = project_of({"company": {"language": language}, "stages": list(STOCK[language])})
    found = {finding.rule for finding in runner.run(project, strict=True).findings}
    assert {"no-fact", "no-step", "no-term", "no-key-stage", "too-few-reasons"} <= found


@pytest.mark.parametrize("language", STOCK)
def test_the_buttons_turn_the_stock_funnel_into_results(language: str) -> None:
    project = _funnel(language, STOCK[language])
    for stage in STOCK[language]:
        at = next(s.id for s in project.pipelines[0].stages if s.name == stage)
        finding = next(f for f in runner.run(project).findings if f.path == paths.stage("p", at, "name"))
        assert finding.fix is not None
        project = finding.fix.edit(project)
    assert tuple(stage.name for stage in project.pipelines[0].stages) == CURED[language]
    assert _about_names(project) == []
