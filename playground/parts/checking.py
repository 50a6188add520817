"""What can be done with a reading: have a person check, count errors, overrule, hide, compare, take along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import streamlit as st
from markupsafe import Markup, escape

from playground.jobs.reading import Seen
from playground.parts.compared import compare
from playground.parts.result import Result, percent
from playground.parts.words import how_sure
from playground.say import say
from playground.theme import said
from toolkit.evaluate.scores import score
from toolkit.evaluate.truth import Truth
from toolkit.vision.hocr import hocr
from toolkit.vision.reading import Reading
from toolkit.words import words as words_of

MISSES = ("misread", "not-read", "kinds", "lines", "rest")
START = 80


def threshold() -> int:
    """The threshold that somebody chose, from 0 to 100."""
    chosen = int(st.slider(say("read.threshold"), 0, 100, START, key="read.threshold"))
    said('<p class="quiet">{}</p>', say("read.threshold-about"))
    return chosen


def checked(result: Result) -> None:
    """Who looks at what, and what slips through."""
    words = result.reading.words
    below = len(result.weak)
    counts = {"below": below, "words": len(words), "above": len(words) - below}
    said('<p class="large">{}</p>', say("read.checks", **counts))
    if result.after is None:
        st.write(say("read.slips-unknown"))
    else:
        st.write(say("read.slips", wrong=len(result.slips)) if result.slips else say("read.slips-none"))
        if result.after.missed:
            st.write(say("read.slips-missed", missed=result.after.missed))
    _folded(say("read.checks-list", count=below), [how_sure(words[at]) for at in result.weak])


def errors(result: Result, truth: Truth | None) -> None:
    """The errors of the machine, counted."""
    found = result.before
    if found is None or truth is None:
        st.write(say("read.errors-unknown"))
        return
    if not found.errors:
        said('<p class="large">{}</p>', say("read.errors-none", there=found.length))
        return
    share = _percent(found.errors, found.length)
    said('<p class="large">{}</p>', say("read.errors", errors=found.errors, there=found.length, percent=share))
    kinds = {"misread": found.misread, "missed": found.missed, "invented": found.invented}
    st.write(say("read.errors-kinds", **kinds))
    letters = score(truth, result.reading).characters
    share = _percent(letters.errors, letters.length)
    st.write(say("read.errors-characters", errors=letters.errors, there=letters.length, percent=share))


def overrule(mark: str, result: Result) -> None:
    """Let a person write what really stands there; kept for this picture and session under `read.corrected`."""
    words = result.reading.words
    said('<p class="large">{}</p>', say("read.overrule"))
    if not words:
        st.write(say("read.nothing"))
        return
    order = sorted(range(len(words)), key=lambda at: percent(words[at]))
    names = {at: f"{words[at].text} ({percent(words[at])})" for at in order}
    at = st.selectbox(say("read.word"), order, format_func=names.__getitem__, key=f"read.word.{mark}")
    key = f"read.correction.{mark}.{at}"
    start = result.corrections.get(at, words[at].text)
    st.text_input(say("read.correction"), start, key=key, on_change=_correct, args=(mark, at, key), max_chars=200)
    if not result.corrections:
        return
    said('<p class="large">{}</p>', say("read.overruled", count=len(result.corrections)))
    if result.before and result.after:
        st.write(say("read.effect", before=result.before.errors, after=result.after.errors))
    else:
        st.write(say("read.effect-unknown"))
    st.button(say("read.undo"), key="read.undo", on_click=st.session_state.pop, args=("read.corrected", None))


def corrections(mark: str) -> dict[int, str]:
    """What a person wrote for the reading *mark*; what was written for another one is forgotten."""
    known: tuple[str, dict[int, str]] = st.session_state.get("read.corrected", ("", {}))
    if known[0] != mark:
        st.session_state.pop("read.corrected", None)
        return {}
    return known[1]


def hiding(result: Result) -> Result:
    """Let somebody hide what looks private; gives the result with or without it."""
    hide = st.checkbox(say("read.hide"), key="read.hide")
    chosen = replace(result, hide=hide)
    if hide:
        _hidden(chosen)
    return chosen


def _hidden(result: Result) -> None:
    found, left = result.private
    counts = Counter(each.kind for each in found)
    if not found:
        said('<p class="large">{}</p>', say("read.hide-none"))
    else:
        said('<p class="large">{}</p>', say("read.hide-found", count=len(found)))
        said("{}", _list([f"{say(f'read.kind.{kind}')}: {count}" for kind, count in counts.items()]))
    if left:
        _folded(say("read.hide-left", count=len(left)), [each.text for each in left])
    said(
        "<p><strong>{}</strong></p>{}", say("read.hide-misses"), _list([say(f"read.misses.{each}") for each in MISSES])
    )


def compared(first: Result, second: Seen) -> None:
    """Another reader beside the first: in how many words they differ, and how many are wrong in each."""
    found = compare(first.reading.text, [word.text for word in second.reading.words])
    count = len(first.reading.words)
    said(
        '<p class="large">{}</p>', say("read.differ" if found.errors else "read.same", count=found.errors, words=count)
    )
    here = compare(second.reading.text, [word.text for word in first.reading.words])
    sides = ((first.reading, set(here.instead)), (second.reading, set(found.instead)))
    for column, (reading, marked) in zip(st.columns(2), sides, strict=True):
        with column:
            said("<h3>{} {}</h3>", reading.reader, reading.version)
            if first.truth is not None:
                wrong = compare(first.truth, [word.text for word in reading.words])
                st.write(say("read.second-errors", errors=wrong.errors, there=wrong.length))
            _beside(reading, marked, first.language)


def _beside(reading: Reading, marked: set[int], tongue: str) -> None:
    """The text of a reader; what the other one read differently is marked by line and weight."""
    words = (
        Markup("<mark>{}</mark>").format(word.text) if at in marked else escape(word.text)
        for at, word in enumerate(reading.words)
    )
    lines = groupby(zip(reading.words, words, strict=True), lambda pair: pair[0].line)
    text = Markup("<br>").join(Markup(" ").join(word for _, word in line) for _, line in lines)
    said('<p class="beside" lang="{}" dir="{}">{}</p>', tongue, words_of(tongue).direction, text)


def take(result: Result, size: tuple[int, int]) -> None:
    """Three files to take along."""
    st.write(say("read.take-about"))
    files = {
        "text": (result.final.text, "reading.txt", "text/plain"),
        "json": (result.as_json(), "reading.json", "application/json"),
        "hocr": (hocr(result.final, size, [result.language]), "reading.hocr", "text/html"),
    }
    with st.container(horizontal=True):
        for name, (data, file, mime) in files.items():
            st.download_button(say(f"read.take-{name}"), data, file, mime, key=f"read.take.{name}", on_click="ignore")
    said('<p class="quiet">{}</p>', say("read.take-hocr-about"))


def _correct(mark: str, at: int, key: str) -> None:
    known = corrections(mark)
    st.session_state["read.corrected"] = (mark, {**known, at: st.session_state[key].strip()})


def _percent(part: int, whole: int) -> float:
    """How many for every 100; small numbers with one digit behind the point."""
    share = 100 * part / whole if whole else 0
    return round(share, 1) if share < 10 else round(share)


def _list(rows: Sequence[str]) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(row) for row in rows)
    return Markup("<ul>{}</ul>").format(items)


def _folded(title: str, rows: Sequence[str]) -> None:
    """A numbered list that can be opened; nothing where it is empty."""
    items = Markup("").join(Markup("<li>{}</li>").format(row) for row in rows)
    if rows:
        said("<details><summary>{}</summary><ol>{}</ol></details>", title, items)
