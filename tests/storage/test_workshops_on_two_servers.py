"""A workshop whose phones are spread over two servers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from sqlalchemy import URL

from tests.small import PROJECT
from tests.storage.meeting import ANNA, fact
from wizard.model.history import History
from wizard.storage import workshop_reading
from wizard.storage.database import Database
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.participation import Participation
from wizard.storage.workshop import (
    Spot,
    State,
)
from wizard.storage.workshops import Workshops
from wizard.workshop import begin, guest
from wizard.workshop.live import Live


def test_another_server_sees_it_a_second_later(url: URL) -> None:
    seconds = [0.0]
    with closing(Database(url)) as one, closing(Database(url)) as other:
        here, there = Live(lambda: one, clock=lambda: seconds[0]), Live(lambda: other, clock=lambda: seconds[0])
        host = begin(Drafts(one).create(History(PROJECT)).draft, here)
        phone = guest(host.token, ANNA, there)
        phone.join("Анна")
        assert [person.name for person in host.look().workshop.participants] == ["Анна"]
        made = phone.propose("stage", "Замер проведён", key="key-00001", spot=Spot("sale"))
        seconds[0] += 1
        (proposal,) = host.look().workshop.proposals
        assert host.decide(proposal, State.ACCEPTED)
        seconds[0] += 1
        assert [(each.id, each.state, each.own) for each in phone.view().proposals] == [(made, State.ACCEPTED, True)]


PHONES = 30
# What each sends before and after both servers are started anew: its first proposal again, for the answer was lost.
ROUNDS = ((0,), (0, 1))


def test_thirty_phones_at_once_on_two_servers_are_counted_exactly(url: URL) -> None:
    """Half of them on another server, everything sent twice, and a restart in the middle."""
    with closing(Database(url)) as database:
        draft = Drafts(database).create(History(PROJECT)).draft
        hosted = Workshops(database).begin(draft)
    made: dict[tuple[str, int], int] = {}
    voted: set[tuple[int, str]] = set()

    def send(server: Participation, device: str, numbers: tuple[int, ...], together: threading.Barrier) -> None:
        together.wait()
        server.join(hosted.token, device)
        for number in (*numbers, *numbers):
            proposal = server.propose(hosted.token, device, fact(number)).number
            assert made.setdefault((device, number), proposal) == proposal
            for each in (proposal, min(made.values())):
                server.vote(hosted.token, device, proposal=each)
                voted.add((each, device))

    devices = [f"phone-{n:026}" for n in range(PHONES)]
    for numbers in ROUNDS:
        together = threading.Barrier(PHONES)
        with _servers(url) as servers, ThreadPoolExecutor(PHONES) as phones:
            sent = [phones.submit(send, servers[n % 2], d, numbers, together) for n, d in enumerate(devices)]
            assert [future.result() for future in sent] == [None] * PHONES
    with closing(Database(url)) as database:
        read = workshop_reading.reading(database, hashed(hosted.token))
    assert read
    numbers_of = {hashed(device): device for device in devices}
    known = {number: numbers_of[device] for device, number in read.devices.items()}
    counted = {(each.id, known[voter]) for each in read.workshop.proposals for voter in each.voters}
    assert sorted(made.values()) == [each.id for each in read.workshop.proposals]
    assert (len(known), len(made), counted) == (PHONES, 2 * PHONES, voted)
    assert read.stamp.workshop == 1 + PHONES + 2 * PHONES + len(voted), "each change raised it once"


@contextmanager
def _servers(url: URL) -> Iterator[list[Participation]]:
    """Two servers on one database, gone afterwards."""
    with closing(Database(url)) as one, closing(Database(url)) as other:
        yield [Participation(one), Participation(other)]
