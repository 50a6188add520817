"""What is said of a feature does not name another feature in its place.

A text that was copied from one feature to the next keeps the old name; the limits of a public video search once spoke
of the image search. Write the name of the feature that `feature:` gives, or take `feature:` out.

Pass:

    features:
      - {id: image-search, name: Image search, behaviour: It finds pictures.}
      - {id: video-search, name: Video search, behaviour: It finds films.}
    limitations:
      - {id: night, feature: video-search, category: environment, condition: It is dark.,
         effect: Video search misses people.}

Fail:

    features:
      - {id: image-search, name: Image search, behaviour: It finds pictures.}
      - {id: video-search, name: Video search, behaviour: It finds films.}
    limitations:
      - {id: night, feature: video-search, category: environment, condition: It is dark.,
         effect: Image search misses people.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from toolkit.checks.problem import NEVER, Problem
from toolkit.checks.texts import Text, walk
from toolkit.source import Path_
from toolkit.view import View

ID = "other-feature"
ERROR_IN = NEVER


def check(view: View) -> Iterator[Problem]:
    """One problem for each fact that names another feature and not its own."""
    names = {feature.id: _pattern(feature.name) for feature in view.service.features}
    for own, texts in _of_features(view):
        if own not in names or any(names[own].search(text.text) for text in texts):
            continue
        others = [other for other in names if other != own]
        for text in texts:
            if found := next((match for other in others if (match := names[other].search(text.text))), None):
                message = f"this is said of `{own}`, but the text names {found[0]!r}"
                yield Problem(text.path, message, "name the right feature, or delete `feature:`")
                break


def _of_features(view: View) -> Iterator[tuple[str, list[Text]]]:
    """The facts that belong to one feature: its id, and their texts."""
    owned = {path: record.feature for path, record in walk(view).records if getattr(record, "feature", None)}
    for path, texts in groupby(walk(view).texts, lambda text: next((p for p in _above(text.path) if p in owned), None)):
        if path is not None:
            yield owned[path], list(texts)


def _above(path: Path_) -> Iterator[Path_]:
    return (path[:end] for end in range(len(path), 0, -1))


def _pattern(name: str) -> re.Pattern[str]:
    """*name* as whole words; a single short word is too common, so its capital must be there."""
    return re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE if " " in name else 0)
