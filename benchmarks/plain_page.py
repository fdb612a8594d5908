"""An ordinary page of 40 widgets and a chart, written without care for speed: the yardstick of a click."""

import altair as alt
import pandas as pd
import streamlit as st

st.title("Plain page")
st.session_state.clicks = st.session_state.get("clicks", 0) + st.button("Click", key="click")
st.write(f"Clicked: {st.session_state.clicks}")
for n in range(13):
    st.text_input(f"Text {n}", key=f"text-{n}")
for n in range(13):
    st.selectbox(f"Choice {n}", ("one", "two", "three"), key=f"choice-{n}")
for n in range(13):
    st.number_input(f"Number {n}", key=f"number-{n}")
counts = pd.DataFrame({"stage": [f"Stage {n}" for n in range(8)], "count": [100, 80, 60, 45, 30, 20, 14, 10]})
st.altair_chart(alt.Chart(counts).mark_bar().encode(x="count:Q", y=alt.Y("stage:N", sort=None)))
st.write("Ready")
