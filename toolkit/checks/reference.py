"""The rules in, their page in Markdown out: what each asks for, in which status it is an error, and two examples."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Mapping
from types import ModuleType
from typing import Any, NamedTuple, cast

from toolkit.checks import FIRM, PLACE_FIRM, PLACE_RULES, RULES, STUDY_FIRM, STUDY_RULES, Rule
from toolkit.checks.codes import LAYOUT_CODES, LOADER_CODES, OTHER_CODES
from toolkit.checks.places import statuses
from toolkit.checks.problem import ALWAYS, NEVER, PUBLISHED
from toolkit.checks.studies import statuses as of_studies
from toolkit.i18n import listing

STATUSES = {
    ALWAYS: "always",
    PUBLISHED: "once published",
    NEVER: "never, it warns",
    statuses.ALWAYS: "always",
    statuses.BUT_DRAFT: "except in drafts",
    statuses.BINDING: "in pilots and in force",
    statuses.IN_FORCE: "in force",
    statuses.PILOT: "in pilots",
    of_studies.ALWAYS: "always",
    of_studies.OPEN: "once it is open",
}

#: The smallest service that can be shown; the examples are laid over it, lists in them replace its lists.
SMALLEST = """\
schema_version: "1.0"
identity: {id: example, name: Form reader}
summary: {purpose: It turns printed forms into text.}
uses:
  intended:
    - {id: typing, title: Less typing, description: A clerk scans a form and checks the text.}
  considerations:
    - id: no-decisions
      stance: do_not_use
      use: Deciding about an application without a person.
      reason: A misread digit can cost somebody money.
limitations:
  - id: handwriting
    category: input_quality
    condition: The form is filled in by hand.
    effect: Words are missed or misread.
data:
  items:
    - id: scan
      name: The scanned form
      category: personal
      purpose: To read it.
      retention: {kind: none}
"""

#: The smallest place that can be in force, but for its status; the examples of rules for places are laid over it.
SMALLEST_PLACE = """\
schema_version: "1.0"
id: desk
name: Desk in the town hall
status: example
services: [example]
controller:
  name: Town hall
  contacts:
    - {kind: person, value: Ask at the desk}
    - {kind: post, value: "Town hall, 1 Market Square"}
place:
  name: The desk in the hall
  kind: desk
  entrances: [{id: hall, name: The way from the hall}]
purpose: To type what is printed on your form.
benefits: [You wait less.]
items:
  collected: A picture of your form, and the words in it.
  method: A clerk scans the form, and a machine reads it.
  purpose: To type what is printed on your form.
  benefits: You wait less.
  access: The clerks at the desk.
  access_reason: They compare the words with the form.
  automated_decision: None. A clerk decides.
  retention: One day for the picture and the words.
  contact: Ask at the desk.
  protection: They stay on the computer at the desk.
kept:
  - id: scan
    form: original
    name: The picture
    category: personal
    purpose: To read it.
    retention: {kind: duration, value: 1, unit: days}
    secondary_use: none
    sharing_consent: none_shared
  - id: text
    form: extract
    derived_from: scan
    name: The words
    category: personal
    purpose: To check them.
    retention: {kind: duration, value: 24, unit: hours}
    secondary_use: none
    sharing_consent: none_shared
oversight: {level: in_the_loop}
people: [{id: visitors, role: People who hand in a form, relation: subject}]
feedback:
  - id: box
    kind: anonymous_box
    how: Put a note into the box at the door.
    owner: Head of the desk
    response_days: 7
    last_tested: 2026-10-01
    anonymous: true
notices:
  - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before the scan.}
  - {id: all-facts, kind: on_demand, channel: page, audience: visitors, moment: At any time.}
statements:
  - id: kept
    item: retention
    pictogram: delete-clock-outline
    title: Kept one day
    text: Then the picture and the words are deleted.
    of: [scan, text]
  - id: checked
    item: oversight
    pictogram: account-check-outline
    title: It makes mistakes
    text: A clerk compares the words with your form.
