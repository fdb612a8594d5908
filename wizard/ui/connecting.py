"""Connecting this tab to an account: a key from the form, or the practice account; tried when the page is drawn."""

from __future__ import annotations

import os
from functools import partial

import streamlit as st
from pydantic import SecretStr

from wizard.amocrm.connection import BASE_URL, Address, allowed, base_address
from wizard.amocrm.refused import AccountError
from wizard.amocrm.tokens import token
from wizard.storage.draft import Draft
from wizard.ui import inputs
from wizard.ui.entering import Connected
from wizard.ui.session import Session


def whose(session: Session) -> Draft | str:
    """Whom the worker and the practice account know by: the draft, or this tab's own name for what is kept nowhere."""
    return (session.keeping.draft if session.keeping else None) or session.entering.name


def base() -> str:
    """The address the operator named for every account, as people read it; empty where there is none."""
    named = os.environ.get(BASE_URL, "").strip()
    return base_address(named).url if named else ""


def ask(session: Session) -> None:
    """Callback of the form: the key leaves the widget at once, and the address stays to be put right."""
    entering = session.entering
    written, key = str(inputs.typed("connect.address") or ""), str(inputs.typed("connect.token") or "")
    inputs.clear("connect.token")
    inputs.fill("connect.address", written)
    entering.address, entering.refused = written, None
    try:
        entering.asked = partial(_connect, allowed(written, os.environ), token(key))
    except AccountError as error:
        entering.refused = error


def practise(session: Session) -> None:
    """Callback: the practice account of this project."""
    session.entering.refused = None
    session.entering.asked = partial(_practise, session)


def answer(session: Session) -> Connected | None:
    """The account of this tab, after trying what was asked for."""
    entering = session.entering
    if entering.asked:
        with st.spinner(session.tr("connect.asking")):
            try:
                entering.connect(entering.asked())
            except AccountError as error:
                entering.refused = error
        entering.asked = None
    return entering.connected


def _connect(address: Address, secret: SecretStr) -> Connected:
    from wizard.ui import calls  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    return calls.connect(address, secret)


def _practise(session: Session) -> Connected:
    from wizard.ui import calls  # noqa: PLC0415 - as above

    language = session.project.company.language if session.is_open else session.language
    return calls.practise(whose(session), language)
