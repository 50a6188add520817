"""The text checks, in the languages they know, and what they say of the others."""

from __future__ import annotations

import pytest

from toolkit.checks.regimes import elements
from toolkit.checks.regimes.texts import TEXTS, more_than_generic, specific
from toolkit.checks.regimes.wordings import WORDS
from toolkit.load import Loaded
from toolkit.paths import Project
from toolkit.translations import read
from toolkit.view.place import Around, PlaceView


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For your safety."),
        ("en", "CCTV in operation for the safety and security of everyone"),
        ("en", "This area is under video surveillance for security purposes."),
        ("de", "Zu Ihrer Sicherheit."),
        ("de", "Dieser Bereich wird aus Sicherheitsgründen videoüberwacht."),
        ("es", "Por su seguridad."),
        ("es", "Zona videovigilada para la seguridad de todos"),
        ("fr", "Pour votre sécurité."),
        ("fr", "Ce lieu est sous vidéosurveillance pour la sécurité de tous"),
    ],
)
def test_safety_alone_is_no_purpose(language, text):
    """A purpose that says no more than safety or security is too vague."""
    assert not specific(text.lower(), WORDS[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "For your safety: to see when the platform is too full."),
        ("en", "To count how many people come in."),
        ("de", "Zu Ihrer Sicherheit: damit niemand Räder aus dem Keller stiehlt."),
        ("es", "Por su seguridad, para ver si el andén está lleno."),
        ("fr", "Pour votre sécurité, afin de voir si le quai est plein."),
    ],
)
def test_a_purpose_that_can_be_judged(language, text):
    """Safety with what it means here is a purpose; so is anything else."""
    assert specific(text.lower(), WORDS[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This site uses AI."),
        ("en", "Powered by artificial intelligence"),
        ("en", "Your digital assistant"),
        ("de", "Diese Seite nutzt KI."),
        ("de", "Ihr digitaler Assistent"),
        ("es", "Este sitio usa IA."),
        ("es", "Su asistente virtual"),
        ("fr", "Ce site utilise l'IA."),
        ("fr", "Votre assistant virtuel"),
    ],
)
def test_a_word_is_not_enough(language, text):
    """That AI is in use somewhere, or the word assistant, tells nobody that they deal with a machine."""
    assert not more_than_generic(text.lower(), WORDS[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You are talking with an AI."),
        ("de", "Sie sprechen mit einer KI."),
        ("es", "Está hablando con una IA."),
        ("fr", "Vous parlez avec une IA."),
    ],
)
def test_a_sentence_about_the_reader_is_enough(language, text):
    """Who says what the machine does with the reader has said more, and named it."""
    assert more_than_generic(text.lower(), WORDS[language])
    assert TEXTS["names_machine"].is_right(text.lower(), WORDS[language])


@pytest.mark.parametrize(
    ("check", "language", "right", "wrong"),
    [
        ("names_machine", "en", "a computer reads it", "somebody waits for aid"),
        ("names_machine", "de", "ein computer liest es", "jemand liest es"),
        ("names_machine", "es", "un ordenador lo lee", "alguien lo lee en un día"),
        ("names_machine", "fr", "un ordinateur le lit", "quelqu'un le lit"),
        ("names_biometric", "en", "it measures your face", "it measures your surface"),
        ("names_biometric", "de", "sie misst ihr gesicht", "sie misst ihre zeit"),
        ("names_biometric", "es", "mide su rostro", "mide su tiempo"),
        ("names_biometric", "fr", "elle mesure votre visage", "elle mesure votre temps"),
        ("names_generated", "en", "this voice is made by a machine", "this voice is kind"),
        ("names_generated", "de", "diese stimme ist künstlich", "diese stimme ist freundlich"),
        ("names_generated", "es", "esta voz es artificial", "esta voz es amable"),
        ("names_generated", "fr", "cette voix est générée", "cette voix est douce"),
        ("names_rights", "en", "ask to see or delete the picture", "deleted after one day"),
        ("names_rights", "de", "sie können widersprechen", "nach einem tag gelöscht"),
        ("names_rights", "es", "puede oponerse", "se borra tras un día"),
        ("names_rights", "fr", "vous avez le droit de refuser", "effacé après un jour"),
        ("names_interest", "en", "our interest: short waits", "short waits"),
        ("names_interest", "de", "unser interesse: kurze wege", "kurze wege"),
        ("names_interest", "es", "nuestro interés: menos espera", "menos espera"),
        ("names_interest", "fr", "notre intérêt : moins d'attente", "moins d'attente"),
        ("names_safeguard", "en", "a contract protects it", "it goes abroad"),
        ("names_safeguard", "de", "ein vertrag schützt sie", "sie gehen ins ausland"),
        ("names_safeguard", "es", "un contrato los protege", "salen del país"),
        ("names_safeguard", "fr", "un contrat les protège", "elles partent à l'étranger"),
    ],
)
def test_words(check, language, right, wrong):
    """Each check knows everyday words of each language, and does not take others for them."""
    assert TEXTS[check].is_right(right, WORDS[language])
    assert not TEXTS[check].is_right(wrong, WORDS[language])


