"""Figures of a translation against those of its source."""

from __future__ import annotations

import pytest

from toolkit.checks.places import translation_figures


def po(source, text):
    """A file with one entry."""
    return f'msgctxt "purpose"\nmsgid "{source}"\nmsgstr "{text}"\n'


@pytest.fixture
def found(judged, translated):
    """What is found of a translation of the purpose: place, sentence, advice."""

    def find(language, source, text):
        top = f"languages: [en, {language}]\npurpose: '{source}'\n"
        rows = judged(translation_figures, top, {language: po(source, text)})
        problems = translation_figures.check(translated(top, {language: po(source, text)}))
        return [(*row, problem.help) for row, problem in zip(rows, problems, strict=True)]

    return find


@pytest.mark.parametrize(
    ("language", "source", "text", "told"),
    [
        ("de", "Kept for 24 hours.", "24 Tage lang.", ("says 24 days, the source says 24 hours", "write 24 Stunden")),
        ("ar", "Kept 24 hours.", "لمدة 48 ساعة.", ("says 48 hours, the source says 24 hours", "write 24 ساعة")),
        ("es", "Call 555 0100.", "Llame al 555 0101.", ("says 0101, the source says 0100", "write 0100")),
        ("fr", "Kept 30 days.", "Gardé.", ("does not say 30 days", "write 30 jours")),
        ("hi", "Kept.", "30 दिन तक।", ("says 30 days, the source does not", "delete it")),
        (
            "zh-Hans",
            "See a.example/b.",
            "见 a.example/c",
            ("says a.example/c, the source says a.example/b", "write a.example/b"),
        ),
    ],
)
def test_difference(found, language, source, text, told):
    """A figure that differs is found in the .po file, with what to write."""
    message, help = told
    assert [(*row[:4], row[4].replace("\N{NO-BREAK SPACE}", " ")) for row in found(language, source, text)] == [
        (f"locale/{language}.po:3:8", "error", "error", f"{language}: the translation {message}", help)
    ]


def test_same(found):
    """The same figures in another language's clothes are the same."""
    assert found("de", "From 1,200 to 9.30 am on 1 May 2026.", "Von 1.200 bis 9.30 Uhr am 1. Mai 2026.") == []


def test_stale_is_not_compared(judged):
    """A translation of an older source is not shown, so its figures do not matter."""
    top = "languages: [en, de]\npurpose: Kept for 48 hours.\n"
    assert judged(translation_figures, top, {"de": po("Kept for 24 hours.", "24 Stunden.")}) == []
