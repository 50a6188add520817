"""Ways to reach somebody."""

from __future__ import annotations

import pytest

NOBODY = "there is nobody to talk to: no person and no telephone"
ONE = "there are not two ways to reach somebody"


@pytest.mark.parametrize(
    ("contacts", "messages"),
    [
        ("[{kind: person, value: Ask at the desk}, {kind: box, value: At the door}]", []),
        ("[{kind: telephone, value: 01 234}, {kind: email, value: desk@town}]", []),
        ("[{kind: person, value: Ask at the desk}]", [ONE]),
        ("[{kind: email, value: desk@town}, {kind: box, value: At the door}]", [NOBODY]),
        ("[{kind: email, value: desk@town}]", [NOBODY, ONE]),
        ("[]", [NOBODY, ONE]),
    ],
)
def test_contacts(contacts, messages, weighed):
    """In force there is somebody to talk to, and one more way."""
    top = f"controller:\n  name: Town hall\n  contacts: {contacts}\n"
    assert weighed("contact", top) == [("3:3", "warning", "error", message) for message in messages]


def test_no_contacts(weighed):
    """Where none is written, the block of the organisation that answers is shown."""
    assert weighed("contact", "controller:\n  name: Town hall\n") == [
        ("1:1", "warning", "error", NOBODY),
        ("1:1", "warning", "error", ONE),
    ]
