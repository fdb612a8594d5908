"""What the host's panel and page of a workshop do to the project."""

from __future__ import annotations

import json

import pytest

from tests.ui import projects
from tests.ui.kept import Tab
from tests.ui.workshop.pages import ANNA, SALE, decide, led, phone, stage
from wizard.model.project import Project
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.workshop import Host, begin

WHYS = {"stage": 3, "name": 2, "fact": 2, "question": 3, "reason": 3, "deal": 2, "remark": 2}


def test_accepting_is_an_edit_that_can_be_undone_and_accepted_again(drafts: Drafts, draft: Draft, host: Host) -> None:
    anna = phone(host)
    anna.send({"act": "name", "name": "Анна"}, stage("Адрес подтверждён"), device=ANNA)
    (made,) = host.look().workshop.proposals
    tab, panel = led(drafts, draft)
    (card,) = panel.data["proposals"]
    assert (card["about"], card["by"], card["here"]) == ("Этап · после «Заявка получена»", "Анна", True)
    assert panel.send(decide(made.id, "accepted", why="Без адреса не едем")) == [""]
    assert _stages(tab.project)[1] == "Адрес подтверждён"
    (decision,) = tab.project.workshop.decisions
    assert (decision.why, decision.by) == ("Без адреса не едем", "Анна")
    assert tab.project.workshop.meetings[0].people == ("Анна",)
    tab.click("undo")
    assert "Адрес подтверждён" not in _stages(tab.project)
    assert [each["gone"] for each in panel.data["proposals"]] == [True]
    panel.send(decide(made.id, "accepted"))
    assert _stages(tab.project).count("Адрес подтверждён") == 1
    _other, second = led(drafts, draft)
    second.send(decide(made.id, "accepted"))
    assert _stages(drafts.opened(draft.token).project).count("Адрес подтверждён") == 1


def test_what_is_not_taken_is_kept_with_its_reason(drafts: Drafts, draft: Draft, host: Host) -> None:
    phone(host).send(stage("Думает"), stage("Ждём"), device=ANNA)
    first, second = host.look().workshop.proposals
    tab, panel = led(drafts, draft)
    assert {kind: len(causes) for kind, causes in panel.data["whys"].items()} == WHYS
    cause = panel.data["whys"][panel.data["proposals"][0]["kind"]][0]
    answers = panel.send(decide(first.id, "rejected", why=cause), decide(second.id, "parked"), decide(99, "accepted"))
    assert answers == ["", "", "Воронки или этапа, о которых речь, больше нет."]
    left = tab.project.workshop
    assert [(each.text, each.why) for each in left.rejected] == [("Думает", "Действие, а не результат")]
    assert [note.text for note in left.notes] == ["Ждём"]
    assert _stages(tab.project) == _stages(projects.typical())


def test_a_told_deal_is_walked_through_the_board(drafts: Drafts, draft: Draft, host: Host) -> None:
    phone(host).send({**stage("Кухня, март"), "kind": "deal", "stage": ""}, device=ANNA)
    (made,) = host.look().workshop.proposals
    tab, panel = led(drafts, draft, "losses")
    panel.send(decide(made.id, "accepted"))
    assert [deal.text for deal in tab.project.rehearsal] == ["Кухня, март"]
    assert tab.session.page == "stages"
    assert tab.widget(f"deal.{tab.project.rehearsal[0].id}.text").value == "Кухня, март"


def test_the_room_follows_the_host_and_is_led_from_the_panel(drafts: Drafts, draft: Draft, host: Host) -> None:
    anna = phone(host)
    tab, panel = led(drafts, draft, "losses")
    who = host.look().workshop.participants[0].id
    panel.send({"act": "timer", "seconds": 300}, {"act": "mute", "given": True})
    anna.run()
    view = anna.data["view"]
    assert (view["step"]["title"], view["muted"], view["silenced"]) == ("Причины отказа", True, False)
    assert 290 < view["timer"]["left"] <= 300
    panel.send({"act": "mute_one", "participant": who, "given": True}, {"act": "timer", "seconds": 0})
    anna.run()
    assert (anna.data["view"]["silenced"], anna.data["view"]["timer"]) == (True, None)
    assert panel.send({"act": "everything"}) == ["Такое предложение не принимается. Обновите страницу."]
    tab.visit("workshop")
    panel.send({"act": "open", "given": False})
    assert host.look().workshop.open is False
    panel.send({"act": "open", "given": True})
    assert host.look().workshop.open is True


def test_the_page_opens_a_workshop_with_a_code_for_the_room(
    drafts: Drafts, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VORONKA_ADDRESS", "https://voronka.example")
    tab = Tab(drafts, draft.token)
    tab.visit("workshop")
    tab.click("workshop.open")
    leader = begin(draft)
    link = next(json.loads(e.proto.json) for e in tab.at.get("bidi_component") if e.proto.id.endswith("workshop.link"))
    assert link["text"] == f"https://voronka.example/?w={leader.token}"
    assert any('src="data:image/svg+xml' in words for words in tab.words())


def test_a_reason_is_added_after_the_decision(drafts: Drafts, draft: Draft, host: Host) -> None:
    for words in ("Замер проведён", "Думает"):
        phone(host).send(stage(words), device=ANNA)
    tab, panel = led(drafts, draft, "workshop")
    first, second = (each.id for each in host.look().workshop.proposals)
    panel.send(decide(first, "accepted"), decide(second, "rejected"))
    decision, refusal = (each[0].id for each in (tab.project.workshop.decisions, tab.project.workshop.rejected))
    for said, why in ((decision, "Иначе цена неточная"), (refusal, "Это надежда")):
        tab.put(f"workshop.why.{said}", why)
    kept = tab.project.workshop
    assert [each.why for each in kept.decisions] == ["Иначе цена неточная"]
    assert [each.why for each in kept.rejected] == ["Это надежда"]


def test_tasks_and_answered_questions_are_edits(drafts: Drafts, draft: Draft, host: Host) -> None:
    phone(host).send(stage("Кто звонит?"), device=ANNA)
    tab, panel = led(drafts, draft, "workshop")
    panel.send(decide(host.look().workshop.proposals[0].id, "parked"))
    tab.put("workshop.task.text", "Завести поле «Адрес»")
    tab.put("workshop.task.who", "Анна")
    tab.click("workshop.task.add")
    assert tab.at.button(key="workshop.protocol.look").label == "Посмотреть"
    assert [(task.text, task.who) for task in tab.project.workshop.tasks] == [("Завести поле «Адрес»", "Анна")]
    tab.click(f"workshop.note.{tab.project.workshop.notes[0].id}")
    tab.click(f"workshop.task.{tab.project.workshop.tasks[0].id}")
    assert (tab.project.workshop.notes, tab.project.workshop.tasks) == ((), ())


def test_who_may_only_look_leads_nothing(drafts: Drafts, draft: Draft, host: Host) -> None:
    tab = Tab(drafts, draft.view_token)
    assert "Прочитайте решения встречи" in [each.proto.label for each in tab.at.get("page_link")]
    tab.visit("workshop")
    assert not [e for e in tab.at.get("bidi_component") if e.proto.id.endswith("workshop.panel")]
    assert host.token not in "".join(tab.words())


def test_a_server_that_listens_to_nobody_says_how_to_let_phones_in(
    drafts: Drafts, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VORONKA_ADDRESS", raising=False)
    begin(draft)
    tab = Tab(drafts, draft.token)
    tab.visit("workshop")
    assert any("make workshop" in text for text in tab.words())


def _stages(project: Project) -> list[str]:
    return [each.name for each in project.pipeline(SALE).stages]
