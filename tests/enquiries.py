"""A study with every kind of question, for tests that take part in it."""

from __future__ import annotations

import datetime as dt
from copy import copy
from pathlib import Path

from notices import seen
from trees import laid_over

from toolkit.view.place import PlaceView

NOW = dt.datetime(2026, 11, 20, 10, 30, 15, tzinfo=dt.UTC)
ALL = frozenset({"participation", "quotes", "recontact", "background"})
STUDY = """\
schema_version: "1.0"
deployment: desk
status: open
purpose: To find out whether the sign is understood.
consent:
  text: You may stop at any time.
  quotes: May we print your words?
  recontact: May we ask you again?
  background: May we ask about you?
  freeze: 2027-03-31
compensation: A cup of coffee.
contact: Ask at the desk.
recruitment: {how: A helper asks people in the queue.}
arms:
  - {id: sign, exposure: {form: wall}}
  - {id: words, shows: plain, exposure: {form: print}}
waves: [{id: first}, {id: continued, after_days: 14}]
criterion: {name: eu-leaflet, share: 0.8}
points:
  - {id: how-long, knows: The picture is kept for one day., tests: items.retention, told_by: items.retention}
questions:
  - id: aware
    kind: awareness
    form: choice
    prompt: Did you see a camera?
    options: [{id: seen, text: Yes}, {id: unseen, text: No}]
  - id: where
    kind: awareness
    form: text
    prompt: Where is it?
    when: {question: aware, answered: [seen]}
  - id: kept
    kind: understanding
    form: choice
    point: how-long
    prompt: How long do we keep the picture?
    options: [{id: day, text: One day, correct: true}, {id: always, text: For ever}]
  - {id: own-words, kind: understanding, form: text, point: how-long, prompt: Say it in your own words., accept: One day}
  - id: parts
    kind: understanding
    form: multiple
    point: how-long
    prompt: What is kept?
    options: [{id: picture, text: The picture, correct: true}, {id: face, text: My face, critical: true}]
  - {id: fine, kind: satisfaction, form: scale, prompt: Is it fine with you?}
  - id: age
    kind: background
    form: choice
    prompt: How old are you?
    sensitive: true
    options: [{id: young, text: Under 30}, {id: old, text: 30 or older}]
keep_until: 2027-06-30
"""


def studied(root: Path, *fragments: str) -> PlaceView:
    """The view of a place whose study is STUDY with *fragments* (YAML) laid over it."""
    text = STUDY
    for fragment in fragments:
        text = laid_over(text, fragment)
    return seen(root, files={"deployments/desk/study.yml": text})


def replanned(view: PlaceView, **changes: object) -> PlaceView:
    """The same place, with other values in fields of its study and, by `consent`, of its consent."""
    assert view.study is not None
    more = changes.pop("consent", None)
    if isinstance(more, dict):
        changes["consent"] = view.study.consent.model_copy(update=more)
    other = copy(view)
    other.study = view.study.model_copy(update=changes)
    return other
