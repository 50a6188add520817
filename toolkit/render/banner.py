"""The notice in a few lines of HTML, to stand on somebody else's page."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.posted import short
from toolkit.render import html
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates
from toolkit.view import notice
from toolkit.view.place import PlaceView, Wording


def write(view: PlaceView, templates: Templates) -> Iterator[Artefact]:
    """`banner.<language>.html` for each language of the place."""
    for language in view.languages:
        yield Artefact(f"notices/{view.id}/banner.{language}.html", banner(view.wording(language), templates))


def banner(wording: Wording, templates: Templates) -> bytes:
    """One `<aside>` that needs no stylesheet, with a link to the full notice; without an address, the telephone.

    It names the version that it tells, so that a page with an old one can be found.
    """
    return templates.render(
        "notice/banner.html.j2",
        **html.context(wording, ""),
        lead=notice.lead(wording),
        href=html.address(wording.view, wording.language),
        call=next((ask for ask in wording.contacts if ask.kind == "telephone"), None),
        version=f"{wording.view.id}-{short(wording.view.hash)}",
    )
