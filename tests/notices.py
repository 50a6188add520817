"""A small place with every part of a full notice, and its view through the real loader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from desk import DESK, FILE
from projects import TODAY, small, write
from trees import laid_over

from toolkit import places
from toolkit.load import load
from toolkit.view import cards, house
from toolkit.view.place import PlaceView

#: What the desk of `desk.DESK` lacks of a full notice.
WHOLE = """\
controller:
  contacts:
    - {kind: person, value: Ask at this desk}
    - {kind: telephone, value: 555 0100}
    - {kind: email, value: ask@city.example}
  privacy_contact: The data protection officer, 555 0102
place:
  cameras:
    - {id: above, place: Above the desk., view_degrees: 30, view_metres: 0.85,
       sees: [{what: The grey mat, kind: desk}], mask: All beyond the mat is cut off.,
       protected_places: [{kind: restroom, outside_because: It lies in the hall.}]}
risks: [A wrong word can end in your record.]
oversight: {level: in_the_loop, statement: A clerk compares every form., correction_path: Tell the desk.}
choices:
  - {id: typed, offer: We type your form., how: Say so at the desk., cost: It takes longer.}
feedback:
  - {id: box, kind: anonymous_box, how: Use the box by the stairs., owner: head of the desk, response_days: 14,
     anonymous: true}
consent: {needed: false, freely_given: Nobody asks you why.}
law:
  personal_data: true
  basis: public_task
  rights: [access, erasure]
  authority: {name: Example Authority, contact: 555 0199}
questions:
  - {id: filmed, question: Are you filming me?, answer: No. It takes one picture.}
notices:
  - {id: at-the-desk, kind: upfront, channel: sign, audience: visitors, moment: Before you hand in a form.,
     items: [retention], text: A machine reads your form.}
  - {id: failed, kind: on_failure, channel: person, audience: visitors, moment: When it cannot read a form.,
     text: It cannot read this form. I will type it.}
adoption:
  - {ref: feedback-loop, state: planned, how: Put up the box., owner: head of the desk, by: 2027-03-31}
"""
#: An attestation of one statement and of what is kept.
VERIFIED = """\
attestations:
  - {id: first, of: [statements.faces, kept.picture], by: A. Person, role: head of the desk, on: 2026-11-02,
     how: Looked at the picture and at the disk.}
"""


def seen(root: Path, *fragments: str, files: Mapping[str, str] | None = None) -> PlaceView:
    """The view of the place with each of *fragments* (YAML) laid over it; *files* are more files of the project."""
    text = DESK
    for fragment in (WHOLE, *fragments):
        text = laid_over(text, fragment)
    write(root, FILE, json.dumps(json.loads(text), ensure_ascii=False, indent=1))
    project = small(root, "example")
    for name, more in (files or {}).items():
        write(root, name, more)
    content = load(project)
    assert content.findings == []
    shared = house(content, cards(content), TODAY)
    assert shared is not None
    views, findings = places.views(project, content, shared)
    assert findings == []
    return views["desk"]


def translated(language: str, **texts: str) -> dict[str, str]:
    """A .po file of the place: *texts* by path, with two underscores for a dot, each `source|translation`."""
    rows = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n']
    for path, pair in texts.items():
        source, translation = (json.dumps(part, ensure_ascii=False) for part in pair.split("|"))
        rows.append(f'msgctxt "{path.replace("__", ".")}"\nmsgid {source}\nmsgstr {translation}\n')
    return {f"deployments/desk/locale/{language}.po": "\n".join(rows)}
