"""The first page: what this is, and three ways in."""

from __future__ import annotations

import streamlit as st

from playground.say import say

st.title(say("app.title"))
