"""A workshop's pages: what a phone may send and see, what the wall shows, what the host's panel does to the project."""

from __future__ import annotations

import json
from itertools import count
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui import projects
from tests.ui.app import ROOT
from tests.ui.kept import Tab
from wizard.model.history import History
from wizard.model.project import Project
from wizard.model.workshop import Kind
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts, kept
from wizard.ui.workshop import acts, steps
from wizard.workshop import Host, begin

ANNA, BORIS = "anna".ljust(32, "-"), "boris".ljust(32, "-")
SALE, FIRST = "first_sale", "request_received"
_KEYS = (f"act-{number:05}" for number in count())


@pytest.fixture
def drafts() -> Drafts:
    """Those of this process: phones come by the same database."""
    return kept()


@pytest.fixture
def draft(drafts: Drafts) -> Draft:
    return drafts.create(History(projects.typical())).draft


@pytest.fixture
def host(draft: Draft) -> Host:
    begun = begin(draft)
    begun.show_step(f"stages/{SALE}")
    return begun


class Page:
    """What one browser shows of a workshop: the data of its element, and what it sends."""

    def __init__(self, name: str, at: AppTest) -> None:
        self.key, self.at = f"workshop.{name}", at
        self.run()

    def run(self) -> None:
        self.at.run()
        assert not self.at.exception, [e.value for e in self.at.exception]

    def send(self, *done: dict[str, Any], device: str = "") -> list[str]:
        """Have these acts done; what each was answered."""
        sent = [{"key": next(_KEYS), **act} for act in done]
        self.at.session_state[self.key] = {"sent": {"device": device, "acts": sent}}
        self.run()
        answers = self.data["answers"]
        return [answers[act["key"]] for act in sent]

    @property
    def data(self) -> dict[str, Any]:
        (drawn,) = (e.proto.json for e in self.at.get("bidi_component") if e.proto.id.endswith(self.key))
        found: dict[str, Any] = json.loads(drawn)
        return found


def phone(host: Host, device: str = ANNA, **query: str) -> Page:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params["w"] = host.token
    for name, value in query.items():
        at.query_params[name] = value
    page = Page("phone", at)
    page.send(device=device)
    return page


def wall(host: Host) -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params.update({"w": host.token, "show": "1"})
    return at


def stage(text: str) -> dict[str, Any]:
    return {"act": "propose", "kind": "stage", "text": text, "pipeline": SALE, "stage": FIRST}


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "acts",
        [],
        {"device": 5, "acts": 7},
        {"device": "d" * 65, "acts": [None, {}, {"key": "short", "act": "vote"}]},
        {"acts": [{"key": "a" * 12, "act": "vote", "proposal": -1}, {"key": "b" * 12, "act": "vote", "proposal": "1"}]},
        {"acts": [{"key": "c" * 12, "act": "propose", "text": "x" * 50_001}]},
    ],
)
def test_what_makes_no_sense_is_as_if_it_were_not_sent(sent: Any) -> None:
    assert acts.read(sent) == acts.Sent()


def test_no_more_is_read_at_once_than_a_person_can_do() -> None:
    assert len(acts.read({"acts": [{"key": f"act-{n:05}", "act": "vote"} for n in range(1_000)]}).acts) == acts.MOST


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        ("", (Kind.REMARK,)),
        ("goals/first_sale", (Kind.REMARK,)),
        ("stages/first_sale", (Kind.STAGE, Kind.FACT, Kind.NAME, Kind.DEAL, Kind.REMARK)),
        ("qualification/gone", (Kind.QUESTION, Kind.REMARK)),
        ("losses/", (Kind.REASON, Kind.REMARK)),
        ("nonsense/first_sale", (Kind.REMARK,)),
    ],
)
def test_a_step_asks_for_what_is_decided_there(host: Host, place: str, kinds: tuple[Kind, ...]) -> None:
    assert steps.kinds(steps.place(place, host.look().board)) == kinds


def test_a_phone_sees_the_step_and_nothing_of_the_project_besides(host: Host, draft: Draft) -> None:
    page = phone(host)
    view = page.data["view"]
    assert view["step"]["title"] == "Процессы и этапы"
    assert view["people"] == "Участвует 1 человек"
    assert [item["text"] for item in view["board"]["items"]][:2] == ["Заявка получена", "Контакт установлен"]
    told = json.dumps(page.data, ensure_ascii=False)
    for secret in (draft.token, draft.view_token, ANNA, "Мебель и точка"):
        assert secret not in told
    assert "voronka" not in page.at.session_state


def test_a_phone_speaks_the_language_of_its_link(host: Host) -> None:
    assert phone(host, lang="en").data["view"]["people"] == "1 person takes part"


