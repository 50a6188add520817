"""The look of the playground: the site's colours and typeface, by day and by night, and what Streamlit leaves out."""

from __future__ import annotations

from typing import Any

import streamlit as st
from markupsafe import Markup

from playground.say import direction
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
        "primaryColor": palette.readable(known.night_link, (palette.PAPER,)) if night else known.accent,
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

#: What the theme cannot say. Lines are no longer than people read with ease; whatever has the focus shows it.
CSS = """
<style>
[data-testid="stMain"] { direction: %(direction)s; text-align: start; }
[data-testid="stMain"] [data-testid="stElementContainer"], .stMarkdown, .stMarkdown * { text-align: start; }
[data-testid="stMain"] [data-baseweb="slider"], [data-testid="stMain"] canvas { direction: ltr; }
[data-testid="stMainBlockContainer"] { max-width: 72rem; padding: 1.25rem clamp(1rem, 4vw, 3rem) 4rem; }
[data-testid="stHeader"] { background: transparent; height: 0; min-height: 0; }
[data-testid="stMarkdownContainer"] p, .said p, .said li { max-width: 65ch; }
:focus-visible { outline: 3px solid currentColor !important; outline-offset: 2px; }
[role="tab"], [role="tab"] p, [data-testid="stSliderThumbValue"] { color: inherit !important; }
[data-testid="stButtonGroup"] button, [data-testid="stButtonGroup"] button * { color: inherit !important; }
[data-testid="stButtonGroup"] [aria-checked="true"] p { font-weight: 700; }
h1, h2, h3 { text-align: start; text-wrap: balance; letter-spacing: -0.01em; }
[data-testid="stPageLink-NavLink"] { min-height: 2rem; }
[data-testid="stPageLink-NavLink"] p { font-size: 1rem; white-space: normal; overflow-wrap: anywhere; }
[data-testid="stColumn"] [data-testid="stPageLink-NavLink"] { padding-inline: 0; color: inherit;
  text-decoration: underline currentColor; text-underline-offset: 3px; }
@media (max-width: 480px) { .st-key-pages { gap: 0 0.25rem !important; } }
.st-key-pages a[aria-current] { font-weight: 700; }
[data-testid="stImage"] img { border-radius: 4px; }
ul.tongues { display: flex; flex-wrap: wrap; gap: 0 0.25rem; margin: 0; padding: 0; list-style: none; }
ul.tongues li { margin: 0; padding: 0; }
.tongues a { display: inline-block; padding: 0.35rem 0.5rem; min-height: 24px; text-decoration: none; color: inherit; }
.tongues a:hover { text-decoration: underline; }
.tongues [aria-current] { font-weight: 700; text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 4px; }
.said { line-height: 1.55; }
.said p { margin: 0 0 0.35rem; }
.said h2 { margin: 0; padding: 0.25rem 0; }
.said h2.small { font-size: 1.25rem; }
.said a { color: inherit; text-decoration: underline; text-underline-offset: 3px; }
.said a.main { display: inline-block; padding: 0.5rem 1rem; border: 2px solid currentColor; border-radius: 6px;
  font-weight: 600; text-decoration: none; }
.said .large { font-size: 1.25rem; line-height: 1.5; }
.said .quiet { font-size: 0.9375rem; opacity: 0.82; }
.told { border-inline-start: 4px solid currentColor; padding-inline-start: 0.75rem; margin: 0.25rem 0; }
.said table { border-collapse: collapse; font-size: 0.9375rem; margin: 0.5rem 0; }
.said th, .said td { text-align: start; padding: 0.3rem 0.75rem 0.3rem 0; border-bottom: 1px solid #7B8B9566; }
.said summary { cursor: pointer; padding: 0.35rem 0; min-height: 24px; }
.said img.curve { width: 100%%; max-width: 26rem; height: auto; display: block; border-radius: 6px; }
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after { transition: none !important; animation: none !important; }
}
</style>
"""


def dress() -> None:
    """Put the look on this page, in the direction of its language."""
    st.html(CSS % {"direction": direction()})


def said(pattern: str, *values: object) -> None:
    """HTML on this page: *pattern* with *values*, each escaped, in its places."""
    st.html(Markup('<div class="said">{}</div>').format(Markup(pattern).format(*values)))  # noqa: S704 - patterns are ours


def told(sentence: str, help: str = "") -> None:
    """Something to know first, or what is missing and what to do about it; read out as soon as it appears."""
    st.html(Markup('<div class="said told" role="status">{}</div>').format(sentence))
    if help:
        st.markdown(help)
