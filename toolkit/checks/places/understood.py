"""People were asked whether they understand a notice in force, as it is worded today.

A study that was planned and never done proves nothing. Ask at least ten people after the notice that is about to be in
force, and let `disclose study insight` write what they understood into `evidence/`. Each point that the study was
planned to decide (`primary: true`, else every point) needs a result about today's words; what they show is told by
`understood-target`.

Pass:

    # deployments/desk/study.yml
    schema_version: "1.0"
    deployment: desk
    purpose: To find out whether the sign is understood.
    consent: {text: You may stop at any time., freeze: 2027-03-31}
    compensation: A cup of coffee.
    contact: Ask at the desk.
    recruitment: {how: A helper asks people in the queue.}
    arms: [{id: sign, exposure: {form: wall}}]
    criterion: {name: eu-leaflet, share: 0.8}
    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}]
    questions:
      - id: kept
        kind: understanding
        form: choice
        point: how-long
        prompt: How long do we keep the picture?
        options: [{id: day, text: One day, correct: true}, {id: always, text: For ever}]
    keep_until: 2027-06-30
    # deployments/desk/evidence/understood-how-long.json
    {"schema_version": "1.0", "id": "understood-how-long", "metric": "comprehension", "value": 0.9, "unit": "ratio",
     "n": {"count": 20, "of": "people"}, "condition": "people at the desk", "date": "2026-10-05", "method": "study",
     "understood": {"point": "how-long", "tests": "items.retention", "told_by": "statements.kept", "right": 18,
     "people": 20, "target": 0.8, "criterion": "eu-leaflet", "meets_target": true, "demonstrated": false,
     "message_hash": "1d08cdec52d884ddd138dba2306240c4c11e50e08799a859e42e375314789e15",
     "protocol_hash": "0000000000000000000000000000000000000000000000000000000000000000",
     "language": "en", "form": "wall", "arm": "sign"}}

Fail:

    # deployments/desk/study.yml
    schema_version: "1.0"
    deployment: desk
    purpose: To find out whether the sign is understood.
    consent: {text: You may stop at any time., freeze: 2027-03-31}
    compensation: A cup of coffee.
    contact: Ask at the desk.
    recruitment: {how: A helper asks people in the queue.}
    arms: [{id: sign, exposure: {form: wall}}]
    criterion: {name: eu-leaflet, share: 0.8}
    points: [{id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}]
    questions:
      - id: kept
        kind: understanding
        form: choice
        point: how-long
        prompt: How long do we keep the picture?
        options: [{id: day, text: One day, correct: true}, {id: always, text: For ever}]
    keep_until: 2027-06-30
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import IN_FORCE
from toolkit.checks.problem import Problem
from toolkit.i18n import listing
from toolkit.view.understood import found

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "understood"
ERROR_IN = IN_FORCE


def check(view: PlaceView) -> Iterator[Problem]:
    """One problem where points of the study have no result about the notice of today."""
    if view.study is None:
        return
    planned = [point.id for point in view.study.points if point.primary]
    known = {each.of.point for each in found(view) if each.today and not each.fact.simulated}
    left = [id for id in planned or [point.id for point in view.study.points] if id not in known]
    if left:
        message = f"nobody was asked whether people understand this notice as it is: {listing(left)}"
        advice = f"ask ten people or more, then `disclose study insight {view.id} data.csv`"
        yield Problem(("status",), message, advice, waits=True)
