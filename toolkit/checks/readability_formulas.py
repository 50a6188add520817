"""A text and its language in, how hard it is to read out: published formulas, each with its source.

Words are runs of letters; a sentence ends with `.`, `!`, `?` or an ellipsis before a space or the end. Syllables are
the groups of vowels, less a silent ending in English and French, more where two vowels are spoken apart (`vi-de-o`),
and at least the parts that the hyphenation patterns of LibreOffice (by pyphen) give: the patterns never split off a
single letter (`a-bout`), the groups never part the vowels of `cre-ate`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)]*(?=\s|$)|[。！？]+")
VOWELS = re.compile("[aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýÿ]+")
#: In Spanish each strong vowel, and each weak one with an accent, is a syllable of its own.
SPANISH = re.compile("[iuüy]*[aeoáéíóú][iuüy]*|[iuüy]+")
SILENT_ENDINGS = {
    "en": re.compile(r"(?<=[^aeiouy])(?:(?<!l)e|(?<![cgszx])(?<!ch|sh)es|(?<![dt])ed)$"),
    "fr": re.compile(r"(?<=[^aeiouyàâéèêëîïôûù])(?:e|es|ent)$"),
}
SPOKEN_APART = {"en": re.compile(r"(?<![cglnstx])i[ao](?!ur)|(?<![gq])ua|(?<!p)eo|[dr]ea$")}
#: Languages written without spaces between words: their sentences are measured in characters.
UNSPACED = frozenset({"bo", "dz", "ja", "km", "lo", "my", "th", "zh"})


class Formula(NamedTuple):
    """A published formula: its name, the value, and the last value that is still plain; `falls` with difficulty."""

    name: str
    value: Callable[[list[str], int, str], float]
    limit: float
    falls: bool


def flesch_kincaid(words: list[str], sentences: int, language: str) -> float:
    """School grade in the United States. Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75:
    0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    return 0.39 * len(words) / sentences + 11.8 * _syllables_a_word(words, language) - 15.59


def wiener_sachtextformel(words: list[str], sentences: int, language: str) -> float:
    """School grade for German factual texts, the first formula. Bamberger and Vanecek 1984, Lesen, Verstehen, Lernen,
    Schreiben: 0.1935 MS + 0.1672 SL + 0.1297 IW - 0.0327 ES - 0.875, where MS, IW and ES are the percentages of words
    with three or more syllables, with more than six letters and with one syllable, and SL is words a sentence.
    """
    counts = [syllables(word, language) for word in words]
    share = 100 / len(words)
    many, one = sum(count >= 3 for count in counts) * share, sum(count == 1 for count in counts) * share
    long = sum(len(word) > 6 for word in words) * share
    return 0.1935 * many + 0.1672 * len(words) / sentences + 0.1297 * long - 0.0327 * one - 0.875


def fernandez_huerta(words: list[str], sentences: int, language: str) -> float:
    """Ease of Spanish texts from 0 to 100. Fernández Huerta 1959, Medidas sencillas de lecturabilidad, as corrected by
    Law 2011 (LINGUIST List 22.2332): 206.84 - 60 syllables a word - 1.02 words a sentence.
    """
    return 206.84 - 60 * _syllables_a_word(words, language) - 1.02 * len(words) / sentences


def kandel_moles(words: list[str], sentences: int, language: str) -> float:
    """Ease of French texts from 0 to 100. Kandel and Moles 1958, Application de l'indice de Flesch à la langue
    française: 207 - 1.015 words a sentence - 73.6 syllables a word.
    """
    return 207 - 1.015 * len(words) / sentences - 73.6 * _syllables_a_word(words, language)


#: Grade 10 is the end of school for many; an ease of 60 is where the tables of the authors stop saying "normal".
FORMULAS = {
    "de": Formula("Wiener Sachtextformel", wiener_sachtextformel, 10, falls=False),
    "en": Formula("Flesch-Kincaid", flesch_kincaid, 10, falls=False),
    "es": Formula("Fernández Huerta", fernandez_huerta, 60, falls=True),
    "fr": Formula("Kandel and Moles", kandel_moles, 60, falls=True),
}


def primary(tag: str) -> str:
    """The language of a tag such as `en-US`."""
    return tag.partition("-")[0]


def words_of(text: str) -> list[str]:
    """The words of *text*."""
    return WORD.findall(text)


def sentences_of(text: str) -> list[str]:
    """The sentences of *text*, without their ends; at least one word each."""
    return [part.strip() for part in SENTENCE_END.split(text) if WORD.search(part)]


@lru_cache(maxsize=20_000)
def syllables(word: str, language: str) -> int:
    """The syllables of *word*, at least one."""
    spoken = re.split("['’]", word.lower())[0] if language == "en" else word.lower()
    patterns = _patterns(language)
    parts = len(patterns.positions(spoken)) + 1 if patterns else 1
    return max(_vowel_groups(spoken, language), parts, 1)


def _vowel_groups(word: str, language: str) -> int:
    if language == "es":
        return len(SPANISH.findall(word))
    groups = len(VOWELS.findall(word))
    if language in SILENT_ENDINGS and groups > 1 and SILENT_ENDINGS[language].search(word):
        groups -= 1
    return groups + (len(SPOKEN_APART[language].findall(word)) if language in SPOKEN_APART else 0)


def _syllables_a_word(words: list[str], language: str) -> float:
    return sum(syllables(word, language) for word in words) / len(words)


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    """The hyphenation patterns of *language*, None where there are none."""
    import pyphen

    known = pyphen.language_fallback({"en": "en_US", "de": "de_DE"}.get(language, language))
    return pyphen.Pyphen(lang=known) if known else None
