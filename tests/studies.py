"""A small study for tests, with one point and one question."""

from __future__ import annotations

STUDY = """\
schema_version: "1.0"
deployment: desk
purpose: To find out whether the sign is understood.
consent:
  text: You may stop at any time.
  freeze: 2027-03-31
compensation: A cup of coffee.
contact: Ask at the desk.
recruitment: {how: A helper asks people in the queue.}
arms: [{id: sign, exposure: {form: wall}}]
criterion: {name: eu-leaflet, share: 0.8}
points:
  - {id: how-long, knows: The picture is kept for one day., tests: items.retention, told_by: items.retention}
questions:
  - id: kept
    kind: understanding
    form: choice
    point: how-long
    prompt: How long do we keep the picture?
    options: [{id: day, text: One day, correct: true}, {id: always, text: For ever}]
keep_until: 2027-06-30
"""


def study_of(deployment: str) -> str:
    """The study for another place."""
    return STUDY.replace("deployment: desk", f"deployment: {deployment}")
