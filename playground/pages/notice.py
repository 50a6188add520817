"""A place as people meet it: its sign, its notice in plain words, and the way to all of it."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from playground.facts import content
from playground.parts.sheets import Sheets, sheets
from playground.say import foreign, language, say
from playground.theme import said, told
from toolkit.model import Deployment
from toolkit.words import words


def main() -> None:
    """The place that the address asks for, or the first."""
    st.title(say("notice.title"), anchor=False)
    places = {id: loaded.record for id, loaded in content().deployments.items()}
    if not places:
        told(say("notice.empty"), say("notice.empty-help"))
        return
    asked = st.query_params.get("place", "")
    st.write(say("notice.lead"))
    if asked and asked not in places:
        told(say("notice.unknown"))
    ids = list(places)
    start = ids.index(asked) if asked in ids else 0
    names = {id: place.name for id, place in places.items()}
    id = st.selectbox(say("notice.place"), ids, start, format_func=names.__getitem__, key=f"notice.place.{asked}")
    _place(places[id])


def _place(place: Deployment) -> None:
    found = sheets(place, language())
    if found is None:
        told(say("notice.unbuilt"), say("notice.unbuilt-help"))
        return
    if found.language != language():
        told(say("notice.other-language", language=words(found.language).own_name))
    picture, text = st.columns([6, 5], gap="large")
    with picture:
        _sign(found)
    with text:
        said("<h2>{}</h2>", say("notice.plain"))
        lines = Markup("").join(Markup("<p>{}</p>").format(foreign(line, found.language)) for line in found.plain())
        said('<div class="large">{}</div>', lines)
        said(
            '<p><a class="main" href="{}" target="_self">{}</a></p><p><a href="{}" target="_self">{}</a></p>',
            found.href(f"{found.language}/index.html"),
            say("notice.full"),
            found.href(f"spoken.{found.language}.txt"),
            say("notice.listen"),
        )


def _sign(found: Sheets) -> None:
    signs = found.signs()
    if not signs:
        told(say("notice.no-sign"))
        return
    id = next(iter(signs))
    if len(signs) > 1:
        names = {id: id.replace("-", " ") for id in signs}
        id = st.selectbox(say("notice.sign"), list(signs), format_func=names.__getitem__, key=f"sign.{found.place.id}")
    path = signs[id]
    st.image(str(path), width="stretch", alt=say("notice.sign-alt"))
    pdf = path.with_suffix(".pdf").name
    said('<a href="{}" target="_self">{}</a>', found.href(pdf), say("notice.print"))


main()
