"""The pages of the playground, their order, and what stands above each: the languages and the way to the others."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from playground.say import say

PAGES = Path(__file__).parent / "pages"
NAMES = ("welcome", "read", "tag", "teach", "fail", "notice")


def main() -> None:
    """Run the page that the address names."""
    there = [name for name in NAMES if (PAGES / f"{name}.py").is_file()]
    pages = [
        st.Page(PAGES / f"{name}.py", title=say(f"app.{name}"), url_path=name, default=name == there[0])
        for name in there
    ]
    st.navigation(pages, position="hidden").run()


main()
