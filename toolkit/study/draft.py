"""A first `study.yml` from what the place says: one point and one question for each disclosure item that is filled.

Everything in it can be asked as it stands. What only people can decide is marked by a comment, and `disclose study
check` warns of it. Questions are open, since plausible wrong answers are nobody's to invent but the author's.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.errors import UsageError
from toolkit.model import Deployment
from toolkit.model.people import DisclosureItems

#: What is asked about each disclosure item.
PROMPTS = {
    "collected": "What is recorded of you here?",
    "method": "How does the machine here work?",
    "purpose": "What is the machine here for?",
    "benefits": "What good does it do you?",
    "access": "Who can see what is recorded here?",
    "access_reason": "Why can they see it?",
    "automated_decision": "Who decides here, the machine or a person?",
    "retention": "How long is it kept?",
    "contact": "Whom can you ask about it?",
    "protection": "How is it kept safe?",
}
#: Days from the draft on that are long enough for a round of twenty people.
FREEZE, KEEP = 120, 240
WIDTH = 100
HEAD = """\
# yaml-language-server: $schema=../../docs/schema/study.json
# Made from deployment.yml. Lines with "Decide:" are for people to decide; then delete the comment.
# `disclose study check` says what is left, `disclose study plan` what so many people can show.
{foreign}schema_version: "1.0"
deployment: {id}
status: draft
purpose: We want to know whether people understand the notice at this place.

consent:
  # Decide: does this hold here? Who reads the answers, and what do people not risk by saying no?
  text: |-
    We ask what you noticed, what you expect and what you understood. This is no test of you. It
    tests our notice.

    You decide whether you take part. You may skip each question and stop at any time, and you need
    not say why.

    We keep your answers under a random code, without your name. With your code you can see them,
    and have them deleted. Please do not write names or numbers into your answers.
  # Decide: until when does a withdrawal change your totals?
  freeze: {freeze}
# Decide: what do people get for their time?
compensation: Nothing is decided yet.
contact: >-
{contact}

recruitment:
  participants: {{min: 10, max: 20}}
  reach: [{reach}]
  # Decide: whom do you reach on purpose? Any of disabled, marginalised, service_worker.
  include: []
  # Decide: where do you find them, and how do people without a device take part?
  how: A helper asks people at the place.

# Decide: what do people see, and do you compare two versions? A sign on the wall is
# {{id: sign, shows: sign, sign: its-id, exposure: {{form: wall, distance: 1}}}}.
arms:
  - {{id: notice, shows: notice, exposure: {{form: screen}}}}
criterion: {{name: eu-leaflet, share: 0.8}}

# Decide: which points matter most? Add `primary: true` to these before anybody answers.
points:
"""
BEFORE = """
questions:
  - id: noticed
    kind: awareness
    form: text
    prompt: What is the sign at this place for, if you saw one?
  - id: expected
    kind: expectation
    form: text
    prompt: What do you think is recorded here?
"""
AFTER = """\
  - id: acceptable
    kind: acceptability
    form: scale
    prompt: How acceptable is it to you what is done here?
  - id: told-enough
    kind: satisfaction
    form: scale
    prompt: How content are you with the way in which you were told?
# Decide: on this day all answers are deleted.
keep_until: {keep}
languages: [{language}]
"""


class _Item(NamedTuple):
    id: str
    knows: str
    tests: str
    told_by: str


def draft(deployment: Deployment, language: str, today: dt.date) -> str:
    """The text of `study.yml` for *deployment*, whose texts are in *language*, begun on *today*. Raises UsageError
    where the place says nothing that could be asked about.
    """
    items = list(_items(deployment))
    if not items and not deployment.not_collected:
        raise UsageError(f"{deployment.id} says nothing that could be asked about", "fill `items:` of deployment.yml")
    contact = next((each.value for each in deployment.controller.contacts), deployment.controller.name)
    head = HEAD.format(
        id=deployment.id,
        freeze=today + dt.timedelta(FREEZE),
        contact=_folded(contact, 2),
        reach=", ".join(person.id for person in deployment.people),
        foreign="" if language == "en" else f"# Decide: the questions are in English; write them in {language}.\n",
    )
    denied = _denied(deployment) if deployment.not_collected else ""
    points = "".join(map(_point, items)) + (_point(_not_recorded(deployment)) if denied else "")
    questions = "".join(map(_question, items)) + denied
    tail = AFTER.format(keep=today + dt.timedelta(KEEP), language=language)
    return f"{head}{points}{BEFORE.rstrip(chr(10))}\n{questions}{tail}"


def _items(deployment: Deployment) -> Iterator[_Item]:
    """The disclosure items that the place fills, each told by a short statement where there is one."""
    stated = _stated(deployment)
    for name in DisclosureItems.model_fields:
        text = getattr(deployment.items, name)
        if text and name in PROMPTS:
            path = f"items.{name}"
            yield _Item(name.replace("_", "-"), text, path, stated.get(name, path))


def _not_recorded(deployment: Deployment) -> _Item:
    told_by = _stated(deployment).get("not_collected", "not_collected")
    return _Item("not-recorded", deployment.not_collected[0], "not_collected", told_by)


def _stated(deployment: Deployment) -> dict[str, str]:
    """The first short statement about each thing that there is to disclose."""
    return {fact.item: f"statements.{fact.id}" for fact in reversed(deployment.statements)}


def _point(item: _Item) -> str:
    return (
        f"  - id: {item.id}\n    knows: >-\n{_folded(item.knows, 6)}\n"
        f"    tests: {item.tests}\n    told_by: {item.told_by}\n"
    )


def _question(item: _Item) -> str:
    prompt = PROMPTS[item.tests.removeprefix("items.")]
    return (
        f"  - id: ask-{item.id}\n    kind: understanding\n    form: text\n    point: {item.id}\n"
        f"    prompt: {prompt}\n"
        "    # Decide: what is just right, and what is just not? Or make it a choice.\n"
        f"    accept: >-\n{_folded(f'Says in other words: {item.knows}', 6)}\n"
    )


def _denied(deployment: Deployment) -> str:
    """What is not recorded, as a choice: to be filmed without knowing, and to think so wrongly, both matter."""
    options = (
        ("not-recorded", deployment.not_collected[0], "correct"),
        ("recorded", "Everything is recorded.", "critical"),
        ("at-times", "That differs from day to day.", "critical"),
    )
    rows = "".join(
        f"      - id: {id}\n        text: >-\n{_folded(text, 10)}\n        {flag}: true\n" for id, text, flag in options
    )
    return (
        "  - id: ask-not-recorded\n    kind: understanding\n    form: choice\n    point: not-recorded\n"
        "    prompt: What is not recorded here?\n"
        "    # Decide: which wrong beliefs are plausible here, and which of them mislead in a way that matters?\n"
        f"    options:\n{rows}"
    )


def _folded(text: str, indent: int) -> str:
    """*text* as the lines of a folded block."""
    space = " " * indent
    lines = textwrap.wrap(" ".join(text.split()), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(f"{space}{line}" for line in lines)
