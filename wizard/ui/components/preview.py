"""A document before it is taken: its pages one at a time, its tables, or the page itself."""

from __future__ import annotations

import streamlit as st

from exports.press import Job, Preview, State, read
from wizard.ui import choosing, inputs, pressing
from wizard.ui.components import making
from wizard.ui.plain import plain
from wizard.ui.session import Session

HEIGHT = 640
ROWS_HEIGHT = 420


def show(session: Session, job: Job, *, title: str, place: str) -> None:
    if place in session.exporting.failed:
        making.trouble(session, place)
        st.button(session.tr("frame.again"), key=inputs.key(place, "again"), on_click=_again, args=(session, place))
        return
    work = pressing.ask(session, place, job)
    if making.follow(session, place, leave=close) or work is None or work.state is not State.MADE:
        making.trouble(session, place)
        return
    _seen(session, read(work.result), title=title, place=place)


def close(session: Session, place: str) -> None:
    """Callback: look at nothing, and have nothing made to look at."""
    pressing.leave(session, place)
    session.exporting.look_at("")


def _again(session: Session, place: str) -> None:
    session.exporting.failed.pop(place, None)


@st.fragment
def _seen(session: Session, seen: Preview, *, title: str, place: str) -> None:
    if seen.cut:
        st.caption(session.tr("export.cut"))
    if seen.html:
        st.iframe(seen.html, height=HEIGHT, alt=title)
    elif seen.sheets:
        _tables(session, seen, place)
    elif seen.pages:
        _pages(session, seen, title, place=place)
    else:
        st.info(session.tr("export.nothing"))


def _pages(session: Session, seen: Preview, title: str, *, place: str) -> None:
    tr, exporting = session.tr, session.exporting
    last = len(seen.pages) - 1
    page = exporting.page = min(exporting.page, last)
    said = tr("export.page", n=tr.number(page + 1), total=tr.number(last + 1))
    if last:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            for sign, step, there in (("back", -1, page > 0), ("next", 1, page < last)):
                st.button(
                    tr(f"frame.{sign}"),
                    key=inputs.key(place, sign),
                    on_click=_turn,
                    args=(session, page + step),
                    disabled=not there,
                )
            st.markdown(said, width="content")
    with st.container(key=inputs.key("paper", place)):
        st.image(seen.pages[page], width="stretch", alt=f"{title}. {said}")


def _turn(session: Session, page: int) -> None:
    session.exporting.page = page


def _tables(session: Session, seen: Preview, place: str) -> None:
    tr, names = session.tr, [sheet.name for sheet in seen.sheets]
    number = min(session.exporting.page, len(names) - 1)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choosing.pick(
            tr("export.sheet"),
            str(number),
            name=inputs.key(place, "sheet"),
            options=[str(each) for each in range(len(names))],
            words=lambda each: names[int(each)],
            choose=lambda each: _turn(session, int(each)),
            width=360,
        )
        st.caption(tr.plural("export.rows", len(seen.sheets[number].rows)))
    sheet = seen.sheets[number]
    rows = [dict(zip(_apart(sheet.columns), row, strict=True)) for row in sheet.rows]
    st.dataframe(rows, hide_index=True, height=ROWS_HEIGHT, alt=plain(sheet.name))


def _apart(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Titles as they are, told apart where two are alike."""
    return tuple(title + "\u200b" * titles[:place].count(title) for place, title in enumerate(titles))
