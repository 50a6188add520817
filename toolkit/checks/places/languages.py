"""Every language of a place is one that exists and that can be printed; signs speak languages of the place.

A language is written as a tag, such as `de`, `pt-BR` or `zh-Hans`. Each language of a sign stands under `languages:` of
the place too, because translations are kept for these. A language in another script needs a typeface here.

Pass:

    languages: [en, de, ar]

Fail:

    languages: [en, qx]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import ALWAYS
from toolkit.checks.problem import Problem, hint
from toolkit.fonts import face
from toolkit.words import locale_of, spoken

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "languages"
ERROR_IN = ALWAYS


def check(view: PlaceView) -> Iterator[Problem]:
    """Languages that are none, cannot be printed or stand there twice, then versions of signs in other languages."""
    known = view.deployment.languages
    for index, language in enumerate(known):
        path = ("languages", index)
        if locale_of(language) is None:
            advice = hint(language, spoken(), "write a language tag such as de, pt-BR or zh-Hans")
            yield Problem(path, f"there is no language {language!r}", advice)
        elif language in known[:index]:
            yield Problem(path, f"the language {language!r} stands here twice", "delete one of the two")
        elif face(language) is None:
            message = f"there is no typeface here for the script of {language!r}"
            yield Problem(path, message, "leave the language out, or ask for its typeface to be added")
    for number, sign in enumerate(view.deployment.signs):
        for index, version in enumerate(sign.versions):
            for problem in _of_version(sign.id, version, known):
                yield problem._replace(path=("signs", number, "versions", index))


def _of_version(sign: str, version: str, known: Collection[str]) -> Iterator[Problem]:
    spoken_here = version.split("+")
    for language in spoken_here:
        if language not in known:
            message = f"the sign `{sign}` speaks {language!r}, which is no language of this place"
            yield Problem((), message, hint(language, known, f"add {language} to `languages:`"))
    if len(set(spoken_here)) < len(spoken_here):
        yield Problem((), f"the version {version!r} holds one language twice", "name two, or one alone")
