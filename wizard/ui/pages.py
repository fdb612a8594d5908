"""The pages there are, in order, and how one gets from one to another."""

from __future__ import annotations

from functools import partial
from types import ModuleType
from typing import Any

import streamlit as st

from wizard.ui import client, frame, links, steps, style
from wizard.ui.components import banner, guiding
from wizard.ui.session import Session, current
from wizard.ui.told import told
from wizard.ui.workshop import audience, panel


def run() -> None:
    """Draw the page the reader is on; the entry point calls this on every run."""
    known = told()
    known.begin()
    _run()
    known.end()  # not where the run is cut short: then the browser has not got all of it


def _run() -> None:
    if audience.is_asked():
        audience.run()
        return
    session = current()
    token = client.asked()
    if token is not None:
        client.run(session, token)
        return
    links.follow(session)
    pages = {module.ID: _page(module, session) for module in steps.PAGES}
    session.pages = pages
    chosen = st.navigation(list(pages.values()), position="hidden")
    links.put_back(session)
    chosen.run()


def _page(module: ModuleType, session: Session) -> Any:
    return st.Page(
        partial(_draw, module, session),
        title=frame.browser_title(module.ID, session),
        url_path=module.ID if module is not steps.PAGES[0] else "",
        default=module is steps.PAGES[0],
    )


def _draw(module: ModuleType, session: Session) -> None:
    if session.page != module.ID:
        session.page, session.desk.of = module.ID, ""
    style.apply()
    frame.head(session)
    banner.show(session)
    panel.beside(session)
    guiding.strip(session)
    if session.link.refused:
        frame.refused_link(session, session.link.refused)
    elif module.NEEDS_PROJECT and not session.is_open:
        frame.no_project(session)
    else:
        module.render(session)
    frame.notices(session)