signs:
  - id: desk-sign
    notice: before
    place: On the desk, facing the queue.
    pictogram: file-eye-outline
    headline: A machine reads your form here
    lead: It types the print for you, so that you wait less.
    statements: [kept, checked]
    entrances: [hall]
    accessible_form: {said_by: The clerk reads it to you., felt: A raised frame runs around the code.}
attestations:
  - id: head-of-desk
    of: [signs.desk-sign.headline, signs.desk-sign.lead, statements.kept, statements.checked]
    by: Head of the desk
    role: Runs the desk
    on: 2026-10-01
    how: Watched ten forms, and looked for the pictures a day later.
legal_reviews: [{by: Legal office of the town, on: 2026-09-01}]
consultations: [{who: Ten people in the queue, on: 2026-09-10, changed: The sign says who checks.}]
notice_address: https://notices.internal
reviewed_by: Data protection office of the town
reviewed_on: 2026-10-02
review_due: 2027-10-02
"""

#: The smallest study of that place that can be open; the examples of rules for studies are laid over it.
SMALLEST_STUDY = """\
schema_version: "1.0"
deployment: desk
status: open
purpose: To find out whether the sign is understood.
consent:
  text: You decide whether you answer. You may stop at any time, and you need not say why.
  freeze: 2027-03-31
compensation: A cup of coffee.
contact: Ask at the desk.
recruitment:
  reach: [visitors]
  include: [disabled, marginalised, service_worker]
  how: A helper asks people in the queue, and those who clean the hall.
arms: [{id: sign, shows: sign, sign: desk-sign, exposure: {form: wall, distance: 1}}]
criterion: {name: eu-leaflet, share: 0.8}
points:
  - {id: how-long, knows: It is kept for one day., tests: items.retention, told_by: statements.kept}
questions:
  - {id: seen, kind: awareness, form: text, prompt: What is the sign at this desk for?}
  - {id: expects, kind: expectation, form: text, prompt: What do you think is recorded here?}
  - id: kept
    kind: understanding
    form: choice
    point: how-long
    prompt: How long do we keep the picture?
    options:
      - {id: day, text: One day, correct: true}
      - {id: month, text: One month}
      - {id: always, text: For ever, critical: true}
  - {id: fine, kind: acceptability, form: scale, prompt: How acceptable is that to you?}
keep_until: 2027-06-30
"""

INTRODUCTION = """\
---
title: Rules
---

# Rules

`disclose check` holds every service and every place against these rules. Each finding names the file, the line, the
rule and what to write. A rule names the statuses in which it is an error; elsewhere it warns. Errors keep a service or
a notice from being published. A draft is always shown, says that it is one, and its warnings list what is missing.

A finding that the owners accept stands in the YAML with its reason and a day on which the acceptance ends. `path:`
limits it to a part; entries of lists are named by their id.

```yaml
allow:
  - rule: readability
    path: limitations.handwriting
    reason: The word is taught in the course that all readers attend.
    until: 2027-06-30
```

This page is made from the rules themselves, and the tests run every example.
"""

SERVICES = """\
## Rules for services

Findings of {firm} cannot be accepted.

| Rule | Error | What holds |
|---|---|---|
{table}

The examples are laid over the smallest service that can be shown. Their blocks are merged with it, their lists replace
its lists.

```yaml
{smallest}```
"""

PLACES = """\
## Rules for places

A place is an `example`, a `draft`, a `pilot`, `in_force` or `retired`; once it is retired, every rule only warns. What
the regimes ask for that a place names stands on the page of regimes, and is accepted in the same way. Findings of
{firm} cannot be accepted.

| Rule | Error | What holds |
|---|---|---|
{table}

The examples are laid over the smallest place that can be in force, together with a `study.yml`. All in it is made up.
A comment with a path starts another file.

```yaml
{smallest}```
"""

STUDIES = """\
## Rules for studies

