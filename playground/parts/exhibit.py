"""What somebody in one arm of a study is shown of the notice: its first screen, a sign, or its plain words alone."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from playground.parts.sheets import sheets
from playground.parts.sitting import Sitting
from playground.say import foreign, say
from playground.theme import said
from toolkit.translations import Said
from toolkit.view import notice


def exhibit(here: Sitting) -> None:
    """Draw it; nothing for the arm that is shown nothing."""
    arm, wording = here.wording.arm(here.seat.arm), here.wording.place
    if arm.shows == "nothing":
        return
    sign = next((each for each in here.view.deployment.signs if each.id == arm.sign), None)
    sign = sign if arm.shows == "sign" else None
    if sign:
        _picture(here, sign.id)
    facts = wording.of_sign(sign) if sign else notice.first_screen(wording)
    head, lead = notice.headline(wording, sign), notice.lead(wording, sign)
    said('<h2>{}</h2><p class="large">{}</p>', _in(head), _in(lead) if lead else "")
    rows = [Markup("<li><strong>{}</strong><br>{}</li>").format(_in(fact.title), _in(fact.text)) for fact in facts]
    said("<ul>{}</ul><p>{}</p>", Markup("").join(rows), foreign(wording.responsible, wording.language))
    if arm.shows == "notice":
        _whole(here)


def _picture(here: Sitting, sign: str) -> None:
    """The sign as it hangs there, where the build made it."""
    found = sheets(here.view.deployment, here.wording.language)
    path = found.signs().get(sign) if found else None
    if path:
        st.image(str(path), width=480, alt=say("study.notice-sign"))


def _whole(here: Sitting) -> None:
    """The way to all of it, in another window: to leave this page would lose whose answers these are."""
    found = sheets(here.view.deployment, here.wording.language)
    if found:
        link = '<p><a class="main" href="{}" target="_blank">{}</a></p><p>{}</p>'
        address = found.href(f"{found.language}/index.html")
        said(link, address, say("study.notice-whole"), say("questions.window"))


def _in(text: Said) -> Markup:
    return foreign(text.text, text.language)
