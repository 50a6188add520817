"""The rules in, their page in Markdown out: what each asks for, in which status it is an error, and two examples."""

from __future__ import annotations

import inspect
import textwrap
from types import ModuleType
from typing import NamedTuple, cast

from toolkit.checks import FIRM, RULES, Rule
from toolkit.checks.problem import ALWAYS, NEVER, PUBLISHED

STATUSES = {ALWAYS: "always", PUBLISHED: "once published", NEVER: "never, it warns"}

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

#: What the loader finds before any rule runs; always errors.
LOADER_CODES = {
    "yaml-syntax": "The file is not YAML: look at indentation, quotes and colons of the line and the one above.",
    "yaml-alias": "Anchors and aliases (`&`, `*`) are not supported: write the value out, or inherit it.",
    "yaml-tag": "Tags such as `!!python` are not supported: remove them.",
    "duplicate-key": "A key stands twice in one block: keep one of the two.",
    "hidden-character": "A character that readers cannot see: delete it, it can hide what a text says.",
    "not-utf8": "The file is not saved in the encoding UTF-8.",
    "file-too-large": "The file is larger than 2 MB: one service or deployment per file.",
    "file-too-complex": "The file is nested too deep or has too many parts: look for a stray bracket.",
    "empty-file": "The file holds nothing.",
    "unreadable-file": "The file cannot be opened: look at its permissions.",
    "outside-project": "The file is a link that leads out of the project: put a copy in its place.",
    "missing-file": "A file that every project needs, such as `organisation.yml`, is not there.",
    "missing-parent": "`extends:` names a suite that does not exist in `services/suites/`.",
    "extends-cycle": "Suites extend each other in a circle.",
    "bad-id": "An id or a folder name holds more than lower-case letters, digits and single hyphens.",
    "id-folder": "The id of a service or deployment differs from the name of its folder.",
    "unknown-id": "A deployment names a service that does not exist.",
    "unknown-key": "A key that this block does not have, often a slip of the pen.",
    "missing-key": "A key that this block must have is not there.",
    "unknown-value": "A value that is none of the choices.",
    "wrong-type": "A number, text, list or block stands where something else is expected.",
    "wrong-value": "A value of the right type that cannot be, such as a day that the calendar does not have.",
    "empty-value": "A key has no value: write one, or delete the line.",
    "too-long": "A text is longer than its field allows: shorten or split it.",
    "unknown-variable": "A name in braces that no `variables:` define.",
    "remove-reason": "What was inherited is removed, but nothing says why; readers are shown the reason.",
    "remove-unknown": "A removal names something that is not inherited.",
}

INTRODUCTION = """\
---
title: Rules
---

# Rules

`disclose check` holds every service against these rules. Each finding names the file, the line, the rule and what to
write. A rule names the statuses in which it is an error; elsewhere it warns. Errors keep a service from being
published. A draft is always shown, says that it is one, and its warnings list what is missing.

A finding that the owners accept stands in the YAML with its reason and a day on which the acceptance ends. `path:`
limits it to a part; entries of lists are named by their id. Findings of {firm} cannot be
accepted.

```yaml
allow:
  - rule: readability
    path: limitations.handwriting
    reason: The word is taught in the course that all readers attend.
    until: 2027-06-30
```

This page is made from the rules themselves, and the tests run every example.

| Rule | Error | What holds |
|---|---|---|
{table}

The examples below are laid over the smallest service that can be shown. Their blocks are merged with it, their lists
replace its lists.

```yaml
{smallest}```
"""

LOADER = """\
## Before the rules

A file that cannot be read, or that holds something else than it should, is found while it is loaded. These are always
errors.

| Code | What it means |
|---|---|
{table}

An entry of `allow:` that has ended, names no rule or is not needed any more is a warning with the code `allow`.
"""


class Documented(NamedTuple):
    """The parts of a rule's docstring: its first sentence, the whole text, and the two examples."""

    sentence: str
    text: str
    passing: str
    failing: str


def documented(rule: Rule) -> Documented:
    """Take the docstring of *rule* apart. Raises ValueError where a part is missing."""
    text, passing, rest = (inspect.getdoc(cast("ModuleType", rule)) or "").partition("\n\nPass:\n\n")
    good, failing, bad = rest.partition("\n\nFail:\n\n")
    if not passing or not failing:
        raise ValueError(f"the rule {rule.ID} lacks an example under Pass: or Fail:")
    return Documented(text.splitlines()[0], text, _example(good), _example(bad))


def reference() -> str:
    """The page of all rules, in Markdown."""
    rows = [f"| [`{id}`](#{id}) | {_error(rule)} | {documented(rule).sentence} |" for id, rule in RULES.items()]
    firm = " and ".join(f"`{id}`" for id in sorted(FIRM))
    codes = [f"| `{code}` | {sentence} |" for code, sentence in LOADER_CODES.items()]
    parts = [INTRODUCTION.format(firm=firm, table="\n".join(rows), smallest=SMALLEST)]
    parts += [_section(rule) for rule in RULES.values()]
    return "\n".join([*parts, LOADER.format(table="\n".join(codes))])


def _section(rule: Rule) -> str:
    page = documented(rule)
    return (
        f"## `{rule.ID}`\n\n{page.text}\n\nError: {_error(rule)}.\n\n"
        f"Passes:\n\n```yaml\n{page.passing}```\n\nFails:\n\n```yaml\n{page.failing}```\n"
    )


def _error(rule: Rule) -> str:
    return STATUSES[rule.ERROR_IN]


def _example(block: str) -> str:
    return f"{textwrap.dedent(block).strip()}\n"
