"""What came of an entry: entered, refused in amoCRM's words, not taken, left to people; and what was before."""

from __future__ import annotations

from functools import partial

import streamlit as st

from exports.exporter import named
from wizard.amocrm.plan import Action, Change
from wizard.amocrm.putting_back import How, put_back
from wizard.entry import Outcome
from wizard.ui import running
from wizard.ui.components import folding, plan_list
from wizard.ui.plain import plain
from wizard.ui.session import Session

FEW = 5
_BACK = {How.WHOLLY: ":material/undo:", How.PARTLY: ":material/rule:", How.NEVER: ":material/block:"}


def headline(session: Session, outcome: Outcome) -> None:
    """How much went in, and whether that is all a program can do."""
    tr = session.tr
    words = tr.plural("apply.done", len(outcome.done))
    if outcome.complete:
        st.success(words, icon=":material/check_circle:")
    else:
        st.warning(f"{words} {tr('enter.incomplete')}", icon=":material/warning:")


def details(session: Session, outcome: Outcome) -> None:
    _not_entered(session, outcome)
    _list(session, "by_hand", changes=outcome.by_hand)
    _list(session, "done", changes=tuple(map(_done, outcome.done)))
    _before(session, outcome.done)


def _done(change: Change) -> Change:
    """What was only tried, for amoCRM might have refused it, has become a change as any other."""
    return change.changed(action=Action.UPDATE) if change.action is Action.MANUAL else change


def _not_entered(session: Session, outcome: Outcome) -> None:
    """What the account refused, with its words, and what it only seemed to take."""
    tr = session.tr
    # One answer refuses a whole batch: it is told once.
    for number, trouble in enumerate(dict.fromkeys(" ".join(r.trouble.lines(tr)) for r in outcome.refused)):
        changes = tuple(r.change for r in outcome.refused if " ".join(r.trouble.lines(tr)) == trouble)
        words = tr.plural("enter.refused", len(changes), said=trouble)
        st.error(plain(words), icon=":material/block:")
        _list(session, "refused", changes=changes, name=f"enter.list.refused.{number}", is_open=len(changes) <= FEW)
    if outcome.missing:
        st.warning(tr("enter.missing"), icon=":material/help:")
        _list(session, "missing", changes=outcome.missing, is_open=len(outcome.missing) <= FEW)


def _list(session: Session, what: str, *, changes: tuple[Change, ...], name: str = "", is_open: bool = False) -> None:
    if not changes:
        return
    tr = session.tr
    label = f"**{tr(f'enter.list.{what}')}** \u00b7 {tr.number(len(changes))}"
    with folding.fold(label, name=name or f"enter.list.{what}", expanded=is_open) as unfolded:
        if unfolded:
            plan_list.rows(changes, tr)


def _before(session: Session, changes: tuple[Change, ...]) -> None:
    tr = session.tr
    with folding.fold(tr("enter.before"), name="enter.before") as is_open:
        if not is_open:
            return
        st.caption(tr("enter.before_note"))
        for how, icon in _BACK.items():
            lines = [line.text for line in put_back(changes, tr) if line.how is how]
            if lines:
                st.markdown("\n".join(f"- {icon} {plain(line)}" for line in lines))
        st.download_button(
            tr("enter.snapshot"),
            data=partial(running.snapshot, session),
            file_name=named(session.project, "amocrm-before.json"),
            mime="application/json",
            key="enter.snapshot",
            on_click="ignore",
            icon=":material/download:",
        )
