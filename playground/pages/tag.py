"""Tag a picture: what detectors find, what lists hold back, what worse pictures do to it, and why to doubt it."""

from __future__ import annotations

import streamlit as st

from playground.facts import content
from playground.jobs.lesson import small
from playground.jobs.reading import Worse
from playground.jobs.tagging import Seen, compared, rows, tag
from playground.parts import panels, tagged
from playground.parts.lists import HERE, SERVICE
from playground.parts.picture import Given, boxes, choose, stopped
from playground.parts.report import report
from playground.parts.shipped import photographs
from playground.parts.waiting import wait
from playground.parts.worse import worse
from playground.say import say
from playground.theme import told
from playground.work import ask
from toolkit.vision.choice import Choice
from toolkit.vision.choice import choose as parted
from toolkit.vision.taggers.detectors import LONG_SIDE_OF_CODES

FIRST = "astronaut"


def main() -> None:
    """The page, from the picture down to the doubts."""
    st.title(say("app.tag"), anchor=False)
    st.markdown(say("tag.lead"))
    given = choose("tag", photographs(), FIRST)
    if stopped("tag"):
        return
    if not given:
        told(say("picture.none"), say("picture.none-help"))
        return
    _tagged(given)


def _tagged(given: Given) -> None:
    """The picture with its boxes beside what somebody can change; below, what was found and why to doubt it."""
    left, right = st.columns([3, 2], gap="large")
    with right:
        by_damage, by_lists, by_person = st.tabs([say(f"tag.panel-{name}") for name in ("worse", "lists", "person")])
        with by_damage:
            damage = worse("tag")
        with by_lists:
            choice = panels.lists()
    with left:
        seen = _seen(given, damage)
    if not seen:
        return
    chosen = parted(seen.tagging, choice)
    labels = [row.label for row in rows(chosen.shown)]
    with left:
        marks = tagged.marks(chosen.shown)
        boxes(seen.picture, marks)
        report(HERE, SERVICE, "tag", seen.picture, [mark.box for mark in marks])
    with by_damage:
        _change(given, damage, seen, choice)
    with by_person:
        tagged.counts(labels, panels.overrule(labels))
    with right:
        tagged.found(chosen, choice)
    withheld, why = st.columns([2, 3], gap="large")
    with withheld:
        tagged.withheld(chosen)
    with why:
        tagged.why(content().services[SERVICE].record, labels, [id for id, _ in damage])


def _seen(given: Given, damage: Worse) -> Seen | None:
    """The tags of what was chosen, made worse; kept for samples only."""
    picture = small(given.picture, LONG_SIDE_OF_CODES)
    key = (given.key, damage) if given.key else None
    return wait(lambda: ask(tag, picture, damage, key=key))


def _change(given: Given, damage: Worse, seen: Seen, choice: Choice) -> None:
    """What the damage did to the tags that are shown."""
    clear = _seen(given, ()) if damage else None
    if clear:
        tagged.change(compared(*(parted(each.tagging, choice).shown for each in (clear, seen))))


main()
