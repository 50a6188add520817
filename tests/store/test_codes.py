"""Codes are found by one half and proved by the other."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.store.codes import ALPHABET, Code, Hashed, hashed, id_of, matches, new_code, read_code

CODE = Code("abcdefgh", "jkmnpqrstuvw")


def test_shape():
    """Five groups of four letters, none of which looks like another."""
    assert str(CODE) == "abcd-efgh-jkmn-pqrs-tuvw"
    assert set("0o1li") & set(ALPHABET) == set()


@pytest.mark.parametrize("typed", ["abcd-efgh-jkmn-pqrs-tuvw", "ABCDEFGHJKMNPQRSTUVW", "  abcd efgh\njkmn–pqrs.tuvw "])
def test_typed_as_people_type(typed):
    """Capitals, spaces and strokes make no difference."""
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "abcd", "abcd-efgh-jkmn-pqrs-tuvwx", "a" * 5000])
def test_no_code(typed):
    """What is too short or too long is no code."""
    assert read_code(typed) is None


@given(st.text())
def test_anything_typed_is_read(typed):
    """No text is too odd to be read."""
    found = read_code(typed)
    assert found is None or read_code(str(found)) == found


def test_drawn_codes_differ():
    """A thousand codes, and no half stands twice."""
    codes = [new_code() for _ in range(1000)]
    assert len({code.id for code in codes}) == len({code.secret for code in codes}) == 1000
    assert all(read_code(str(code)) == code for code in codes)


def test_hash():
    """The salt goes into it, so that the same secret is kept in another form each time."""
    kept = hashed("secret", b"0123456789abcdef")
    assert kept.hash == hashlib.scrypt(b"secret", salt=b"0123456789abcdef", n=16384, r=8, p=1)
    assert hashed("secret") != hashed("secret")
    assert matches("secret", kept)
    assert not matches("Secret", kept)
    assert not matches("secret", Hashed(b"another salt....", kept.hash))


def test_ids_of_what_is_the_same():
    """The same parts give the same id; where one part ends matters."""
    assert id_of("a", "bc") == id_of("a", "bc")
    assert id_of("a", "bc") != id_of("ab", "c")
    assert len(id_of("")) == 8
