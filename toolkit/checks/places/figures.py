"""A text and its language in, the figures in it out: numbers with their units, dates, times, addresses.

What this cannot see: a number that the source says in words; a unit in a form that is not listed; morning taken for
evening where a clock has twelve hours; and in Arabic 1 and 2, which the form of the word says without a digit.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from babel.numbers import get_decimal_symbol, get_group_symbol

from toolkit.words import SOURCE, locale_of, words

TIME = ("minutes", "hours", "days", "weeks", "months", "years")
#: Forms of units that stand after a number, besides those in the phrases.
FORMS: dict[str, dict[str, str]] = {
    "en": {"minutes": "min|mins", "hours": "h|hr|hrs", "metres": "m|meter|meters", "percent": "percent|per cent"},
    "de": {
        "minutes": "Min",
        "hours": "Std|h",
        "days": "Tagen|Tages",
        "months": "Monaten|Monats",
        "years": "Jahren|Jahres",
        "metres": "Metern|m",
        "percent": "Prozent",
    },
    "fr": {"minutes": "min", "hours": "h", "years": "année|années", "metres": "m", "percent": "pour cent"},
    "es": {"minutes": "min", "hours": "h", "metres": "m", "percent": "por ciento"},
    "ar": {
        "minutes": "دقيقة|دقائق",
        "hours": "ساعة|ساعات",
        "days": "يوم|يوما|أيام",
        "weeks": "أسبوع|أسبوعا|أسابيع",
        "months": "شهر|شهرا|أشهر|شهور",
        "years": "سنة|سنوات|سنين|عام|عاما|أعوام",
        "metres": "متر|مترا|أمتار",
        "percent": "بالمئة|بالمائة|في المئة|في المائة",
    },
    "hi": {
        "minutes": "मिनट|मिनटों",
        "hours": "घंटा|घंटे|घंटों|घण्टे|घण्टों",
        "days": "दिन|दिनों",
        "weeks": "सप्ताह|सप्ताहों|हफ़्ते|हफ़्तों|हफ्ते|हफ्तों",
        "months": "महीना|महीने|महीनों|माह",
        "years": "साल|सालों|वर्ष|वर्षों",
        "metres": "मीटर",
        "percent": "प्रतिशत",
    },
    "zh-Hans": {
        "minutes": "分钟",
        "hours": "小时|个小时|个钟头",
        "days": "天|日",
        "weeks": "周|个星期",
        "months": "个月",
        "years": "年",
        "metres": "米",
    },
}
#: Numbers that an English source may say in words and its translation in digits.
NUMBER_WORDS = (
    "one once first|two twice second both|three third|four fourth|five fifth|six sixth|seven seventh|eight eighth|"
    "nine ninth|ten tenth|eleven|twelve"
)
SAID = {word: str(number) for number, group in enumerate(NUMBER_WORDS.split("|"), 1) for word in group.split()}
#: The form of an Arabic noun says one and two.
WITHOUT_DIGIT = {"ar": frozenset({"1", "2"})}
ADDRESS = re.compile(
    r"(?<![\w.@+-])(?:https?://|mailto:)?[A-Za-z0-9][\w+-]*(?:[.@][\w+-]+)*[.@][a-z]{2,}(?!\w)(?:/[\w./~%#?=&+-]*)?"
)
DIGIT = re.compile(r"\d")
CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?", re.IGNORECASE)
OF_THE_DAY = re.compile(r"\b(\d{1,2})(?:[:h]|\.(?=\d{2}\s?(?:Uhr|h\b)))(\d{2})(?!\d)")
DAY = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
CHINESE_MONTH = re.compile(r"(?<!\d)(\d{1,2})月")
ARABIC_MARKS = re.compile("[\u064b-\u0652\u0640]")
DIRECTION = re.compile("[\u200e\u200f\u2066-\u2069]")
MONTH, EVENING, NONE = "month of a date", "pm", ""
#: Kinds of figures that may stand without a unit in another language.
LOOSE = frozenset({MONTH, EVENING, NONE})
GAP = " \N{BULLET} "
S = TypeVar("S", "str", "Figure")


class Figure(NamedTuple):
    """A number as plain digits, such as `24` or `0.5`, with the name of its unit where one is known."""

    value: str
    unit: str = NONE

    def __str__(self) -> str:
        plain = self.unit in {NONE, MONTH, EVENING}
        return (
            self.value if plain else f"{self.value} {self.unit.removesuffix('s') if self.value == '1' else self.unit}"
        )


class Figures(NamedTuple):
    """What a text says in figures."""

    numbers: tuple[Figure, ...]
    addresses: Counter[str]


class Difference(NamedTuple):
    """What the source says and what the translation says in its place; one of them may be missing."""

    source: str | Figure | None
    translation: str | Figure | None


def differences(source: str, translation: str, language: str, of: str = SOURCE) -> list[Difference]:
    """How the figures of a *translation* into *language* differ from those of its *source* in the language *of*."""
    told, said = figures(source, of), figures(translation, language)
    missing, extra = _unmatched(told.numbers, said.numbers)
    missing = [figure for figure in missing if figure.value not in WITHOUT_DIGIT.get(language, ())]
    in_words = {SAID.get(word) for word in re.findall(r"[a-z]+", source.lower())} if of == SOURCE else set()
    extra = [figure for figure in extra if figure.value not in in_words]
    lost, added = told.addresses - said.addresses, said.addresses - told.addresses
    return [*_pairs(missing, extra), *_pairs(sorted(lost.elements()), sorted(added.elements()))]


@lru_cache(maxsize=4096)
def figures(text: str, language: str) -> Figures:
    """Everything in *text* that must be the same in every language."""
    reader = _Reader(_plain(text), language)
    return Figures(tuple(reader.numbers), reader.addresses)


def _plain(text: str) -> str:
    """*text* with western digits, plain spaces, and without marks that steer or adorn."""
    text = ARABIC_MARKS.sub("", DIRECTION.sub("", text)).replace("\u066b", ".").replace("\u066c", ",")
    return "".join(_plain_character(character) for character in text)


def _plain_character(character: str) -> str:
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.decimal(character))
    return " " if unicodedata.category(character) == "Zs" else "%" if character in "\u066a\uff05" else character


class _Reader:
    """Takes figures out of a text, one kind after the other, and leaves a gap for each."""

    def __init__(self, text: str, language: str) -> None:
        self.numbers: list[Figure] = []
        self.addresses: Counter[str] = Counter()
        text = ADDRESS.sub(self._address, text)
        if DIGIT.search(text):
            self._read(text, language)

    def _read(self, text: str, language: str) -> None:
        text = CLOCK.sub(self._clock, text)
        text = OF_THE_DAY.sub(lambda found: self._time(found[1], found[2]), text)
        text = DAY.sub(self._day, text)
        text = CHINESE_MONTH.sub(lambda found: self._take(Figure(found[1], MONTH)), text)
        for pattern, number in _months(language).items():
            text = re.sub(pattern, partial(self._month, number), text)
        units = _units(language)
        for found in _number(language).finditer(text):
            part = (found["part"] or "").rstrip("0")
            whole = re.sub(r"\D", "", found["whole"])
            self._take(Figure(f"{whole}.{part}" if part else whole, units.get(found["unit"] or "", NONE)))

    def _take(self, *found: Figure) -> str:
        self.numbers += found
        return GAP

    def _address(self, found: re.Match[str]) -> str:
        self.addresses[found[0].lower().removeprefix("mailto:").removeprefix("https://").rstrip("/.")] += 1
        return GAP

    def _clock(self, found: re.Match[str]) -> str:
        evening = found[3].lower() == "p" and found[1] != "12"
        return self._time(found[1], found[2] or "", EVENING if evening else NONE)

    def _time(self, hour: str, minutes: str, unit: str = NONE) -> str:
        found = [Figure(str(int(hour)), unit)]
        if minutes not in {"", "00"}:
            found.append(Figure(minutes))
        return self._take(*found)

    def _day(self, found: re.Match[str]) -> str:
        day, month, year = found[1] or found[6], found[2] or found[5], found[3] or found[4]
        date = [Figure(str(int(day))), Figure(str(int(month)), MONTH)]
        if year:
            date.append(Figure(year))
        return self._take(*date)

    def _month(self, number: str, found: re.Match[str]) -> str:
        """The name of a month, where a day or a year stands beside it."""
        beside = found.string[max(0, found.start() - 7) : found.start()] + found.string[found.end() : found.end() + 5]
        return self._take(Figure(number, MONTH)) if any(map(str.isdigit, beside)) else found[0]


@lru_cache(maxsize=64)
def _units(language: str) -> dict[str, str]:
    """The forms of units that can stand behind a number, each with the name of its unit."""
    found = {"%": "percent"}
    for unit in (*TIME, "metres"):
        forms = (form.partition("{n}") for form in words(language).forms(f"unit.{unit}"))
        found |= {_plain(after).strip(): unit for _, number, after in forms if number}
    for unit, more in FORMS.get(language, {}).items():
        found |= dict.fromkeys(map(_plain, more.split("|")), unit)
    return found


@lru_cache(maxsize=64)
def _number(language: str) -> re.Pattern[str]:
    """A number as *language* writes it, with the unit behind it; a point before one or two digits is one everywhere."""
    locale = locale_of(language) or locale_of(SOURCE)
    group = re.escape(_plain(get_group_symbol(locale, numbering_system="latn")))
    decimal = re.escape(get_decimal_symbol(locale, numbering_system="latn"))
    unit = "|".join(map(re.escape, sorted(_units(language), key=len, reverse=True)))
    after = "" if language.startswith("zh") else r"(?!\w)"
    return re.compile(
        rf"(?<!\d)(?P<whole>\d{{1,3}}(?:[{group} ']\d{{3}})+(?!\d)|\d+)"
        rf"(?:(?:{decimal}|\.(?=\d{{1,2}}(?!\d)))(?P<part>\d+))?(?:[ -]?(?P<unit>%|(?:{unit}){after}))?"
    )


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, str]:
    """The names of the months, ready for a pattern, with their numbers."""
    locale = locale_of(language) or locale_of(SOURCE)
    if locale is None or language.startswith("zh"):
        return {}
    named = [(name, number) for use in ("format", "stand-alone") for number, name in locale.months[use]["wide"].items()]
    return {rf"(?<!\w){re.escape(_plain(name))}(?!\w)": str(number) for name, number in named}


def _unmatched(source: Sequence[Figure], translation: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The figures of each that have no partner in the other."""
    missing, extra = list(source), list(translation)
    for is_partner in (Figure.__eq__, _may_say):
        for figure in tuple(missing):
            partner = next((other for other in extra if is_partner(figure, other)), None)
            if partner is not None:
                missing.remove(figure)
                extra.remove(partner)
    return missing, extra


def _may_say(figure: Figure, other: Figure) -> bool:
    """Whether two figures can mean the same: the unit of one is not known, or the hour is counted from midnight."""
    evening = figure.unit == EVENING and other.value == str(int(figure.value) + 12)
    return (figure.value == other.value or evening) and (figure.unit in LOOSE or other.unit in LOOSE)


def _pairs(missing: Sequence[S], extra: Sequence[S]) -> Iterator[Difference]:
    """What stands in place of what: figures with the same number first."""
    left = list(extra)
    for one in missing:
        partner = next((other for other in left if str(other).split()[0] == str(one).split()[0]), None)
        partner = partner or next(iter(left), None)
        if partner is not None:
            left.remove(partner)
        yield Difference(one, partner)
    yield from (Difference(None, other) for other in left)
