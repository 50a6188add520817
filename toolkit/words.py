"""A language in, its fixed phrases, dates, numbers and amounts out, as a reader of that language expects them.

Digits are western (`latn`) in every language, in Arabic and Hindi too: the figures on a sign are compared with those of
its source, by the rules and by people who stand before two signs, and telephones and addresses are written so anyway.
Units of time come from our own plural phrases: Babel gives no long form for days in Arabic or for any unit in Chinese.
"""

from __future__ import annotations

import datetime as dt
import gettext
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.plurals import get_plural
from babel.numbers import format_decimal

from toolkit.model.data import Retention
from toolkit.paths import PACKAGE
from toolkit.phrases import PHRASES, PLURALS
from toolkit.po import Entry, parse

#: The language that phrases are written in.
SOURCE = "en"
LOCALES = PACKAGE / "locale"
NAME = re.compile(r"\{([a-z_]+)\}")
NUMBER = re.compile(r"[\d.,]*")
REVIEWED = re.compile(r"reviewed: (?P<who>[^,]+), (?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})")
LRI, PDI = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
#: What opens an isolate of either direction, or of the direction of its first letter.
ISOLATES = (LRI, "\N{RIGHT-TO-LEFT ISOLATE}", "\N{FIRST STRONG ISOLATE}")
NO_BREAK = "\N{NO-BREAK SPACE}"
#: What must keep its order from left to right in any language: addresses, telephone numbers, codes.
#: In a sentence from right to left, the groups of a telephone number would otherwise change places.
LEFT_TO_RIGHT = re.compile(
    r"(?a)[\u2066-\u2068][^\u2069]*\u2069"  # isolated already
    r"|(?:https?://|mailto:)?[a-z0-9][\w.+-]*(?:@|\.|/)[\w./@~%#?=&+-]*[\w/]"
    r"|[+(]?\d[\d()]*(?:[ \u00a0./-]\(?\d[\d()]*)+"
    r"|[a-z0-9]+(?:-[a-z0-9]+)+",
    re.IGNORECASE,
)


class PluralRule(NamedTuple):
    """How many forms a language has for a number, and gettext's rule that says which one a number asks for."""

    forms: int
    rule: str


@lru_cache(maxsize=64)
def words(language: str) -> Words:
    """The words of a language (BCP 47); of one that nobody knows, English formats and no phrases."""
    return Words(language)


@lru_cache(maxsize=256)
def locale_of(language: str) -> Locale | None:
    """What Babel knows of a language; None for a tag that means no language."""
    try:
        return Locale.parse("en-GB" if language == SOURCE else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=1)
def spoken() -> tuple[str, ...]:
    """The languages that the fixed phrases are translated into, and English."""
    return (SOURCE, *sorted(path.stem for path in LOCALES.glob("*.po")))