A study is a `draft`, `open` or `closed`; once it is closed, every rule only warns. What is wrong with a study never
keeps a notice back. Findings that are accepted stand under `allow:` in `study.yml`. Findings of {firm} cannot be
accepted. `disclose study check` runs these rules alone.

| Rule | Error | What holds |
|---|---|---|
{table}

The examples are laid over the smallest study that can be open, of the smallest place.

```yaml
{smallest}```
"""

CODES = """\
## Before the rules

A file that cannot be read, or that holds something else than it should, is found while it is loaded. These are always
errors.

| Code | What it means |
|---|---|
{loader}

## Beside the rules

| Code | What it means |
|---|---|
{other}

## After the layout

What is printed is laid out before it is written, and what a reader could not see or scan is an error.

| Code | What it means |
|---|---|
{layout}
"""


class Documented(NamedTuple):
    """The parts of a rule's docstring: its first sentence, the whole text, and the two examples."""

    sentence: str
    text: str
    passing: str
    failing: str


def documented(rule: Rule[Any]) -> Documented:
    """Take the docstring of *rule* apart. Raises ValueError where a part is missing."""
    text, passing, rest = (inspect.getdoc(cast("ModuleType", rule)) or "").partition("\n\nPass:\n\n")
    good, failing, bad = rest.partition("\n\nFail:\n\n")
    if not passing or not failing:
        raise ValueError(f"the rule {rule.ID} lacks an example under Pass: or Fail:")
    return Documented(text.splitlines()[0], text, _example(good), _example(bad))


def reference() -> str:
    """The page of all rules, in Markdown."""
    services = {id: f"`{id}`" for id in RULES}
    places = {id: f"`{id}` at a place" if id in RULES else f"`{id}`" for id in PLACE_RULES}
    parts = [INTRODUCTION, _chapter(SERVICES, RULES, services, FIRM, SMALLEST)]
    parts += [_section(rule, services[id]) for id, rule in RULES.items()]
    parts += [_chapter(PLACES, PLACE_RULES, places, PLACE_FIRM, SMALLEST_PLACE)]
    parts += [_section(rule, places[id]) for id, rule in PLACE_RULES.items()]
    studies = {id: f"`{id}`" for id in STUDY_RULES}
    parts += [_chapter(STUDIES, STUDY_RULES, studies, STUDY_FIRM, SMALLEST_STUDY)]
    parts += [_section(rule, studies[id]) for id, rule in STUDY_RULES.items()]
    return "\n".join([*parts, _all_codes()])


def _all_codes() -> str:
    return CODES.format(loader=_codes(LOADER_CODES), other=_codes(OTHER_CODES), layout=_codes(LAYOUT_CODES))


def _codes(codes: Mapping[str, str]) -> str:
    return "\n".join(f"| `{code}` | {sentence} |" for code, sentence in codes.items())


def _chapter(
    text: str, rules: Mapping[str, Rule[Any]], titles: Mapping[str, str], firm: frozenset[str], smallest: str
) -> str:
    """The beginning of a part of the page: a table of its rules, and what their examples are laid over."""
    rows = [
        f"| [`{id}`](#{titles[id].replace('`', '').replace(' ', '-')}) | {_error(rule)} | {documented(rule).sentence} |"
        for id, rule in rules.items()
    ]
    names = textwrap.fill(listing([f"`{id}`" for id in sorted(firm)]), 110)
    return text.format(firm=names, table="\n".join(rows), smallest=smallest)


def _section(rule: Rule[Any], title: str) -> str:
    page = documented(rule)
    return (
        f"### {title}\n\n{page.text}\n\nError: {_error(rule)}.\n\n"
        f"Passes:\n\n```yaml\n{page.passing}```\n\nFails:\n\n```yaml\n{page.failing}```\n"
    )


def _error(rule: Rule[Any]) -> str:
    return STATUSES[rule.ERROR_IN]


def _example(block: str) -> str:
    return f"{textwrap.dedent(block).strip()}\n"
