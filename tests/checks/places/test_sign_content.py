"""What stands on signs."""

from __future__ import annotations

import pytest

SIGN = """\
signs:
  - id: desk-sign
    notice: before
    place: On the desk.
    pictogram: file-eye-outline
    headline: AI reads here
    lead: It types for you.
    statements: [kept, checked]
"""


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("A machine reads your form at this desk", 0),
        ("A machine reads your form at this desk now", 9),
    ],
)
def test_headline(headline, words, weighed):
    """Eight words can be read in passing, nine cannot."""
    found = weighed("sign-content", SIGN.replace("AI reads here", headline))
    message = f"a headline of {words} words; nobody reads more than 8 in passing"
    assert found == ([("6:15", "warning", "error", message)] if words else [])


@pytest.mark.parametrize(
    ("items", "left"),
    [
        ("collected, method, purpose, benefits", ""),
        ("retention", ""),
        ("contact", ""),
        ("retention, access, protection", "access and protection"),
    ],
)
def test_promised(items, left, weighed):
    """What the notice promises stands in the head, in a statement or at the foot."""
    notices = f"""\
notices:
  - {{id: before, kind: upfront, channel: sign, audience: visitors, moment: Before., items: [{items}]}}
"""
    message = f"the notice `before` promises {left}, and the sign `desk-sign` does not say it"
    assert weighed("sign-content", SIGN + notices) == ([("8:5", "warning", "error", message)] if left else [])


def test_contact_is_not_printed(weighed):
    """The foot of a sign has no room for a postal address, so a promised contact is missing there."""
    top = """\
controller:
  name: Town hall
  contacts: [{kind: post, value: "Town hall, 1 Market Square"}]
notices:
  - {id: before, kind: upfront, channel: sign, audience: visitors, moment: Before., items: [contact]}
"""
    message = "the notice `before` promises contact, and the sign `desk-sign` does not say it"
    assert weighed("sign-content", SIGN + top) == [("8:5", "warning", "error", message)]


@pytest.mark.parametrize("name", ["file-eye-outlin", "File eye", "../material/file-eye-outline", "\U0001f441" * 200])
def test_pictogram_of_a_sign(name, weighed):
    """A pictogram that does not exist is always an error."""
    found = weighed("sign-content", SIGN.replace("file-eye-outline", f'"{name}"'))
    assert found == [("5:16", "error", "error", f"there is no pictogram called {name!r}")]


def test_statements(weighed):
    """So is one of a statement; that no sign carries a statement is a warning."""
    top = """\
statements:
  - {id: kept, item: retention, pictogram: clock-of-sand, title: Kept, text: One day.}
  - {id: checked, item: oversight, pictogram: account-check-outline, title: Checked, text: It errs.}
  - {id: choose, item: choice, pictogram: account-switch-outline, title: Choose, text: Ask us.}
"""
    assert weighed("sign-content", top) == [
        ("2:44", "error", "error", "there is no pictogram called 'clock-of-sand'"),
        ("4:5", "warning", "warning", "no sign carries the statement `choose`"),
    ]