@pytest.mark.parametrize(
    ("language", "placement"),
    [
        ("en", "Below the terms and conditions"),
        ("de", "In den Nutzungsbedingungen"),
        ("es", "En la política de privacidad"),
        ("fr", "Dans les conditions générales"),
    ],
)
def test_hidden_in_terms(place_of, language, placement):
    """A notice that stands only in terms is found in the language of the place."""
    edits = [("Beside each door.", placement), ("In the letter to parents.", placement)]
    view = place_of(*edits, language=language)
    assert [e.state for e in elements(view) if e.rule.id == "aia-50-5-clear"] == ["missing"]


def test_one_open_notice_is_enough(place_of):
    """Where one notice before use stands elsewhere, the others may stand in terms."""
    view = place_of(("Beside each door.", "In the terms of use."))
    assert [e.state for e in elements(view) if e.rule.id == "aia-50-5-clear"] == ["present"]


def test_a_language_without_words_is_reported(place_of):
    """A place that speaks Arabic alone is not checked, and never called right."""
    view = place_of(("services: [example]", "services: [example]\nlanguages: [ar]"), language="ar")
    found = [(e.layer, e.state, e.because) for e in elements(view) if e.rule.id == "aia-50-1-interaction"]
    assert found == [
        ("notice", "not_checked", "not checked in ar"),
        ("sign", "not_checked", "not checked in ar"),
    ]


def test_languages_without_words_or_translations_are_named(place_of):
    """What is right in English is present, and the languages that nobody looked at are named."""
    view = place_of(("services: [example]", "services: [example]\nlanguages: [en, de, ar, hi, zh-Hans]"))
    found = [(e.state, e.because) for e in elements(view) if e.rule.id == "nyc-22-1202-words"]
    assert found == [("present", "a trait of the body is named; not checked in de, ar, hi and zh-Hans")]


def test_a_translation_is_read_in_its_own_language(place_of, tmp_path):
    """A purpose that is right in English and too vague in German is found, with the language."""
    view = place_of(("services: [example]", "services: [example]\nlanguages: [en, de]"))
    path = tmp_path / "deployments/hall/locale/de.po"
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "signs.door.lead"\nmsgid "It looks at your face, so that a lift comes sooner."\n'
        'msgstr "Zu Ihrer Sicherheit."\n',
        "utf-8",
    )
    translations, findings = read(Project(tmp_path.resolve()), path, "de")
    assert findings == []
    loaded = Loaded(view.deployment, view.document)
    german = PlaceView(loaded, view.house, view.services, Around({"de": translations}))
    found = [(e.sign, e.state, e.where, e.because) for e in elements(german) if e.rule.id == "edpb-fl-purpose"]
    assert found[1:] == [
        (
            "door",
            "missing",
            ("signs", 0, "lead"),
            "safety or security alone is no purpose that people can judge (in de)",
        )
    ]


def test_every_text_check_says_what_is_right():
    """What holds, what is wrong and what to do are all said."""
    for check in TEXTS.values():
        assert check.right
        assert check.message
        assert check.help
