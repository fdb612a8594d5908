"""Reads a workshop: whether anything is new by one small question, and all of it when there is."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from wizard.model.project import Project
from wizard.model.workshop import Kind
from wizard.storage import revisions
from wizard.storage.database import Database
from wizard.storage.tables import DRAFT, PARTICIPANT, PROPOSAL, VOTE, WORKSHOP, WORKSHOP_LOG
from wizard.storage.workshop import Line, LiveWorkshop, Participant, Proposal, Pulse, Reading, Spot, Stamp, State, Timer

_WANTED = WORKSHOP.c.join_hash == bindparam("wanted")
_THERE = (
    select(func.count())
    .where(PARTICIPANT.c.workshop == WORKSHOP.c.id, PARTICIPANT.c.seen_at >= bindparam("since"))
    .scalar_subquery()
)
_PULSE = select(WORKSHOP.c.version, DRAFT.c.version, _THERE).join(DRAFT, DRAFT.c.id == WORKSHOP.c.draft).where(_WANTED)
_WHOLE = select(WORKSHOP, DRAFT.c.version.label("seen"), DRAFT.c.head).join(DRAFT, DRAFT.c.id == WORKSHOP.c.draft)
_VOTES = select(VOTE).join(PROPOSAL, PROPOSAL.c.id == VOTE.c.proposal)


def pulse(database: Database, join_hash: bytes, *, since: dt.datetime) -> Pulse | None:
    """Which state there is now, and how many were there since; None when nothing is under this secret."""
    with database.reading() as connection:
        found = connection.execute(_PULSE, {"wanted": join_hash, "since": since}).first()
        return Pulse(Stamp(found[0], found[1]), found[2]) if found else None


def reading(database: Database, join_hash: bytes, before: Reading | None = None) -> Reading | None:
    """All of it. The project is taken from what was read before if it is the same still."""
    with database.reading() as connection:
        # The version first: what is read after it is never older.
        row = connection.execute(_WHOLE.where(_WANTED), {"wanted": join_hash}).first()
        if row is None:
            return None
        people = connection.execute(
            select(PARTICIPANT).where(PARTICIPANT.c.workshop == row.id).order_by(PARTICIPANT.c.id)
        ).all()
        participants = tuple(Participant(p.id, p.name, p.muted, p.joined_at, p.seen_at) for p in people)
        workshop = LiveWorkshop(
            id=row.id,
            open=row.open,
            muted=row.muted,
            step=row.step,
            timer=Timer(row.seconds, row.ends_at) if row.ends_at else None,
            begun_at=row.begun_at,
            participants=participants,
            proposals=_proposals(connection, row, {p.id: p.name for p in participants}),
            log=_log(connection, row.id),
        )
        devices = {p.device_hash: p.id for p in people}
        return Reading(Stamp(row.version, row.seen), workshop, _project(connection, row, before), devices)


def _project(connection: Connection, row: Any, before: Reading | None) -> Project:
    if before is not None and before.stamp.draft == row.seen:
        return before.project
    return revisions.content(connection, row.draft, number=row.head)


def _proposals(connection: Connection, workshop: Any, names: dict[int, str]) -> tuple[Proposal, ...]:
    of_it = PROPOSAL.c.workshop == workshop.id
    voters: defaultdict[int, set[int]] = defaultdict(set)
    found = connection.execute(select(PROPOSAL).where(of_it).order_by(PROPOSAL.c.id)).all()
    for proposal, participant in connection.execute(_VOTES.where(of_it)):
        voters[proposal].add(participant)
    return tuple(
        Proposal(
            id=row.id,
            uid=_uid(workshop.salt, row.id),
            kind=Kind(row.kind),
            spot=Spot(row.pipeline, row.stage),
            text=row.text,
            participant=row.participant,
            by=names.get(row.participant, ""),
            voters=frozenset(voters[row.id]),
            state=State(row.state),
            final=row.final,
            why=row.why,
            made_at=row.made_at,
            decided_at=row.decided_at,
        )
        for row in found
    )


def _uid(salt: bytes, number: int) -> str:
    """Numbers are given again in other databases, and a project may go there."""
    return "said-" + hashlib.sha256(salt + str(number).encode()).hexdigest()[:20]


def _log(connection: Connection, workshop: int) -> tuple[Line, ...]:
    of_it = WORKSHOP_LOG.c.workshop == workshop
    rows = connection.execute(select(WORKSHOP_LOG.c.made_at, WORKSHOP_LOG.c.line).where(of_it).order_by("number"))
    return tuple(Line(made_at, line["what"], {k: v for k, v in line.items() if k != "what"}) for made_at, line in rows)
