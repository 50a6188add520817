"""Teach a classifier: tags and pictures in; its mistakes as pictures, a mask, and what it says of something else."""

from __future__ import annotations

import streamlit as st

from playground.parts.learned import learn, lesson, nothing_yet
from playground.parts.trials import cover, mistakes, other, trial
from playground.say import say

#: The first step is `learn`; each of the others shows something about what was learned.
STEPS = {"test": mistakes, "try": trial, "cover": cover, "else": other}

st.title(say("app.teach"), anchor=False)
st.markdown(say("teach.lead"))
step = st.segmented_control(
    say("teach.steps"),
    ("teach", *STEPS),
    format_func=lambda name: say(f"teach.step-{name}"),
    default="teach",
    required=True,
    key="teach.step",
    label_visibility="collapsed",
)
if step == "teach":
    learn()
elif found := lesson():
    STEPS[str(step)](found)
else:
    nothing_yet()
