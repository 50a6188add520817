"""E-mail addresses, telephone, card and account numbers in what was read: found, hidden, and what was left.

Telephone numbers are found by phonenumbers (Google's libphonenumber), check digits of cards (Luhn, ISO/IEC 7812) and of
accounts (IBAN, ISO 13616) are computed by python-stdnum. Names, addresses of houses, dates of birth, signatures and
faces are not looked for. A digit that was misread breaks a check, and the number then stays readable: `left` holds
every long number that stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

import phonenumbers
from stdnum import iban, luhn

from toolkit.vision.reading import Box, Picture, Reading, Word

Kind = Literal["account", "card", "e-mail", "telephone", "number"]
Span = tuple[int, int]

#: What stands in place of a hidden word, always as long, since the length of a word says something too.
HIDDEN = "\N{FULL BLOCK}" * 5
#: Readers see a space at a dot that is none, so one is allowed at the only dot.
EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:(?:\.[\w-]+)+|\. [\w-]+| \.[\w-]+)")
ACCOUNT = re.compile(r"(?a)\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)
CARD = re.compile(r"(?a)(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
LONG_NUMBER = re.compile(r"(?a)(?<!\d)\d(?:[ ./-]{0,3}\d){5,}(?!\d)")
#: Where a telephone number without a country is taken to be, by the language that is read.
REGIONS = {
    "ar": ("EG", "SA", "MA"),
    "de": ("DE", "AT", "CH"),
    "en": ("GB", "US", "IN"),
    "es": ("ES", "MX", "AR"),
    "fr": ("FR", "BE", "CH"),
    "hi": ("IN",),
    "zh": ("CN",),
}


class Private(NamedTuple):
    """Something that looks private, or a long number of which nothing is known."""

    kind: Kind
    text: str
    words: tuple[int, ...]
    """The words of the reading that it touches, counted from 0."""


class Redaction(NamedTuple):
    """What was found."""

    found: tuple[Private, ...]
    left: tuple[Private, ...]
    """Numbers of six and more digits that are none of these kinds, and stay."""


def look(reading: Reading, languages: Sequence[str]) -> Redaction:
    """What of *reading*, in *languages* (BCP 47), is private. Each line is looked at by itself, so a number that is
    broken over two lines is missed.
    """
    found: list[Private] = []
    left: list[Private] = []
    regions = tuple(region for language in languages for region in REGIONS.get(language.partition("-")[0], ()))
    for _, numbered in groupby(enumerate(reading.words), lambda pair: pair[1].line):
        line = _Line(list(numbered))
        for kind, spans in _looks(line.text, regions):
            private = [Private(kind, line.text[start:end], line.words(start, end)) for start, end in spans]
            for each in private:
                taken = {word for known in (*found, *left) for word in known.words}
                if not taken & set(each.words):
                    (left if kind == "number" else found).append(each)
    return Redaction(tuple(found), tuple(left))


def hidden(reading: Reading, words: Iterable[int]) -> Reading:
    """*reading* with blocks in place of *words*, counted from 0."""
    gone = set(words)
    kept = (word._replace(text=HIDDEN) if at in gone else word for at, word in enumerate(reading.words))
    return reading._replace(words=tuple(kept))


def blackened(picture: Picture, boxes: Iterable[Box]) -> Picture:
    """A copy of *picture* in which nothing of *boxes* is left: their pixels are black."""
    covered = picture.copy()
    for left, top, width, height in boxes:
        covered[max(top, 0) : top + height, max(left, 0) : left + width] = 0
    return covered


class _Line:
    """The text of a line, and which word each of its characters belongs to."""

    def __init__(self, numbered: Sequence[tuple[int, Word]]) -> None:
        self.text = " ".join(_plain(word.text) for _, word in numbered)
        self._starts: list[tuple[int, int, int]] = []
        at = 0
        for number, word in numbered:
            self._starts.append((at, at + len(word.text), number))
            at += len(word.text) + 1

    def words(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(number for first, last, number in self._starts if first < end and start < last)


def _plain(text: str) -> str:
    """*text* with the digits of every script as 0 to 9, as long as before."""
    return "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in text)


def _looks(text: str, regions: Sequence[str]) -> Iterator[tuple[Kind, list[Span]]]:
    yield "e-mail", [match.span() for match in EMAIL.finditer(text)]
    yield "account", list(_accounts(text))
    yield "card", [match.span() for match in CARD.finditer(text) if luhn.is_valid(re.sub(r"\D", "", match[0]))]
    yield "telephone", list(_telephones(text, regions))
    yield "number", [match.span() for match in LONG_NUMBER.finditer(text)]


def _accounts(text: str) -> Iterator[Span]:
    """Accounts; what follows one can look like a part of it, so the longest that is right is taken."""
    for match in ACCOUNT.finditer(text):
        start, end = match.span()
        right = (at for at in range(end, start + 14, -1) if iban.is_valid(text[start:at]))
        if longest := next(right, None):
            yield start, start + len(text[start:longest].rstrip())


def _telephones(text: str, regions: Sequence[str]) -> Iterator[Span]:
    """Numbers that are given out somewhere: those with a country, and those of each of the *regions*."""
    for region in regions or (None,):
        for match in phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID):
            yield match.start, match.end
