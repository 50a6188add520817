"""A study with two arms and two waves for tests of results, and made-up answers to it."""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from toolkit.model.study import Study
from toolkit.store.study.given import Given

TEXT = """\
schema_version: "1.0"
deployment: desk
status: open
purpose: To find out whether the sign is understood.
consent: {text: You may stop at any time., quotes: May we print words of yours, recontact: May we ask again, freeze: 2027-03-31}
compensation: A cup of coffee.
contact: Ask at the desk.
recruitment: {how: A helper asks people in the queue.}
arms:
  - {id: sign, shows: sign, sign: desk-sign, exposure: {form: wall}}
  - {id: page, exposure: {form: print}}
waves: [{id: first}, {id: continued, after_days: 14}]
criterion: {name: eu-leaflet, share: 0.8}
points:
  - {id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept, primary: true}
  - {id: checked, knows: A clerk compares the words., tests: items.method, told_by: statements.checked}
questions:
  - id: kept
    kind: understanding
    form: choice
    point: how-long
    prompt: How long do we keep the picture
    options:
      - {id: day, text: One day, correct: true}
      - {id: month, text: One month}
      - {id: always, text: For ever, critical: true}
  - {id: say, kind: understanding, form: text, point: checked, prompt: "What does a clerk do?", accept: Compares it.}
  - {id: expected, kind: expectation, form: choice, prompt: "What did you expect?", options: [{id: none, text: Nothing}]}
  - {id: fine, kind: acceptability, form: scale, prompt: "How fine is it?"}
keep_until: 2027-06-30
"""
STUDY = Study.model_validate(yaml.safe_load(TEXT), strict=False)

ONE = Given(
    participant="b", use="real", state="complete", excluded="", channel="html", language="en", arm="sign",
    wave="first", quotes=True, background=False, item="kept", answer=("day",), seconds=12.5, code="", codes=(),
    protocol="a" * 64, message="b" * 64, consent="c" * 64, version="1.0",
)  # fmt: skip


def answers(item: str, chosen: Iterable[str], **other: object) -> list[Given]:
    """One answer each to *item* by the people p00, p01 ...: *chosen* are ids of options, `-` is passed over. For words,
    the id is the code.
    """
    found = []
    for number, choice in enumerate(chosen):
        who = {"participant": f"p{number:02}", "item": item, **other}
        if item == "say":
            found.append(ONE._replace(answer=f"In words: {choice}", code=choice, **who))
        else:
            found.append(ONE._replace(answer=None if choice == "-" else (choice,), **who))
    return found
