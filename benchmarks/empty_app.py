"""The least a Streamlit app can be: the floor of every measure."""

import streamlit as st

st.title("Empty app")
st.button("Click", key="click")
st.write("Ready")
