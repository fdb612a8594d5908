"""The collection is what Postman reads, holds no code made of people's words, and gives away no variable."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from exports import amocrm_postman
from exports.exporter import Options
from exports.postman import scripts
from exports.postman.bodies import typed
from exports.postman.collection import SAID
from tests.catalog.composed import INDUSTRIES, SETS, composed
from tests.exports.postman.hostile import NAMES, hostile
from tests.samples import english, russian
from tests.strategies import projects
from wizard.amocrm.wire import document
from wizard.model.project import Language, Project

Json = dict[str, Any]
ALL = Options(all_pipelines=True)
SCHEMA = Path(__file__).with_name("collection-2.1.0.schema.json")
# Where Postman finds a variable: its own expression.
BRACES = re.compile(r"\{\{([^{}]*?)\}\}")
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))


def _made(project: Project) -> Json:
    made: Json = json.loads(amocrm_postman.render(project, ALL))
    return made


def _wrong(made: Json) -> list[str]:
    return [f"{list(error.path)}: {error.message[:200]}" for error in VALIDATOR.iter_errors(made)]


def _requests(made: Json) -> Iterator[Json]:
    for folder in made["item"]:
        yield from folder["item"]


def _bodies(made: Json, method: str, path: str) -> list[Any]:
    asked = [item["request"] for item in _requests(made) if item["request"]["method"] == method]
    return [json.loads(one["body"]["raw"]) for one in asked if one["url"]["raw"] == "{{base_url}}/api/v4/leads/" + path]


def _code(made: Json) -> set[tuple[str, ...]]:
    parts = [made, *made["item"], *_requests(made)]
    return {tuple(event["script"]["exec"]) for part in parts for event in part.get("event", ())}


def _variables(made: Json) -> dict[str, str]:
    return {variable["key"]: variable["value"] for variable in made["variable"]}


@pytest.mark.parametrize("funnels", SETS)
@pytest.mark.parametrize("industry", INDUSTRIES[::5])
def test_every_set_of_funnels_gives_a_collection(funnels: str, industry: str) -> None:
    assert _wrong(_made(composed(funnels, industry, Language.RU))) == []


def test_what_is_no_collection_is_told() -> None:
    made = _made(russian())
    made["item"][0]["item"][0]["request"] = 5
    assert _wrong(made)
    assert _wrong({key: value for key, value in _made(russian()).items() if key != "info"})


@given(projects())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_project_gives_a_collection(project: Project) -> None:
    assert _wrong(_made(project)) == []


def test_a_project_without_funnels_only_looks() -> None:
    assert {item["request"]["method"] for item in _requests(_made(Project()))} == {"GET"}


def test_a_draft_only_looks() -> None:
    made = _made(russian().changed(pipelines=tuple(p.changed(name="Одна") for p in russian().pipelines)))
    assert {item["request"]["method"] for item in _requests(made)} == {"GET"}
    assert json.loads(_variables(made)["plan"])["draft"] is True
    assert made["info"]["description"].startswith("**Это черновик.**")


def test_nothing_that_people_typed_becomes_code() -> None:
    # A hostile project gives exactly the scripts of a harmless one.
    assert _code(_made(hostile())) == _code(_made(russian()))
    assert not [name for name in NAMES if any(name in line for script in _code(_made(hostile())) for line in script)]


def test_scripts_say_what_the_catalogues_have_and_all_of_it() -> None:
    code = "\n".join(path.read_text("utf-8") for path in scripts.HERE.glob("*.js"))
    whole = set(re.findall(r'(?:say|refuse)\("(\w+)", ', code)) | {"status"}
    begun = set(re.findall(r'"(\w+_)" \+', code)) & {"exists_", "status_"}
    assert begun == {"exists_", "status_"}
    assert {name for name in SAID if not name.startswith(tuple(begun))} == whole


def test_the_address_is_an_example_and_the_token_is_empty() -> None:
    for project in (russian(), english(), hostile()):
        variables = _variables(_made(project))
        assert (variables["base_url"], variables["token"]) == ("https://example.amocrm.ru", "")


def test_what_is_sent_is_the_settings_document() -> None:
    project = russian()
    made, body = _made(project), document(project, project.pipelines, draft=False)
    for path, key in (
        ("pipelines", "pipelines"),
        ("custom_fields", "custom_fields"),
        ("custom_fields/groups", "custom_field_groups"),
        ("loss_reasons", "loss_reasons"),
    ):
        (sent,) = _bodies(made, "POST", path)
        assert [item.pop("request_id") for item in sent] == [str(n + 1) for n in range(len(body[key]))]
        assert sent == body[key]


def test_more_than_fits_is_sent_in_parts_that_count_on() -> None:
    made = _made(composed("all", "furniture", Language.RU))
    parts = _bodies(made, "POST", "pipelines")
    assert [len(part) for part in parts] == [10, 1]
    assert parts[1][0]["request_id"] == "11"


def test_the_main_funnel_is_made_so_last_and_only_if_the_project_says_so() -> None:
    writes = [item["request"] for item in _requests(_made(russian())) if item["request"]["method"] != "GET"]
    assert json.loads(writes[-1]["body"]["raw"]) == {"is_main": True}
    assert russian().main_pipeline
    assert '"is_main": true' not in amocrm_postman.render(english(), ALL).decode()


def test_what_only_people_can_do_stands_in_the_description() -> None:
    body = document(russian(), russian().pipelines, draft=False)
    told = _made(russian())["info"]["description"]
    assert len(re.findall(r"^- \*\*", told, re.MULTILINE)) == len(body["manual"])


WORDS = st.text() | st.sampled_from(NAMES)


@given(st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_typed_words_hold_no_variable_and_stay_as_typed(data: object) -> None:
    assert json.loads(typed(data)) == data
    assert not BRACES.search(typed(data))


def test_only_variables_of_ours_stand_in_what_is_sent() -> None:
    made = _made(hostile())
    sent = json.dumps([item["request"] for item in _requests(made)])
    known = re.compile(r"base_url|page|(pipeline|group|field)_\d+|stage_\d+_\d+")
    assert [name for name in BRACES.findall(sent) if not known.fullmatch(name)] == []
    assert not BRACES.search(made["info"]["description"])
