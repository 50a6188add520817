"""Translations are plain text, as their sources are: no HTML, no links, no template language.

A translation comes from other hands than the metadata and goes onto the same pages and signs. Write the words.

Pass:

    purpose: It reads your form.
    languages: [en, de]
    # deployments/desk/locale/de.po
    msgctxt "purpose"
    msgid "It reads your form."
    msgstr "Es liest Ihr Formular."

Fail:

    purpose: It reads your form.
    languages: [en, de]
    # deployments/desk/locale/de.po
    msgctxt "purpose"
    msgid "It reads your form."
    msgstr "Es liest <b>Ihr</b> Formular."
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks import unsafe_text
from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.problem import Problem
from toolkit.checks.texts import Text, Walk

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "translation-text"
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """At most one problem a translation."""
    for language, known in view.translations.items():
        for path, source in view.sentences:
            said = known.of(path, source)
            text = Text(tuple(path.split(".")), said.text, plain=True, address=False)
            if said.language == language:
                for problem in unsafe_text.problems(Walk((text,), (), said.text.lower())):
                    message = f"{language}: {problem.message}"
                    yield problem._replace(message=message, node=known.node(path, source))
