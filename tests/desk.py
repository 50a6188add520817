"""A small place with two signs, for tests of what is posted and what a change touches."""

from __future__ import annotations

from pathlib import Path

import pikepdf
from projects import edit, small, write

from toolkit.load import load
from toolkit.model import Deployment
from toolkit.paths import Project

#: The sign `desk` has a code of its own, the sign `door` one that is made of the ids.
DESK = """\
schema_version: "1.0"
id: desk
name: Front desk
status: example
services: [example]
controller:
  name: City of Example
  contacts:
    - {kind: person, value: Ask at this desk}
    - {kind: telephone, value: 555 0100}
    - {kind: post, value: 1 Book Street}
place: {name: The front desk, kind: desk}
purpose: To read your form, so that you wait less.
benefits: [You wait less.]
items:
  collected: A picture of your form.
  retention: The picture is kept for 24 hours.
not_collected: [Your face, Your voice]
kept:
  - id: picture
    name: Picture of your form
    category: personal
    purpose: To read it.
    retention: {kind: duration, value: 24, unit: hours}
  - id: record
    name: Your record
    category: personal
    purpose: To lend to you.
    retention: {kind: duration, value: 2, unit: years}
oversight: {level: in_the_loop, statement: A clerk compares every form.}
choices:
  - {id: typed, offer: We type your form., how: Say so at the desk.}
people:
  - {id: visitors, role: Visitors, relation: subject}
notices:
  - {id: at-the-desk, kind: upfront, channel: sign, audience: visitors, moment: Before you hand in a form.,
     items: [retention], text: A machine reads your form.}
statements:
  - {id: faces, item: not_collected, pictogram: camera-off-outline, title: Not recorded, text: Your face and voice.}
  - {id: kept-short, item: retention, pictogram: delete-clock-outline, title: Kept 24 hours,
     text: Your record stays., of: [picture, record]}
  - {id: choose, item: choice, pictogram: account-switch-outline, title: You can choose, text: Ask us to type it.,
     of: typed}
signs:
  - {id: desk, notice: at-the-desk, place: On the desk., pictogram: file-eye-outline, code: k7m2,
     headline: AI reads your form, lead: It saves you waiting., statements: [faces, kept-short],
     accessible_form: {said_by: The clerk reads it to you., call: 555 0101}}
  - {id: door, notice: at-the-desk, place: On the door., pictogram: file-eye-outline,
     headline: AI reads forms here, lead: It saves you waiting., statements: [choose],
     accessible_form: {said_by: The clerk reads it to you., felt: A raised frame runs around the code.}}
languages: [en, es]
notice_address: https://city.example
"""
FILE = "deployments/desk/deployment.yml"


def desk(root: Path, *edits: tuple[str, str]) -> Project:
    """A project with the smallest service and the place, each of *edits* (old, new) made in its file."""
    write(root, FILE, DESK)
    project = small(root, "example")
    for old, new in edits:
        edit(project, FILE, old, new)
    return project


def labelled(path: Path, keywords: str | None) -> Path:
    """A PDF of one empty page with *keywords*."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        if keywords is not None:
            pdf.docinfo["/Keywords"] = keywords
        path.parent.mkdir(parents=True, exist_ok=True)
        pdf.save(path, deterministic_id=True)
    return path


def place(project: Project) -> Deployment:
    """The place as it is read now."""
    content = load(project)
    assert content.findings == []
    return content.deployments["desk"].record
