"""A room without browsers: phones that propose and vote, and a host who goes on with the steps meanwhile."""

from __future__ import annotations

import asyncio
import json
import random
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from benchmarks.load.client import Tab
from benchmarks.load.visitors import checked, draft

LOOKS = 1.5  # seconds between two looks of a page, as the page asks for
_PHONE, _PANEL = "workshop.phone", "workshop.panel"
_LINE = "stage.first_sale.request_received.name"


@dataclass(frozen=True)
class Room:
    """How many phones and for how long; each acts every so many seconds, a third of it are proposals.

    `clicks` is how often the host does something.
    """

    phones: int
    seconds: float
    every: float = 4.0
    clicks: float = 1.0
    seed: int = 17


@dataclass
class Told:
    """What came of it: when each proposal was sent and was on the host's screen, and what phones were told is done."""

    sent: dict[str, float] = field(default_factory=dict)
    seen: dict[str, float] = field(default_factory=dict)
    proposed: set[str] = field(default_factory=set)
    votes: dict[tuple[str, int], bool] = field(default_factory=dict)
    clicks: list[float] = field(default_factory=list)
    beats: list[float] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    @property
    def late(self) -> list[float]:
        """Seconds from a phone to the host's screen."""
        return [self.seen[text] - sent for text, sent in self.sent.items() if text in self.seen]


class Phone:
    """A participant; what the server has not answered is sent again, as a browser does."""

    def __init__(self, tab: Tab, number: int, told: Told) -> None:
        self.tab, self.number, self.told = tab, number, told
        self.device, self.acts, self.made = secrets.token_urlsafe(24), [], 0  # type: ignore[var-annotated]

    async def come(self, token: str) -> None:
        checked(await self.tab.turn(query=f"w={token}"))
        await self._send()

    async def live(self, room: Room) -> None:
        chance = random.Random(room.seed * 1_009 + self.number)  # noqa: S311 - repeatable, not secret
        until = time.perf_counter() + room.seconds
        due = time.perf_counter() + chance.uniform(0, room.every)
        await asyncio.sleep(chance.uniform(0, LOOKS))
        while (now := time.perf_counter()) < until:
            if now >= due:
                due += room.every * chance.uniform(0.8, 1.2)
                await self._act(chance)
            else:
                self.told.beats.append((await self.tab.look(*self.tab.watched)).seconds)
            await asyncio.sleep(min(LOOKS, max(0.0, due - time.perf_counter())))

    async def finish(self) -> None:
        """Nothing may be left without an answer."""
        for _ in range(20):
            if not self.acts:
                return
            await self._send()
        self.told.refused.append(f"no answer to {self.acts}")

    async def _act(self, chance: random.Random) -> None:
        view = self._data()["view"]
        waiting = [each["id"] for each in view["proposals"] if each["state"] == "new"]
        key = secrets.token_urlsafe(9)
        if waiting and chance.random() < 2 / 3:
            self.acts.append(
                {"key": key, "act": "vote", "proposal": chance.choice(waiting), "given": chance.random() < 0.8}
            )
        else:
            self.made += 1
            text = f"Proposal {self.number}-{self.made}"
            self.told.sent[text] = time.perf_counter()
            self.acts.append({"key": key, "act": "propose", "kind": "remark", "text": text})
        await self._send()

    async def _send(self) -> None:
        await self.tab.send(_PHONE, {"sent": {"device": self.device, "acts": self.acts}})
        answers = self._data()["answers"]
        for act in [act for act in self.acts if act["key"] in answers]:
            self.acts.remove(act)
            self._told(act, answers[act["key"]])

    def _told(self, act: dict[str, Any], why: str) -> None:
        if why:
            self.told.refused.append(why)
        elif act["act"] == "vote":
            self.told.votes[self.device, act["proposal"]] = act["given"]
        else:
            self.told.proposed.add(act["text"])

    def _data(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.tab.widgets[_PHONE].data)
        return found


async def host(url: str, token: str, room: Room, told: Told) -> None:
    """Renames a stage again and again, and his panel looks for what is new."""
    tab = await Tab.open(url)
    await draft([token]).arrive(tab, 0)
    until, click, look = time.perf_counter() + room.seconds, 0, 0.0
    due = time.perf_counter() + room.clicks
    while (now := time.perf_counter()) < until:
        if now >= due:
            click, due = click + 1, due + room.clicks
            told.clicks.append(checked(await tab.type(_LINE, f"Call made {click}")).seconds)
        elif now - look >= LOOKS:
            look = now
            await tab.look(tab.widgets[_PANEL].part)
        _note(tab, told)
        await asyncio.sleep(max(0.0, min(due, look + LOOKS) - time.perf_counter()))
    for _ in range(3):
        await tab.look(tab.widgets[_PANEL].part)
        _note(tab, told)
        await asyncio.sleep(LOOKS)
    await tab.close()


def _note(tab: Tab, told: Told) -> None:
    now = time.perf_counter()
    with suppress(KeyError):
        for each in json.loads(tab.widgets[_PANEL].data)["proposals"]:
            told.seen.setdefault(each["text"], now)


async def meet(urls: Sequence[str], edit: str, join: str, *, room: Room) -> Told:
    """Phones spread over the servers, the host on the first."""
    told = Told()
    phones = [Phone(await Tab.open(urls[n % len(urls)]), n, told) for n in range(room.phones)]
    for phone in phones:
        await phone.come(join)
    await asyncio.gather(host(urls[0], edit, room, told), *(phone.live(room) for phone in phones))
    for phone in phones:
        await phone.finish()
        await phone.tab.close()
    return told
