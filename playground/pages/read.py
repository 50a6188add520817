"""Reading a text: a picture, made worse by hand; what was read and how sure it is; what a person does about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from playground.facts import failures
from playground.jobs.reading import Seen, Worse, read
from playground.parts import checking
from playground.parts.lists import HERE
from playground.parts.overlay import as_jpeg
from playground.parts.picture import Given, choose, stopped
from playground.parts.report import report
from playground.parts.result import Result
from playground.parts.sheet import Page, sheet
from playground.parts.texts import name_of, with_text
from playground.parts.waiting import wait
from playground.parts.words import legend, shown
from playground.parts.worse import worse
from playground.say import foreign, language, quoting, say
from playground.theme import said, told
from playground.ways import on_site
from playground.work import ask
from toolkit.view.failing import Failing
from toolkit.vision.readers import READERS, Available, probe
from toolkit.vision.redaction import blackened
from toolkit.words import words

SERVICE = "tesseract-ocr"
TABS = ("worse", "check", "errors", "correct", "hide", "two", "take", "reader")
#: Readings of somebody's own picture that a session keeps: one of each reader.
KEPT = 2


def main() -> None:
    """The page, from the demonstration that the address asks for to what can be taken along."""
    st.title(say("read.title"), anchor=False)
    row = _demo()
    if not row:
        st.write(say("read.lead"))
    readers = _readers()
    here = [each for each in readers if each.here]
    if not here:
        _install(readers)
        return
    demo = row.limitation.demo if row else None
    given = choose("read", with_text(), (demo.sample if demo else None) or "")
    if stopped("read"):
        return
    tabs = dict(zip(TABS, st.tabs([say(f"read.tab-{name}") for name in TABS]), strict=True))
    with tabs["worse"]:
        how = worse("read", row.degradation if row else "")
    with tabs["reader"]:
        reader, tongue = _which(here, readers, given)
    if not given:
        told(say("picture.none"), say("picture.none-help"))
        return
    asked = Asked(given, how, tongue)
    seen = asked.seen(reader)
    if not seen:
        return
    with tabs["reader"]:
        known = {"reader": seen.reading.reader, "version": seen.reading.version, "seconds": round(seen.seconds, 1)}
        said('<p class="quiet">{}</p>', say("read.reader-about", **known))
    if not seen.reading.words:
        told(say("read.nothing"), say("read.nothing-help"))
    result = _panels(asked, seen, tabs)
    with tabs["two"]:
        _two(asked, result, [each.reader for each in here if each.reader != reader])
    _sheet(asked, seen, result)


class Asked(NamedTuple):
    """What is to be read, and how."""

    given: Given
    how: Worse
    tongue: str

    def mark(self, reader: str) -> str:
        """Tells one reading from every other one of this session."""
        return f"{self.given.mark} {self.how} {reader} {self.tongue}"

    def seen(self, reader: str) -> Seen | None:
        """What *reader* read. Of a sample it is kept for everybody, of somebody's own picture in this session only."""
        given, how, tongue = self
        if given.sample:
            key = (given.key, how, reader, tongue)
            return wait(partial(ask, read, given.picture, how, reader, tongue, key=key))
        kept: dict[str, Seen] = st.session_state.setdefault("read.kept", {})
        mark = self.mark(reader)
        if mark not in kept:
            seen = wait(partial(ask, read, given.picture, how, reader, tongue))
            if not seen:
                return None
            while len(kept) >= KEPT:
                del kept[next(iter(kept))]
            kept[mark] = seen
        return kept[mark]


def _panels(asked: Asked, seen: Seen, tabs: Mapping[str, DeltaGenerator]) -> Result:
    """What can be done with the reading *seen*; gives what became of it."""
    mark = asked.mark(seen.reading.reader)
    truth = asked.given.sample.truth if asked.given.sample else None
    with tabs["check"]:
        least = checking.threshold()
    result = Result(seen.reading, asked.tongue, truth.text if truth else None, least, checking.corrections(mark))
    with tabs["hide"]:
        result = checking.hiding(result)
    with tabs["check"]:
        checking.checked(result)
    with tabs["errors"]:
        checking.errors(result, truth)
    with tabs["correct"]:
        checking.overrule(mark, result)
    with tabs["take"]:
        checking.take(result, seen.picture.shape[:2])
    return result


def _two(asked: Asked, result: Result, others: list[str]) -> None:
    """Another reader beside the first, where somebody asks for it."""
    if not others:
        st.write(say("read.no-second"))
        return
    other = st.selectbox(say("read.second"), others, None, key="read.second")
    second = asked.seen(other) if other else None
    if second:
        checking.compared(result, second)


def _sheet(asked: Asked, seen: Seen, result: Result) -> None:
    """The picture and the text, what the signs mean, and the way to report what is wrong."""
    all, gaps = shown(result)
    picture, jpeg = seen.picture, seen.jpeg
    if result.kinds:  # what is hidden is not in the page at all, not only covered
        picture = blackened(picture, [seen.reading.words[at].box for at in result.kinds])
        jpeg = as_jpeg(picture)
    height, width, _ = picture.shape
    about = say("read.picture", count=len(all))
    side = words(asked.tongue).direction
    st.html(sheet(Page(jpeg, (height, width), about, say("read.text"), asked.tongue, side), all, gaps))
    rows = Markup("").join(Markup("<li>{}</li>").format(row) for row in legend(all, gaps))
    said('<ul class="quiet">{}</ul>', rows)
    report(HERE, SERVICE, "read", picture)


def _demo() -> Failing | None:
    """The limitation that the address asks to show; where another engine stands in, that is said before anything."""
    asked = st.query_params.get("demo", "")
    if not asked:
        return None
    row = next((row for rows in failures().values() for row in rows if row.demo == asked), None)
    if not row:
        told(say("read.no-demo"))
        return None
    if row.instead:
        told(say("fail.instead", name=row.name, engine=row.instead.name))
    demo = row.limitation.demo
    said("<h2>{}</h2><p>{}</p>", foreign(row.limitation.condition), foreign(row.limitation.effect))
    if demo and demo.expected:
        said('<p class="large">{}</p>', quoting("read.demo", what=demo.expected))
    if row.href:
        said('<p><a href="{}" target="_self">{}</a></p>', on_site(f"notes/{row.href}"), say("fail.back"))
    return row


@st.cache_resource(show_spinner=False)
def _readers() -> tuple[Available, ...]:
    """The readers that may see what somebody brings: none that writes files."""
    return tuple(each for each in probe() if not READERS[each.reader].writes_files)


def _install(readers: tuple[Available, ...]) -> None:
    told(say("read.no-reader"), say("read.install"))
    st.code("\n".join(dict.fromkeys(command for each in readers for command in each.install)), language=None)


def _which(here: list[Available], readers: tuple[Available, ...], given: Given | None) -> tuple[str, str]:
    """Let somebody choose a reader and the language to read in: first that of the sample, else of the page."""
    reader = st.selectbox(say("read.reader"), [each.reader for each in here], key="read.reader")
    known = next(each for each in here if each.reader == reader).languages
    likely = (*(given.sample.languages if given and given.sample else ()), language(), "en", *known)
    start = next(tag for tag in likely if tag in known)
    names = {tag: name_of(tag) for tag in known}
    mark = given.mark if given and given.sample else ""
    tongue = st.selectbox(
        say("read.language"), known, known.index(start), format_func=names.__getitem__, key=f"read.language.{mark}"
    )
    for missing in (each for each in readers if not each.here):
        st.write(say("read.reader-missing", reader=missing.reader))
        st.code("\n".join(missing.install), language=None)
    return reader, tongue


main()
