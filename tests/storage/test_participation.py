"""What phones send to a workshop, and what is refused, on both databases."""

from __future__ import annotations

import datetime as dt

from tests.small import PROJECT
from tests.storage.meeting import ANNA, BORIS, NOON, SECOND, STAGE, VERA, Meeting, fact
from wizard.storage import workshop_reading
from wizard.storage.drafts import Drafts
from wizard.storage.links import hashed
from wizard.storage.participation import UNKNOWN
from wizard.storage.workshop import (
    Limits,
    Participant,
    Pulse,
    Stamp,
)


def test_a_guessed_secret_opens_nothing_and_says_nothing(meeting: Meeting) -> None:
    guests = meeting.guests
    guests.join(meeting.token, ANNA)
    guests.propose(meeting.token, ANNA, STAGE)
    for token in (
        "A" * 32,
        "00000-00000",
        meeting.draft.token,
        meeting.draft.view_token,
        "",
        "x' OR 1=1 --",
        meeting.token + "A",
    ):
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
