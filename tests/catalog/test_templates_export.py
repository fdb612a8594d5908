"""Every project composed from templates leaves in every format, and each file is what its reader takes."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from exports import amocrm_json, checklist_html, project_yaml
from exports.exporter import Options
from tests.catalog.composed import INDUSTRIES, LANGUAGES, SETS, composed
from wizard.model.pipeline import PALETTE
from wizard.model.project import Language, Project
from wizard.storage.project_file import load

ALL = Options(all_pipelines=True)
PAIRS = [(funnels, industry, Language.RU) for funnels in SETS for industry in INDUSTRIES]
PAIRS += [("all", industry, Language.EN) for industry in INDUSTRIES]


class _Balanced(HTMLParser):
    """Notes elements that are opened and not closed in order."""

    VOID = frozenset({"meta", "br", "input", "link", "hr", "col"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - theirs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize(("funnels", "industry", "language"), PAIRS)
def test_a_composed_project_leaves_in_every_format(funnels: str, industry: str, language: Language) -> None:
    project = composed(funnels, industry, language)
    assert project_yaml.EXPORTER.render(project, ALL).startswith(b"format: 1\n")
    _sendable(json.loads(amocrm_json.EXPORTER.render(project, ALL)), project)
    page = checklist_html.EXPORTER.render(project, ALL).decode("utf-8")
    parser = _Balanced()
    parser.feed(page)
    assert (parser.open, parser.wrong) == ([], [])
    assert all(pipeline.name in page for pipeline in project.pipelines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_a_saved_project_opens_as_the_same_one(industry: str, language: Language) -> None:
    project = composed("all", industry, language)
    assert load(project_yaml.EXPORTER.render(project, ALL)) == project


def _sendable(document: dict[str, Any], project: Project) -> None:
    """What section 14 of the API's facts asks of the bodies, as far as it can be seen without an account."""
    assert (document["format"], document["draft"]) == ("voronka/amocrm/1", False)
    names = [body["name"] for body in document["pipelines"]]
    assert names == [pipeline.name for pipeline in project.pipelines]
    for body, pipeline in zip(document["pipelines"], project.pipelines, strict=True):
        statuses = body["_embedded"]["statuses"]
        own = [s for s in statuses if "id" not in s]
        assert [s["name"] for s in own] == [stage.name for stage in pipeline.stages]
        assert {s["color"] for s in own} <= set(PALETTE)
        assert {s["id"] for s in statuses if "id" in s} == {142, 143}
        assert set(body) == {"name", "sort", "is_main", "is_unsorted_on", "_embedded"}
        assert body["is_main"] is False
    fields = [field["name"] for field in document["custom_fields"]]
    assert len(fields) == len(set(fields))
    assert all(("enums" in f) == (f["type"] in ("select", "multiselect")) for f in document["custom_fields"])
    reasons = [reason["name"] for reason in document["loss_reasons"]]
    assert [len(reasons), [r["sort"] for r in document["loss_reasons"]]] == [
        len(set(reasons)),
        list(range(1, len(reasons) + 1)),
    ]
    stages = {(p.name, s.name) for p in project.pipelines for s in p.stages}
    required = {(r["pipeline"], s) for r in document["required_fields"] for s in r["stages"]}
    assert required <= stages
    assert {r["field"] for r in document["required_fields"]} <= set(fields)
