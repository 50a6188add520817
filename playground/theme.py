"""The look of the playground: the site's colours and typeface, by day and by night, and what Streamlit leaves out."""

from __future__ import annotations

from typing import Any

import streamlit as st

from playground.say import direction, language
from toolkit import palette

ACCENT = "#0B4F6C"
LINE, NIGHT_LINE = "#7B8B95", "#6B7B85"
#: A typeface of the visitor's own computer, with those of other scripts behind it. Nothing is asked of another host.
FONT = (
    'Inter, "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", "Noto Sans CJK SC", '
    '"PingFang SC", "Microsoft YaHei", system-ui, sans-serif'
)


def _colours(*, night: bool) -> dict[str, Any]:
    known = palette.palette(ACCENT)
    return {
        "primaryColor": known.night_link if night else known.accent,
        "backgroundColor": palette.NIGHT if night else palette.PAPER,
        "secondaryBackgroundColor": palette.NIGHT_TINT if night else palette.TINT,
        "textColor": palette.MOON if night else palette.INK,
        "linkColor": known.night_link if night else known.link,
        "borderColor": NIGHT_LINE if night else LINE,
    }


#: Streamlit's options: `theme` with parts for `light` and `dark`.
THEME: dict[str, Any] = {
    "font": FONT,
    "headingFont": FONT,
    "baseRadius": "6px",
    "linkUnderline": True,
    "showWidgetBorder": True,
    "headingFontWeights": [700, 650, 650, 600, 600, 600],
    "headingFontSizes": ["2rem", "1.5rem", "1.25rem", "1.1rem", "1rem", "1rem"],
    "light": _colours(night=False),
    "dark": _colours(night=True),
}
