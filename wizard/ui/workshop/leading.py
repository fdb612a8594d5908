"""The workshop this tab leads, if its project has one, and what the host's acts make of it and of the project."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from wizard.model.project import Project, Step
from wizard.model.rehearsal import told_about
from wizard.model.workshop import Kind
from wizard.storage.draft import Draft
from wizard.storage.refused import DraftError, TurnedAwayError, UnavailableError
from wizard.ui import links
from wizard.ui.clock import today
from wizard.ui.session import Session
from wizard.ui.workshop import steps
from wizard.ui.workshop.acts import Act, lately
from wizard.ui.workshop.led import Leading
from wizard.workshop import Host, LiveWorkshop, Proposal, State, begin, hosting
from wizard.workshop.accepting import accepted, met, parked, rejected


def host(session: Session) -> Host | None:
    """Whoever has the link that edits leads the last workshop on it."""
    leading, draft = session.leading, _draft(session)
    if draft is None:
        return None
    if leading.of != draft.token:
        try:
            found = hosting(draft)
        except UnavailableError:
            return None
        except DraftError:
            found = None
        session.leading = leading = Leading(found, draft.token)
    return leading.host


def opened(session: Session) -> None:
    """Begin a workshop, or go on with the one that is open; raises a `DraftError` when that cannot be."""
    draft = _draft(session)
    if draft is not None:
        session.leading = Leading(begin(draft), draft.token)


def follow(session: Session) -> None:
    """Bring the room to the step the host has turned to."""
    leading, pipeline = session.leading, session.pipeline
    if leading.host is None or session.page not in set(Step):
        return
    place = steps.said(Step(session.page), pipeline.id if pipeline else "")
    if place == leading.shown:
        return
    try:
        if leading.host.look().workshop.step != place:
            leading.host.show_step(place)
    except DraftError:
        return  # the next click tries again
    leading.shown = place


def take(session: Session, acts: tuple[Act, ...]) -> bool:
    """Do what was not done before; whether the page has to be drawn anew."""
    leading, before = session.leading, session.project
    new = [act for act in acts if act.key not in leading.answers]
    for act in new:
        try:
            leading.answers[act.key] = _do(session, act)
        except DraftError as error:
            leading.answers[act.key] = error.message(session.tr)
    leading.answers = lately(leading.answers)
    return session.project is not before or any(act.act == _OPENING for act in new)


def _do(session: Session, act: Act) -> str:
    leader = session.leading.host
    if leader is None or act.act not in _ACTS:
        raise TurnedAwayError("workshop.refused.form")
    return _ACTS[act.act](session, leader, act) or ""


def _decide(session: Session, leader: Host, act: Act) -> str:
    workshop = leader.look().workshop
    try:
        proposal, state = workshop.proposal(act.proposal), State(act.state)
    except (KeyError, ValueError):
        raise TurnedAwayError("workshop.refused.gone") from None
    edit = partial(_edited, proposal=proposal, workshop=workshop, act=act)
    if not _committed(session, edit):
        said, session.notice = session.notice, ""
        return session.tr(said or "notice.refused")
    leader.decide(proposal, state, text=act.text, why=act.why)
    if proposal.kind is Kind.DEAL and act.state == State.ACCEPTED:
        deals = told_about(session.project, proposal.spot.pipeline)
        session.chosen |= {"pipeline": proposal.spot.pipeline, "deal": deals[-1].id if deals else ""}
        session.notice = "workshop.deal_taken"
        session.leading.turn = Step.STAGES
    return ""


def _edited(project: Project, *, proposal: Proposal, workshop: LiveWorkshop, act: Act) -> Project:
    on = today()
    there = met(project, workshop, on=on)
    if act.state == State.ACCEPTED:
        return accepted(there, proposal, on=on, text=act.text, why=act.why)
    if act.state == State.REJECTED:
        return rejected(there, proposal, on=on, why=act.why)
    return parked(there, proposal)


def _committed(session: Session, edit: Callable[[Project], Project]) -> bool:
    """Whether the project is as decided and kept so; what was decided before is no edit."""
    links.catch_up(session)
    if session.commit(edit):
        return session.keeping is None or session.keeping.obstacle is None
    return False


def _mute(_session: Session, leader: Host, act: Act) -> None:
    leader.mute(muted=act.given)


def _mute_one(_session: Session, leader: Host, act: Act) -> None:
    leader.mute_participant(act.participant, muted=act.given)


def _timer(_session: Session, leader: Host, act: Act) -> None:
    leader.set_timer(act.seconds)


def _open(session: Session, leader: Host, act: Act) -> None:
    if act.given:
        leader.reopen()
        return
    leader.close()
    session.leading.turn = "workshop"  # what was decided, the tasks and the protocol
    workshop = leader.look().workshop
    if any(each.name for each in workshop.participants):
        _committed(session, partial(met, workshop=workshop, on=today()))


_OPENING = "open"
_ACTS: dict[str, Callable[[Session, Host, Act], str | None]] = {
    "decide": _decide,
    "mute": _mute,
    "mute_one": _mute_one,
    "timer": _timer,
    _OPENING: _open,
}


def _draft(session: Session) -> Draft | None:
    return session.keeping.draft if session.keeping and session.is_open and not session.readonly else None
