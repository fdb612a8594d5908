"""Who this browser is for those it sends something to: a random secret of its own, kept in it alone."""

from __future__ import annotations

import streamlit as st

from wizard.storage.links import is_token
from wizard.ui.browser.source import source
from wizard.ui.desk import Desk

_DEVICE = st.components.v2.component("voronka_device", js=source("device.js"))


def follow(desk: Desk) -> None:
    """Take the browser's secret in the place of the tab's, as soon as it has told it."""
    told = _DEVICE(key="browser.device", data={"fresh": desk.device}, on_secret_change=lambda: None).secret
    if isinstance(told, str) and is_token(told) and told != desk.device:
        desk.device, desk.of = told, ""
