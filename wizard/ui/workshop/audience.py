"""A workshop for whoever came by its link: a phone to take part, or the wall that only shows.

Nothing here knows a project's link, and no other page can be turned to.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from wizard.i18n.catalogue import languages
from wizard.i18n.translator import Translator, translator
from wizard.storage.join_codes import read_code
from wizard.storage.refused import DraftError, UnknownLinkError
from wizard.ui.browser import workshop as browser
from wizard.ui.session import held
from wizard.ui.workshop import acts, address, showing
from wizard.ui.workshop.phone import Phone
from wizard.workshop import LIMITS, View, shown

NAME, SHOW = "w", "show"
EVERY = 1.5  # seconds between two looks of a page
_KEY = "voronka.workshop"
_WORDS = (
    "what",
    "send",
    "votes",
    "none",
    "own",
    "decided",
    "name",
    "closed",
    "closed_note",
    "offline",
    "stale",
    "silenced",
    "muted",
    "joining",
    "length",
    "vote",
    "yours",
    "sending",
    "left",
    "rest",
)
_WALL_WORDS = (
    "away",
    "top",
    "none",
    "closed",
    "taken",
    "join",
)
_PHONE_STYLE = ".stMainBlockContainer { padding: 1rem 1rem 3rem; } .stAppHeader, .stDialog { display: none; }"
_WALL_STYLE = (
    ".stMainBlockContainer { max-width: none; padding: 0; } .stAppHeader, .stDialog { display: none; }"
    ".stAlert { padding: 3vw; } .stAlert p { font-size: 1.5rem; }"
)


def is_asked() -> bool:
    """Whether the address is that of a workshop."""
    return NAME in st.query_params


def run() -> None:
    """Draw the one page there is."""
    typed = st.query_params[NAME]
    token = read_code(typed) or typed
    tr = translator(_language(token))
    draw = _wall if SHOW in st.query_params else _phone
    title = f"{tr('workshop.word')} \u00b7 {tr('frame.product')}"
    st.navigation([st.Page(partial(draw, token, tr), title=title, default=True)], position="hidden").run()


def _language(token: str) -> str:
    """The one the address says, else the room's: that of the project."""
    asked = st.query_params.get("lang", "")
    return asked if asked in languages() else held(f"{_KEY}.language", partial(_usual, token))


def _usual(token: str) -> str:
    """The browser's own where no room is found: a mistyped code is told to somebody who may read no Russian."""
    view, _ = _seen(token)
    own = (st.context.locale or "").partition("-")[0]
    return view.board.language if view else own if own in languages() else languages()[0]


def _phone(token: str, tr: Translator) -> None:
    st.html(f"<style>{_PHONE_STYLE}</style>")
    phone = held(_KEY, partial(Phone, token))
    before = acts.read(browser.sent("phone"))
    phone.take(before, tr)
    view = phone.view()
    phone.drawn = _mark(view, phone.refused)
    sent = acts.read(browser.phone(_data(phone, view, tr)))
    if sent != before and phone.take(sent, tr):
        st.rerun()  # a browser that comes back says all of it at once
    if not isinstance(phone.refused, UnknownLinkError):
        st.fragment(_beat, run_every=EVERY)(phone)


def _data(phone: Phone, view: View | None, tr: Translator) -> dict[str, Any]:
    return {
        "words": showing.words(tr, "phone", _WORDS),
        "language": tr.language,
        "token": phone.token,
        "session": phone.session,
        "answers": phone.answers,
        "refused": phone.refused.message(tr) if phone.refused else "",
        "most": LIMITS.text,
        "view": showing.to_phone(view, tr) if view else None,
    }


def _beat(phone: Phone) -> None:
    """Draw anew what has changed; costs next to nothing when nothing has."""
    view = phone.view()
    if phone.waiting or _mark(view, phone.refused) != phone.drawn or (phone.guest is None and phone.refused):
        st.rerun()


def _mark(view: View | None, refused: DraftError | None) -> Any:
    return (view.stamp, view.stale) if view else refused and refused.key


@dataclass
class Wall:
    """A screen: which workshop it is of, and what it has drawn last."""

    token: str
    drawn: Any = None


def _wall(token: str, tr: Translator) -> None:
    st.html(f"<style>{_WALL_STYLE}</style>")
    wall = held(_KEY, partial(Wall, token))
    view, refused = _seen(wall.token)
    if refused:
        is_unknown = isinstance(refused, UnknownLinkError)
        st.warning(tr("workshop.wall.unknown") if is_unknown else refused.message(tr), icon=":material/link_off:")
    elif view:
        words = showing.words(tr, "wall", _WALL_WORDS)
        drawn = {"words": words, "language": tr.language, "view": showing.to_wall(view, tr)}
        browser.wall(drawn | _way(wall.token, view, tr))
    wall.drawn = _mark(view, refused)
    if not isinstance(refused, UnknownLinkError):
        st.fragment(_look, run_every=EVERY)(wall)


def _way(token: str, view: View, tr: Translator) -> dict[str, Any]:
    """How phones come in: a picture to scan, and the address to type."""
    at = address.offered(st.query_params.get("at", ""))
    link = address.of_phones(at, token, language=tr.language, usual=view.board.language) if at else ""
    return {"qr": address.qr(link) if link else "", "link": address.typed(link)}


def _look(wall: Wall) -> None:
    if wall.drawn != _mark(*_seen(wall.token)):
        st.rerun()


def _seen(token: str) -> tuple[View | None, DraftError | None]:
    try:
        return shown(token), None
    except DraftError as error:
        return None, error
