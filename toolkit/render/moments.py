"""Texts for the moment when a question arises, for programs to show: before a picture is taken, after a failure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from toolkit.model.people import Notice
from toolkit.render import html
from toolkit.render.artefact import Artefact
from toolkit.view.place import PlaceView, Wording
from toolkit.words import words

KINDS = ("just_in_time", "on_failure")


def write(view: PlaceView) -> Iterator[Artefact]:
    """`just-in-time.<language>.json` for each language of the place."""
    for language in view.languages:
        rows = list(moments(view.wording(language)))
        data = json.dumps(rows, ensure_ascii=False, indent=2).encode() + b"\n"
        yield Artefact(f"notices/{view.id}/just-in-time.{language}.json", data)


def moments(wording: Wording) -> Iterator[dict[str, Any]]:
    """One record a notice that is given at its moment or after a failure, and has a text in this language."""
    for notice in wording.view.deployment.notices:
        if notice.kind in KINDS and wording.language in (notice.languages or (wording.language,)) and notice.text:
            yield _moment(wording, notice, notice.text)


def _moment(wording: Wording, notice: Notice, text: str) -> dict[str, Any]:
    said = wording.text(f"notices.{notice.id}.text", text)
    return {
        "id": notice.id,
        "moment": notice.moment,
        "text": said.text,
        "more": html.address(wording.view, wording.language) or _call(wording),
        "lang": said.language,
        "dir": words(said.language).direction,
        "state": said.state,
    }


def _call(wording: Wording) -> str:
    """The first way to ask that a program can open; empty where there is none."""
    return next((ask.href for ask in wording.contacts if ask.href), "")
