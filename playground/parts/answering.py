"""From the first question of a study to the last: one at a time, each kept before the next is drawn."""

from __future__ import annotations

import secrets
import time
from functools import partial

import streamlit as st
from markupsafe import Markup

from playground.parts import questions
from playground.parts.exhibit import exhibit
from playground.parts.sitting import TOKEN, VIEW, WRONG, Sitting, asked_of, attempt, forget, show, titled, wrong
from playground.say import foreign, say
from playground.server.kept import now
from playground.theme import said
from playground.ways import way
from toolkit.view.study import Step, applies
from toolkit.words import words

CHANGE = "change:"
#: What was kept last: a second click brings the same once more.
LAST = "study.last"


def answer(here: Sitting) -> None:
    """The next thing that this person meets, or what they want to change; all that they said once nothing is left."""
    view = str(st.session_state.get(VIEW) or "")
    met = _met(here)
    wanted = next((step for step in met if view == f"{CHANGE}{step.id}"), None)
    step = wanted or here.enquiry.next(here.seat)
    if step is None:
        _check(here, met)
    elif step.form == "show":
        _notice(here, step) if step.id == "notice" else _task(here, step)
    else:
        _question(here, step, met)


def thanks(here: Sitting) -> None:
    """The end: what happens next, and nothing left on this screen."""
    titled(say("study.thanks-title"), say("study.thanks-trial" if here.seat.use != "real" else "study.thanks"))
    lines = [say("study.then-count"), say("study.then-better")]
    after = next((each.after_days for each in here.study.waves if each.id == "continued"), None)
    if after and here.seat.wave == "first" and "recontact" in here.seat.agreed:
        lines.append(say("study.then-again", days=words(here.wording.language).amount(after, "days")))
    if here.study.consent.quotes:
        lines.append(say("study.then-quotes" if "quotes" in here.seat.agreed else "study.then-no-quotes"))
    listed = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    said("<h2>{}</h2><ul>{}</ul>", say("study.then-title"), listed)


def footer(here: Sitting) -> None:
    """The ways out, on every page: see one's answers, withdraw, leave the screen."""
    st.divider()
    with st.container(horizontal=True):
        st.button(say("study.see"), on_click=partial(show, "mine"))
        st.button(say("study.withdraw"), on_click=partial(show, "withdraw"))
        st.button(say("study.pause"), on_click=partial(show, "leave"))
    if here.study.mode == "coded":
        st.markdown(say("questions.reload"))


def leave(here: Sitting) -> None:
    """Whether this screen shall be free for somebody else."""
    lead = say("study.leave-lead" if here.study.mode == "coded" else "study.leave-alone")
    said("<h2>{}</h2><p>{}</p>", say("study.leave-title"), lead)
    wrong()
    with st.container(horizontal=True):
        st.button(say("study.leave-go"), on_click=partial(_gone, here))
        st.button(say("study.leave-stay"), type="primary", on_click=show)


def _gone(here: Sitting) -> None:
    if attempt(lambda: here.enquiry.leave(st.session_state[TOKEN])):
        forget()
        show("left")


def _met(here: Sitting) -> list[Step]:
    """Every step of this person, as far as their answers tell."""
    answers = here.enquiry.answers(here.seat)
    return [step for step in asked_of(here) if applies(step, answers)]


def _question(here: Sitting, step: Step, met: list[Step]) -> None:
    asked = [each.id for each in met if each.form != "show"]
    known = here.enquiry.answers(here.seat)
    number = asked.index(step.id) + 1
    st.progress(number / len(asked), say("study.progress", number=number, total=len(asked)))
    questions.ask(step, here.wording, here.seat.wave, known.get(step.id))
    wrong()
    once = _once(step)
    with st.container(horizontal=True):
        st.button(say("study.next"), type="primary", key=f"next.{once}", on_click=partial(_keep, here, step, once))
        skip = partial(_keep, here, step, once, skipped=True)
        st.button(say("study.skip"), key=f"skip.{once}", on_click=skip)
        before = [each for each in met[: met.index(step)] if each.form != "show" and each.id in known]
        if before:
            st.button(say("study.back"), key=f"back.{once}", on_click=partial(show, f"{CHANGE}{before[-1].id}"))
    _look_again(here, step)


