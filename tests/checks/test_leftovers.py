"""Placeholders and notes between authors."""

from __future__ import annotations

import json

import pytest


def said(problems, text):
    return [finding.message for finding in problems("leftovers", f"summary: {{introduction: {json.dumps(text)}}}")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("TODO: describe it.", "TODO"),
        ("In use since TBD.", "TBD"),
        ("Kept for XXX days.", "XXX"),
        ("Read at ??? desks.", "???"),
        ("Signed by ______.", "______"),
        ("Run by [company name].", "[company name]"),
        ("Run by [...].", "[...]"),
        ("Run by [ ].", "[ ]"),
        ("Lorem ipsum dolor sit amet.", "lorem ipsum"),
        ("More Information Needed", "more information needed"),
        ("The figures (to be confirmed) are good.", "(to be confirmed)"),
        ("To be written.", "to be written."),
        ("Please insert the name of your office here.", "insert the name of your office here"),
        ("The description goes here.", "description goes here"),
    ],
)
def test_placeholders(text, shown, problems):
    """What was to be filled in is found and shown."""
    assert said(problems, text) == [f"a placeholder was left in the text: {shown}"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Comment: scoped the ambiguous terms.", "comment:"),
        ("It reads forms. <!-- Comment: tightened. -->", "<!--"),
        ("Editor's note: check this.", "editor's note"),
        ("Editor\u2019s note: check this.", "editor's note"),
        ("Note to author, keep it short.", "note to author"),
        ("Notes to the reviewers follow.", "notes to the reviewers"),
        ("Writer remark: too long.", "writer remark:"),
        ("Do not provide any legal advice.", "do not provide any legal advice"),
        ("Replace this text. It is an example.", "replace this text"),
    ],
)
def test_remarks(text, shown, problems):
    """What authors wrote to each other is found and shown."""
    assert said(problems, text) == [f"a note between authors was left in the text: {shown}"]


@pytest.mark.parametrize(
    "text",
    [
        "Todo el texto se lee.",
        "Values lie in [0, 1].",
        "This is not legal advice.",
        "The reviewer notes each error, and the author's notes stay.",
        "A form has to be completed by hand.",
        "People can delete this text at any time.",
        "An insertion is an extra word that stands here.",
        "This note is for authors and writers of forms.",
        "Is it good enough for us?",
        "A clerk leaves a comment: the form is then read again.",
    ],
)
def test_ordinary_texts(text, problems):
    """Words that only look like leftovers are left alone."""
    assert said(problems, text) == []


def test_every_text_is_looked_at(problems):
    """Names, lists and texts deep inside are looked at as well, each once."""
    fragment = """\
identity: {name: TODO}
limitations:
  - {id: ink, category: input_quality, condition: TODO TBD, effect: Words are missed., groups: ["[group]"]}
"""
    assert len(problems("leftovers", fragment)) == 3


def test_drafts_may_wait(problems):
    """In a draft a leftover warns; once published it is an error."""
    assert [finding.severity for finding in problems("leftovers", "identity: {name: TODO}")] == ["warning"]
    published = problems("leftovers", "identity: {name: TODO, status: published}")
    assert [finding.severity for finding in published] == ["error"]
