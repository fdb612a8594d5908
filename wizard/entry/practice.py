"""A practice account for whoever has none: in the memory of this process, one for each draft."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import replace
from functools import cache
from threading import Lock

from pydantic import SecretStr

from wizard.amocrm.client import Client
from wizard.amocrm.connection import Address
from wizard.amocrm.limiter import Limiter
from wizard.amocrm.sandbox import PRACTICE_KEY, Sandbox, stock, transport
from wizard.amocrm.sandbox.variant import Brand, Variant
from wizard.storage.draft import Draft

MOST = 100
# Time goes faster there: whoever practises need not wait as long as amoCRM makes one wait.
FASTER = 20
# Ids of real accounts are far smaller.
FIRST_ID = 10**12
_CLOUDS = {Brand.AMOCRM: "amocrm.ru", Brand.KOMMO: "kommo.com"}
_BRANDS = {"ru": Brand.AMOCRM, "en": Brand.KOMMO}


class _Clock:
    def __init__(self) -> None:
        self._began, self._start = time.time(), time.monotonic()

    def __call__(self) -> float:
        return self._began + FASTER * (time.monotonic() - self._start)

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / FASTER)


class Practices:
    """The accounts people practise on; those nobody used for long make room for new ones."""

    def __init__(self) -> None:
        self._clients: OrderedDict[str, Client] = OrderedDict()
        self._lock = Lock()

    def client(self, whose: Draft | str, brand: Brand = Brand.AMOCRM) -> Client:
        """The one of this draft, or of the session of a project that is kept nowhere; a new one is of this brand."""
        name = _name(whose)
        with self._lock:
            found = self._clients.pop(name, None) or _new(brand)
            self._clients[name] = found
            if len(self._clients) > MOST:
                self._clients.popitem(last=False)
            return found

    def hand_over(self, session: str, draft: Draft) -> None:
        """What a session without a project practised on goes with the project it begins."""
        with self._lock:
            if session in self._clients:
                self._clients[_name(draft)] = self._clients.pop(session)


def _name(whose: Draft | str) -> str:
    return whose.view_token if isinstance(whose, Draft) else whose


def _new(brand: Brand) -> Client:
    """An account like no other, so that what is remembered of one is never taken for another."""
    clock, variant = _Clock(), Variant(brand=brand)
    account = replace(stock.account(variant, now=int(clock())), id=FIRST_ID + secrets.randbelow(FIRST_ID))
    sandbox = Sandbox(variant, account=account, clock=clock)
    limiter = Limiter(clock=clock, sleep=clock.sleep)
    address = Address(f"{account.subdomain}.{_CLOUDS[brand]}")
    return Client(address, SecretStr(PRACTICE_KEY), transport=transport(sandbox), limiter=limiter)


def is_practice(account_id: int) -> bool:
    return account_id >= FIRST_ID


@cache
def _practices() -> Practices:
    return Practices()


def practice(whose: Draft | str, language: str = "ru") -> Client:
    """A connection to the practice account of a draft in this process; a reload of the page leaves it as it is.

    A new one speaks this language, as amoCRM's accounts speak Russian and Kommo's English.
    """
    return _practices().client(whose, _BRANDS[language])


def hand_over(session: str, draft: Draft) -> None:
    """The practice account of this session becomes that of the draft."""
    _practices().hand_over(session, draft)
