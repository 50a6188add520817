"""The first page: three sentences, what a machine makes of a blurred line, and three ways in."""

from __future__ import annotations

import streamlit as st

from playground.facts import content, failures, project
from playground.parts.limit import READS
from playground.say import say
from playground.theme import said
from playground.ways import on_site, way
from toolkit.model.evidence import Example

#: So many links of one kind.
MOST = 6


def main() -> None:
    """The whole page."""
    words, picture = st.columns([5, 6], gap="large", vertical_alignment="center")
    with words:
        st.title(say("welcome.title"), anchor=False)
        said('<p class="large">{}</p>', " ".join(say(f"welcome.{name}") for name in ("what", "limits", "yours")))
    with picture:
        _first_example()
    just, service, place = st.columns(3, gap="large")
    with just:
        st.header(say("welcome.try"), anchor=False)
        st.write(say("welcome.try-about"))
        way("read", say("app.read"), ":material/text_fields:")
        way("tag", say("app.tag"), ":material/sell:")
        way("teach", say("app.teach"), ":material/school:")
    with service:
        _services()
    with place:
        _places()


def _first_example() -> None:
    """The first picture of text out of focus that was measured; nothing where none was."""
    for row in (row for rows in failures().values() for row in rows if row.degradation == "defocus"):
        fact = row.plot.fact if row.plot else None
        if fact and fact.example and fact.metric in READS:
            _pair(row.service, fact.example)
            return


def _pair(service: str, example: Example) -> None:
    folder = project().services / service / "evidence"
    texts = {"before": example.came_out_before, "after": example.came_out_after}
    for name, file in (("before", example.before), ("after", example.after)):
        text = say(f"welcome.{name}", text=texts[name] or say("welcome.nothing"))
        if (folder / file).is_file():
            st.image(str(folder / file), width="stretch", alt=text)
            said('<p class="quiet">{}</p>', text)


def _services() -> None:
    st.header(say("welcome.service"), anchor=False)
    st.write(say("welcome.service-about" if failures() else "welcome.no-service"))
    for id, rows in list(failures().items())[:MOST]:
        way("fail", rows[0].name, service=id)
    said('<a href="{}" target="_self">{}</a>', on_site("notes/index.html"), say("welcome.all-services"))


def _places() -> None:
    places = content().deployments
    st.header(say("welcome.place"), anchor=False)
    st.write(say("welcome.place-about" if places else "welcome.no-place"))
    for id, loaded in list(places.items())[:MOST]:
        way("notice", loaded.record.name, place=id)
    if len(places) > MOST:
        way("notice", say("app.notice"))


main()
