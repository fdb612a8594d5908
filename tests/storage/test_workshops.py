"""Workshops in the hands of their host, on both databases."""

from __future__ import annotations

from sqlalchemy import select

from tests.small import PROJECT
from tests.storage.meeting import ANNA, BORIS, NOON, SECOND, STAGE, Meeting, counted, fact
from wizard.model.history import History
from wizard.model.workshop import Kind
from wizard.storage import workshop_reading
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.tables import WORKSHOP
from wizard.storage.workshop import (
    Limits,
    Line,
    LiveWorkshop,
    Participant,
    Proposal,
    Spot,
    Stamp,
    State,
    Timer,
    Verdict,
)


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
    assert counted(drafts) == {"workshop": 2, "participant": 2, "proposal": 2, "vote": 2, "workshop_log": 6}
    drafts.delete(meeting.draft)
    assert set(counted(drafts).values()) == {0}
