"""Templates of one's own are checked as any opened file, and what is wrong is said with its line."""

from __future__ import annotations

import json

import pytest
import yaml

from wizard.catalog import reader
from wizard.catalog.shelf import SHIPPED, Shelf
from wizard.catalog.start import add_funnel, start
from wizard.i18n.translator import translator
from wizard.lint import runner
from wizard.lint.rule import Severity
from wizard.model.project import Company
from wizard.shelf.reading import MAX_BYTES, MOST, read, written
from wizard.storage.errors import FileError

FUNNEL = (reader.TEMPLATES / "funnels/refusal_warming.yaml").read_text("utf-8")
INDUSTRY = (reader.TEMPLATES / "industries/furniture.yaml").read_text("utf-8")
OWN_FUNNEL = FUNNEL.replace("id: refusal_warming", "id: my_warming", 1)
OWN_INDUSTRY = INDUSTRY.replace("id: furniture", "id: my_kitchens", 1)
RU = translator("ru")


def refused(text: str | bytes) -> str:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(FileError) as error:
        read(data)
    return error.value.message(RU)


def line(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_shipped_template_under_another_id_is_one_of_one_s_own() -> None:
    funnel, industry = read(OWN_FUNNEL.encode()), read(OWN_INDUSTRY.encode())
    assert funnel == Shelf((reader.funnel("refusal_warming").changed(id="my_warming"),), ())
    assert industry == Shelf((), (reader.industry("furniture").changed(id="my_kitchens"),))
    both = funnel.with_(industry)
    assert read(written(both)) == both
    assert written(both.without("my_warming").without("my_kitchens")) == b""


def test_a_text_in_one_language_stands_for_both() -> None:
    raw = yaml.safe_load(OWN_FUNNEL) | {"name": "Мой прогрев"}
    (own,) = read(yaml.safe_dump(raw, allow_unicode=True).encode()).own_funnels
    assert (own.name.ru, own.name.en) == ("Мой прогрев", "Мой прогрев")


def test_a_project_starts_from_them_and_stands_by_itself() -> None:
    shelf = read(OWN_FUNNEL.encode()).with_(read(OWN_INDUSTRY.encode()))
    company = Company(name="Дом", industry="my_kitchens")
    project = start(("first_sale", "my_warming"), company=company, shelf=shelf)
    assert [(p.id, p.template) for p in project.pipelines] == [("first_sale", "first_sale"), ("my_warming", None)]
    shipped = start(("first_sale",), company=company.changed(industry="furniture"))
    names = [stage.name for stage in shipped.pipeline("first_sale").stages]
    assert [stage.name for stage in project.pipeline("first_sale").stages] == names
    assert not [f for f in runner.run(project).open if f.severity is Severity.ERROR]
    more = add_funnel(shipped.changed(company=company), "my_warming", shelf=shelf)
    assert more.pipeline("my_warming").stages == project.pipeline("my_warming").stages


def test_shipped_templates_are_as_before() -> None:
    assert (SHIPPED.funnels, SHIPPED.industries) == (reader.funnels(), reader.industries())


@pytest.mark.parametrize(
    ("text", "part", "said"),
    [
        (FUNNEL, "id: refusal_warming", "уже есть среди наших"),
        (OWN_FUNNEL.replace("fields: [pretext]", "fields: [nowhere]", 1), "fields: [nowhere]", "Поля «nowhere» нет"),
        (OWN_FUNNEL.replace("percent: 40", "percent: 400", 1), "percent: 400", ""),
        (OWN_FUNNEL.replace("goal_type: return_refused", "goal_type: riches", 1), "goal_type: riches", ""),
        (OWN_FUNNEL.replace("unsorted: false", "unsorted: false\nscript: rm", 1), "script: rm", "script"),
        (OWN_INDUSTRY.replace("payment: before", "payment: never", 1), "payment: never", ""),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, part: str, said: str) -> None:
    message = refused(text)
    assert said in message
    assert message.startswith(f"Строка {line(text, part)}. ")


def test_files_that_are_no_templates_are_refused() -> None:
    neither = RU("shelf.neither")
    assert [refused(text) for text in ("{}", "- 1", "format: 1\npipelines: []", "funnels: []")] == [neither] * 4
    assert "строка 1" in refused("name: !!python/object/apply:os.system ['true']").lower()
    assert "строка 2" in refused("a: 1\nb: &x [1]").lower()
    assert "КБ" in refused(b"a: " + b"x" * MAX_BYTES)


def test_there_may_be_only_so_many() -> None:
    raw = yaml.safe_load(OWN_INDUSTRY)
    many = "".join(f"- {json.dumps({**raw, 'id': f'own_{number}'})}\n" for number in range(MOST + 1))
    assert refused(f"industries:\n{many}") == RU("shelf.too_many", most=MOST)
