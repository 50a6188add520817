"""What somebody can say on the page of tags: which lists hold, and where the machine is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from playground.facts import content
from playground.parts.lists import HERE, Preset, own, presets
from playground.say import say
from toolkit.vision.choice import Choice
from toolkit.vision.taggers.detectors import LABELS

OWN = "own"


class Overruled(NamedTuple):
    """What a person says against the machine."""

    wrong: tuple[str, ...]
    missing: tuple[str, ...]


def label(name: str) -> str:
    """The word for a tag in the language of whoever looks."""
    return say(f"tag.label-{name.replace(' ', '-')}")


def overrule(shown: Sequence[str]) -> Overruled:
    """Let somebody say which of the labels *shown* are wrong and which were missed."""
    st.markdown(say("tag.person-lead"))
    wrong: list[str] = st.session_state.get("tag.wrong") or []
    options = list(dict.fromkeys([*shown, *wrong]))
    if options:
        wrong = st.pills(say("tag.wrong"), options, selection_mode="multi", format_func=label, key="tag.wrong")
    missing = st.multiselect(say("tag.missing"), LABELS, format_func=label, key="tag.missing")
    return Overruled(tuple(wrong), tuple(missing))


def lists() -> Choice:
    """Whose lists, at first those of the playground; one's own allow, block, and have a least score."""
    known = _presets()
    names = {preset.id: say("tag.lists-of", place=preset.place) for preset in known.values()}
    names[OWN] = say("tag.lists-own")
    chosen = st.selectbox(say("tag.lists"), list(names), format_func=names.__getitem__, key="tag.lists")
    if chosen != OWN:
        theirs = known[chosen].choice
        st.markdown(say("tag.threshold-place", score=float(theirs.default_threshold)))
        return theirs
    least = st.slider(say("tag.threshold"), 0.0, 1.0, 0.5, 0.05, key="tag.threshold", persist_state="session")
    with st.popover(say("tag.lists-edit")):
        allow, block = (
            st.multiselect(say(f"tag.{kind}"), LABELS, format_func=label, key=f"tag.{kind}", persist_state="session")
            for kind in ("allow", "block")
        )
    always = known[HERE].choice.block if HERE in known else frozenset()
    if always:
        st.markdown(say("tag.always", tags=", ".join(label(name) for name in sorted(always))))
    return own(allow, block, always)._replace(default_threshold=least)


def _presets() -> dict[str, Preset]:
    found = presets(loaded.record for loaded in content().deployments.values())
    return {preset.id: preset for preset in found}
