"""What was posted, as a record: its hash, its version, the sheets that hang."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from toolkit.model.posted import Hung, Posted, message_hash, short

TOLD = {"b": "Straße 😀", "a": ("x", 1, True)}
#: printf '{"a":["x",1,true],"b":"Straße 😀"}' | sha256sum
HASH = "c265d0518da14e7ad4caa0932aba3f17ca3f5dfe74b047c2d0d4b3172ead8986"


def posted(**more):
    hung = (
        Hung(place="Desk", posted_on=dt.date(2026, 5, 4), languages="en", format="A4"),
        Hung(
            place="Door",
            posted_on=dt.date(2026, 5, 4),
            languages="en+ar",
            format="A4",
            taken_down=dt.date(2026, 6, 1),
        ),
    )
    known = {
        "schema_version": "1.0",
        "code": "k7m2",
        "deployment": "desk",
        "sign": "door",
        "status": "example",
        "sign_hash": "9f31ab20" + "0" * 56,
        "message_hash": HASH,
        "sign_message": {"a": "x"},
        "message": TOLD,
        "hung": hung,
    }
    return Posted(**{**known, **more})


def test_the_hash_of_a_message():
    """The hash is SHA-256 over JSON with sorted keys, without spaces, in UTF-8."""
    assert message_hash(TOLD) == HASH
    assert message_hash({"a": ["x", 1, True], "b": "Straße 😀"}) == HASH
    assert message_hash({**TOLD, "b": "Strasse"}) != HASH


def test_the_version():
    """A version is called by the code and the first eight digits of the hash over the sign."""
    assert posted().version == "k7m2-9f31ab20"
    assert short("9f31ab20" + "0" * 56) == "9f31ab20"


def test_what_hangs():
    """A sheet hangs until it is taken down."""
    assert [hung.place for hung in posted().hanging] == ["Desk"]


@pytest.mark.parametrize(
    "more",
    [
        {"hung": ()},
        {"code": "k0m2"},
        {"code": "K7M2"},
        {"sign_hash": "9f31"},
        {"message": {"a": None}},
        {"message": {"a": {"b": "c"}}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_what_cannot_be(more):
    """A record without sheets, with another code, a cut hash, or a message that is no list of parts is refused."""
    with pytest.raises(ValidationError):
        posted(**more)
