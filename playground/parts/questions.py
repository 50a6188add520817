"""One question of a study as fields of Streamlit, and what stands in them as an answer.

The question itself is a heading in its own language; a field that repeats it for screen readers holds no markup. Each
field has a key of its own question, so nothing of one answer appears under another.
"""

from __future__ import annotations

import re

import streamlit as st

from playground.parts.sitting import Sitting
from playground.say import foreign, say
from playground.say import said as phrase
from playground.theme import said
from toolkit.model.study import DONT_KNOW, SCALE
from toolkit.store.words import LONGEST
from toolkit.translations import Said
from toolkit.view.study import USABILITY, Answer, Step, StudyWording, read_answer
from toolkit.words import words as known

#: What Streamlit takes for markup in a label, and what would begin a list.
MARKUP = re.compile(r"([\\`*_\[\]<>#~$|])")
LIST = re.compile(r"^(\d*)([-+.)])")


def ask(step: Step, wording: StudyWording, wave: str, now: Answer = None) -> None:
    """Draw *step*: its words, and fields in which *now* is chosen, or nothing."""
    words, key = prompt(step, wording, wave), _key(step, wave)
    if step.id in USABILITY:
        st.markdown(say("study.usability"))
    said("<h2>{}</h2>", foreign(words.text, words.language))
    if step.question and step.question.sensitive:
        st.markdown(say("study.sensitive"))
    label = bare(words.text)
    if step.form == "text":
        st.markdown(f"{say('study.words')} {say('study.words-careful', most=LONGEST)}")
        before = now if isinstance(now, str) else ""
        st.text_area(label, before, max_chars=LONGEST, key=key, label_visibility="collapsed")
        st.checkbox(say("study.words-unsure"), now == (DONT_KNOW,), key=f"{key}.{DONT_KNOW}")
        return
    shown = options(step, wording)
    chosen = now if isinstance(now, tuple) else () if now is None else (str(now),)
    if step.form == "multiple":
        st.markdown(say("study.several"))
        for id, text in shown.items():
            st.checkbox(bare(text), id in chosen, key=f"{key}.{id}")
        return
    start = list(shown).index(chosen[0]) if chosen and chosen[0] in shown else None
    st.radio(
        label,
        list(shown),
        start,
        format_func=lambda name: bare(shown[name]),
        key=key,
        label_visibility="collapsed",
    )


def given(step: Step, here: Sitting) -> tuple[Answer, str]:
    """What stands in the fields of *step*, and what is wrong with that: a word as in `sitting.REASONS`, or nothing."""
    state, key = st.session_state, _key(step, here.seat.wave)
    if step.form == "text":
        written, unsure = (state.get(key) or "").strip(), state.get(f"{key}.{DONT_KNOW}")
        if written:
            return written, "only" if unsure else ""
        return ((DONT_KNOW,), "") if unsure else (None, "words")
    several = [id for id in options(step, here.wording) if state.get(f"{key}.{id}")]
    try:
        answer = read_answer(step, several if step.form == "multiple" else [str(state.get(key) or "")])
    except ValueError:
        answer = None
    if answer is None:
        return None, "answer"
    return answer, "only" if isinstance(answer, tuple) and DONT_KNOW in answer and len(answer) > 1 else ""


def prompt(step: Step, wording: StudyWording, wave: str) -> Said:
    """The words of *step*: those of its question, or a statement of the System Usability Scale."""
    if step.question:
        return wording.prompt(step.question, wave)
    return Said(phrase(wording.language, f"study.{step.id}"), wording.language, "source")


def options(step: Step, wording: StudyWording) -> dict[str, str]:
    """What can be chosen by its id, in the order in which it is read; "I don't know" last."""
    if step.form != "scale" and step.question:
        return {option.id: option.text.text for option in wording.options(step.question)}
    ends = ("agree-not", "agree-fully") if step.id in USABILITY else ("not-at-all", "fully")
    words = {1: phrase(wording.language, f"study.{ends[0]}"), SCALE: phrase(wording.language, f"study.{ends[1]}")}
    steps = {
        str(number): ": ".join(filter(None, (known(wording.language).number(number), words.get(number))))
        for number in range(1, SCALE + 1)
    }
    return {**steps, DONT_KNOW: wording.place.say("study.dont-know")}


def told_answer(step: Step, wording: StudyWording, answer: Answer) -> str:
    """An answer as its person reads it again."""
    if answer is None:
        return say("study.skipped")
    shown = options(step, wording)
    if isinstance(answer, str):
        return shown[DONT_KNOW] if answer == DONT_KNOW else answer
    return known(wording.language).listing(
        [shown.get(id, id) for id in ((str(answer),) if isinstance(answer, int) else answer)]
    )


def bare(text: str) -> str:
    """*text* as a label that shows each of its characters."""
    return LIST.sub(r"\1\\\2", MARKUP.sub(r"\\\1", text))


def _key(step: Step, wave: str) -> str:
    return f"study.answer.{wave}.{step.id}"
