"""What the pages ask of an account. HTTP takes long to import, so this is imported when something is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import partial

from pydantic import SecretStr

from wizard.amocrm import account
from wizard.amocrm.apply import count_deals
from wizard.amocrm.apply.looking import hinted
from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.existing import Existing
from wizard.amocrm.plan import Choices
from wizard.entry import practice
from wizard.model.project import Project
from wizard.storage.draft import Draft
from wizard.ui.entering import Connected, Seen


def connect(address: Address, token: SecretStr) -> Connected:
    """The account a key opens."""
    client = partial(Client, address, token)
    with client() as asking:
        return Connected(account.check(asking), client)


def practise(whose: Draft | str, language: str) -> Connected:
    """The practice account of a draft, or of a session without one, in this language if it is new."""
    client = practice(whose, language)
    return Connected(account.check(client), lambda: client, practice=True)


def read(connected: Connected) -> Seen:
    """All the account holds but hints."""
    with connected.asking() as client:
        return Seen(account.read(client, hints_of=()), dt.datetime.now(dt.UTC))


def closer(connected: Connected, seen: Seen, pipelines: Collection[int]) -> Seen:
    """The same with the hints of these pipelines."""
    with connected.asking() as client:
        told = tuple(hinted(client, p) if p.id in pipelines else p for p in seen.existing.pipelines)
    return replace(seen, existing=seen.existing.changed(pipelines=told), hinted=seen.hinted | frozenset(pipelines))


def everything(connected: Connected) -> Existing:
    """All the account holds, hints included."""
    with connected.asking() as client:
        return account.read(client)


def counted(connected: Connected, project: Project, *, seen: Seen, choices: Choices) -> Mapping[str, int]:
    """How many deals stand in what is to go."""
    with connected.asking() as client:
        return count_deals(client, project, existing=seen.existing, choices=choices)
