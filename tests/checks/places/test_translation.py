"""Translations of what is printed: there, of today's source, and checked by a speaker."""

from __future__ import annotations

import pytest

from toolkit.checks import run
from toolkit.checks.places import translation
from toolkit.phrases import PHRASES, PLURALS
from toolkit.words import words

TOP = "languages: [en, de]\n"
EVERY = len(PHRASES) + len(PLURALS)
#: What is found of the fixed phrases, as far as no speaker has reviewed them.
PHRASE = (
    "deployment.yml:1:17",
    "warning",
    "error",
    f"de: {len(words('de').unreviewed)} of {EVERY} fixed phrases are not reviewed by a speaker",
)


def entry(path, source, text, *comments):
    """An entry of a .po file."""
    return "".join(
        f"{line}\n" for line in (*comments, f'msgctxt "{path}"', f'msgid "{source}"', f'msgstr "{text}"', "")
    )


def whole(seen, *comments, **others):
    """A file that translates every sentence of a place, each with *comments*; *others* are entries by path."""
    return "".join(
        others.get(path.replace(".", "_"), entry(path, text, "Ja.", *comments)) for path, text in seen.sentences
    )


REVIEWED = "# reviewed: A Speaker, 2026-10-01"


@pytest.fixture
def found(translated, judged):
    """What is found where all is translated and reviewed but for *others*."""

    def find(**others):
        seen = translated(TOP, {})
        return judged(translation, TOP, {"de": whole(seen, REVIEWED, **others)})

    return find


def test_reviewed(found):
    """Where a speaker has checked every sentence, only the fixed phrases are left."""
    assert found() == [PHRASE]


def test_no_file(judged, translated):
    """Where nothing is translated, one finding counts all sentences, at the language."""
    count = len(translated(TOP, {}).sentences)
    assert judged(translation, TOP, {}) == [
        ("deployment.yml:1:17", "warning", "error", f"de: {count} of {count} sentences are not translated"),
        PHRASE,
    ]


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (entry("purpose", "To type what is printed on your form.", ""), "not translated"),
        (
            entry("purpose", "To type what is printed on your form.", "Ja.", "#, fuzzy"),
            "translated from an older source",
        ),
        (entry("purpose", "To type it.", "Ja.", REVIEWED), "translated from an older source"),
        (entry("purpose", "To type what is printed on your form.", "Ja."), "not reviewed by a speaker"),
    ],
)
def test_one_sentence(found, translated, other, what):
    """A printed sentence that is missing, stale or unreviewed is found at its line, an error in force."""
    count = len(translated(TOP, {}).sentences)
    rows = found(purpose=other)
    assert rows[1:] == [PHRASE]
    assert rows[0][1:] == ("warning", "error", f"de: 1 of {count} sentences are {what}")
    assert rows[0][0].startswith("locale/de.po:")
    assert rows[0][0].endswith(":8")


def test_stale_and_unreviewed(judged, translated):
    """Each state is found once, however many sentences are in it, at the first of them."""
    seen = translated(TOP, {})
    count = len(seen.sentences)
    text = whole(seen, name=entry("name", "Another desk", "Ja."), purpose=entry("purpose", "Else.", "Ja."))
    assert judged(translation, TOP, {"de": text})[:2] == [
        ("locale/de.po:3:8", "warning", "error", f"de: 2 of {count} sentences are translated from an older source"),
        ("locale/de.po:7:8", "warning", "error", f"de: {count - 2} of {count} sentences are not reviewed by a speaker"),
    ]


def test_on_pages_alone(found, translated):
    """What stands on pages alone is never more than a warning."""
    count = len(translated(TOP, {}).sentences)
    rows = found(kept_scan_purpose=entry("kept.scan.purpose", "To read it.", "Ja."))
    assert rows[0][1:] == ("warning", "warning", f"de: 1 of {count} sentences are not reviewed by a speaker")


def test_sign_in_one_language(translated):
    """A sign that has a version in English alone needs no German."""
    sign = "{id: s, notice: before, place: Here., pictogram: eye, headline: Look here., lead: B., versions: [%s]}"
    counts = []
    for versions in ("en", "en+de"):
        seen = translated(f"{TOP}signs:\n  - {sign % versions}\n", {})
        counts.append(next(iter(translation.check(seen))).message)
    every = len(seen.sentences)
    assert counts == [
        f"de: {every - 2} of {every - 2} sentences are not translated",
        f"de: {every} of {every} sentences are not translated",
    ]


def test_pilot(translated):
    """In a pilot real people stand before the sign, so it is an error there too; in a draft it warns."""
    seen = translated(TOP, {})
    severities = {
        status: {finding.severity for _, finding in run(translation, seen, status)}
        for status in ("example", "draft", "pilot", "in_force", "retired")
    }
    assert severities == {
        "example": {"warning"},
        "draft": {"warning"},
        "pilot": {"error"},
        "in_force": {"error"},
        "retired": {"warning"},
    }


def test_language_without_phrases(translated):
    """A language whose fixed phrases are not there says how many, and where they belong."""
    problems = list(translation.check(translated("languages: [en, pt-BR]\n", {})))
    assert [(problem.message, problem.help) for problem in problems[1:]] == [
        (
            f"pt-BR: {EVERY} of {EVERY} fixed phrases are not translated",
            "add them to toolkit/locale/pt-BR.po, such as join.clause",
        )
    ]
    assert words("pt-BR").lacks[0] == "join.clause"
