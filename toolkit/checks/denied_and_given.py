"""What the service says it does not look for is none of its outputs, features or data.

People rely on such a sentence more than on any other. A public note once said that no attributes of a face are
guessed, while another page of the same service listed age and gender. Correct whichever of the two is wrong, or name
the version in which it holds. Sentences about keeping are left to `retention-conflict`.

Pass:

    outputs: [{id: words, name: Words, meaning: The text on the form.}]
    disclosure: {not_collected: [It does not look for faces.]}

Fail:

    outputs: [{id: traits, name: Age and gender, meaning: How old somebody looks.}]
    disclosure: {not_collected: ["No age, gender or mood is guessed."]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.retention_conflict import ABOUT_KEEPING, SENTENCE
from toolkit.model.capability import Feature, Output
from toolkit.model.data import DataItem
from toolkit.view import View

ID = "denied-and-given"
ERROR_IN = NEVER
VERBS = r"collected|detected|estimated|found|given|guessed|looked for|read|recorded|returned|taken"
#: `No age or mood is guessed.`, `No sound.`, `It does not look for faces.`
NO = re.compile(rf"\bno ((?:(?! is | are |\.).)+?)(?: (?:is|are) (?:{VERBS})\b[^.]*)?(?:\.|$)", re.IGNORECASE)
NOT = re.compile(
    r"\b(?:not|never) (?:collect|detect|estimate|give|guess|look for|read|record|return|take) ([^.]+)", re.IGNORECASE
)
PARTS = re.compile(r",|\band\b|\bor\b|\bno\b")
FILLERS = frozenset(["a", "an", "any", "of", "people", "somebody", "the", "their", "your"])


def check(view: View) -> Iterator[Problem]:
    """One problem for each sentence that denies what the service has."""
    given = dict(_given(view))
    for index, text in enumerate(view.service.disclosure.not_collected):
        sentences = [each for each in SENTENCE.split(text) if not ABOUT_KEEPING.search(each)]
        found = (things for each in sentences for things in (*NO.findall(each), *NOT.findall(each)))
        denied = {thing for things in found for thing in _things(things)}
        for thing in sorted(denied & given.keys(), key=sorted):
            message = f"the text denies {' '.join(sorted(thing))!r}, but it is among the {given[thing]}"
            yield Problem(("disclosure", "not_collected", index), message, "correct whichever of the two is wrong")


def _given(view: View) -> Iterator[tuple[frozenset[str], str]]:
    service = view.service
    lists: dict[str, tuple[Output | Feature | DataItem, ...]] = {
        "outputs": service.outputs,
        "features": service.features,
        "data": service.data.items,
    }
    for what, entries in lists.items():
        yield from ((thing, what) for entry in entries for thing in _things(entry.name))


def _things(text: str) -> set[frozenset[str]]:
    """Each thing named in *text* as the set of its words, in lower case and without the s of a plural."""
    parts = (re.findall(r"[a-z]+", part) for part in PARTS.split(text.lower()))
    things = (frozenset(word.removesuffix("s") for word in part if word not in FILLERS) for part in parts)
    return {thing for thing in things if thing}
