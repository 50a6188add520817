"""A study speaks every language that it lists, as the source reads now, with the same figures.

Who is asked in a language that is half missing answers half a question. `disclose translate extract` writes what is to
be translated to `deployments/<id>/locale/study/<language>.po`. Readers are shown the notice in the same language, so
the place has to speak it too. That a speaker checked an entry is written above it, as for the notice.

Pass:

    languages: [en]

Fail:

    languages: [en, de]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.figures import differences
from toolkit.checks.problem import Problem
from toolkit.checks.studies.statuses import NEVER, OPEN
from toolkit.translations import State, Translations
from toolkit.view.study import sentences

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-translation"
ERROR_IN = OPEN
TOLD: dict[State, tuple[str, str]] = {
    "missing": ("not translated", "run `disclose translate extract {id} --lang {language}`, then translate"),
    "stale": ("translated from an older source", "run `disclose translate extract {id} --lang {language}`, then mend"),
    "unreviewed": ("not reviewed by a speaker", "let a speaker check them, and name who did and when above each entry"),
}


def check(view: StudyView) -> Iterator[Problem]:
    """Problems of each language of the study; that nobody reviewed one is told of an open study alone."""
    for index, language in enumerate(view.study.languages):
        where = ("languages", index)
        if language not in view.place.languages:
            message = f"the place has no notice in {language}, so nobody can be shown it"
            yield Problem(where, message, "add the language to the deployment, or delete it here")
        if language != view.language:
            known = view.place.study_translations.get(language) or Translations(language, source=view.language)
            for problem in [*_states(view, known), *_figures(view, known)]:
                yield problem._replace(path=where)


def _states(view: StudyView, known: Translations) -> Iterator[Problem]:
    wanted = sentences(view.study)
    for state, (what, advice) in TOLD.items():
        found = [sentence for sentence in wanted if known.of(*sentence).state == state]
        if not found or (state == "unreviewed" and view.study.status != "open"):
            continue
        message = f"{known.language}: {len(found)} of {len(wanted)} sentences of the study are {what}"
        help = advice.format(id=view.place.id, language=known.language)
        error_in = NEVER if state == "unreviewed" else None
        yield Problem((), message, help, node=known.node(*found[0]), error_in=error_in)


def _figures(view: StudyView, known: Translations) -> Iterator[Problem]:
    for path, source in sentences(view.study):
        said = known.of(path, source)
        if said.state not in {"reviewed", "unreviewed"}:
            continue
        for ours, theirs in differences(source, said.text, known.language, known.source):
            message = f"{known.language}: the source says {ours or 'nothing'}, the translation {theirs or 'nothing'}"
            yield Problem((), message, "write the same figure", node=known.node(path, source))
