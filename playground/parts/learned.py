"""The first step of teaching: samples or own pictures, one button, and what is doubtful about the pictures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from playground.facts import project
from playground.jobs.lesson import teach_own, teach_samples
from playground.parts import own
from playground.parts.figures import halves, show
from playground.parts.shipped import photograph
from playground.parts.waiting import wait
from playground.say import say
from playground.work import ask
from toolkit.model.training import Mask
from toolkit.vision.classifier import Trained
from toolkit.vision.reading import Picture

KEY, BEHIND = "teach.lesson", "teach.behind"
SURFACES = ("brick", "grass", "gravel")


class Lesson(NamedTuple):
    """What was learned, and from what: own pictures in the order in which they taught, none for the samples."""

    trained: Trained
    pictures: tuple[Picture, ...] = ()


def lesson() -> Lesson | None:
    """What this session has taught."""
    found: Lesson | None = st.session_state.get(KEY)
    return found


def surfaces() -> Path:
    """The folder with the `training.yml` of the samples."""
    return project().root / "corpora" / "surfaces"


def nothing_yet() -> None:
    """Said on every step behind the first while there is nothing to show."""
    st.header(say("teach.nothing-yet"), anchor=False)
    st.markdown(say("teach.nothing-help"))
    st.button(say("teach.to-start"), on_click=to, args=("teach",))


def to(step: str) -> None:
    """Go to another step."""
    st.session_state["teach.step"] = step


def learn() -> None:
    """Samples or own pictures, and one button."""
    origins = ("samples", "own") if surfaces().is_dir() else ("own",)
    origin = st.radio(
        say("teach.from"),
        origins,
        format_func=lambda name: say(f"teach.{name}"),
        horizontal=True,
        key="teach.origin",
        persist_state="session",
    )
    if origin == "samples":
        _from_samples()
    else:
        _from_own()
    if found := lesson():
        _learned(found)


def teach(tags: list[own.Tagged], mask: Mask) -> None:
    """Learn from own pictures behind *mask*."""
    labelled = {tag.name: tuple(tag.pictures) for tag in tags}
    trained = wait(lambda: ask(teach_own, labelled, mask))
    if trained:
        st.session_state[KEY] = Lesson(trained, tuple(picture for tag in tags for picture in tag.pictures))


def _from_samples() -> None:
    show(halves([(name, photograph(name)) for name in SURFACES]))
    st.markdown(f"{say('teach.samples-about')} **{say('teach.samples-caution')}**")
    if st.button(say("teach.go"), type="primary", key="teach.go"):
        today = dt.datetime.now(dt.UTC).date()
        if trained := wait(lambda: ask(teach_samples, surfaces(), today, key="samples")):
            st.session_state[KEY] = Lesson(trained)


def _from_own() -> None:
    st.markdown(f"{say('teach.may')} {say('teach.private')}")
    tags = own.gather()
    mask: Mask = st.session_state.get(BEHIND, ())
    if mask:
        st.markdown(say("teach.with-mask"))
    missing = own.lacking(tags)
    if missing:
        st.markdown("\n".join(f"- {sentence}" for sentence in missing))
    with st.container(horizontal=True):
        pressed = st.button(say("teach.go"), type="primary", disabled=bool(missing), key="teach.go-own")
        st.button(say("teach.forget"), on_click=_forget)
    if pressed:
        teach(tags, mask)


def _learned(found: Lesson) -> None:
    trained = found.trained
    tags = ", ".join(trained.classifier.labels)
    with st.container(border=True):
        if found.pictures:
            st.markdown(f"**{say('teach.learned-own', tags=tags, count=len(found.pictures))}**")
        else:
            pieces = sum(not piece.right for piece in trained.pieces)
            st.markdown(f"**{say('teach.learned-samples', count=pieces)}**")
        st.markdown(say("teach.doubts"))
        kinds = dict.fromkeys(concern.kind for concern in trained.concerns)
        st.markdown("\n".join(f"- {say(f'teach.concern-{kind}')}" for kind in kinds))
        st.button(say("teach.next"), on_click=to, args=("test",))


def _forget() -> None:
    """Let go of own pictures, of what was learned from them, and of the mask."""
    own.forget()
    if (found := lesson()) and found.pictures:
        del st.session_state[KEY]
    st.session_state.pop(BEHIND, None)
