"""The runner: severity, places, and what owners accept."""

from __future__ import annotations

import datetime as dt

from toolkit.checks import check

UNTESTED = "populations: {untested: [{group: children, why: None were asked.}, {group: twins, why: None came.}]}\n"
LATER = dt.date(2027, 1, 1)


def of_rule(findings, *rules):
    return [(finding.rule, finding.severity, finding.message) for finding in findings if finding.rule in rules]


def test_severity_follows_status(view_of):
    """A gap warns in a draft and is an error once published."""
    draft = of_rule(check(view_of(UNTESTED)), "untested-groups")
    published = of_rule(check(view_of(f"identity: {{status: published}}\n{UNTESTED}")), "untested-groups")
    assert {severity for _, severity, _ in draft} == {"warning"}
    assert {severity for _, severity, _ in published} == {"error"}


def test_place(view_of, tmp_path):
    """A finding points at the line and column of the value it speaks of, and knows its level."""
    found = next(finding for finding in check(view_of(UNTESTED)) if finding.rule == "untested-groups")
    line = (tmp_path / found.place.file).read_text("utf-8").split("\n")[found.place.line - 1]
    assert (found.place.file, found.place.level) == ("services/example/service.yml", "service")
    assert line[found.place.column - 1 :] == "{"


def test_accepted(view_of):
    """An accepted finding is gone, with its reason and its end in the file."""
    allow = "allow: [{rule: untested-groups, reason: We ask them next., until: 2026-12-31}]\n"
    assert of_rule(check(view_of(UNTESTED + allow)), "untested-groups", "allow") == []


def test_accepted_below_a_path(view_of):
    """A path limits the acceptance to a part."""
    allow = (
        "allow: [{rule: untested-groups, reason: We ask them next., until: 2026-12-31, path: populations.untested.0}]\n"
    )
    assert of_rule(check(view_of(UNTESTED + allow)), "untested-groups", "allow") == [
        ("untested-groups", "warning", "no limitation and no consideration names 'twins'")
    ]


def test_accepted_by_id(view_of):
    """In a path, an entry of a list is named by its id."""
    fragment = """\
limitations:
  - {id: ink, category: input_quality, condition: The ink is pale., effect: 12 % are missed.}
  - {id: ink-2, category: input_quality, condition: The ink is blue., effect: 15 % are missed.}
allow: [{rule: percentages, reason: The trial ends soon., until: 2026-12-31, path: limitations.ink}]
"""
    assert of_rule(check(view_of(fragment)), "percentages", "allow") == [
        ("percentages", "warning", "nothing backs the figure '15 %'")
    ]


def test_expired(view_of):
    """An acceptance ends on its day; the finding is back, and the entry is named."""
    allow = "allow: [{rule: untested-groups, reason: We ask them next., until: 2026-12-31}]\n"
    found = of_rule(check(view_of(UNTESTED + allow, LATER)), "untested-groups", "allow")
    assert found[-1] == ("allow", "warning", "`allow` for `untested-groups` ended on 31 December 2026")
    assert len(found) == 3


def test_unused(view_of):
    """An acceptance that covers nothing should go."""
    allow = "allow: [{rule: units, reason: Soon., until: 2026-12-31}]\n"
    assert of_rule(check(view_of(allow)), "allow") == [
        ("allow", "warning", "`allow` for `units` is not needed any more")
    ]


def test_unused_but_inherited(view_of):
    """An acceptance of the organisation is not called unused in a service that does not need it."""
    fragment = """\
# services/suites/city.yml
schema_version: "1.0"
id: city
name: City services
description: What the city runs.
defaults: {allow: [{rule: units, reason: Soon., until: 2026-12-31}]}
# services/example/service.yml
extends: suites/city.yml
"""
    assert of_rule(check(view_of(fragment)), "allow") == []


def test_unknown(view_of):
    """An acceptance of a rule that does not exist is a slip; the nearest rule is named."""
    allow = "allow: [{rule: unit, reason: Soon., until: 2026-12-31}]\n"
    found = [finding for finding in check(view_of(allow)) if finding.rule == "allow"]
    assert [(finding.message, finding.help) for finding in found] == [
        ("`allow` names the rule `unit`, which does not exist", "did you mean `units`?")
    ]


def test_firm(view_of):
    """Text that could run as code cannot be accepted."""
    fragment = """\
summary: {purpose: It <b>reads</b>.}
allow: [{rule: unsafe-text, reason: It looks nice., until: 2026-12-31}]
"""
    assert of_rule(check(view_of(fragment)), "unsafe-text", "allow") == [
        ("unsafe-text", "error", "a tag in a text: <b>"),
        ("allow", "warning", "findings of `unsafe-text` cannot be accepted"),
    ]


def test_very_many(view_of):
    """Of very many findings of one rule the first hundred are given, after those that are accepted."""
    people = ", ".join(f"nobody-{number}" for number in range(250))
    fragment = f"""\
uses:
  considerations:
    - {{id: a, stance: avoid, use: A., reason: B., affects: [{people}]}}
    - {{id: b, stance: avoid, use: A., reason: B., affects: [{people}]}}
allow: [{{rule: dead-link, reason: Soon., until: 2026-12-31, path: uses.considerations.a}}]
"""
    found = of_rule(check(view_of(fragment)), "dead-link", "allow")
    assert len(found) == 100
    assert found[0] == ("dead-link", "error", "there is no group of people called `nobody-0`")
