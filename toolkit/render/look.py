"""The stylesheet of the site, with the organisation's accent in it."""

from __future__ import annotations

from markupsafe import Markup

from toolkit import palette
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates


def write(accent: str, templates: Templates) -> Artefact:
    """`assets/disclose.css`."""
    names = ("INK", "PAPER", "TINT", "NIGHT", "NIGHT_TINT", "MOON")
    colours = palette.palette(accent)._asdict() | {name: getattr(palette, name) for name in names}
    # Every value is #RRGGBB, validated on loading or computed: it stands in the stylesheet as it is.
    safe = {name: Markup(colour) for name, colour in colours.items()}  # noqa: S704
    return Artefact("assets/disclose.css", templates.render("site/disclose.css.j2", **safe))
