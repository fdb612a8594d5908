"""Exporters: which pipelines they take, their files' names, and a draft that says so."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import EXPORTERS, amocrm_json, exporter, project_yaml
from exports import exporter as find
from exports.exporter import MAX_FILE_NAME, Options, chosen, file_name
from tests.samples import russian
from wizard.model.project import Company, Project
from wizard.storage.project_file import load


def _named(name: str) -> str:
    return file_name(Project(company=Company(name=name)), amocrm_json.EXPORTER)


def test_ids_are_unique_and_found() -> None:
    assert [find(known.id) for known in EXPORTERS] == list(EXPORTERS)
    with pytest.raises(KeyError):
        exporter("docx")


def test_only_pipelines_launched_now_are_exported_unless_all_are_asked_for() -> None:
    assert [p.id for p in chosen(russian(), Options())] == ["first_sale", "customer_support"]
    assert chosen(russian(), Options(all_pipelines=True)) == russian().pipelines


def test_a_saved_project_is_whole_whatever_is_launched() -> None:
    assert load(project_yaml.render(russian(), Options())) == russian()


def test_a_project_amocrm_would_refuse_is_a_draft() -> None:
    pipeline = russian().pipelines[0]
    broken = russian().with_pipeline(pipeline.changed(name=""))
    assert json.loads(amocrm_json.render(russian(), Options()))["draft"] is False
    assert json.loads(amocrm_json.render(broken, Options()))["draft"] is True


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
