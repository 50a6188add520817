"""What a study keeps of one person, as that person sees it, and its end: withdrawing."""

from __future__ import annotations

from functools import partial

import streamlit as st

from playground.parts.questions import prompt, told_answer
from playground.parts.sitting import Sitting, attempt, forget, show, wrong
from playground.say import foreign, language, say
from playground.server.kept import day, now
from playground.theme import said
from toolkit.view.study import steps
from toolkit.words import words

#: What is shown and not asked.
SHOWN = ("notice", "task")


def mine(here: Sitting) -> None:
    """Everything that is kept."""
    agreed = [say(f"study.mine-agreed.{name}") for name in sorted(here.seat.agreed)]
    said("<h2>{}</h2><p>{}</p>", say("study.mine-title"), say("study.mine-lead"))
    for name, value in (
        ("place", here.view.deployment.name),
        ("language", words(here.seat.language).own_name),
        ("arm", here.seat.arm),
        ("state", say(f"study.mine-state.{here.seat.state}")),
        ("agreed", words(language()).listing(agreed)),
    ):
        said("<p><strong>{}</strong><br>{}</p>", say(f"study.mine-{name}"), value)
    _answers(here)
    if not here.enquiry.anonymous:
        st.markdown(say("study.mine-also"))
    st.button(say("study.go-on"), type="primary", on_click=show)
    st.button(say("study.withdraw"), on_click=partial(show, "withdraw"))


def withdraw(here: Sitting) -> None:
    """What is deleted and what stays, before it is done."""
    said("<h2>{}</h2><p>{}</p>", say("study.withdraw-title"), say("study.withdraw-lead"))
    count = sum(each.answer is not None for each in here.enquiry.mine(here.seat))
    gone = (say("study.withdraw-answers", count=count), say("study.withdraw-words"), say("study.withdraw-code"))
    said("<ul><li>{}</li><li>{}</li><li>{}</li></ul><p>{}</p>", *gone, say("study.withdraw-left"))
    freeze = here.study.consent.freeze
    if day() > freeze:
        said("<p>{}</p>", say("study.withdraw-frozen", day=words(here.wording.language).day(freeze)))
    said("<p>{}</p>", say("study.withdraw-why"))
    wrong()
    with st.container(horizontal=True):
        st.button(say("study.withdraw-go"), on_click=partial(_go, here))
        st.button(say("study.withdraw-stay"), type="primary", on_click=show)


def _go(here: Sitting) -> None:
    if attempt(lambda: here.enquiry.withdraw(here.seat, now())):
        forget()
        show("withdrawn")


def _answers(here: Sitting) -> None:
    """Every answer beside its question, by the wave in which it was given."""
    kept = [each for each in here.enquiry.mine(here.seat) if each.item not in SHOWN]
    said("<h2>{}</h2>", say("study.mine-answers" if kept else "study.mine-none"))
    for wave in ("first", "continued"):
        given = [each for each in kept if each.wave == wave]
        if given and len(here.study.waves) > 1:
            said('<h2 class="small">{}</h2>', say(f"study.mine-{wave}"))
        found = {step.id: step for step in steps(here.study, here.seat.arm, wave)}
        for each in (each for each in given if each.item in found):
            asked = prompt(found[each.item], here.wording, wave)
            text = told_answer(found[each.item], here.wording, each.answer)
            pattern = "<p><strong>{}</strong><br>{}</p>"
            said(pattern, foreign(asked.text, asked.language), foreign(text, here.wording.language))
