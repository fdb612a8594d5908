"""Taking an account's funnels over to be judged and opened as a project; nothing is changed there."""

from __future__ import annotations

import streamlit as st

from wizard.amocrm.refused import AccountError
from wizard.storage.errors import FileError
from wizard.ui.audited import of_account
from wizard.ui.entering import Connected
from wizard.ui.session import Session


def take(session: Session, connected: Connected) -> None:
    """Judge what the account holds; why that cannot be done takes the place of the last report."""
    from wizard.ui import calls  # noqa: PLC0415 - HTTP takes long to import, and most visits do without

    try:
        with st.spinner(session.tr("account.reading")):
            session.audited = of_account(calls.everything(connected))
    except (AccountError, FileError) as error:
        session.audited = error
