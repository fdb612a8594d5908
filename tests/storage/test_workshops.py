"""Workshops on both databases: who may do what, what is counted once, and that nothing is lost or shown elsewhere."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import URL, func, select

from tests.small import PROJECT
from wizard.model.history import History
from wizard.model.workshop import Kind
from wizard.storage import workshop_reading
from wizard.storage.database import Database
from wizard.storage.draft import Draft
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.participation import UNKNOWN, Participation
from wizard.storage.refused import TurnedAwayError, UnknownLinkError
from wizard.storage.tables import PARTICIPANT, PROPOSAL, VOTE, WORKSHOP, WORKSHOP_LOG
from wizard.storage.workshop import (
    Hosted,
    Limits,
    Line,
    LiveWorkshop,
    Participant,
    Proposal,
    Pulse,
    Reading,
    Spot,
    Stamp,
    State,
    Suggestion,
    Timer,
    Verdict,
)
from wizard.storage.workshops import Workshops
from wizard.workshop import begin, guest
from wizard.workshop.live import Live

ANNA, BORIS, VERA = ("anna".ljust(32, "-"), "boris".ljust(32, "-"), "vera".ljust(32, "-"))
NOON = dt.datetime(2026, 11, 25, 12)  # noqa: DTZ001 - UTC without saying so, as the tables hold it
STAGE = Suggestion("key-stage", Kind.STAGE, "Замер проведён 📐", Spot("sale", "met"))
SECOND = dt.timedelta(seconds=1)


def fact(number: int) -> Suggestion:
    return Suggestion(f"key-{number:05}", Kind.FACT, f"Факт {number}", Spot("sale", "met"))


@dataclass
class Meeting:
    """A workshop on a draft at a time the test sets."""

    drafts: Drafts
    limits: Limits = field(default_factory=Limits)
    time: dt.datetime = NOON

    def __post_init__(self) -> None:
        self.draft: Draft = self.drafts.create(History(PROJECT)).draft
        self.hosts = Workshops(self.drafts.database, limits=self.limits, now=lambda: self.time)
        self.guests = Participation(self.drafts.database, limits=self.limits, now=lambda: self.time)
        self.hosted: Hosted = self.hosts.begin(self.draft)

    @property
    def token(self) -> str:
        return self.hosted.token

    def reading(self, token: str | None = None) -> Reading:
        found = workshop_reading.reading(self.drafts.database, hashed(token or self.token))
        assert found
        return found

    def refused(self, what: Any, *arguments: Any, **named: Any) -> str:
        """Why something is refused; the workshop stays as it was."""
        before = self.reading()
        with pytest.raises((TurnedAwayError, UnknownLinkError)) as refused:
            what(*arguments, **named)
        assert self.reading() == before
        return refused.value.key


@pytest.fixture
def meeting(drafts: Drafts) -> Meeting:
    return Meeting(drafts)


def test_whoever_takes_part_and_proposes_is_read_whole(meeting: Meeting) -> None:
    guests, token = meeting.guests, meeting.token
    anna = guests.join(token, ANNA, "Анна").number
    boris = guests.join(token, BORIS).number
    made = guests.propose(token, ANNA, STAGE)
    guests.vote(token, BORIS, proposal=made.number)
    meeting.time += SECOND
    meeting.hosts.set_timer(meeting.draft, meeting.hosted.id, 300)
    version = meeting.hosts.show_step(meeting.draft, meeting.hosted.id, "stages")
    read = meeting.reading()
    uid = read.workshop.proposals[0].uid
    assert read.stamp == Stamp(version, 1)
    assert read.project == PROJECT
    assert read.devices == {hashed(ANNA): anna, hashed(BORIS): boris}
    assert read.workshop == LiveWorkshop(
        id=meeting.hosted.id,
        open=True,
        muted=False,
        step="stages",
        timer=Timer(300, NOON + 301 * SECOND),
        begun_at=NOON,
        participants=(
            Participant(anna, "Анна", muted=False, joined_at=NOON, seen_at=NOON),
            Participant(boris, "", muted=False, joined_at=NOON, seen_at=NOON),
        ),
        proposals=(
            Proposal(
                id=made.number,
                uid=uid,
                kind=Kind.STAGE,
                spot=Spot("sale", "met"),
                text="Замер проведён 📐",
                participant=anna,
                by="Анна",
                voters=frozenset({boris}),
                state=State.NEW,
                final="",
                why="",
                made_at=NOON,
                decided_at=None,
            ),
        ),
        log=(
            Line(NOON, "opened", {}),
            Line(NOON + SECOND, "timer", {"seconds": 300}),
            Line(NOON + SECOND, "step", {"step": "stages"}),
        ),
    )


def test_the_host_is_shown_the_same_link_again_and_only_its_hash_is_kept(meeting: Meeting) -> None:
    assert meeting.hosts.begin(meeting.draft) == meeting.hosts.latest(meeting.draft) == meeting.hosted
    assert meeting.token not in repr(meeting.hosted)
    with meeting.drafts.database.reading() as connection:
        kept = connection.execute(select(WORKSHOP)).one()
    assert kept.join_hash == hashed(meeting.token)
    assert meeting.token.encode() not in b"".join(value for value in kept if isinstance(value, bytes))
    meeting.hosts.open(meeting.draft, meeting.hosted.id, opened=False)
    another = meeting.hosts.begin(meeting.draft)
    assert (another.id != meeting.hosted.id, another.token != meeting.token) == (True, True)


def test_only_the_link_that_edits_leads_a_workshop(meeting: Meeting) -> None:
    shown = meeting.drafts.opened(meeting.draft.view_token).draft
    another = meeting.drafts.create(History(PROJECT)).draft
    number, hosts = meeting.hosted.id, meeting.hosts
    for stranger in (shown, another):
        meeting.refused(hosts.open, stranger, number, opened=False)
        meeting.refused(hosts.mute, stranger, number, muted=True)
        meeting.refused(hosts.show_step, stranger, number, "stages")
        meeting.refused(hosts.decide, stranger, number, proposal=1, verdict=Verdict(State.PARKED))
        meeting.refused(hosts.mute_participant, stranger, number, participant=1, muted=True)
    meeting.refused(hosts.begin, shown)
    meeting.refused(hosts.latest, shown)
    assert hosts.latest(another) is None


def test_a_guessed_secret_opens_nothing_and_says_nothing(meeting: Meeting) -> None:
    guests = meeting.guests
    guests.join(meeting.token, ANNA)
    guests.propose(meeting.token, ANNA, STAGE)
    for token in ("A" * 32, meeting.draft.token, meeting.draft.view_token, "", "x' OR 1=1 --", meeting.token + "A"):
        assert meeting.refused(guests.join, token, VERA) == UNKNOWN
        assert meeting.refused(guests.propose, token, ANNA, STAGE) == UNKNOWN
    for device in (VERA, "", "short"):
        assert meeting.refused(guests.vote, meeting.token, device, proposal=1) == UNKNOWN
        assert meeting.refused(guests.propose, meeting.token, device, STAGE) == UNKNOWN
    assert workshop_reading.reading(meeting.drafts.database, hashed("A" * 32)) is None


def test_what_is_sent_twice_counts_once(meeting: Meeting) -> None:
    guests, token = meeting.guests, meeting.token
    guests.join(token, ANNA, "Анна")
    guests.join(token, BORIS)
    made = guests.propose(token, ANNA, STAGE)
    before = meeting.reading()
    for _ in range(100):
        assert guests.propose(token, ANNA, STAGE) == made
    assert meeting.reading() == before
    voted = guests.vote(token, BORIS, proposal=made.number)
    for _ in range(100):
        assert guests.vote(token, BORIS, proposal=made.number) == voted
    assert meeting.reading().workshop.proposal(made.number).votes == 1
    guests.vote(token, BORIS, proposal=made.number, given=False)
    assert meeting.reading().workshop.proposal(made.number).votes == 0
    assert guests.propose(token, BORIS, STAGE).number != made.number, "keys are each sender's own"


def test_a_device_that_comes_back_is_the_same_participant(meeting: Meeting) -> None:
    guests, token = meeting.guests, meeting.token
    first = guests.join(token, ANNA, "Анна")
    meeting.time += SECOND
    assert guests.join(token, ANNA) == first
    assert guests.join(token, ANNA, "Аня").number == first.number
    assert meeting.reading().workshop.participants == (
        Participant(first.number, "Аня", muted=False, joined_at=NOON, seen_at=NOON + SECOND),
    )


def test_a_closed_workshop_takes_nothing_and_goes_on_after_lunch(meeting: Meeting) -> None:
    guests, token = meeting.guests, meeting.token
    who = guests.join(token, ANNA)
    made = guests.propose(token, ANNA, STAGE)
    meeting.hosts.open(meeting.draft, meeting.hosted.id, opened=False)
    closed = "workshop.refused.closed"
    assert meeting.refused(guests.join, token, BORIS) == closed
    assert meeting.refused(guests.propose, token, ANNA, fact(1)) == closed
    assert meeting.refused(guests.vote, token, ANNA, proposal=made.number) == closed
    assert guests.propose(token, ANNA, STAGE).number == made.number, "its answer may have been lost"
    assert guests.join(token, ANNA).number == who.number
    meeting.hosts.open(meeting.draft, meeting.hosted.id, opened=True)
    guests.vote(token, ANNA, proposal=made.number)


def test_muted_are_proposals_of_all_or_everything_of_one(meeting: Meeting) -> None:
    guests, hosts, token, number = meeting.guests, meeting.hosts, meeting.token, meeting.hosted.id
    anna = guests.join(token, ANNA).number
    guests.join(token, BORIS)
    made = guests.propose(token, BORIS, STAGE).number
    hosts.mute(meeting.draft, number, muted=True)
    assert meeting.refused(guests.propose, token, ANNA, fact(1)) == "workshop.refused.muted"
    guests.vote(token, ANNA, proposal=made)
    hosts.mute(meeting.draft, number, muted=False)
    hosts.mute_participant(meeting.draft, number, participant=anna, muted=True)
    assert meeting.refused(guests.propose, token, ANNA, fact(1)) == "workshop.refused.muted"
    assert meeting.refused(guests.vote, token, ANNA, proposal=made, given=False) == "workshop.refused.muted"
    guests.propose(token, BORIS, fact(2))


def test_limits_hold(drafts: Drafts) -> None:
    few = Limits(participants=3, joins=2, proposals=6, own=4, own_a_minute=2)
    meeting = Meeting(drafts, few)
    guests, token, minute = meeting.guests, meeting.token, dt.timedelta(minutes=1)
    guests.join(token, ANNA)
    guests.join(token, BORIS)
    assert meeting.refused(guests.join, token, VERA) == "workshop.refused.crowd"
    meeting.time += minute
    guests.join(token, VERA)
    assert meeting.refused(guests.join, token, "d" * 32) == "workshop.refused.full"
    for round_ in range(2):
        for n in range(2):
            guests.propose(token, ANNA, fact(10 * round_ + n))
        assert meeting.refused(guests.propose, token, ANNA, fact(99)) == "workshop.refused.too_fast"
        meeting.time += minute
    assert meeting.refused(guests.propose, token, ANNA, fact(99)) == "workshop.refused.own"
    guests.propose(token, BORIS, fact(1))
    guests.propose(token, VERA, fact(1))
    assert meeting.refused(guests.propose, token, VERA, fact(2)) == "workshop.refused.proposals"


def test_what_is_accepted_stays_and_the_rest_can_be_decided_otherwise(meeting: Meeting) -> None:
    guests, token = meeting.guests, meeting.token
    guests.join(token, ANNA)
    made = guests.propose(token, ANNA, STAGE).number

    def decide(state: State, text: str = "", why: str = "") -> bool:
        verdict = Verdict(state, text, why)
        return meeting.hosts.decide(meeting.draft, meeting.hosted.id, proposal=made, verdict=verdict) is not None

    assert [decide(State.PARKED), decide(State.PARKED), decide(State.REJECTED)] == [True, False, True]
    assert meeting.refused(guests.vote, token, ANNA, proposal=made) == "workshop.refused.decided"
    meeting.time += SECOND
    assert decide(State.ACCEPTED, "Замер проведён", "Без замера цена неточная")
    assert [decide(State.ACCEPTED), decide(State.REJECTED)] == [False, False]
    held = meeting.reading().workshop.proposal(made)
    assert (held.state, held.text, held.words, held.why, held.decided_at) == (
        State.ACCEPTED,
        "Замер проведён 📐",
        "Замер проведён",
        "Без замера цена неточная",
        NOON + SECOND,
    )
    told = [(line.what, line.values.get("text", "")) for line in meeting.reading().workshop.log]
    assert told == [("opened", ""), ("parked", ""), ("rejected", ""), ("accepted", "Замер проведён")]


def test_two_workshops_know_nothing_of_each_other(drafts: Drafts) -> None:
    one, other = Meeting(drafts), Meeting(drafts)
    for meeting in (one, other):
        meeting.guests.join(meeting.token, ANNA)
    made = one.guests.propose(one.token, ANNA, STAGE).number
    assert other.refused(other.guests.vote, other.token, ANNA, proposal=made) == "workshop.refused.decided"
    verdict = Verdict(State.ACCEPTED)
    assert other.hosts.decide(other.draft, other.hosted.id, proposal=made, verdict=verdict) is None
    assert one.reading().workshop.proposal(made).state is State.NEW
    assert other.reading().workshop.proposals == ()


def test_new_links_of_the_draft_end_those_of_its_workshop_and_lose_nobody(meeting: Meeting) -> None:
    who = meeting.guests.join(meeting.token, ANNA).number
    renewed = meeting.drafts.renew(meeting.draft)
    assert workshop_reading.reading(meeting.drafts.database, hashed(meeting.token)) is None
    again = meeting.hosts.latest(renewed)
    assert again
    assert again.token != meeting.token
    assert meeting.guests.join(again.token, ANNA).number == who


def test_the_small_question_tells_what_is_new_and_who_is_there(meeting: Meeting) -> None:
    anna, _ = meeting.guests.join(meeting.token, ANNA), meeting.guests.join(meeting.token, BORIS)
    key, database = hashed(meeting.token), meeting.drafts.database
    meeting.time += 60 * SECOND
    meeting.guests.seen([anna.number])
    assert workshop_reading.pulse(database, key, since=meeting.time - 45 * SECOND) == Pulse(Stamp(3, 1), here=1)
    before = meeting.reading()
    opened = meeting.drafts.opened(meeting.draft.token)
    meeting.drafts.save(opened.draft, opened.history.commit(PROJECT.changed(revenue_goal=1.0)))
    assert workshop_reading.pulse(database, key, since=NOON) == Pulse(Stamp(3, 2), here=2)
    after = workshop_reading.reading(database, key, before)
    assert after
    assert after.project == PROJECT.changed(revenue_goal=1.0)


def test_a_draft_takes_its_workshops_with_it_and_keeps_only_the_last_ones(drafts: Drafts) -> None:
    meeting = Meeting(drafts, Limits(workshops=2, log=3))
    for n in range(4):
        hosted = meeting.hosts.begin(meeting.draft)
        meeting.guests.join(hosted.token, ANNA)
        made = meeting.guests.propose(hosted.token, ANNA, fact(n)).number
        meeting.guests.vote(hosted.token, ANNA, proposal=made)
        for step in ("goals", "stages", "shape"):
            meeting.hosts.show_step(meeting.draft, hosted.id, step)
        meeting.hosts.open(meeting.draft, hosted.id, opened=False)
    assert _counted(drafts) == {"workshop": 2, "participant": 2, "proposal": 2, "vote": 2, "workshop_log": 6}
    drafts.delete(meeting.draft)
    assert set(_counted(drafts).values()) == {0}


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


def _counted(drafts: Drafts) -> dict[str, int]:
    tables = (WORKSHOP, PARTICIPANT, PROPOSAL, VOTE, WORKSHOP_LOG)
    with drafts.database.reading() as connection:
        return {t.name: connection.execute(select(func.count()).select_from(t)).scalar_one() for t in tables}
