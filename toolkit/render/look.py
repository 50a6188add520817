"""The stylesheet of the site, with the organisation's accent in it."""

from __future__ import annotations

from toolkit import palette
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates


def write(accent: str, templates: Templates) -> Artefact:
    """`assets/disclose.css`."""
    colours = palette.palette(accent)
    fixed = {name: getattr(palette, name) for name in ("INK", "PAPER", "TINT", "NIGHT", "NIGHT_TINT", "MOON")}
    # Every value is #RRGGBB: validated on loading or computed, so nothing is there to escape.
    text = templates.render("site/disclose.css.j2", **{k: _Colour(v) for k, v in {**colours._asdict(), **fixed}.items()})
    return Artefact("assets/disclose.css", text)


class _Colour(str):
    """A colour that stands in a stylesheet as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self
