"""The desk: a new project on the model of an earlier one, and templates of one's own where funnels are chosen."""

from __future__ import annotations

import pytest

from tests.ui import projects
from tests.ui.kept import Tab
from wizard.catalog import reader
from wizard.model.history import History
from wizard.model.workshop import Note, Workshop
from wizard.shelf.reading import read, written
from wizard.storage.attachments import Attachments
from wizard.storage.draft import Opened
from wizard.storage.drafts import Drafts
from wizard.storage.project_file import dump
from wizard.ui import shelves

TYPICAL = projects.typical().changed(workshop=Workshop(notes=(Note(id="a", text="Личное"),)))
FUNNEL = (reader.TEMPLATES / "funnels/refusal_warming.yaml").read_bytes()
OWN = FUNNEL.replace(b"id: refusal_warming", b"id: my_warming", 1)
INDUSTRY = (reader.TEMPLATES / "industries/furniture.yaml").read_bytes()
KITCHENS = INDUSTRY.replace(b"id: furniture", b"id: my_kitchens", 1)


@pytest.fixture
def made(drafts: Drafts) -> Opened:
    return drafts.create(History(TYPICAL))


def upload(tab: Tab, data: bytes) -> None:
    tab.put(f"desk.upload.{tab.session.desk.uploads}", ("own.yaml", data, "application/yaml"))
    tab.click("desk.add")


@pytest.mark.parametrize(
    "form", ["https://voronka.example/app/?p={token}&lang=en", "{token}", " http://x/?lang=en&p={token}"]
)
def test_a_project_starts_from_a_link_and_the_model_stays(drafts: Drafts, made: Opened, form: str) -> None:
    Attachments(drafts.database).keep(made.draft, shelves.NAME, written(read(OWN)))
    tab = Tab(drafts)
    tab.visit("desk")
    tab.put("desk.model", form.format(token=made.token))
    tab.put("desk.client", "Дом <b>")
    tab.click("desk.create")
    assert (tab.project.company.name, tab.project.workshop) == ("Дом <b>", Workshop())
    assert [p.id for p in tab.project.pipelines] == [p.id for p in TYPICAL.pipelines]
    assert tab.session.token not in (None, made.token)
    assert drafts.opened(made.token).project == TYPICAL
    again = Tab(drafts, str(tab.session.token))
    again.visit("desk")
    assert again.has("desk.remove.my_warming")


def test_a_link_that_only_shows_is_a_model_too_and_another_text_is_not(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts)
    tab.visit("desk")
    for wrong, key in (("", "desk.no_model"), ("Привет", "desk.no_model"), ("a" * 32, "drafts.unknown")):
        tab.put("desk.model", wrong)
        tab.click("desk.create")
        assert [each.value.replace("\\", "") for each in tab.at.error] == [tab.session.tr(key)]
    tab.put("desk.model", made.draft.view_token)
    tab.click("desk.create")
    assert tab.project.pipelines


def test_a_project_starts_from_a_file(drafts: Drafts) -> None:
    tab = Tab(drafts)
    tab.visit("desk")
    tab.put("desk.file", ("old.yaml", dump(TYPICAL), "application/yaml"))
    tab.click("desk.create")
    assert (tab.project.company.name, tab.project.workshop) == ("", Workshop())


def test_templates_of_one_s_own_are_offered_with_a_mark_and_kept_with_the_project(drafts: Drafts) -> None:
    tab = Tab(drafts)
    tab.visit("desk")
    upload(tab, OWN)
    upload(tab, KITCHENS)
    tab.visit("goals")
    names = tab.widget("company.industry").options
    assert f"{reader.industry('furniture').name.ru} (своя)" in names
    tab.put("company.industry", "my_kitchens")
    tab.click("diagnosis.next")
    tab.click("diagnosis.skip")
    assert any("violet-badge" in text for text in tab.words())
    tab.put("advice.my_warming", "now")
    tab.click("advice.create")
    assert tab.project.company.industry == "my_kitchens"
    assert tab.project.pipeline("my_warming").launch == "now"
    reloaded = Tab(drafts, str(tab.session.token))
    reloaded.visit("goals")
    assert shelves.shelf(reloaded.session) == read(OWN).with_(read(KITCHENS))


def test_one_of_one_s_own_is_added_to_a_project_and_undone(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("desk")
    upload(tab, OWN)
    tab.visit("goals")
    tab.click("goals.add.my_warming")
    assert tab.project.pipelines[-1].id == "my_warming"
    tab.click("undo")
    assert tab.project.pipelines == TYPICAL.pipelines
    tab.visit("desk")
    tab.click("desk.remove.my_warming")
    tab.visit("goals")
    tab.unfold()
    assert not tab.has("goals.add.my_warming")


def test_what_is_wrong_with_a_file_is_said_and_what_was_there_stays(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.token)
    tab.visit("desk")
    upload(tab, OWN)
    upload(tab, OWN.replace(b"percent: 40", b"percent: <b>400", 1))
    said = [each.value.replace("\\", "") for each in tab.at.error]
    assert said[0].startswith("Строка ")
    assert "<b>" not in said[0]
    assert tab.has("desk.remove.my_warming")
    upload(tab, FUNNEL)
    assert tab.session.tr("shelf.taken", id="refusal_warming") in tab.at.error[0].value.replace("\\", "")


def test_a_reader_of_the_link_that_only_shows_adds_nothing(drafts: Drafts, made: Opened) -> None:
    tab = Tab(drafts, made.draft.view_token)
    tab.visit("desk")
    assert not tab.has("desk.upload.0")
