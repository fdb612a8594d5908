"""Two pages with what runs in the browser and little else, told by their first address: served to the tests beside."""

from __future__ import annotations

import streamlit as st

from wizard.i18n.translator import translator
from wizard.ui import style
from wizard.ui.browser.link import copied
from wizard.ui.browser.page import follow
from wizard.ui.browser.recent import projects


def count(name: str) -> None:
    st.session_state[name + "s"] = st.session_state.get(name + "s", 0) + 1


def draw() -> None:
    asked: dict[str, str] = st.session_state.setdefault("asked", st.query_params.to_dict())
    tr = translator(asked.get("lang", "ru"))
    style.apply()
    follow(
        language=tr.language,
        token=asked.get("token"),
        readonly="readonly" in asked,
        name=asked.get("name", ""),
        forget=tuple(filter(None, asked.get("forget", "").split(","))),
    )
    with st.container(key="top", horizontal=True):
        for name in ("undo", "redo"):
            st.button(name, key=name, on_click=count, args=(name,), disabled="disabled" in asked)
    with st.container(key="counts"):
        st.text(", ".join(f"{name}: {st.session_state.get(name + 's', 0)}" for name in ("undo", "redo")))
    projects(tr=tr)
    copied(token="L" * 32, tr=tr, key="link")
    st.text_input("Text", key="text")
    st.text_area("Area", key="area")
    st.selectbox("Choice", ["one", "two"], key="choice")
    st.checkbox("Tick", key="tick")
    for page in pages:
        st.page_link(page)


def again() -> None:
    draw()


pages = [st.Page(draw, default=True), st.Page(again, url_path="again")]

if __name__ == "__main__":
    st.navigation(pages, position="hidden").run()
else:
    from starlette.middleware import Middleware

    from wizard.ui.server import PageLanguage

    app = st.App(__file__, middleware=[Middleware(PageLanguage)])
