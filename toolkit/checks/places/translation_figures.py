"""A translation says the same figures as its source: numbers, units, dates, times, telephone numbers, addresses.

Digits may be those of the language, and a month may be named or numbered; the figures are compared for what they mean.
A number that the source says in words may stand in words or digits. Arabic says one and two by the form of the noun.

Pass:

    purpose: A picture stays for 24 hours.
    languages: [en, de]
    # deployments/desk/locale/de.po
    msgctxt "purpose"
    msgid "A picture stays for 24 hours."
    msgstr "Ein Bild bleibt 24 Stunden."

Fail:

    purpose: A picture stays for 24 hours.
    languages: [en, de]
    # deployments/desk/locale/de.po
    msgctxt "purpose"
    msgid "A picture stays for 24 hours."
    msgstr "Ein Bild bleibt 24 Tage."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.figures import TIME, Difference, Figure, differences
from toolkit.checks.places.statuses import BUT_DRAFT
from toolkit.checks.problem import Problem
from toolkit.words import words

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "translation-figures"
ERROR_IN = BUT_DRAFT


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each figure of a translation that is not its source's."""
    for language, known in view.translations.items():
        for path, source in view.sentences:
            said = known.of(path, source)
            if said.state in {"reviewed", "unreviewed"}:
                for difference in differences(source, said.text, language, known.source):
                    place = known.node(path, source)
                    yield Problem(tuple(path.split(".")), *_told(difference, language), node=place)


def _told(difference: Difference, language: str) -> tuple[str, str]:
    """What is wrong and what to write."""
    source, translation = difference
    if translation is None:
        return f"{language}: the translation does not say {source}", f"write {_written(source, language)}"
    if source is None:
        return f"{language}: the translation says {translation}, the source does not", "delete it"
    message = f"{language}: the translation says {translation}, the source says {source}"
    return message, f"write {_written(source, language)}"


def _written(figure: Figure | str | None, language: str) -> str:
    """What of the source stands in the translation, in its language."""
    if isinstance(figure, Figure) and figure.unit in TIME and figure.value.isdecimal():
        return words(language).amount(int(figure.value), figure.unit)
    return str(figure)
