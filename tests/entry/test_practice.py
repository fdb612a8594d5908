"""A practice account for each draft, which is there as long as the process."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import russian
from wizard.amocrm.account import check, read
from wizard.amocrm.sandbox import Brand
from wizard.entry.practice import MOST, Practices, is_practice
from wizard.storage.draft import Draft

DRAFT = Draft(1, "TkF0aGluZ19pc19ldmVyX2xvc3RfMDAx", readonly=False, version=1, number=1, saved=russian())


def test_a_draft_finds_its_account_again_and_others_have_others() -> None:
    practices = Practices()
    first = practices.client(DRAFT)
    assert practices.client(replace(DRAFT, version=2)) is first
    told = [check(practices.client(whose)).account for whose in (DRAFT, "a session", "another")]
    assert len({account.id for account in told}) == 3
    assert all(is_practice(account.id) for account in told)
    assert {account.admin for account in told} == {True}


def test_it_is_a_fresh_account_with_some_deals() -> None:
    client = Practices().client("a session")
    existing = read(client)
    assert [(p.name, p.main, len(p.own)) for p in existing.live] == [("Воронка", True, 4)]
    assert client.get("leads")["_embedded"]["leads"]


def test_where_english_is_spoken_it_is_one_of_kommo() -> None:
    client = Practices().client("a session", Brand.KOMMO)
    existing = read(client)
    assert client.address.host == "practice.kommo.com"
    assert [p.name for p in existing.live] == ["Pipeline"]


def test_what_a_session_practised_on_goes_with_the_project_it_begins() -> None:
    practices = Practices()
    used = practices.client("a session")
    practices.hand_over("a session", DRAFT)
    practices.hand_over("another", DRAFT)
    assert practices.client(DRAFT) is used
    assert practices.client("a session") is not used


def test_accounts_nobody_used_for_long_make_room() -> None:
    practices = Practices()
    used, unused = practices.client("used"), practices.client("unused")
    for n in range(MOST - 1):
        practices.client(str(n))
        practices.client("used")
    assert practices.client("used") is used
    assert practices.client("unused") is not unused