def _once(step: Step) -> str:
    """One word for this drawing of *step*, under which its answer is kept once however often a button is pressed."""
    state = st.session_state
    state.setdefault(f"study.shown.{step.id}", time.monotonic())
    return str(state.setdefault(f"study.once.{step.id}", secrets.token_hex(16)))


def _keep(here: Sitting, step: Step, once: str, *, skipped: bool = False) -> None:
    """Keep what stands in the fields, or that it was passed over; then go on."""
    state = st.session_state
    if state.get(LAST) == once:
        return
    value, wrong_with = (None, "") if skipped or step.form == "show" else questions.given(step, here)
    if wrong_with:
        state[WRONG] = wrong_with
        return
    seconds = time.monotonic() - state.get(f"study.shown.{step.id}", time.monotonic())
    if attempt(lambda: here.enquiry.save(here.seat, step.id, value, once, now(), seconds)):
        state[LAST] = once
        for name in ("shown", "once"):
            state.pop(f"study.{name}.{step.id}", None)
        show()


def _notice(here: Sitting, step: Step) -> None:
    said("<h2>{}</h2><p>{}</p>", say("study.notice-title"), say("study.notice-lead"))
    exhibit(here)
    wrong()
    once = _once(step)
    st.button(say("study.notice-read"), type="primary", key=f"next.{once}", on_click=partial(_keep, here, step, once))


def _task(here: Sitting, step: Step) -> None:
    task = here.study.task
    if task is None:
        return
    text = here.wording.text("task.text", task.text)
    said("<h2>{}</h2>", say("study.task-title"))
    said('<p class="large">{}</p><p>{}</p>', foreign(text.text, text.language), say("study.task-lead"))
    way(
        task.page,
        say("study.task-go"),
        ":material/arrow_forward:",
        **({"place": here.view.id} if task.page == "notice" else {}),
    )
    st.markdown(say("questions.task-back", page=say("app.study")))
    wrong()
    once = _once(step)
    with st.container(horizontal=True):
        st.button(say("study.task-done"), type="primary", key=f"next.{once}", on_click=partial(_keep, here, step, once))
        skip = partial(_keep, here, step, once, skipped=True)
        st.button(say("study.task-skip"), key=f"skip.{once}", on_click=skip)


def _look_again(here: Sitting, step: Step) -> None:
    """The notice once more, where the study allows it; never before it was shown."""
    arm = here.wording.arm(here.seat.arm)
    if arm.shows != "nothing" and arm.exposure.open_book and step.stage == "after":
        with st.expander(say("study.look-again")):
            exhibit(here)


def _check(here: Sitting, met: list[Step]) -> None:
    """All answers, each with a way to change it, and the end."""
    said("<h2>{}</h2><p>{}</p>", say("study.check-title"), say("study.check-lead"))
    known = here.enquiry.answers(here.seat)
    for step in (each for each in met if each.form != "show"):
        words = questions.prompt(step, here.wording, here.seat.wave)
        text = questions.told_answer(step, here.wording, known.get(step.id))
        said(
            "<p><strong>{}</strong><br>{}</p>",
            foreign(words.text, words.language),
            foreign(text, here.wording.language),
        )
        label = say("study.change-what", question=questions.bare(words.text))
        st.button(label, key=f"change.{step.id}", on_click=partial(show, f"{CHANGE}{step.id}"))
    wrong()
    st.button(say("study.finish"), type="primary", key="study.finish", on_click=partial(_finish, here))


def _finish(here: Sitting) -> None:
    """Done. Where people have no code, nothing here leads back to them from now on."""
    if attempt(lambda: here.enquiry.finish(here.seat, now())) and here.enquiry.anonymous:
        forget()
        show("thanks")
