"""Markup, templates, links and code in texts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.checks.texts import Text, Walk
from toolkit.checks.unsafe_text import problems as unsafe


def of(text: str, *, address: bool = False) -> list[str]:
    return [
        found.message for found in unsafe(Walk((Text(("x",), text, plain=False, address=address),), (), text.lower()))
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<script>alert(1)</script>", "a tag in a text: <script>"),
        ("It reads </p> forms.", "a tag in a text: </p>"),
        ("a<b", "a tag in a text: <b"),
        ("<img src=x onerror=alert(1)>", "a tag in a text: <img"),
        ("<!DOCTYPE html>", "a tag in a text: <!DOCTYPE"),
        ("<?php echo 1 ?>", "a tag in a text: <?php"),
        ("Ask <name> about it.", "a tag in a text: <name>"),
        ("{{ 7*7 }}", "template language in a text: {{ 7*7 }}"),
        ("{% include 'x' %}", "template language in a text: {% include 'x' %}"),
        ("{# hidden #}", "template language in a text: {# hidden #}"),
        ("Text {: onclick=alert(1) }", "template language in a text: {: onclick=alert(1) }"),
        ("a } b", "a brace in a text: } b"),
        ("a { b", "a brace in a text: { b"),
        ("[here](javascript:alert(1))", "an address that runs code in a text: javascript:"),
        ("JaVaScRiPt:alert(1)", "an address that runs code in a text: JaVaScRiPt:"),
        ("vbscript:x", "an address that runs code in a text: vbscript:"),
        ("data:text/html,x", "an address that runs code in a text: data:text/html"),
        ("See [here](https://city.example).", "a link in a text: [here](https://city.example)"),
        ("See [here][1].", "a link in a text: [here][1]"),
        ("![picture](x.png)", "a link in a text: ![picture](x.png)"),
        ('--8<-- "secret.md"', "a command that includes a file in a text: --8<--"),
        ("Call `rm -rf`.", "a backtick in a text: `rm -rf`"),
        ("&#60;script&#62;", "a code for a character in a text: &#60;"),
        ("&#x3c;b", "a code for a character in a text: &#x3c;"),
        ("Fish &amp; chips", "a code for a character in a text: &amp;"),
    ],
)
def test_unsafe(text, message):
    """What could be markup or code is found and shown."""
    assert of(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Values of x < 3 and y > 2 go to a clerk.",
        "x <= 3, x <3, 5 > 4 -> yes, I <3 forms",
        "Rock & roll, AT&T; R&D; Q&A",
        "More at https://city.example/forms?a=1&b=2.",
        "2 * TP / (2 * TP + FP + FN)",
        "Values lie in [0, 1], see [1].",
        "The data: text and pictures. The script: read aloud.",
        "5 % of *all* words #1 | a_b_c ~ 3 $",
        "Здравствуйте, 你好, مرحبا",
    ],
)
def test_plain_text(text):
    """Comparisons, addresses, formulas and other signs are plain text."""
    assert of(text) == []


def test_addresses_may_look_like_addresses():
    """In an address an ampersand is no code for a character; code stays code."""
    assert of("https://city.example/?a=1&copy;=2", address=True) == []
    assert of("https://city.example/?{{x}}", address=True) == ["template language in a text: {{x}}"]


def test_everywhere(problems):
    """Every text is looked at, from names to keys of dictionaries, and it is an error from the first draft on."""
    bad = json.dumps("<script>")
    fragment = f"""\
identity: {{name: {bad}}}
variables: {{product: {bad}}}
metrics: [{{id: precision, worked_example: {{counts: {{{bad}: 1}}, value: 1, unit: ratio}}}}]
people: [{{id: a, role: {bad}, relation: subject, examples: {bad}, needs: [{bad}]}}]
"""
    found = problems("unsafe-text", fragment)
    assert [finding.message for finding in found] == ["a tag in a text: <script>"] * 6
    assert {finding.severity for finding in found} == {"error"}


@given(
    st.text(), st.sampled_from(["{{x}}", "{%", "<script", "`", "{", "}", "&lt;", "--8<--", "javascript:"]), st.text()
)
def test_never_hidden_by_what_stands_around(before, bad, after):
    """Whatever stands around it, something unsafe is found, in one problem."""
    assert len(of(f"{before} {bad} {after}")) == 1


@given(st.text(st.characters(exclude_characters="<{}[]`&:")))
def test_text_without_signs_is_plain(text):
    """Without the signs that markup is made of, nothing is found."""
    assert of(text) == []
