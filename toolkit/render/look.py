"""The stylesheet of the site, with the organisation's accent in it, and its few lines of script."""

from __future__ import annotations

from markupsafe import Markup

from toolkit import palette
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates


def write(accent: str, templates: Templates) -> list[Artefact]:
    """`assets/disclose.css` and `assets/disclose.js`."""
    names = ("INK", "PAPER", "TINT", "NIGHT", "NIGHT_TINT", "MOON")
    colours = palette.palette(accent)._asdict() | {name: getattr(palette, name) for name in names}
    # Every value is #RRGGBB, validated on loading or computed: it stands in the stylesheet as it is.
    safe = {name: Markup(colour) for name, colour in colours.items()}  # noqa: S704
    return [
        Artefact("assets/disclose.css", templates.render("site/disclose.css.j2", **safe)),
        Artefact("assets/disclose.js", templates.render("site/disclose.js")),
    ]
