"""Exporters: which pipelines they take, their files' names, and a draft that says so."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import EXPORTERS, amocrm_json, checklist_html, exporter, project_yaml
from exports import exporter as find
from exports.exporter import MAX_FILE_NAME, Options, chosen, file_name
from tests.samples import russian
from wizard.lint import runner
from wizard.lint.rule import Hit, Reads, Rule, RuleSet, Severity
from wizard.lint.runner import Report, run
from wizard.model.project import Company, Project, Step
from wizard.storage.project_file import load


def _named(name: str) -> str:
    return file_name(Project(company=Company(name=name)), amocrm_json.EXPORTER)


def test_ids_are_unique_and_found() -> None:
    assert [find(known.id) for known in EXPORTERS] == list(EXPORTERS)
    with pytest.raises(KeyError):
        exporter("docx")


def test_what_makes_files_is_not_loaded_before_one_is_made() -> None:
    heavy = ("docx", "xlsxwriter", "lxml", "fontTools", "typst", "altair")
    asked = f"import sys, exports; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_only_pipelines_launched_now_are_exported_unless_all_are_asked_for() -> None:
    assert [p.id for p in chosen(russian(), Options())] == ["first_sale", "customer_support"]
    assert chosen(russian(), Options(all_pipelines=True)) == russian().pipelines


def test_a_saved_project_is_whole_whatever_is_launched() -> None:
    assert load(project_yaml.render(russian(), Options())) == russian()


def test_a_project_amocrm_would_refuse_is_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(project: Project) -> Iterator[Hit]:
        yield Hit("pipelines/first_sale/name", args=(("name", project.company.name),), empty=True)

    def found(project: Project, *, strict: bool) -> Report:
        return run(project, strict=strict, rules=(rule,))

    rule = Rule("refused", RuleSet.AMOCRM, Severity.ERROR, Step.GOALS, refuse, Reads.PROJECT)
    assert json.loads(amocrm_json.render(russian(), Options()))["draft"] is False
    monkeypatch.setattr(runner, "run", found)
    assert json.loads(amocrm_json.render(russian(), Options()))["draft"] is True
    assert 'class="alert"' in checklist_html.render(russian(), Options()).decode()


@pytest.mark.parametrize(
    ("company", "name"),
    [
        ("Мебель и точка", "Мебель и точка - amocrm.json"),
        ("", "voronka - amocrm.json"),
        ("...", "voronka - amocrm.json"),
        ('ООО "Рога/Копыта": <b>|?*', "ООО Рога Копыта b - amocrm.json"),
        ("CON", "voronka CON - amocrm.json"),
        ("nul.txt", "voronka nul.txt - amocrm.json"),
        ("../../etc/passwd", "etc passwd - amocrm.json"),
        ("Точка.", "Точка - amocrm.json"),
    ],
)
def test_a_file_name_is_what_windows_allows(company: str, name: str) -> None:
    assert _named(company) == name


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_company_name_breaks_a_file_name(company: str) -> None:
    name = _named(company)
    assert name.endswith(" - amocrm.json")
    assert len(name) <= MAX_FILE_NAME + len("voronka ")
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert name[0] not in ". "
