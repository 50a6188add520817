"""Where a camera, a microphone or a face is involved, the service says what is *not* recorded.

People assume that everything about them is recorded unless they are told otherwise (research insights for spatial
analysis, Microsoft 2022). List it under `not_collected:` in `disclosure:`, one plain sentence each.

Pass:

    inputs: [{id: photo, medium: image}]
    disclosure: {not_collected: [It does not look for faces.]}

Fail:

    inputs: [{id: photo, medium: image}]
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.checks.problem import PUBLISHED, Problem
from toolkit.source import Path_
from toolkit.view import View

ID = "not-collected"
ERROR_IN = PUBLISHED
RECORDED = {"image": "pictures", "video": "video", "audio": "sound"}


def check(view: View) -> Iterator[Problem]:
    """One problem, at the first thing that records people."""
    involved = _involved(view)
    if involved and not view.service.disclosure.not_collected:
        path, what = involved
        advice = "add `not_collected:` to `disclosure:`, such as `It does not look for faces.`"
        yield Problem(path, f"the service works on {what}, but nothing says what it does not record", advice)


def _involved(view: View) -> tuple[Path_, str] | None:
    """Where a camera, a microphone or a face first comes in, and what it takes."""
    for index, given in enumerate(view.service.inputs):
        if given.medium in RECORDED:
            return ("inputs", index, "medium"), RECORDED[given.medium]
    for index, feature in enumerate(view.service.features):
        if feature.identifies_people or feature.creates_template:
            return ("features", index), "people's faces, voices or other traits"
    for index, item in enumerate(view.service.data.items):
        if item.category == "biometric":
            return ("data", "items", index, "category"), "biometric data"
    return None
