"""The least a Streamlit app can be, with a button that changes a text: the floor of every measure."""

import streamlit as st

st.title("Empty app")
st.session_state.clicks = st.session_state.get("clicks", 0) + st.button("Click", key="click")
st.write(f"Clicked: {st.session_state.clicks}")
st.write("Ready")
