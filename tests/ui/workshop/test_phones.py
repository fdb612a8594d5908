"""What a phone may send to a workshop, what it sees of it, and what the wall shows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui import projects
from tests.ui.app import ROOT
from tests.ui.workshop.pages import ANNA, BORIS, SALE, Page, phone, stage, wall
from tests.workshop.conftest import asked
from wizard.model.history import History
from wizard.model.project import Company, Language
from wizard.model.workshop import Kind
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.ui.workshop import acts, steps
from wizard.workshop import Host, begin

AGAIN = "Отсканируйте код с экрана ещё раз или сверьте, что набрали."


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


def test_a_phone_speaks_the_language_of_its_link_else_of_the_project(drafts: Drafts, host: Host) -> None:
    assert phone(host, lang="en").data["view"]["people"] == "1 person takes part"
    english = projects.typical().changed(company=Company(language=Language.EN))
    foreign = begin(drafts.create(History(english)).draft)
    assert phone(foreign).data["view"]["people"] == "1 person takes part"
    assert phone(foreign, lang="ru").data["view"]["people"] == "Участвует 1 человек"


def test_a_code_typed_by_hand_opens_the_same(host: Host) -> None:
    assert phone(host, w=f" {host.token.upper().replace('-', ' ')}").data["token"] == host.token


def test_a_project_s_link_beside_the_workshop_s_opens_no_project(host: Host, draft: Draft) -> None:
    page = phone(host, p=draft.token)
    assert "voronka" not in page.at.session_state
    assert not page.at.button


@pytest.mark.parametrize("code", ["x" * 32, "00000-00000", "0", ""])
def test_whoever_guesses_a_link_is_told_so_and_no_more(host: Host, code: str) -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    at.query_params["w"] = code
    page = Page("phone", at)
    page.send(device=ANNA)
    with asked() as questions:
        page.send(device=BORIS)
    assert questions == [], "another guess needs another connection"
    assert page.data["refused"] == f"Встречи по этой ссылке нет. {AGAIN}"
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


def test_the_wall_shows_what_is_wanted_most_and_has_nothing_to_press(
    host: Host, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = phone(host)
    anna.send(*(stage(f"Этап {n}") for n in range(5)), device=ANNA)
    last = host.look().workshop.proposals[-1]
    anna.send({"act": "vote", "proposal": last.id, "given": True}, device=ANNA)
    monkeypatch.setenv("VORONKA_ADDRESS", "https://voronka.example")
    page = Page("wall", wall(host))
    assert page.data["link"] == ["voronka.example", f"/?w={host.token}"]
    assert [each["text"] for each in page.data["view"]["top"]] == ["Этап 4", "Этап 0", "Этап 1"]
    assert page.data["view"]["more"] == "и ещё 2 предложения"
    host.show_step(f"qualification/{SALE}")
    page.run()
    assert (page.data["view"]["top"], page.data["view"]["more"]) == ([], "")
    assert draft.token not in json.dumps(page.data)
    assert not page.at.button
    assert not page.at.text_input
    assert len(host.look().workshop.participants) == 1
