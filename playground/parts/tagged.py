"""What a tagger found, in figures and sentences: tags that are shown, tags that are withheld, and why to doubt them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st
from markupsafe import Markup

from playground.jobs.tagging import Compared, rows
from playground.parts.doubts import doubts, explained, limits
from playground.parts.figures import bar, scores, show
from playground.parts.overlay import Mark
from playground.parts.panels import Overruled, label
from playground.say import foreign, language, say
from playground.theme import said
from toolkit.model import Service
from toolkit.vision.choice import Choice, Chosen, Withheld
from toolkit.vision.reading import Tag
from toolkit.words import words

#: So many reasons are shown at once.
REASONS = 4
PEOPLE = {"face", "face in profile", "eye", "full body", "upper body", "person"}


def marks(tags: Sequence[Tag]) -> list[Mark]:
    """The boxes of *tags* with their numbers, counted from 1 in the order of *tags*."""
    boxed = [tag for tag in tags if tag.box]
    return [
        Mark(tag.box, say("tag.marked", number=number, tag=label(tag.label)), sign=str(number))
        for number, tag in enumerate(boxed, 1)
        if tag.box
    ]


def found(chosen: Chosen, choice: Choice) -> None:
    """The tags that are shown, those with boxes first, each label once, with its best score and the least one."""
    st.header(say("tag.shown"), anchor=False)
    numbers = {id(tag): number for number, tag in enumerate((tag for tag in chosen.shown if tag.box), 1)}
    if not chosen.shown:
        st.markdown(say("tag.shown-none"))
        return
    body = ""
    for row in rows(chosen.shown):
        boxed = [numbers[id(tag)] for tag in chosen.shown if tag.label == row.label and tag.box]
        where = say("tag.box", numbers=_listed(boxed)) if boxed else say("tag.whole")
        body += bar(label(row.label), row.scores[0], where, choice.threshold(row.label))
    show(scores(body))
    st.markdown(f"{say('tag.score-means')} {say('tag.stroke-means')}")
    if not any(tag.label in PEOPLE for tag in chosen.shown):
        st.markdown(f"**{say('tag.nobody')}**")


def withheld(chosen: Chosen) -> None:
    """Every tag that is not shown, each label and reason once, and why."""
    st.header(say("tag.withheld"), anchor=False)
    if not chosen.withheld:
        st.markdown(say("tag.withheld-none"))
        return
    groups: dict[tuple[str, str], list[Withheld]] = {}
    for each in chosen.withheld:
        groups.setdefault((each.tag.label, each.reason), []).append(each)
    weak = {key: group for key, group in groups.items() if key[0].startswith("colour ") and group[0].threshold}
    lines = [
        f"- **{_times(name, len(group))}** {_because(group[0])}"
        for (name, reason), group in groups.items()
        if (name, reason) not in weak
    ]
    if weak:
        colours = ", ".join(f"{label(name)} ({_score(group[0])})" for (name, _), group in weak.items())
        lines.append(f"- {say('tag.weak-colours', tags=colours)}")
    st.markdown(say("tag.withheld-lead"))
    st.markdown("\n".join(lines))


def change(compared: Compared) -> None:
    """What is gone and what is new since the picture got worse."""
    if compared.lost:
        st.markdown(f"**{say('tag.lost', tags=_changes(compared.lost))}**")
    if compared.came:
        st.markdown(f"**{say('tag.came', tags=_changes(compared.came))}**")
    if not compared.lost and not compared.came:
        st.markdown(say("tag.unchanged"))


def counts(shown: Sequence[str], person: Overruled) -> None:
    """What a person took away and added, and what counts after that."""
    taken = [name for name in person.wrong if name in shown]
    if not taken and not person.missing:
        st.markdown(say("tag.said-none"))
        return
    left = [name for name in dict.fromkeys([*shown, *person.missing]) if name not in taken]
    sentences = [say("tag.said-wrong", tags=_labels(taken))] if taken else []
    sentences += [say("tag.said-missing", tags=_labels(person.missing))] if person.missing else []
    sentences.append(f"**{say('tag.counts', tags=_labels(left)) if left else say('tag.counts-none')}**")
    st.markdown(" ".join(sentences))


def why(service: Service, labels: Sequence[str], degradations: Collection[str]) -> None:
    """The limitations of *service* that fit, with the way to the note, and what is known of the detectors at work."""
    st.header(say("tag.why"), anchor=False)
    st.markdown(say("tag.why-lead"))
    show(explained(service, doubts(service, labels, degradations)[:REASONS]))
    detectors = limits(labels)
    if detectors:
        with st.expander(say("tag.limits")):
            for detector in detectors:
                rows = Markup("").join(Markup("<li>{}</li>").format(foreign(sentence)) for sentence in detector.limits)
                pattern = "<p><strong>{}</strong>: {}</p><ul>{}</ul>"
                said(pattern, label(detector.label), foreign(detector.name), rows)


def _because(held: Withheld) -> str:
    if held.reason == "blocked":
        return say("tag.blocked")
    if held.threshold is None:
        return say("tag.not-allowed")
    short = held.short_by or 0
    digits = 2 if short >= 0.01 else 4
    score, threshold, by = (round(each, digits) for each in (held.tag.score, held.threshold, short))
    return say("tag.below", score=score, threshold=threshold, by=by)


def _score(held: Withheld) -> str:
    return words(language()).number(round(held.tag.score, 2))


def _times(name: str, count: int) -> str:
    return say("tag.times", tag=label(name), count=count) if count > 1 else label(name)


def _changes(changed: Sequence[tuple[str, int, int]]) -> str:
    return ", ".join(say("tag.change", tag=label(name), before=old, after=new) for name, old, new in changed)


def _labels(names: Sequence[str]) -> str:
    return ", ".join(label(name) for name in names)


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
