"""A picture of a sign in, pictures of what people see of it out: from afar, with little sight, in glare, in a room.

They are made for authors. They are computed from published models and measure nobody: who reads a sign well in such a
picture may not read it on the wall, and the other way round. All arithmetic is done in linear light.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from toolkit import fonts, palette

#: Linear light of red, green and blue, 0 to 1, as rows of pixels.
Light = NDArray[np.float64]

#: Shares of full sight. Acuity 1.0 tells two lines apart that are one minute of arc wide (ISO 8596).
SIGHT = {1.0: "full sight", 0.5: "half of full sight", 0.2: "a fifth of full sight", 0.1: "a tenth of full sight"}
#: What is left of the contrast of the finest lines that can still be told apart; our own choice.
LEFT = 0.05
#: Stray light in the eye lies as a veil over all (CIE 146:2002), and a lamp shines in a spot on the sheet. How strong
#: both are is our own choice: black on white falls from 21:1 to about 4:1.
VEIL, SPOT = 0.3, 1.5
#: Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
#: Transactions on Visualization and Computer Graphics 15(6), 2009: severity 1.0. The last row of three is luminance
#: (ITU-R BT.709) for eyes without any colour.
COLOURS: dict[str, tuple[tuple[float, float, float], ...]] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "achromat": ((0.2126, 0.7152, 0.0722),) * 3,
}
COLOUR_WORDS = {
    "protan": "Without the sense for red (protan)",
    "deutan": "Without the sense for green (deutan)",
    "tritan": "Without the sense for blue (tritan)",
    "achromat": "Without any colour (achromat)",
}
#: Degrees across the picture of the room, and the height of the eye and of the sign's middle above its floor.
FIELD, EYE = 40.0, 1500.0
WALL, FLOOR, DOOR, DOOR_SIZE = "#D9D5CE", "#8C857A", "#A9703F", (900.0, 2100.0)

COLUMNS, PANEL, GAP, LETTERS = 4, 340, 28, 19
BACKGROUND = "#FFFFFF"
TITLE = "What people see of this sign"
NOTE = (
    "Computed from models of the eye; nobody was asked. They show which details are lost, not how well anybody reads."
)


class Panel(NamedTuple):
    """One picture and what it shows, in words."""

    picture: Image.Image
    caption: str


def light(picture: Image.Image) -> Light:
    """The linear light of a picture in sRGB (IEC 61966-2-1)."""
    parts = np.asarray(picture.convert("RGB"), dtype=np.float64) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def picture(seen: Light) -> Image.Image:
    """The picture in sRGB of linear light; what is darker than black or lighter than white is cut off."""
    parts = np.clip(seen, 0, 1)
    coded = np.where(parts <= 0.0031308, parts * 12.92, 1.055 * parts ** (1 / 2.4) - 0.055)
    return Image.fromarray(np.rint(coded * 255).astype(np.uint8), "RGB")


def blur(distance: float, acuity: float) -> float:
    """The standard deviation, in millimetres on the sign, of the blur of an eye with *acuity* (decimal) *distance*
    metres away: the finest lines that it tells apart keep a twentieth of their contrast.

    >>> round(blur(3, 1.0), 2), round(blur(3, 0.1), 1)
    (0.68, 6.8)
    """
    finest = distance * 1000 * math.tan(math.radians(1 / 60 / acuity))
    return finest * math.sqrt(2 * math.log(1 / LEFT)) / math.pi


def blurred(sign: Light, sigma: float) -> Light:
    """*sign* behind a Gaussian blur of *sigma* pixels; its edges go on beyond the sheet."""
    rim = math.ceil(4 * sigma)
    wide = np.pad(sign, ((rim, rim), (rim, rim), (0, 0)), mode="edge")
    down, across = np.fft.fftfreq(wide.shape[0]), np.fft.rfftfreq(wide.shape[1])
    passed = np.exp(-2 * (math.pi * sigma) ** 2 * (down[:, None] ** 2 + across[None, :] ** 2))
    spectrum = np.fft.rfft2(wide, axes=(0, 1)) * passed[:, :, None]
    made: Light = np.fft.irfft2(spectrum, s=wide.shape[:2], axes=(0, 1))
    return made[rim : rim + sign.shape[0], rim : rim + sign.shape[1]]


def glare(sign: Light) -> Light:
    """*sign* with a veil over all of it and the light of a lamp in its upper third."""
    height, width = sign.shape[:2]
    down = np.arange(height)[:, None] - height * 0.3
    across = np.arange(width)[None, :] - width * 0.62
    spot = SPOT * np.exp(-(down**2 + across**2) / (2 * (0.16 * width) ** 2))
    made: Light = (sign + VEIL) / (1 + VEIL) + spot[:, :, None]
    return made


def coloured(sign: Light, vision: str) -> Light:
    """*sign* for an eye with *vision*, a key of `COLOURS`."""
    made: Light = sign @ np.array(COLOURS[vision]).T
    return made


def scaled(sign: Light, width: int, height: int) -> Light:
    """*sign* as so many pixels; light is averaged, never dropped."""
    bands = [Image.fromarray(sign[:, :, band].astype(np.float32), "F") for band in range(3)]
    small = [np.asarray(band.resize((width, height), Image.Resampling.BOX), dtype=np.float64) for band in bands]
    return np.stack(small, axis=2)


def room(sign: Light, width_mm: float, distance: float, size: tuple[int, int]) -> Image.Image:
    """*sign* on a plain wall beside a door as seen from *distance* metres; *size* is that of the picture in pixels."""
    width, height = size
    dots = width / (2 * distance * 1000 * math.tan(math.radians(FIELD / 2)))
    made = Image.new("RGB", size, WALL)
    draw = ImageDraw.Draw(made)
    ground = height / 2 + EYE * dots
    door = width * 0.64
    draw.rectangle((door, ground - DOOR_SIZE[1] * dots, door + DOOR_SIZE[0] * dots, ground), fill=DOOR)
    draw.rectangle((0, ground, width, max(ground, height)), fill=FLOOR)
    across = max(1, round(width_mm * dots))
    down = max(1, round(across * sign.shape[0] / sign.shape[1]))
    made.paste(picture(scaled(sign, across, down)), (round(width * 0.4 - across / 2), (height - down) // 2))
    return made


def panels(png: bytes, width_mm: float, distances: Sequence[float]) -> Iterator[Panel]:
    """Every picture of the sheet. *png* shows the whole sign, which is *width_mm* wide; *distances* are in metres."""
    whole = light(Image.open(io.BytesIO(png)))
    size = (PANEL, max(1, round(PANEL * whole.shape[0] / whole.shape[1])))
    sign, dots = scaled(whole, *size), PANEL / width_mm
    for distance in distances:
        for acuity, sight in SIGHT.items():
            seen = blurred(sign, blur(distance, acuity) * dots)
            yield Panel(picture(seen), f"From {_metres(distance)} with {sight}")
    near, far = min(distances), max(distances)
    sharp = blurred(sign, blur(near, 1.0) * dots)
    yield Panel(picture(glare(sharp)), f"From {_metres(near)} with a lamp shining on it")
    for vision, words in COLOUR_WORDS.items():
        yield Panel(picture(coloured(sharp, vision)), f"{words}, from {_metres(near)}")
    yield Panel(room(whole, width_mm, far, size), f"In a room, from {_metres(far)}, beside a door")


def sheet(png: bytes, width_mm: float, distances: Sequence[float]) -> bytes:
    """A PNG with all pictures of `panels` and their captions in English. The same in gives the same out.

    Raises ValueError where there is no distance, or one that is not above zero.
    """
    if not distances or min(distances) <= 0:
        raise ValueError("name at least one distance, in metres and above zero")
    shown = list(panels(png, width_mm, tuple(dict.fromkeys(distances))))
    height = shown[0].picture.height
    step = height + 3 * LETTERS + GAP
    rows = math.ceil(len(shown) / COLUMNS)
    top = GAP + 2 * LETTERS + GAP
    made = Image.new("RGB", (GAP + COLUMNS * (PANEL + GAP), top + rows * step + 2 * LETTERS + GAP), BACKGROUND)
    draw = ImageDraw.Draw(made)
    draw.text((GAP, GAP), TITLE, fill=palette.INK, font=_font(2 * LETTERS, bold=True))
    for index, panel in enumerate(shown):
        left, upper = GAP + index % COLUMNS * (PANEL + GAP), top + index // COLUMNS * step
        made.paste(panel.picture, (left, upper))
        draw.rectangle((left - 1, upper - 1, left + PANEL, upper + height), outline=palette.TINT)
        lines = "\n".join(_lines(panel.caption, _font(LETTERS)))
        draw.text((left, upper + height + LETTERS // 2), lines, fill=palette.INK, font=_font(LETTERS), spacing=5)
    draw.text((GAP, top + rows * step), NOTE, fill=palette.INK, font=_font(LETTERS))
    out = io.BytesIO()
    made.save(out, "PNG", optimize=True)
    return out.getvalue()


def _metres(distance: float) -> str:
    return f"{distance:g}\N{NO-BREAK SPACE}m"


def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    files = fonts.paths((fonts.LATIN,))
    return ImageFont.truetype(str(files[-1 if bold else 0]), size) if files else ImageFont.load_default(size)


def _lines(words: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= PANEL:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
