"""Where signs lead, and addresses that reach nobody."""

from __future__ import annotations

import pytest
from samples import ORGANISATION

SIGN = """\
signs:
  - {id: desk-sign, notice: before, place: On the desk., pictogram: file-eye-outline, headline: AI reads here,
     lead: It types for you.}
"""
URL = "public_url: https://notices.city.example/\n"


def test_no_address(weighed):
    """Signs without an address lead nowhere; that of the organisation is enough."""
    message = "the signs lead nowhere: nothing says where the full notice is published"
    top = f"{SIGN}notice_address:\n"
    assert weighed("more-to-learn", top) == [("1:1", "warning", "error", message)]
    more = {"services/organisation.yml": f"{ORGANISATION}{URL}"}
    assert weighed("more-to-learn", top, more=more) == []
    assert weighed("more-to-learn", "signs: []\nnotice_address:\n") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Call 555 0100", "555 0100"),
        ("Call +1 555-0199", "555-0199"),
        ("Write to ask@library.example", "library.example"),
        ("See www.city.EXAMPLE/desk", "www.city.EXAMPLE"),
        ("See desk.invalid", "desk.invalid"),
        ("See example.com", "example.com"),
        ("See www.example.org.", "example.org"),
        ("Call 555 0200", None),
        ("See example.com.au", None),
        ("See library.example.city", None),
        ("Such as example, or an example.", None),
        ("See counterexample.com", None),
    ],
)
def test_made_up(text, shown, place_of, run_place):
    """Names and numbers kept free for examples are an error in force, a warning in a draft, and right in an example."""
    top = f"questions:\n  - id: a\n    question: Where?\n    answer: {text}\n"
    expected = [("4:13", "error", f"{shown} reaches nobody")] if shown else []
    assert run_place("more-to-learn", place_of(top, "in_force")) == expected
    draft = [(where, "warning", message) for where, _, message in expected]
    assert run_place("more-to-learn", place_of(top, "draft")) == draft
    assert run_place("more-to-learn", place_of(top, "example")) == []


def test_made_up_address(place_of, run_place):
    """So they are as the address of the place, and as that of the organisation."""
    own = place_of("notice_address: https://desk.example\n", "pilot")
    assert run_place("more-to-learn", own) == [("1:17", "error", "desk.example reaches nobody")]
    more = {"services/organisation.yml": f"{ORGANISATION}{URL}"}
    inherited = place_of(f"{SIGN}notice_address:\n", "in_force", more=more)
    message = "notices.city.example reaches nobody, and `public_url` of the organisation leads there"
    assert run_place("more-to-learn", inherited) == [("1:1", "error", message)]