def test_a_project_s_link_beside_the_workshop_s_opens_no_project(host: Host, draft: Draft) -> None:
    page = phone(host, p=draft.token)
    assert "voronka" not in page.at.session_state
    assert not page.at.button


def test_whoever_guesses_a_link_is_told_so_and_no_more(host: Host) -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params["w"] = "x" * 32
    page = Page("phone", at)
    page.send(device=ANNA)
    assert page.data["refused"] == "Встречи по этой ссылке нет. Отсканируйте код с экрана ещё раз."
    assert page.data["view"] is None
    assert host.look().workshop.participants == ()


def test_limits_hold_with_a_sentence_and_the_same_sent_again_counts_once(host: Host) -> None:
    page = phone(host)
    hard = ("x" * 10_000, "<script>alert(1)</script>", "🚀 запуск", " \u202e ")
    assert page.send(*(stage(text) for text in hard), device=ANNA) == [
        "Слишком длинно: помещается не больше 500 знаков.",
        "",
        "",
        "Напишите хотя бы слово.",
    ]
    again = {**stage("Ещё раз"), "key": "the-same-key"}
    for _ in range(3):
        page.send(again, device=ANNA)
    phone(host).send(again, device=ANNA)
    assert [each.text for each in host.look().workshop.proposals] == [*hard[1:3], "Ещё раз"]


def test_a_hundred_proposals_a_minute_are_ten(host: Host) -> None:
    page = phone(host)
    answers = [*page.send(*(stage(f"Этап {n}") for n in range(50)), device=ANNA)]
    assert answers.count("") == len(host.look().workshop.proposals) == 10
    assert set(answers[10:]) == {"Слишком часто. Подождите минуту, написанное не пропадёт."}


def test_a_thousand_votes_are_one_and_another_tab_is_the_same_device(host: Host) -> None:
    anna, boris = phone(host), phone(host, BORIS)
    boris.send(stage("Адрес подтверждён"), device=BORIS)
    (made,) = host.look().workshop.proposals
    vote = {"act": "vote", "proposal": made.id, "given": True}
    for _ in range(20):
        anna.send(*(vote for _ in range(50)), device=ANNA)
    phone(host).send(vote, device=ANNA)
    assert host.look().workshop.proposal(made.id).votes == 1
    assert len(host.look().workshop.participants) == 2


def test_after_it_is_closed_a_phone_sees_what_was_decided_and_sends_nothing(host: Host) -> None:
    page = phone(host)
    page.send(stage("Адрес подтверждён"), device=ANNA)
    host.close()
    assert page.send(stage("Поздно"), {"act": "name", "name": "Анна"}, {"act": "accept"}, device=ANNA) == [
        "Встреча закрыта: предложения и голоса больше не принимаются.",
        "",
        "Такое предложение не принимается. Обновите страницу.",
    ]
    assert page.data["view"]["open"] is False
    assert [each["text"] for each in page.data["view"]["proposals"]] == ["Адрес подтверждён"]


def test_the_wall_shows_what_is_wanted_most_and_has_nothing_to_press(host: Host, draft: Draft) -> None:
    anna = phone(host)
    anna.send(*(stage(f"Этап {n}") for n in range(5)), device=ANNA)
    last = host.look().workshop.proposals[-1]
    anna.send({"act": "vote", "proposal": last.id, "given": True}, device=ANNA)
    page = Page("wall", wall(host))
    assert [each["text"] for each in page.data["view"]["top"]] == ["Этап 4", "Этап 0", "Этап 1"]
    assert page.data["view"]["more"] == "и ещё 2 предложения"
    host.show_step(f"qualification/{SALE}")
    page.run()
    assert (page.data["view"]["top"], page.data["view"]["more"]) == ([], "")
    assert draft.token not in json.dumps(page.data)
    assert not page.at.button
    assert not page.at.text_input
    assert len(host.look().workshop.participants) == 1


def led(drafts: Drafts, draft: Draft, page: str = "stages") -> tuple[Tab, Page]:
    tab = Tab(drafts, draft.token)
    tab.visit(page)
    return tab, Page("panel", tab.at)


def decide(proposal: int, state: str, **more: str) -> dict[str, Any]:
    return {"act": "decide", "proposal": proposal, "state": state, **more}


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
    answers = panel.send(
        decide(first.id, "rejected", why="Не результат"), decide(second.id, "parked"), decide(99, "accepted")
    )
    assert answers == ["", "", "Воронки или этапа, о которых речь, больше нет."]
    left = tab.project.workshop
    assert [(each.text, each.why) for each in left.rejected] == [("Думает", "Не результат")]
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
    assert "Прочитать решения встречи" in [each.proto.label for each in tab.at.get("page_link")]
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
