"""What other hands write into a translation stays text."""

from __future__ import annotations

import pytest

from toolkit.checks.places import translation_text

TOP = "languages: [en, de]\npurpose: It reads your form.\n"


def po(text):
    """A file with one entry."""
    return f'msgctxt "purpose"\nmsgid "It reads your form."\nmsgstr "{text}"\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Es liest <b>Ihr</b> Formular.", "de: a tag in a text: <b>"),
        ("Es liest [Ihr](https://x.example) Formular.", "de: a link in a text: [Ihr](https://x.example)"),
        ("Es liest {{ config }}.", "de: template language in a text: {{ config }}"),
        ("javascript:alert(1)", "de: an address that runs code in a text: javascript:"),
    ],
)
def test_markup(judged, text, message):
    """Markup is an error in every status, at the line of the translation."""
    assert judged(translation_text, TOP, {"de": po(text)}) == [("locale/de.po:3:8", "error", "error", message)]


def test_plain(judged):
    """Words are fine, and what is not shown is not looked at."""
    assert judged(translation_text, TOP, {"de": po("Es liest Ihr Formular & mehr.")}) == []
    assert judged(translation_text, TOP, {"de": "#, fuzzy\n" + po("<b>")}) == []
