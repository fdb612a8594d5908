"""Moments on the reader's own clock."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def local(moment: dt.datetime) -> dt.datetime:
    """The moment where the reader is, if the browser tells a time zone that is known here."""
    try:
        zone: dt.tzinfo = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = dt.UTC
    return moment.replace(tzinfo=dt.UTC).astimezone(zone)


def today() -> dt.date:
    """The day it is where the reader is."""
    return local(dt.datetime.now(dt.UTC)).date()
