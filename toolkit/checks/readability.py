"""What affected people read is plain: school grade 10 at most, and no sentence over 30 words.

Split long sentences, and put short words in the place of long ones. The rule looks at what is written for affected
people: purpose, benefits, words explained, limitations, oversight, the things to disclose, notices, flows of data.
Texts under eight words are left alone.

English is measured by the formula of Flesch and Kincaid (0.39 words a sentence + 11.8 syllables a word - 15.59;
Kincaid et al. 1975), German by the first Wiener Sachtextformel (Bamberger and Vanecek 1984, grade 10 at most), Spanish
by Fernández Huerta (1959, at least 60 of 100), French by Kandel and Moles (1958, at least 60 of 100). Syllables are
counted by rules and are now and then off by one, so this never is an error. For other languages there is no formula
here; only the length of sentences and words is looked at, and the message says so.

Pass:

    summary:
      purpose: It turns the words on a printed form into text, and a clerk then checks each of them by eye.

Fail:

    summary:
      purpose: >-
        Automated extraction of alphanumeric information facilitates administrative documentation procedures.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.readability_formulas import FORMULAS, UNSPACED, primary, sentences_of, syllables, words_of
from toolkit.checks.texts import walk
from toolkit.view import View

ID = "readability"
ERROR_IN = NEVER
FEWEST_WORDS = 8
MOST_WORDS = 30
MOST_CHARACTERS = 90
LONGEST_MEAN_WORD = 9.0


def check(view: View) -> Iterator[Problem]:
    """One problem for each text that is hard to read."""
    language = primary(view.service.identity.locale.binding)
    for text in walk(view).texts:
        if text.plain and (found := hard(text.text, language)):
            yield Problem(text.path, *found)


@lru_cache(maxsize=20_000)
def hard(text: str, language: str) -> tuple[str, str] | None:
    """What makes *text* hard to read, and what to do; None where it is plain or too short to tell."""
    if language in UNSPACED:
        return _long_characters(text, language)
    words = words_of(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sentences_of(text)
    longest = max(sentences, key=lambda sentence: len(words_of(sentence)))
    count = len(words_of(longest))
    if count > MOST_WORDS:
        message = f"a sentence of {count} words, at most {MOST_WORDS} are easy to follow{_only_length(language)}"
        return message, f"split it: {_beginning(longest)}"
    if language in FORMULAS:
        return _formula(words, len(sentences), language)
    mean = sum(map(len, words)) / len(words)
    if mean > LONGEST_MEAN_WORD:
        return f"long words, {mean:.0f} letters on average{_only_length(language)}", "use shorter words"
    return None


def _formula(words: list[str], sentences: int, language: str) -> tuple[str, str] | None:
    formula = FORMULAS[language]
    value = formula.value(words, sentences, language)
    if not (value < formula.limit if formula.falls else value > formula.limit):
        return None
    hardest = sorted({word.lower() for word in words}, key=lambda word: (-syllables(word, language), word))[:3]
    message = f"hard to read: school grade {value:.1f}, at most {formula.limit:.0f} is plain ({formula.name})"
    if formula.falls:
        message = f"hard to read: {value:.0f} of 100, at least {formula.limit:.0f} is plain ({formula.name})"
    return message, f"shorter sentences, and simpler words for: {', '.join(hardest)}"


def _long_characters(text: str, language: str) -> tuple[str, str] | None:
    longest = max(sentences_of(text), key=len, default="")
    if len(longest) <= MOST_CHARACTERS:
        return None
    message = f"a sentence of {len(longest)} characters, at most {MOST_CHARACTERS} are easy to follow"
    return f"{message}{_only_length(language)}", f"split it: {longest[:20]}..."


def _only_length(language: str) -> str:
    return "" if language in FORMULAS else f" (for `{language}` there is no formula here, only lengths are looked at)"


def _beginning(sentence: str) -> str:
    return f"{' '.join(sentence.split()[:6])} ..."
