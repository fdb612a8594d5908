"""The host's panel beside every step: what the room proposes, its timer, who is there; one click decides."""

from __future__ import annotations

from typing import Any

import streamlit as st

from wizard.i18n.translator import Translator
from wizard.model.project import Project, Step
from wizard.storage.refused import DraftError
from wizard.ui import frame
from wizard.ui.browser import workshop as browser
from wizard.ui.components import rehearsal
from wizard.ui.session import Session
from wizard.ui.workshop import acts, leading, showing, steps
from wizard.ui.workshop.audience import EVERY
from wizard.ui.workshop.whys import whys
from wizard.workshop import Participant, Proposal, Seen, State

# More is more than one can read; the newest are always among them.
MOST, NEWEST, DECIDED = 200, 50, 30
_WORDS = (
    "closed",
    "stale",
    "here",
    "none",
    "other",
    "done",
    "who",
    "votes",
    "accept",
    "edit",
    "accept_edited",
    "park",
    "reject",
    "cancel",
    "text",
    "why",
    "why_not",
    "own_words",
    "fresh",
    "again",
    "gone",
    "mute",
    "listen",
    "ignore",
    "close",
    "reopen",
    "timer",
    "minutes",
    "more",
    "stop",
)


def beside(session: Session) -> None:
    """The panel in the sidebar while a workshop is open, and on its own page after it was closed."""
    host = leading.host(session)
    if host is None:
        return
    leading.follow(session)
    try:
        is_open = host.look().workshop.open
    except DraftError:
        return
    if is_open or session.page == "workshop":
        with st.sidebar:
            if session.page != "workshop":
                frame.link(session, "workshop", label=session.tr("workshop.to_page"), icon=":material/qr_code_2:")
            st.fragment(_panel, run_every=EVERY)(session)


def _panel(session: Session) -> None:
    """Draws only itself; what changes the project draws the page too."""
    host = leading.host(session)
    if host is None or not session.is_open:
        return
    before = acts.read(browser.sent("panel"))
    _done(session, before)
    try:
        seen = host.look()
    except DraftError as error:
        st.warning(error.message(session.tr))
        return
    sent = acts.read(browser.panel(_data(session, seen)))
    if sent != before:
        _done(session, sent)


def _done(session: Session, sent: acts.Sent) -> None:
    if not leading.take(session, sent.acts):
        return
    turn, session.leading.turn = session.leading.turn, ""
    if turn == Step.STAGES:
        rehearsal.unfold()
    if turn:
        frame.turn_to(session, turn)
    st.rerun()


def _data(session: Session, seen: Seen) -> dict[str, Any]:
    tr, workshop = session.tr, seen.workshop
    at = steps.place(workshop.step, seen.board)
    told = steps.in_words(at, tr)
    return {
        "words": showing.words(tr, "panel", _WORDS),
        "whys": whys(tr),
        "answers": session.leading.answers,
        "open": workshop.open,
        "muted": workshop.muted,
        "stale": seen.stale,
        "step": f"{told['over']}: {told['title']}" if at.step else tr("workshop.panel.title"),
        "people": _people(seen, tr),
        "timer": showing.clock(workshop.timer),
        "proposals": list(_proposals(seen, at, tr=tr, project=session.project)),
        "participants": [_participant(each, place, tr) for place, each in enumerate(workshop.participants, start=1)],
    }


def _people(seen: Seen, tr: Translator) -> str:
    everybody = len(seen.workshop.participants)
    return tr("workshop.panel.people", here=seen.here, all=everybody) if everybody else tr("workshop.nobody")


def _proposals(seen: Seen, at: steps.Place, *, tr: Translator, project: Project) -> list[dict[str, Any]]:
    every = seen.workshop.proposals
    new = [each for each in every if each.state is State.NEW]
    wanted = sorted(new[:-NEWEST], key=_wanted)[: MOST - NEWEST]
    waiting = sorted((*wanted, *new[-NEWEST:]), key=_wanted)
    decided = sorted((each for each in every if each.decided_at), key=lambda each: str(each.decided_at))
    known = {decision.id for decision in project.workshop.decisions}
    return [_proposal(each, seen, at, tr=tr, known=known) for each in (*waiting, *decided[-DECIDED:])]


def _wanted(each: Proposal) -> tuple[int, int]:
    return -each.votes, each.id


def _proposal(each: Proposal, seen: Seen, at: steps.Place, *, tr: Translator, known: set[str]) -> dict[str, Any]:
    return {
        "id": each.id,
        "kind": each.kind.value,
        "about": showing.about(each.kind, each.spot, seen.board, tr),
        "text": each.words,
        "by": each.by,
        "votes": each.votes,
        "state": each.state.value,
        "why": each.why,
        "here": steps.belongs(each.kind, at),
        "gone": each.state is State.ACCEPTED and each.uid not in known,
    }


def _participant(each: Participant, place: int, tr: Translator) -> dict[str, Any]:
    return {"id": each.id, "name": each.name or tr("workshop.panel.nameless", n=place), "muted": each.muted}
