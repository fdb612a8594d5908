"""A workshop as what runs in the browser is told of it: words in the reader's language and plain values."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from wizard.i18n.translator import Translator
from wizard.ui.workshop import steps
from wizard.workshop import Board, Kind, SeenProposal, Spot, Timer, View, now

TOP = 3
_UNDONE = "undone"
_STATES = ("accepted", "parked", "rejected", _UNDONE)


def to_phone(view: View, tr: Translator) -> dict[str, Any]:
    """All a participant's page shows."""
    at = steps.place(view.step, view.board)
    return {
        "open": view.open,
        "muted": view.muted,
        "silenced": view.silenced,
        "stale": view.stale,
        "name": view.name,
        "people": tr.plural("workshop.people", view.people),
        "timer": clock(view.timer),
        "step": steps.in_words(at, tr) | steps.asked(at, tr),
        "board": steps.board(at, view.board, tr),
        "proposals": [_seen(each, view.board, tr) for each in sorted(view.proposals, key=partial(_newest, at))],
    }


def to_wall(view: View, tr: Translator) -> dict[str, Any]:
    """What everybody reads from afar: the step, what there is, and what has the most votes of what belongs there."""
    at = steps.place(view.step, view.board)
    people = tr.plural("workshop.people", view.people) if view.people else tr("workshop.nobody")
    waiting = [each for each in view.proposals if each.state == "new" and steps.belongs(each.kind, at)]
    top = sorted(waiting, key=lambda each: (-each.votes, each.id))
    taken = [each for each in view.proposals if each.state == "accepted" and not each.undone]
    return {
        "open": view.open,
        "stale": view.stale,
        "people": people,
        "timer": clock(view.timer) if view.open else None,
        "waiting": at.step is None and not top,
        "step": steps.in_words(at, tr),
        "board": steps.board(at, view.board, tr),
        "top": [_seen(each, view.board, tr) for each in top[:TOP]],
        "more": tr.plural("workshop.more", len(top) - TOP) if len(top) > TOP else "",
        "taken": [_seen(each, view.board, tr) for each in taken[-3 * TOP :]] if not view.open else [],
    }


def _newest(at: steps.Place, each: SeenProposal) -> tuple[bool, int]:
    """What belongs to the step comes first, and what was said last."""
    return not steps.belongs(each.kind, at), -each.id


def clock(timer: Timer | None) -> dict[str, Any] | None:
    """How much is left now; the end only tells one timer from another."""
    return {"id": timer.ends_at.isoformat(), "left": timer.left(now())} if timer else None


def words(tr: Translator, place: str, names: Iterable[str]) -> dict[str, str]:
    """Texts the browser shows; placeholders stay, it fills them."""
    return {name: tr(f"workshop.{place}.{name}") for name in names} | {s: tr(f"workshop.state.{s}") for s in _STATES}


def about(kind: Kind, spot: Spot, board: Board, tr: Translator) -> str:
    """What a proposal is, and where it belongs."""
    said = tr(f"workshop.kind.{kind}")
    names = {s.id: s.name for p in board.pipelines if p.id == spot.pipeline for s in p.stages}
    if spot.stage not in names:
        return said
    name = names[spot.stage]
    return f"{said} \u00b7 {tr('workshop.after', name=name) if kind is Kind.STAGE else name}"


def _seen(each: SeenProposal, board: Board, tr: Translator) -> dict[str, Any]:
    return {
        "id": each.id,
        "about": about(each.kind, each.spot, board, tr),
        "text": each.text,
        "votes": each.votes,
        "state": _UNDONE if each.undone else each.state.value,
        "why": each.why,
        "own": each.own,
        "voted": each.voted,
    }
