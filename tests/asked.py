"""A study with a question of every kind, for tests of the channels in which people answer it."""

from __future__ import annotations

from pathlib import Path

from desk import DESK, FILE
from notices import WHOLE
from projects import small, write
from trees import laid_over

from toolkit.paths import Project

PLAN = "deployments/desk/study.yml"
ASKED = """\
schema_version: "1.0"
deployment: desk
status: open
purpose: We want to know whether people who hand in a form understand what the machine does with it.
consent:
  text: |-
    You read a notice and answer questions about it. You may stop at any time.

    Your answers are kept without your name.
  quotes: Words of mine may be printed, without my name.
  recontact: You may ask me a second time in two weeks.
  background: You may ask me about myself.
  freeze: 2027-03-31
compensation: A cup of coffee, whether you finish or not.
contact: Ask at the desk.
recruitment: {how: A helper asks people in the queue.}
arms: [{id: full, exposure: {form: screen}}]
waves: [{id: first}, {id: continued, after_days: 14}]
criterion: {name: eu-leaflet, share: 0.8}
points:
  - {id: how-long, knows: The picture is kept for one day., tests: items.retention, told_by: items.retention}
  - {id: faces, knows: No face is recorded., tests: not_collected, told_by: statements.faces}
  - {id: own, knows: A clerk compares., tests: oversight.statement, told_by: oversight.statement}
questions:
  - id: noticed
    kind: awareness
    form: choice
    prompt: Did you notice a sign at the desk?
    options: [{id: "yes", text: "Yes"}, {id: "no", text: "No"}]
  - id: which
    kind: awareness
    form: text
    prompt: What did it say?
    when: {question: noticed, answered: ["yes"]}
  - id: kept
    kind: understanding
    form: choice
    point: how-long
    prompt: How long is the picture of your form kept?
    again: After how long is the picture deleted?
    options: [{id: day, text: One day, correct: true}, {id: always, text: For ever, critical: true}]
  - id: recorded
    kind: understanding
    form: multiple
    point: faces
    prompt: What does the camera record?
    options: [{id: form, text: My form, correct: true}, {id: face, text: My face, critical: true}]
  - {id: words, kind: understanding, form: text, point: own, prompt: Who decides about your card?, accept: A clerk.}
  - {id: fine, kind: acceptability, form: scale, prompt: How far is this acceptable to you?}
  - id: age
    kind: background
    form: choice
    sensitive: true
    prompt: How old are you?
    options: [{id: young, text: Under 30}, {id: older, text: 30 or older}]
task: {page: read, text: Let the machine read a form and look for a mistake.}
keep_until: 2027-06-30
languages: [en, ar]
"""


def asked(root: Path, plan: str = ASKED) -> Project:
    """A place in English, German and Arabic with the study *plan*."""
    write(root, FILE, laid_over(DESK, f"{WHOLE}languages: [en, de, ar]\n"))
    write(root, PLAN, plan)
    return small(root, "example")
