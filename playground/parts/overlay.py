"""A picture with outlined, numbered boxes over it, as HTML that needs no script.

How sure or wrong a box is shows in its outline and its sign, and never in colour alone. Streamlit lets no SVG into a
page, so boxes are elements that lie over the picture, placed in percent of it.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup
from PIL import Image

from toolkit.vision.reading import Box, Picture

#: Pixels of the longer side as it is shown.
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


#: Dark lines with a light rim are seen on any picture, by day and by night.
STYLE = """
.marked{position:relative;width:100%;margin:0;direction:ltr}
.marked img{display:block;width:100%;height:auto;border-radius:4px}
.marked .box{position:absolute;box-sizing:border-box;border:1.5px solid #0B4F6C;border-radius:2px;
box-shadow:0 0 0 1.5px #ffffffbf}
.marked .weak{border:2px dashed #8A3B00}
.marked .wrong{border:5px double #7A0026;margin:-3px;padding:3px;box-sizing:content-box}
.marked .hidden{background:#10181D;border-color:#10181D}
.marked .box:is(:hover,:focus){outline:3px solid #0B4F6C!important;outline-offset:1px;z-index:2}
.marked b{position:absolute;inset-block-end:100%;left:-2px;padding:0 .25em;border-radius:3px;background:#fff;
color:#10181D;font-size:.75rem;line-height:1.25;white-space:nowrap;pointer-events:none}
"""


def as_jpeg(picture: Picture) -> bytes:
    """*picture* as a file to show, its longer side at most `LONGEST` pixels."""
    image = Image.fromarray(picture)
    image.thumbnail((LONGEST, LONGEST))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85)
    return file.getvalue()


def drawing(jpeg: bytes, size: tuple[int, int], marks: Sequence[Mark], about: str) -> Markup:
    """HTML of a picture of *size* (height, width) with *marks* over it; *about* says what it is to who cannot see it.

    It is never taller than most of a screen.
    """
    height, width = size
    source = f"data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}"
    drawn = Markup("").join(_drawn(mark, height, width) for mark in marks)
    return Markup(
        '<figure class="marked" style="max-width:calc(85vh * {:.4f})"><img src="{}" alt="{}">{}</figure>'
    ).format(width / height, source, about, drawn)


def _drawn(mark: Mark, height: int, width: int) -> Markup:
    """One box with its sign. Only what is not sure is a stop of the Tab key."""
    left, top = 100 * mark.box.left / width, 100 * mark.box.top / height
    place = f"left:{left:.2f}%;top:{top:.2f}%;width:{100 * mark.box.width / width:.2f}%"
    stop = Markup("") if mark.kind == "sure" and not mark.sign else Markup(' tabindex="0"')
    sign = Markup('<b aria-hidden="true">{}</b>').format(mark.sign) if mark.sign else ""
    return Markup(
        '<span class="box {} {}" role="img" aria-label="{}" title="{}" style="{};height:{:.2f}%"{}>{}</span>'
    ).format(mark.kind, mark.name, mark.says, mark.says, place, 100 * mark.box.height / height, stop, sign)
