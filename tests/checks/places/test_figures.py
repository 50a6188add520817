"""What counts as the same figure in two languages."""

from __future__ import annotations

import pytest

from toolkit.checks.places.figures import Difference, Figure, differences, figures


@pytest.mark.parametrize(
    ("language", "source", "translation"),
    [
        ("de", "It is kept for 24 hours.", "Es wird 24 Stunden aufbewahrt."),
        ("de", "Deleted after 30 days.", "Gelöscht nach 30 Tagen."),
        ("de", "A 24-hour copy", "Eine Kopie für 24 Stunden"),
        ("ar", "It is kept for 24 hours.", "يُحفظ لمدة 24 ساعة."),
        ("ar", "It is kept for 24 hours.", "يُحفظ لمدة ٢٤ ساعةً."),
        ("ar", "Deleted after 2 days.", "يُحذف بعد يومين."),
        ("ar", "Deleted after 30 days.", "يُحذف بعد 30 يومًا."),
        ("hi", "Kept for 30 days.", "30 दिनों तक रखा जाता है।"),
        ("hi", "Kept for 30 days.", "३० दिनों तक रखा जाता है।"),
        ("zh-Hans", "Kept for 3 months.", "保存3个月。"),
        ("zh-Hans", "On 20 November 2026", "2026年11月20日"),
        ("es", "On 20 November 2026", "el 20 de noviembre de 2026"),
        ("fr", "On November 1, 2026", "le 1er novembre 2026"),
        ("de", "On 20 November 2026", "am 20.11.2026"),
        ("de", "On 2026-11-20", "am 20. November 2026"),
        ("ar", "On 20 November 2026", "في 20 نوفمبر 2026"),
        ("hi", "On 20 November 2026", "20 नवंबर 2026 को"),
        ("de", "Open from 9 am to 5 pm", "Geöffnet von 9 bis 17 Uhr"),
        ("hi", "Open from 9 am to 5 pm", "सुबह 9 से शाम 5 बजे तक"),
        ("fr", "From 9:30 to 17:00", "De 9 h 30 à 17 h"),
        ("de", "From 9:30", "Ab 9.30 Uhr"),
        ("de", "1,200 people, 1.5 metres, 20 %", "1.200 Menschen, 1,5 Meter, 20 Prozent"),
        ("fr", "1,200 people", "1\u202f200 personnes"),
        ("ar", "1.5 metres", "1٫5 متر"),
        ("de", "one day, twice", "1 Tag, 2-mal"),
        ("de", "for one month", "einen Monat lang"),
        ("de", "Tesseract 5.3.0", "Tesseract 5.3.0"),
        ("de", "Article 6(1)(e)", "Artikel 6 Absatz 1 Buchstabe e"),
        (
            "ar",
            "Call 555 0100 or write to ask@city.example.",
            "اتصل على \u2066555 0100\u2069 أو اكتب إلى \u2066ask@city.example\u2069.",
        ),
        ("de", "See https://city.example/n/k7m2.", "Siehe city.example/n/k7m2/."),
        ("es", "In Example City", "En Example City, EE.UU."),
        ("de", "You may pay 3 times.", "Sie dürfen 3 Mal zahlen."),
        ("pt-BR", "24 hours, 1.5 metres", "24 horas, 1,5 metros"),
    ],
)
def test_same(language, source, translation):
    """Figures agree where they mean the same."""
    assert differences(source, translation, language) == []


@pytest.mark.parametrize(
    ("language", "source", "translation", "difference"),
    [
        ("de", "24 hours", "24 Tage", Difference(Figure("24", "hours"), Figure("24", "days"))),
        ("es", "4 weeks", "4 días", Difference(Figure("4", "weeks"), Figure("4", "days"))),
        ("ar", "24 hours", "24 يومًا", Difference(Figure("24", "hours"), Figure("24", "days"))),
        ("hi", "30 days", "30 घंटों", Difference(Figure("30", "days"), Figure("30", "hours"))),
        ("zh-Hans", "3 months", "3年", Difference(Figure("3", "months"), Figure("3", "years"))),
        ("fr", "24 hours", "48 heures", Difference(Figure("24", "hours"), Figure("48", "hours"))),
        (
            "de",
            "20 November",
            "20. Dezember",
            Difference(Figure("11", "month of a date"), Figure("12", "month of a date")),
        ),
        ("de", "555 0100", "555 0110", Difference(Figure("0100"), Figure("0110"))),
        ("de", "extension 0100", "Durchwahl 100", Difference(Figure("0100"), Figure("100"))),
        ("de", "ask@city.example", "ask@citty.example", Difference("ask@city.example", "ask@citty.example")),
        ("de", "more than 30 days", "länger", Difference(Figure("30", "days"), None)),
        ("de", "a while", "30 Tage", Difference(None, Figure("30", "days"))),
        ("de", "1.5 metres", "15 Meter", Difference(Figure("1.5", "metres"), Figure("15", "metres"))),
        ("de", "9 am", "9.30 Uhr", Difference(None, Figure("30"))),
        ("ar", "12 days", "يومان", Difference(Figure("12", "days"), None)),
    ],
)
def test_different(language, source, translation, difference):
    """A wrong number, unit, month, telephone number or address is a difference."""
    assert differences(source, translation, language) == [difference]


def test_pairs():
    """Of several differences, those with the same number stand together."""
    assert differences("24 hours and 30 days", "30 Stunden und 24 Tage", "de") == [
        Difference(Figure("24", "hours"), Figure("24", "days")),
        Difference(Figure("30", "days"), Figure("30", "hours")),
    ]


def test_source_in_another_language():
    """The source may be written in another language than English."""
    assert differences("24 Stunden, 1.200 Seiten", "24 hours, 1,200 pages", "en", "de") == []
    assert differences("ein Tag", "1 day", "en", "de") == [Difference(None, Figure("1", "days"))]


def test_figures():
    """Every kind of figure in one sentence."""
    found = figures("On 20 November 2026 at 9:30 am, 24 hours, A4: ask@city.example", "en")
    assert found.numbers == (
        Figure("9"), Figure("30"), Figure("11", "month of a date"), Figure("20"), Figure("2026"),
        Figure("24", "hours"), Figure("4"),
    )  # fmt: skip
    assert found.addresses == {"ask@city.example": 1}


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure("24", "hours"), "24 hours"),
        (Figure("1", "days"), "1 day"),
        (Figure("20", "percent"), "20 percent"),
        (Figure("5", "pm"), "5"),
        (Figure("0100"), "0100"),
    ],
)
def test_figure_in_words(figure, text):
    """A figure is shown as a reader would say it."""
    assert str(figure) == text
