"""Metrics, outcomes, guidelines, harms and patterns stand in the catalogue, and each definition stands there once.

A service refers to them by id and adds what is special to it. So the same word means the same in every note; a public
note once explained precision with the definition of recall. Look up the id in `services/catalogue/`, or add an entry
there. In `use:` and `wording:` write what holds for this service, not what another entry already says.

Pass:

    metrics:
      - id: precision
        use: Counted for each kind of form.

Fail:

    metrics:
      - id: exactness
      - id: recall
        use: Of all that the system reported, the share that is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.checks.problem import ALWAYS, Problem, hint
from toolkit.checks.texts import ids
from toolkit.source import Path_
from toolkit.view import View

ID = "catalogue"
ERROR_IN = ALWAYS
#: List of the service, its field, list of the catalogue, and what one entry is called.
REFERENCES = (
    ("metrics", "id", "metrics", "metric"),
    ("outcomes", "id", "outcomes", "outcome"),
    ("guidelines", "ref", "guidelines", "guideline"),
    ("harms", "catalogue_ref", "harms", "harm"),
    ("disclosure.notices", "patterns", "patterns", "pattern"),
)
#: List of the service, its id, its own words, and the definition in the catalogue.
WORDINGS = (("metrics", "id", "use", "definition"), ("guidelines", "ref", "wording", "advice"))
FEWEST_WORDS = 5


def check(view: View) -> Iterator[Problem]:
    """Unknown ids first, then wordings that repeat another entry."""
    for place, field, name, what in REFERENCES:
        for path, record in _records(view, place):
            for id in ids(getattr(record, field)):
                if id not in view.house.entries[name]:
                    advice = hint(id, view.house.entries[name], "look it up in `services/catalogue/`, or add it there")
                    yield Problem((*path, field), f"the catalogue has no {what} called `{id}`", advice)
    for place, field, own, definition in WORDINGS:
        definitions = {id: _bare(getattr(entry, definition)) for id, entry in view.house.entries[place].items()}
        for path, record in _records(view, place):
            other = _restated(getattr(record, own), getattr(record, field), definitions)
            if other:
                message = f"`{own}` of `{getattr(record, field)}` repeats what the catalogue says of `{other}`"
                yield Problem((*path, own), message, "write what is special here, or delete the line")


def _records(view: View, place: str) -> list[tuple[Path_, object]]:
    return [(entry.path, entry.fact) for entry in view.entries(place)]


def _restated(text: str | None, id: str, definitions: dict[str, str]) -> str | None:
    """The id of another entry whose definition stands in *text*."""
    if not text:
        return None
    words = f" {_bare(text)} "
    return next((other for other, known in definitions.items() if other != id and _holds(words, known)), None)


def _holds(words: str, definition: str) -> bool:
    return definition.count(" ") >= FEWEST_WORDS - 1 and f" {definition} " in words


def _bare(text: str) -> str:
    """*text* without case, punctuation and line ends."""
    return " ".join(re.findall(r"\w+", text.lower()))
