"""Before the first question of a study: what people agree to, the code that they get, and the way back with it."""

from __future__ import annotations

import secrets
from functools import partial

import streamlit as st
from markupsafe import Markup

from playground import config
from playground.parts.questions import bare
from playground.parts.sitting import CODE, TOKEN, VIEW, WRONG, Sitting, attempt, paced, show, sit, titled, tongue, wrong
from playground.say import foreign, language, say
from playground.server.kept import now
from playground.theme import said, told
from playground.ways import way
from toolkit.model import Study
from toolkit.store.codes import read_code
from toolkit.study.enquiry import Begun, Enquiry
from toolkit.view.place import PlaceView
from toolkit.view.study import StudyWording, steps
from toolkit.words import words

#: What is agreed to by itself besides taking part.
CLAUSES = ("quotes", "recontact", "background")
UNKNOWN = "study.unknown"


def front(view: PlaceView, study: Study, enquiry: Enquiry) -> None:
    """What the study is, its consent, and the way back for whoever has a code."""
    if st.session_state.get(VIEW) == "refused":
        told(say("study.refused"))
        way("notice", say("study.refused-notice"), place=view.id)
        return
    shut, coded = enquiry.shut(now()), study.mode == "coded"
    if shut:
        titled(say("study.shut-title"), say(f"study.shut.{shut}"))
        wrong()
    else:
        wording = StudyWording(view, study, tongue(study))
        _about(study, wording)
        plain = f"{config.read().base_path}/study/{view.id}?lang={language()}"
        said('<p><a href="{}" target="_self">{}</a></p>', plain, say("questions.plain"))
        wrong()
        _clauses(study, wording)
        with st.container(horizontal=True):
            st.button(say("study.begin"), type="primary", on_click=partial(_begin, enquiry, wording.language))
            st.button(say("study.refuse"), on_click=partial(_refuse, enquiry))
    if coded and shut != "over":
        if shut:
            st.markdown(say("study.shut-mine"))
        _resume(enquiry)


def again(here: Sitting) -> None:
    """The consent once more, after its words were changed."""
    said("<h2>{}</h2><p>{}</p>", say("study.again-title"), say("study.again"))
    _consent(here.study, here.wording)
    wrong()
    _clauses(here.study, here.wording)
    st.button(say("study.again-begin"), type="primary", on_click=partial(_agree, here))


def code(here: Sitting) -> None:
    """The code, until its person says that they have it: the only way back to their answers."""
    lines = [say(f"study.code-{name}") for name in ("resume", "see", "withdraw")]
    after = next((each.after_days for each in here.study.waves if each.id == "continued"), None)
    if after and "recontact" in here.seat.agreed:
        lines.append(say("study.code-again", days=words(language()).amount(after, "days")))
    said("<h2>{}</h2><p>{}</p>", say("study.code-title"), say("study.code-lead"))
    st.code(str(st.session_state[CODE]), language=None)
    listed = Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    said("<p>{}</p><ul>{}</ul>", say("study.code-for"), listed)
    said("<p><strong>{}</strong></p><p>{}</p>", say("questions.reload"), say("study.code-secret"))
    st.button(say("study.code-go"), type="primary", on_click=_noted)


def _noted() -> None:
    st.session_state.pop(CODE, None)


def _about(study: Study, wording: StudyWording) -> None:
    if study.status == "draft":
        titled(say("study.trial"), say("study.trial-more"))
    if wording.language != language():
        told(say("questions.other-language", language=words(wording.language).own_name))
    said('<p class="large">{}</p><p>{}</p>', _in(wording, "purpose", study.purpose), say("study.test-us"))
    later = say("study.later" if study.mode == "coded" else "study.at-once")
    many = say("study.long-more", count=max(_questions(study, arm.id) for arm in study.arms))
    said("<h2>{}</h2><p>{}</p>", say("study.who"), foreign(wording.place.responsible, wording.language))
    said("<h2>{}</h2><p>{} {}</p>", say("study.long"), many, later)
    said("<h2>{}</h2><p>{}</p>", say("study.for-it"), _in(wording, "compensation", study.compensation))
    said("<h2>{}</h2><p>{}</p>", say("study.ask"), _in(wording, "contact", study.contact))
    _consent(study, wording)


