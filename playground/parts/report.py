"""A button beside a result that says what is wrong with it: a kind, a few words, and a part of the picture by consent.

What is written goes to the store of reports, for as long as it says there, under a code that is shown once.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial

import streamlit as st

from playground.parts import crop
from playground.say import language, say
from playground.server.kept import day, project, store
from playground.server.pace import PACE
from playground.server.places import channel, kept_days, open_places
from playground.theme import said, told
from toolkit.store.codes import Code, new_code
from toolkit.store.engine import StoreError
from toolkit.store.feedback import Crop, Message, Term, send_report
from toolkit.store.words import LONGEST, Refused
from toolkit.vision.reading import Box, Picture
from toolkit.words import words

KINDS = ("inaccurate", "harmful", "incomplete", "other")
log = logging.getLogger(__name__)


def report(place: str, service: str, about: str, picture: Picture | None, boxes: Sequence[Box] = ()) -> None:
    """Let somebody report a problem with a result of *service* at *place*.

    *about* says in a few words which result that is, and is kept with the report. A part of *picture* is sent only
    after consent of its own: one of *boxes*, in their order from 1, or one that the person chooses.
    """
    key = f"report.{place}.{service}.{about}"
    with st.popover(say("report.open"), icon=":material/flag:"):
        code = st.session_state.get(f"{key}.sent")
        if code is not None:
            _thanks(key, place, code)
        else:
            _form(key, Message(place, "", "", language(), service, about), picture, boxes)


def _form(key: str, message: Message, picture: Picture | None, boxes: Sequence[Box]) -> None:
    until = words(language()).day(_term(message).end)
    st.radio(say("report.kind"), KINDS, None, format_func=_kind, key=f"{key}.kind")
    st.text_area(say("report.text"), max_chars=LONGEST, key=f"{key}.text")
    said("<p>{}</p>", say("report.kept", day=until))
    added = None
    if picture is not None and st.checkbox(say("report.crop"), key=f"{key}.crop"):
        png, consent = crop.chosen(key, picture, boxes), say("report.consent", day=until)
        added = Crop(png, consent if st.checkbox(consent, key=f"{key}.consent") else "")
    wrong = st.session_state.pop(f"{key}.wrong", None)
    if wrong:
        told(say(f"report.error.{wrong}", most=LONGEST))
    st.button(say("report.send"), key=f"{key}.send", on_click=partial(_send, key, message, added))


def _send(key: str, message: Message, added: Crop | None) -> None:
    """Keep the report; a second click finds it kept."""
    state = st.session_state
    kind, text = state.get(f"{key}.kind"), state.get(f"{key}.text") or ""
    code: Code = state.setdefault(f"{key}.code", new_code())
    if f"{key}.sent" in state:
        return
    if kind is None or not PACE.allows(st.context.ip_address or ""):
        state[f"{key}.wrong"] = "busy" if kind else "kind"
        return
    try:
        send_report(store(project()), message._replace(kind=kind, text=text), _term(message), code, added)
    except Refused as refused:
        state[f"{key}.wrong"] = refused.reason
    except StoreError as error:
        log.error("a report was not kept: %s", error)  # noqa: TRY400 - it holds no words of people
        state[f"{key}.wrong"] = "closed"
    else:
        state[f"{key}.sent"] = code


def _term(message: Message) -> Term:
    """For how long from today its place keeps *message*."""
    return Term(day(), kept_days(open_places(project()).get(message.deployment)))


def _thanks(key: str, place: str, code: Code) -> None:
    view = open_places(project()).get(place)
    way = channel(view, "in_app", "anonymous_box") if view else None
    told(say("report.thanks"))
    if way:
        said("<p>{}</p>", say("report.promise", days=words(language()).amount(way.response_days, "days")))
    said("<p><strong>{}</strong></p>", say("report.code"))
    st.code(str(code), language=None)
    link = f'<p>{{}}</p><p><a href="feedback/delete?lang={language()}" target="_blank">{{}}</a></p>'
    said(link, say("report.once"), say("report.where"))
    st.button(say("report.done"), key=f"{key}.done", on_click=partial(_forget, key))


def _forget(key: str) -> None:
    """The code is gone from here, and another report can be sent."""
    for name in ("sent", "code"):
        st.session_state.pop(f"{key}.{name}", None)


def _kind(kind: str) -> str:
    return say(f"feedback.kind.{kind}")
