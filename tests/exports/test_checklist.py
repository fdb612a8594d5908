"""The checklist holds all the settings file holds, escapes what people typed, and stands alone."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from hypothesis import HealthCheck, given, settings

from exports import amocrm_json, checklist_html
from exports.exporter import Options
from tests.samples import english, russian
from tests.strategies import projects
from wizard.model.project import Project

ALL = Options(all_pipelines=True)
_VOID = {"meta", "input", "br"}


class _Balanced(HTMLParser):
    """Notes elements that are never closed or closed out of turn, and every element's name."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.seen.append(tag)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def _page(project: Project) -> str:
    return checklist_html.render(project, ALL).decode()


def _parsed(page: str) -> _Balanced:
    parser = _Balanced()
    parser.feed(page)
    parser.close()
    return parser


def _words(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value


def test_every_name_of_the_settings_file_stands_in_the_checklist() -> None:
    for project in (russian(), english()):
        shown = html.unescape(re.sub(r"<br>", "\n", _page(project)))
        body = json.loads(amocrm_json.render(project, ALL))
        for key in ("pipelines", "custom_field_groups", "loss_reasons", "stage_hints", "required_fields"):
            codes = {"newbie", "candidate", "master"}
            assert [word for word in _words(body[key]) if word not in shown and word not in codes] == []
        for field in body["custom_fields"]:
            assert field["name"] in shown
            assert all(option["value"] in shown for option in field.get("enums", ()))


def test_names_to_copy_are_marked_as_such() -> None:
    page = _page(russian())
    assert "<code>Первичная продажа</code>" in page
    assert "<code>Предоплата получена</code>" in page
    assert "user-select: all" in page


def test_what_people_typed_is_escaped() -> None:
    page = _page(english())
    assert "Oak &amp; Ash &lt;Ltd&gt;" in page
    assert "Job board &lt;b&gt;" in page
    assert "<b>" not in page


def test_the_page_stands_alone_and_runs_nothing() -> None:
    page = _page(russian())
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe"} & set(_parsed(page).seen)
    assert "http://" not in page
    assert "https://" not in page
    assert "url(" not in page


def test_the_page_says_its_language_and_its_title() -> None:
    assert '<html lang="ru">' in _page(russian())
    assert "<title>Чек-лист настройки amoCRM · Мебель и точка</title>" in _page(russian())
    assert '<html lang="en">' in _page(english())


def test_a_test_deal_must_be_refused_where_fields_are_required() -> None:
    page = html.unescape(_page(russian()))
    assert "Перевести сделку А в «Квалификация пройдена» с пустыми полями" in page
    assert "не пустило, названы поля: «Источник заявки», «Телефон»" in page


def test_hints_are_an_appendix_after_everything_to_do() -> None:
    page = _page(russian())
    assert page.index('class="appendix"') > page.index("Через 14 и 30 дней")
    assert page.index("Ошибка: отправить прайс вместо звонка.") > page.index('class="appendix"')


def test_paper_is_not_taken_for_a_narrow_screen() -> None:
    assert "@media (max-width" not in _page(russian())


def test_nothing_launched_is_said_instead_of_an_empty_list() -> None:
    page = checklist_html.render(Project(), Options()).decode()
    assert "Сейчас не запускается ни одна воронка" in page
    assert "<table" not in page


@given(projects())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_project_gives_a_whole_page(project: Project) -> None:
    parsed = _parsed(_page(project))
    assert (parsed.open, parsed.wrong) == ([], [])
    assert not {"script", "img"} & set(parsed.seen)
