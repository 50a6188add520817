"""What the playground knows of services and places, from the project's metadata; read once for everybody."""

from __future__ import annotations

import streamlit as st

from playground import config
from toolkit.load import Content, load
from toolkit.paths import Project
from toolkit.view.failing import Failing, failing


def project() -> Project:
    """The project that this server was started for."""
    return config.read().project


@st.cache_resource(show_spinner=False)
def content() -> Content:
    """All services, places and evidence of the project."""
    return load(project())


@st.cache_resource(show_spinner=False)
def failures() -> dict[str, tuple[Failing, ...]]:
    """By service: what anybody can watch failing, first what gets worst."""
    found = failing(content().services, content().evidence)
    return dict(sorted(found.items(), key=lambda each: _order(each[1])))


def _order(rows: tuple[Failing, ...]) -> tuple[int, int, bool]:
    """Services of which most was measured come first, on most pictures; then those whose engine runs here."""
    measured = [row.plot.fact.n.count for row in rows if row.plot]
    return -len(measured), -max(measured, default=0), not rows[0].here
