"""Streamlit's page, in our languages."""

from __future__ import annotations

import pytest

from playground.say import LANGUAGES
from playground.server.policy import inline
from playground.server.shell import ShellError, shell, streamlit_page


@pytest.mark.parametrize(
    ("part", "known"),
    [
        ("language", '<html lang="en">'),
        ("title", "<title>Streamlit</title>"),
        ("door for programs", '<link rel="service-desc"'),
        ("words without scripts", "<noscript>"),
    ],
)
def test_streamlit_is_as_we_know_it(part, known):
    """Streamlit's page holds once what is replaced; if this fails, look at the new page before anything else."""
    assert streamlit_page().count(known) == 1, part


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages(language):
    """Each language is written into the page, with its direction; scripts and the root stay as they were."""
    page = shell(streamlit_page(), language)
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "Streamlit</title>" not in page
    assert "_stcore/agent" not in page
    assert '<a href="./site/">' in page
    assert '<div id="root"></div>' in page
    assert inline(page) == inline(streamlit_page())


def test_head():
    """What a shared screen needs stands in the head."""
    page = shell(streamlit_page(), "en", '<script src="./kiosk.js"></script>')
    assert page.index("kiosk.js") < page.index("</head>")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html><title>Streamlit</title>",
        streamlit_page().replace('<html lang="en">', '<html lang="en" class="x">'),
        streamlit_page() + streamlit_page(),
    ],
)
def test_another_page(page):
    """A page that is not Streamlit's as we know it stops the server, with what to do."""
    with pytest.raises(ShellError) as told:
        shell(page, "ar")
    assert "constraints.txt" in told.value.help
