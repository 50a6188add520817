"""What each language says: fixed phrases, dates, numbers, amounts, and what keeps its order from left to right."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from babel.messages.plurals import get_plural

from toolkit.model.data import Duration, Retention
from toolkit.paths import shipped
from toolkit.phrases import PHRASES, PLURALS
from toolkit.po import parse
from toolkit.source import read
from toolkit.view import phrases as notes
from toolkit.words import LOCALES, NAME, sources, spoken, words

LANGUAGES = ("ar", "de", "es", "fr", "hi", "zh-Hans")
RETENTIONS = [
    None,
    Retention(kind="none"),
    Retention(kind="none", condition="Held in memory only."),
    Retention(kind="duration", value=24, unit="hours"),
    Retention(kind="duration", value=1, unit="days", starts="from the scan", condition="A program deletes it."),
    Retention(kind="configurable", default=Duration(value=30, unit="days")),
    Retention(kind="until_event", event="the project is deleted"),
    Retention(kind="customer_controlled"),
    Retention(kind="duration"),
]


def entries(language):
    """The entries of a language's phrases, without the header."""
    found, findings = parse((LOCALES / f"{language}.po").read_bytes(), language)
    assert findings == []
    return [entry for entry in found if entry.key != ("", "")]


def test_languages():
    """The phrases are there in English and six more languages."""
    assert spoken() == ("en", *LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_translated(language):
    """No language lacks a phrase; after a change, `disclose translate extract --phrases` names what to translate."""
    assert words(language).lacks == ()
    assert [entry.context for entry in entries(language)] == [key for key, _, _ in sources()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_phrases(language):
    """A translation fills in what its source fills in; only the number may be left to the form of a word."""
    for entry in entries(language):
        for form, text in enumerate(entry.texts):
            source = entry.id if form == 0 or not entry.plural else entry.plural
            assert set(NAME.findall(text)) | {"n"} == set(NAME.findall(source)) | {"n"}, (entry.context, text)
            assert not re.search(r"[{}]", NAME.sub("", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms(language):
    """Each phrase with a number has as many forms as the language."""
    forms = get_plural(language.replace("-", "_")).num_plurals
    assert {len(entry.texts) for entry in entries(language) if entry.plural} == {forms}
    assert f"nplurals={forms};" in (LOCALES / f"{language}.po").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_reviews(language):
    """A file says at its top that no speaker has reviewed it, for as long as that is so."""
    top = (LOCALES / f"{language}.po").read_text("utf-8").partition("msgid")[0]
    nobody = "# No speaker of this language has reviewed these translations yet.\n" in top
    assert nobody == (len(words(language).unreviewed) == len(PHRASES) + len(PLURALS))


def test_items_are_called_as_in_the_catalogue():
    """The ten items have the names and questions of the catalogue."""
    node, _ = read(shipped("catalogue") / "disclosure-items.yml", "disclosure-items.yml", "catalogue")
    for item in node.value["disclosure_items"].value:
        id = item.value["id"].value
        assert PHRASES[f"item.{id}.name"] == item.value["name"].value
        assert PHRASES[f"item.{id}.question"] == item.value["question"].value


@pytest.mark.parametrize(
    ("language", "name", "direction"),
    [
        ("en", "English", "ltr"),
        ("es", "Español", "ltr"),
        ("fr", "Français", "ltr"),
        ("de", "Deutsch", "ltr"),
        ("ar", "العربية", "rtl"),
        ("hi", "हिन्दी", "ltr"),
        ("zh-Hans", "简体中文", "ltr"),
        ("pt-BR", "Português (Brasil)", "ltr"),
        ("ur", "اردو", "rtl"),
        ("qx", "qx", "ltr"),
    ],
)
def test_own_name(language, name, direction):
    """A language is called by its own name; one that nobody knows by its tag."""
    assert (words(language).own_name, words(language).direction) == (name, direction)


@pytest.mark.parametrize(
    ("language", "day", "number", "amount", "listing"),
    [
        ("en", "1 November 2026", "12,345.5", "24 hours", "a, b or c"),
        ("es", "1 de noviembre de 2026", "12.345,5", "24 horas", "a, b o c"),
        ("fr", "1er novembre 2026", "12\u202f345,5", "24 heures", "a, b ou c"),
        ("de", "1. November 2026", "12.345,5", "24 Stunden", "a, b oder c"),
        ("ar", "1 نوفمبر 2026", "12,345.5", "24 ساعة", "a أو b أو c"),
        ("hi", "1 नवंबर 2026", "12,345.5", "24 घंटे", "a, b या c"),
        ("zh-Hans", "2026年11月1日", "12,345.5", "24 小时", "a、b或c"),
    ],
)
def test_formats(language, day, number, amount, listing):
    """Dates, numbers, amounts and lists are those of the language, in western digits."""
    said = words(language)
    assert said.day(dt.date(2026, 11, 1)) == day
    assert said.number(12345.5) == number
    assert said.amount(24, "hours") == amount.replace(" ", "\N{NO-BREAK SPACE}")
    assert said.listing(["a", "b", "c"], "or") == listing


@pytest.mark.parametrize(
    ("language", "month"),
    [("en", "November 2026"), ("es", "noviembre de 2026"), ("ar", "نوفمبر 2026"), ("zh-Hans", "2026年11月")],
)
def test_month(language, month):
    """A month with its year."""
    assert words(language).month(dt.date(2026, 11, 1)) == month


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 days", "1 day", "2 days", "3 days", "11 days", "100 days", "1.5 days"]),
        ("fr", ["0 jour", "1 jour", "2 jours", "3 jours", "11 jours", "100 jours", "1,5 jours"]),
        ("ar", ["0 يوم", "يوم واحد", "يومان", "3 أيام", "11 يومًا", "100 يوم", "1.5 يومًا"]),
        ("zh-Hans", ["0 天", "1 天", "2 天", "3 天", "11 天", "100 天", "1.5 天"]),
    ],
)
def test_plurals(language, said):
    """A number takes the form of the word that the language wants."""
    days = [words(language).amount(number, "days") for number in (0, 1, 2, 3, 11, 100, 1.5)]
    assert [day.replace("\N{NO-BREAK SPACE}", " ") for day in days] == said


@pytest.mark.parametrize("kept", RETENTIONS)
def test_retention_as_in_notes(kept):
    """In English, how long something is kept is said as in the notes."""
    assert words("en").retention(kept) == notes.retention(kept)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wird höchstens 1 Tag lang aufbewahrt, ab dem Scan. Ein Programm löscht es"),
        ("fr", "Gardé 1 jour au plus, dès le scan. Un programme l’efface"),
        ("ar", "يُحفظ لمدة أقصاها يوم واحد، من المسح. يحذفه برنامج"),
        ("hi", "ज़्यादा से ज़्यादा 1 दिन तक रखा जाता है, स्कैन से। एक प्रोग्राम उसे मिटाता है"),
        ("zh-Hans", "最多保存 1 天，自扫描起。由程序删除"),
    ],
)
def test_retention(language, text):
    """What follows a length of time is joined as the source joins it: a clause or a sentence of its own."""
    starts, condition = {
        "de": ("ab dem Scan", "Ein Programm löscht es."),
        "fr": ("dès le scan", "Un programme l’efface."),
        "ar": ("من المسح", "يحذفه برنامج."),
        "hi": ("स्कैन से", "एक प्रोग्राम उसे मिटाता है।"),
        "zh-Hans": ("自扫描起", "由程序删除。"),
    }[language]
    kept = Retention(kind="duration", value=1, unit="days", starts="from the scan", condition="A program deletes it.")
    said = words(language).retention(kept, starts=starts, condition=condition)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == text


