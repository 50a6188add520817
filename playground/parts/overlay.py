"""A picture with outlined, numbered boxes over it, as SVG that needs no script.

How sure or wrong a box is shows in its outline and its sign, and never in colour alone.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from typing import Literal, NamedTuple

from PIL import Image

from toolkit.vision.reading import Box, Picture

#: Pixels of the longer side as it is shown. Boxes are drawn at full size and scaled with it.
LONGEST = 1600
Kind = Literal["sure", "weak", "wrong", "hidden"]


class Mark(NamedTuple):
    """A box with what it says to whoever points at it or hears it."""

    box: Box
    says: str
    kind: Kind = "sure"
    """`sure`: a solid line; `weak`: dashed; `wrong`: doubled; `hidden`: filled."""
    sign: str = ""
    """A number or a sign beside the box."""
    name: str = ""
    """A class that ties it to other elements of the page."""


#: How the boxes look, by day and by night: dark lines with a light rim are seen on any picture.
STYLE = """
.marked{position:relative;margin:0;max-width:100%}
.marked svg{display:block;width:100%;height:auto;max-height:80vh;border-radius:6px}
.marked rect{fill:transparent;vector-effect:non-scaling-stroke}
.marked .rim{stroke:#fff;stroke-width:4px;stroke-opacity:.75}
.marked .sure{stroke:#0B4F6C;stroke-width:1.5px}
.marked .weak{stroke:#8A3B00;stroke-width:2.5px;stroke-dasharray:6 4}
.marked .wrong{stroke:#7A0026;stroke-width:5px}
.marked .wrong+.line{stroke:#fff;stroke-width:1.5px}
.marked .hidden{fill:#10181D;stroke:#10181D}
.marked g:hover .face,.marked g:focus .face{fill:#0B4F6C;fill-opacity:.25}
.marked g:focus{outline:none}.marked g:focus .face{stroke-width:6px;stroke-dasharray:none}
.marked text{font-weight:700;fill:#10181D;stroke:#fff;stroke-width:.28em;paint-order:stroke;stroke-linejoin:round}
"""


def as_jpeg(picture: Picture) -> bytes:
    """*picture* as a file to show, its longer side at most `LONGEST` pixels."""
    image = Image.fromarray(picture)
    image.thumbnail((LONGEST, LONGEST))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def drawing(jpeg: bytes, size: tuple[int, int], marks: Sequence[Mark], about: str) -> str:
    """SVG of a picture of *size* (height, width) with *marks* over it; *about* says what it is to who cannot see it."""
    height, width = size
    letter = max(width, height) / 55
    image = (
        f'<image href="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}" width="{width}" height="{height}"/>'
    )
    drawn = "".join(_drawn(mark, letter) for mark in marks)
    return (
        f'<figure class="marked"><svg viewBox="0 0 {width} {height}" role="group" aria-label="{escape(about)}" '
        f'font-size="{letter:.1f}">{image}{drawn}</svg></figure>'
    )


def _drawn(mark: Mark, letter: float) -> str:
    """One box: a light rim, the line itself, the sign. Only what is not sure is a stop of the Tab key."""
    left, top, width, height = mark.box
    place = f'x="{left}" y="{top}" width="{width}" height="{height}"'
    stop = "" if mark.kind == "sure" and not mark.sign else ' tabindex="0"'
    label = escape(mark.says)
    sign = f'<text x="{left}" y="{max(top - letter / 5, letter):.1f}" aria-hidden="true">{escape(mark.sign)}</text>'
    return (
        f'<g class="{escape(mark.name)}" role="img" aria-label="{label}"{stop}><title>{label}</title>'
        f'<rect class="rim" {place}/><rect class="face {mark.kind}" {place}/>'
        f"{f'<rect class=line {place}/>' if mark.kind == 'wrong' else ''}{sign if mark.sign else ''}</g>"
    )