def _questions(study: Study, arm: str) -> int:
    """The most questions that somebody in *arm* is asked."""
    return sum(step.form != "show" for step in steps(study, arm))


def _in(wording: StudyWording, path: str, source: str) -> Markup:
    """A sentence of the study in its language."""
    text = wording.text(path, source)
    return foreign(text.text, text.language)


def _consent(study: Study, wording: StudyWording) -> None:
    """The words that people agree to, and when everything is deleted."""
    text = wording.text("consent.text", study.consent.text)
    told_by = [Markup("<p>{}</p>").format(foreign(part, text.language)) for part in text.text.split("\n\n")]
    known = words(language())
    kept = [say("study.kept-none"), say("study.kept-until", day=known.day(study.keep_until))]
    if study.mode == "coded":
        kept += [say("study.kept-times"), say("study.kept-freeze", day=known.day(study.consent.freeze))]
    else:
        kept.append(say("study.kept-alone"))
    said("<h2>{}</h2>{}<p>{}</p>", say("study.kept"), Markup("").join(told_by), " ".join(kept))


def _clauses(study: Study, wording: StudyWording) -> None:
    """A box for each thing to agree to, none of them ticked."""
    said("<h2>{}</h2>", say("study.agree-title"))
    st.checkbox(say("study.agree"), key="study.agree.participation")
    asked = {name: sentence for name in CLAUSES if (sentence := getattr(study.consent, name))}
    if asked:
        st.markdown(say("study.agree-also"))
    for name, sentence in asked.items():
        st.checkbox(bare(wording.text(f"consent.{name}", sentence).text), key=f"study.agree.{name}")


def _agreed() -> frozenset[str]:
    ticked = ("participation", *CLAUSES)
    found = frozenset(name for name in ticked if st.session_state.get(f"study.agree.{name}"))
    if "participation" not in found:
        st.session_state[WRONG] = "agree"
        return frozenset()
    return found


def _begin(enquiry: Enquiry, spoken: str) -> None:
    """Take part; a second click finds it done."""
    state = st.session_state
    if TOKEN in state:
        return
    agreed, once = _agreed(), state.setdefault("study.once", secrets.token_hex(16))
    if agreed and paced() and not attempt(lambda: sit(enquiry.begin(spoken, "streamlit", agreed, once, now()))):
        state.pop("study.once")


def _refuse(enquiry: Enquiry) -> None:
    """Count one more who said no, where that can be; whoever says no is never told of a fault."""
    state = st.session_state
    if state.get(VIEW) != "refused" and paced():
        attempt(lambda: enquiry.refuse(now()))
    state.pop(WRONG, None)
    show("refused")


def _agree(here: Sitting) -> None:
    agreed = _agreed()
    if agreed:
        attempt(lambda: here.enquiry.agree(here.seat, agreed, now()))


def _resume(enquiry: Enquiry) -> None:
    if st.session_state.pop(UNKNOWN, False):
        told(say("study.resume-unknown"))
    with st.expander(say("study.have-code")):
        st.markdown(say("study.resume-hint"))
        st.text_input(say("study.resume"), max_chars=100, key="study.resume")
        st.button(say("study.resume-go"), on_click=partial(_go_on, enquiry))


def _go_on(enquiry: Enquiry) -> None:
    """Go on with the code that stands in the field."""
    state = st.session_state
    code = read_code(state.get("study.resume") or "")
    if not paced():
        return
    found: list[Begun | None] = [None]
    if code is None or attempt(lambda: found.append(enquiry.resume(str(code), now()))):
        begun = found[-1]
        state[UNKNOWN] = begun is None
        if begun:
            sit(begun._replace(code=None))