def test_event():
    """The event that ends the keeping is told in the language."""
    kept = Retention(kind="until_event", event="the project is deleted")
    assert words("de").retention(kept, event="das Projekt gelöscht wird") == (
        "Wird aufbewahrt, bis das Projekt gelöscht wird"
    )


def test_values_in_a_phrase_from_right_to_left():
    """A name or a number in Latin letters keeps its order inside an Arabic sentence; Arabic words need nothing."""
    said = words("ar")
    assert said.say("sign.responsible", name="Example City") == "الجهة المسؤولة: \u2066Example City\u2069"
    assert said.say("sign.responsible", name=said.ltr("Example City")) == "الجهة المسؤولة: \u2066Example City\u2069"
    assert said.say("sign.responsible", name="المكتبة") == "الجهة المسؤولة: المكتبة"
    assert said.say("leaflet.page", page=1, pages=2) == "صفحة 1 من 2"
    assert words("de").say("sign.responsible", name="Example City") == "Verantwortlich: Example City"


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("اتصل على 555 0100 الآن", "اتصل على \u2066555 0100\u2069 الآن"),
        ("اكتب إلى ask@library.example.", "اكتب إلى \u2066ask@library.example\u2069."),
        ("على library.example/n/k7m2 هنا", "على \u2066library.example/n/k7m2\u2069 هنا"),
        ("رمز k7m2-9f31 هنا", "رمز \u2066k7m2-9f31\u2069 هنا"),
        ("هاتف +49 30 1234-567", "هاتف \u2066+49 30 1234-567\u2069"),
        ("هاتف \u2066555 0100\u2069 هنا", "هاتف \u2066555 0100\u2069 هنا"),
        ("لمدة 24 ساعة", "لمدة 24 ساعة"),
        ("كل شيء", "كل شيء"),
    ],
)
def test_isolated(text, isolated):
    """Telephone numbers, addresses and codes in an Arabic sentence keep their order, once."""
    assert words("ar").isolated(text) == isolated
    assert words("ar").isolated(isolated) == isolated
    assert words("de").isolated(text) == text


def test_untranslated_language():
    """A language without phrases says them in English, and tells which it lacks."""
    said = words("pt-BR")
    assert said.say("translation.fallback") == "Not translated yet"
    assert said.count("unit.hours", 1) == "1 hour"
    assert said.count("unit.hours", 2) == "2 hours"
    assert len(said.lacks) == len(PHRASES) + len(PLURALS)
    assert said.day(dt.date(2026, 11, 20)) == "20 de novembro de 2026"


def test_unknown_phrase():
    """A key that is no phrase is a fault of the program, and is not hidden."""
    with pytest.raises(KeyError):
        words("de").say("sign.nothing")