class Words:
    """What one language says; see `words`."""

    def __init__(self, language: str) -> None:
        self.language = language
        found = locale_of(language)
        self._locale = found or Locale("en", "GB")
        self.direction: Literal["ltr", "rtl"] = "rtl" if self._locale.text_direction == "rtl" else "ltr"
        tag = language.replace("-", "_")
        name = self._locale.languages.get(tag) or self._locale.get_display_name() if found else None
        self.own_name = f"{name[:1].upper()}{name[1:]}" if name else language

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        """Read when the first phrase is said: a language's own name and direction need no file."""
        return _entries(self.language)

    @cached_property
    def _form(self) -> Callable[[int], int]:
        return gettext.c2py(plural_rule(self.language).rule)

    @property
    def lacks(self) -> tuple[str, ...]:
        """Keys without a translation of what the phrase says now; these are said in English."""
        return () if self.language == SOURCE else tuple(key for key in (*PHRASES, *PLURALS) if key not in self._entries)

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """Keys whose translation carries no mark of a speaker who has checked it."""
        return tuple(key for key, entry in self._entries.items() if not reviewed(entry))

    def say(self, key: str, **values: object) -> str:
        """The phrase under *key*, with its names filled in; in English where there is no translation."""
        return self._filled(self.phrase(key), values)

    def phrase(self, key: str) -> str:
        """The phrase under *key* as it stands, with its names in braces."""
        entry = self._entries.get(key)
        return entry.texts[0] if entry else PHRASES[key]

    def forms(self, key: str) -> tuple[str, ...]:
        """Every form of the phrase with a number under *key*, as it stands."""
        entry = self._entries.get(key)
        return entry.texts if entry else PLURALS[key]

    def count(self, key: str, n: float, **values: object) -> str:
        """The phrase under *key* in the form that the number *n* asks for."""
        texts = self.forms(key)
        form = self._form(int(n)) if key in self._entries else int(n != 1)
        text = texts[form] if float(n).is_integer() and form < len(texts) else texts[-1]
        return self._filled(text, {"n": self.number(n), **values})

    def _filled(self, text: str, values: dict[str, object]) -> str:
        return NAME.sub(lambda name: self._value(str(values[name[1]])), text)

    def _value(self, text: str) -> str:
        """A value to stand in a phrase: one that holds no right-to-left letter is isolated where that matters."""
        bare = NUMBER.fullmatch(text) or text.startswith(ISOLATES)
        return text if bare or any(unicodedata.bidirectional(c) in {"R", "AL"} for c in text) else self.ltr(text)

    def ltr(self, text: str) -> str:
        """*text* kept in order from left to right: a telephone number, an address, a code."""
        alone = self.direction == "rtl" and bool(text) and not text.startswith(ISOLATES)
        return f"{LRI}{text}{PDI}" if alone else text

    def isolated(self, text: str) -> str:
        """A whole sentence in this language, with each number, address and code in it kept in order."""
        return LEFT_TO_RIGHT.sub(lambda run: self.ltr(run[0]), text) if self.direction == "rtl" else text

    def day(self, date: dt.date) -> str:
        """A date as it is said: 20 November 2026."""
        text = format_date(date, "long", locale=self._locale)
        return text.replace("1 ", "1er ", 1) if self.language == "fr" and date.day == 1 else text

    def month(self, date: dt.date) -> str:
        """A month as it is said: November 2026."""
        return format_skeleton("yMMMM", date, locale=self._locale)

    def number(self, value: float) -> str:
        """A number with every digit of it."""
        whole = int(value) if float(value).is_integer() else value
        return format_decimal(whole, locale=self._locale, decimal_quantization=False, numbering_system="latn")

    def amount(self, value: float, unit: str) -> str:
        """A number with its unit (`hours`, `days` ...), which no line break parts."""
        return self.count(f"unit.{unit}", value).replace(" ", NO_BREAK)

    def listing(self, texts: Sequence[str], kind: Literal["and", "or"] = "and") -> str:
        """Texts in a row: `a, b and c`."""
        return format_list(texts, "standard" if kind == "and" else "or", locale=self._locale) if texts else ""

    def retention(self, kept: Retention | None, event: str = "", starts: str = "", condition: str = "") -> str:
        """How long something is kept, as a sentence without a full stop.

        *event*, *starts* and *condition* are those of *kept* in this language; its own are taken where they are empty.
        """
        if kept is None:
            return self.say("retention.unknown")
        parts = ((kept.starts, starts), (kept.condition, condition))
        text = self._time(kept, event or kept.event or "")
        for source, more in parts:
            if source:
                kind = "sentence" if source[:1].isupper() else "clause"
                text = self.say(f"join.{kind}", first=text, more=(more or source).rstrip(".\N{DEVANAGARI DANDA}。"))
        return text

    def _time(self, kept: Retention, event: str) -> str:
        if kept.kind == "duration" and kept.value is not None and kept.unit:
            return self.say("retention.duration", amount=self.amount(kept.value, kept.unit))
        if kept.kind == "configurable" and kept.default:
            return self.say("retention.configurable", amount=self.amount(kept.default.value, kept.default.unit))
        if kept.kind == "until_event" and event:
            return self.say("retention.event", event=event)
        return self.say(
            {"none": "retention.none", "customer_controlled": "retention.customer"}.get(kept.kind, "retention.unknown")
        )


def reviewed(entry: Entry) -> bool:
    """Whether a comment names the speaker who checked the translation, and the day."""
    return any(is_review(comment) for comment in entry.comments)


def is_review(comment: str) -> bool:
    """Whether a comment of a .po file names a speaker and a day: `reviewed: NAME, YEAR-MONTH-DAY`."""
    return REVIEWED.fullmatch(comment) is not None


def sources() -> Iterable[tuple[str, str, str]]:
    """Every phrase: its key, its English, and the English for more than one (empty where there is no number)."""
    yield from ((key, text, "") for key, text in PHRASES.items())
    yield from ((key, one, more) for key, (one, more) in PLURALS.items())


def _entries(language: str) -> dict[str, Entry]:
    """The translations of what the phrases say now, by key."""
    path = LOCALES / f"{language}.po"
    if language not in spoken() or language == SOURCE:
        return {}
    known = {entry.key: entry for entry in parse(path.read_bytes(), path.name)[0] if not entry.obsolete}
    found = {key: (known.get((key, text)), more) for key, text, more in sources()}
    return {key: entry for key, (entry, more) in found.items() if entry and entry.done and entry.plural == more}


@lru_cache(maxsize=64)
def plural_rule(language: str) -> PluralRule:
    """The rule of a language, or that of English for one that nobody knows."""
    found = get_plural(locale_of(language) or SOURCE)
    return PluralRule(found.num_plurals, found.plural_expr)
