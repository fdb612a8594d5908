"""Every funnel and every industry: whole in both languages, and composing with all the others.

A new file in `templates/` is tested by being there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.catalog.composed import FUNNELS, INDUSTRIES, LANGUAGES, SETS, composed
from tests.catalog.texts import mappings, pairs, strings
from wizard.catalog import reader
from wizard.model.fields import LISTS
from wizard.model.project import Language, Project

FILES = sorted(reader.TEMPLATES.rglob("*.yaml"))
MAX_NAME = 30

_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Words that are wrong without ё, whatever stands around them.
_YO = re.compile(
    r"\b(?:еще|ее|нее|мое|твое|свое|чье|причем|счет|расчет\w*|отчет\w*|учет\w*|зачет\w*|партнер\w*|объем\w*|"
    r"прием(?!лем)\w*|подъем\w*|съем(?!к)\w*|заем|идет|придет|уйдет|пойдет|найдет|подойдет|ведет|ждет|дает|возьмет|"
    r"займет|начнет|вернет(?:ся)?|поймет|назовет|зовет|живет|пришлет|берет|проведен|переведен|введен|решен|завершен|"
    r"подтвержден|определен|перенесен|включен|учтен|обсужден|возвращен|ребенок|самолет|трех|четырех|черный|желтый|"
    r"твердый|дешевый|легкий|четкий|надежн\w*|[вон] чем|о нем|в нем)\b",
    re.IGNORECASE,
)
_BARRED = re.compile(
    r"\b(?:данн(?:ый|ая|ого|ой|ому)\b|является|осуществ\w+|в рамках|лид\w{0,3}\b|кейс\w*|пожалуйста)|!"
)


def _raw(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _named(path: Path) -> str:
    return path.relative_to(reader.TEMPLATES).with_suffix("").as_posix()


def _pairs_of(path: Path) -> list[tuple[str, dict[str, Any]]]:
    return list(pairs(_raw(path)))


def test_every_file_of_the_folders_is_read() -> None:
    assert {path.stem for path in FILES if path.parent.name == "funnels"} == set(FUNNELS)
    assert {path.stem for path in FILES if path.parent.name == "industries"} == set(INDUSTRIES)


def test_no_two_templates_share_a_place_in_the_order() -> None:
    assert len({funnel.order for funnel in reader.funnels()}) == len(FUNNELS)
    assert len({funnel.launch_rank for funnel in reader.funnels()}) == len(FUNNELS)
    assert len({industry.order for industry in reader.industries()}) == len(INDUSTRIES)


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_every_text_stands_in_both_languages(path: Path) -> None:
    found = _pairs_of(path)
    assert found
    assert [at for at, words in found if set(words) != {"ru", "en"} or not all(map(str.strip, words.values()))] == []


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_english_texts_are_english(path: Path) -> None:
    assert [(at, words["en"]) for at, words in _pairs_of(path) if _CYRILLIC.search(words["en"])] == []


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_russian_texts_have_yo_where_it_belongs(path: Path) -> None:
    assert [(at, bare[0]) for at, words in _pairs_of(path) if (bare := _YO.search(words["ru"]))] == []


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_texts_are_calm_and_plain(path: Path) -> None:
    assert [(at, words) for at, words in _pairs_of(path) if _BARRED.search(words["ru"]) or "!" in words["en"]] == []


@pytest.mark.parametrize("path", FILES, ids=_named)
def test_every_figure_is_marked_as_source_or_assumption(path: Path) -> None:
    figures = [found for found in mappings(_raw(path)) if "percent" in found]
    assert [f for f in figures if f.get("basis") not in ("source", "assumption")] == []


@pytest.mark.parametrize("funnel", FUNNELS)
def test_a_funnel_leads_to_stages_that_exist(funnel: str) -> None:
    template = reader.funnel(funnel)
    routes = [template.won_route, template.won_route_without_delivery, *(loss.route for loss in template.losses)]
    ends = [(route.pipeline, route.stage) for route in routes if route and "@" in route.to]
    assert [end for end in ends if end[1] not in {stage.id for stage in reader.funnel(end[0]).stages}] == []


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_an_industry_speaks_of_stages_and_fields_that_exist(industry: str) -> None:
    template = reader.industry(industry)
    own = {stage.id for stage in reader.funnel("first_sale").stages}
    spoken = {*template.drops, *(s.stage for s in template.steps), *(c.stage for c in template.conversions)}
    fields = {field.id for field in reader.fields()}
    unknown = [q.field for q in template.questions if q.field not in fields and q.own_field is None]
    assert (spoken - own, set(template.without_fields) - fields, unknown) == (set(), set(), [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("industry", INDUSTRIES)
@pytest.mark.parametrize("funnels", SETS)
def test_any_funnels_compose_with_any_industry(funnels: str, industry: str, language: Language) -> None:
    project = composed(funnels, industry, language)
    texts = list(strings(project.model_dump(mode="json")))
    assert {p.id for p in project.pipelines} == set(SETS[funnels])
    assert [found for found in texts if "{" in found.text or "}" in found.text] == []
    assert [name for name in _names(project) if not 0 < len(name) <= MAX_NAME] == []
    assert _incomplete(project) == []
    assert _unanswerable(project) == []
    if language is Language.EN:
        assert [found for found in texts if _CYRILLIC.search(found.text)] == []


def _names(project: Project) -> list[str]:
    """Names amoCRM shows in narrow columns: of funnels, their stages and their two ends."""
    return [
        name
        for pipeline in project.pipelines
        for name in (
            pipeline.name,
            *(stage.name for stage in pipeline.stages),
            pipeline.won.name,
            pipeline.lost_name,
        )
    ]


def _incomplete(project: Project) -> list[str]:
    """Stages and funnels that lack something a template gives."""
    lacking = []
    for pipeline in project.pipelines:
        whole = (pipeline.stages, pipeline.goal, pipeline.deal_is, pipeline.entry, pipeline.won.proof, pipeline.cycle)
        ends = (pipeline.key_stage, pipeline.questions, pipeline.losses, pipeline.won_route)
        lacking += [] if all((*whole, *ends)) else [pipeline.id]
        for stage in pipeline.stages:
            has = (stage.step, stage.owner_role, stage.term, stage.conversion, stage.colour, stage.hints.newbie)
            if not all((*has, pipeline.proof_of(stage.id))):
                lacking.append(f"{pipeline.id}/{stage.id}")
    return lacking


def _unanswerable(project: Project) -> list[str]:
    """List fields of a project without a value to choose."""
    return [f.id for f in project.fields if f.created and f.type in LISTS and not project.option_names(f)]
