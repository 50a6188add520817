"""Colours whose contrast is computed: an accent in, the palette of the site out (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import colorsys
from typing import NamedTuple

INK, PAPER, TINT = "#10181D", "#FFFFFF", "#E9F0F3"
NIGHT, NIGHT_TINT, MOON = "#11191E", "#1B262C", "#E6EDF0"
BLACK = "#000000"
TEXT = 4.5


class Palette(NamedTuple):
    """Foreground and background pairs by day and by night."""

    accent: str
    on_accent: str
    link: str
    night_link: str
    quiet: str
    night_quiet: str


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, backgrounds: tuple[str, ...], ratio: float = TEXT) -> str:
    """*colour*, made lighter or darker by small steps of lightness until it stands out from all *backgrounds*."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_rgb(colour))
    step, end = (0.01, 1.0) if luminance(backgrounds[0]) < 0.18 else (-0.01, 0.0)
    shade = colour.upper()
    while min(contrast(shade, background) for background in backgrounds) < ratio and lightness != end:
        lightness = min(1.0, max(0.0, lightness + step))
        shade = _hex(colorsys.hls_to_rgb(hue, lightness, saturation))
    return shade


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)


def palette(accent: str) -> Palette:
    """The palette around an organisation's accent; every text colour reaches 4.5:1 on paper and on tint."""
    return Palette(
        accent.upper(),
        next((colour for colour in (PAPER, INK) if contrast(colour, accent) >= TEXT), BLACK),
        readable(accent, (PAPER, TINT)),
        readable(accent, (NIGHT, NIGHT_TINT), 6),
        readable("#5B6B75", (PAPER, TINT)),
        readable("#94A3AB", (NIGHT, NIGHT_TINT)),
    )
