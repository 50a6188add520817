"""A gallery of all limits that can be watched: before and after, one sentence, one figure, one way to try it."""

from __future__ import annotations

import streamlit as st

from playground.facts import content, failures
from playground.parts.limit import limit
from playground.say import say
from playground.theme import said, told
from playground.ways import on_site


def main() -> None:
    """The demonstration that the address asks for, then all limits of one service."""
    found = failures()
    st.title(say("fail.title"), anchor=False)
    if not found:
        told(say("fail.empty"), say("fail.empty-help"))
        return
    asked = st.query_params.get("demo", "")
    shown = next((row for rows in found.values() for row in rows if row.demo == asked), None)
    if shown:
        if shown.href:
            said('<a href="{}" target="_self">{}</a>', on_site(f"notes/{shown.href}"), say("fail.back"))
        limit(shown, content().services, large=True)
        st.divider()
        st.header(say("fail.more", name=shown.name), anchor=False)
    elif asked:
        told(say("fail.unknown"))
    else:
        st.write(say("fail.lead"))
    service = _service(list(found), shown.service if shown else st.query_params.get("service", ""))
    said('<p class="quiet">{}</p>', say("fail.n"))
    for row in found[service]:
        if row is not shown:
            limit(row, content().services)


def _service(ids: list[str], first: str) -> str:
    """Which service's limits to show; the one that the address asks for to start with."""
    names = {id: rows[0].name for id, rows in failures().items()}
    start = ids.index(first) if first in ids else 0
    return st.selectbox(say("fail.service"), ids, start, format_func=names.__getitem__, key=f"fail.service.{first}")


main()
