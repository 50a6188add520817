"""What a place in force does was tested with its own pictures.

Figures from made-up pictures, or from other places, say little about the light, the paper and the people here. Gather
pictures of this place with their truth in a folder, name the place in its `corpus.yml`, and measure:
`disclose evaluate --deployment ID --corpus FOLDER`.

Pass:

    # deployments/desk/evidence/forms.json
    {"schema_version": "1.0", "id": "forms", "metric": "word-error-rate", "value": 0.1, "unit": "ratio",
     "n": {"count": 60, "of": "pictures"}, "condition": "untouched pictures", "date": "2026-05-01", "method": "trial",
     "corpus": {"name": "Forms of this desk", "synthetic": false, "place": "desk",
     "hash": "sha256:0000000000000000000000000000000000000000000000000000000000000000"}}

Fail:

    status: in_force
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import IN_FORCE
from toolkit.checks.problem import Problem
from toolkit.view.backing import was_tested_here

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "tested-here"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where nothing was measured with real pictures of this place."""
    if not was_tested_here(view):
        advice = f"measure with pictures of this place: `disclose evaluate --deployment {view.id} --corpus FOLDER`"
        yield Problem(("status",), "nothing here was tested with pictures of this place", advice, waits=True)
