"""What is printed is translated, as the source reads now, and a speaker has checked it.

Where a source sentence changes, its translation is stale, and readers get the source with a mark beside it. On paper
nobody can follow a link to the rest, so what is missing, stale or unreviewed there is an error once real people stand
before it; on pages alone it is never more than a warning. `disclose translate extract` writes what is to be translated
to `deployments/<id>/locale/<language>.po`. A speaker who has checked an entry is named above it, with the day:
`# reviewed: NAME, 2026-10-01`. Never name somebody who did not check it. The toolkit's own fixed phrases count too.

Pass:

    languages: [en]

Fail:

    languages: [en, de]
"""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BINDING, NEVER
from toolkit.checks.problem import Problem
from toolkit.phrases import PHRASES, PLURALS
from toolkit.translations import State, Translations
from toolkit.view.told import Sentence
from toolkit.words import SOURCE, words

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "translation"
ERROR_IN = BINDING
#: What stands on pages alone. All else stands on a sign, the leaflet, the slip, the briefing card or the paper form.
ON_PAGES = (
    "place.entrances.*",
    "place.cameras.*",
    "kept.*.purpose",
    "kept.*.access",
    "kept.*.secondary_use",
    "kept.*.recipients.*",
    "consent.*",
    "law.basis_text",
    "law.interest",
    "law.transfers",
    "law.obligation",
    "law.logic",
    "notices.*",
)
TOLD: dict[State, tuple[str, str]] = {
    "missing": ("not translated", "run `disclose translate extract {id} --lang {language}`, then translate"),
    "stale": ("translated from an older source", "run `disclose translate extract {id} --lang {language}`, then mend"),
    "unreviewed": ("not reviewed by a speaker", "let a speaker check them, and name who did and when above each entry"),
}


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem for each language and state, at the first sentence, then one for the fixed phrases."""
    for index, language in enumerate(view.deployment.languages):
        if language != view.house.organisation.language:
            yield from _sentences(view, index, language)
        if language != SOURCE:
            yield from _phrases(index, language)


def _sentences(view: PlaceView, index: int, language: str) -> Iterator[Problem]:
    known = view.translations.get(language) or Translations(language, source=view.house.organisation.language)
    wanted = [sentence for sentence in view.sentences if _is_told(view, sentence.path, language)]
    for state, (what, advice) in TOLD.items():
        found = [sentence for sentence in wanted if known.of(*sentence).state == state]
        printed = [sentence for sentence in found if not _is_on_pages(sentence)]
        if found:
            message = f"{language}: {len(found)} of {len(wanted)} sentences are {what}"
            help = advice.format(id=view.id, language=language)
            node = known.node(*(printed or found)[0])
            error_in = None if printed else NEVER
            waits = state == "unreviewed"
            yield Problem(("languages", index), message, help, node=node, error_in=error_in, waits=waits)


def _phrases(index: int, language: str) -> Iterator[Problem]:
    """What the toolkit itself says in *language*."""
    said = words(language)
    every = len(PHRASES) + len(PLURALS)
    if said.lacks:
        message = f"{language}: {len(said.lacks)} of {every} fixed phrases are not translated"
        yield Problem(
            ("languages", index), message, f"add them to toolkit/locale/{language}.po, such as {said.lacks[0]}"
        )
    if said.unreviewed:
        message = f"{language}: {len(said.unreviewed)} of {every} fixed phrases are not reviewed by a speaker"
        advice = f"let a speaker check toolkit/locale/{language}.po"
        yield Problem(("languages", index), message, advice, waits=True)


def _is_on_pages(sentence: Sentence) -> bool:
    return any(fnmatchcase(sentence.path, pattern) for pattern in ON_PAGES)


def _is_told(view: PlaceView, path: str, language: str) -> bool:
    """Whether the sentence at *path* is told in *language*: a sign may have versions in some languages only."""
    top, _, rest = path.partition(".")
    sign = next((sign for sign in view.deployment.signs if top == "signs" and rest.startswith(f"{sign.id}.")), None)
    return sign is None or not sign.versions or any(language in version.split("+") for version in sign.versions)
