"""The code that lets one person see and delete what they sent, and nobody else.

A code has two halves: the id of the record, by which it is found, and a secret, of which only a salted hash is kept
(scrypt, RFC 7914). Letters that are easily taken for one another are left out.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import NamedTuple

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
ID_LENGTH = 8
SECRET_LENGTH = 12
GROUP = 4
#: 16 MB and some hundredths of a second for each guess.
COST = {"n": 2**14, "r": 8, "p": 1}


class Code(NamedTuple):
    """A code, taken apart."""

    id: str
    secret: str

    def __str__(self) -> str:
        """In groups of four, as people copy it."""
        whole = self.id + self.secret
        return "-".join(whole[start : start + GROUP] for start in range(0, len(whole), GROUP))


class Hashed(NamedTuple):
    """What is kept of a secret."""

    salt: bytes
    hash: bytes


def new_code() -> Code:
    """A code that was drawn at random: 40 bits to find the record, 59 that nobody can guess."""
    return Code(_drawn(ID_LENGTH), _drawn(SECRET_LENGTH))


def read_code(text: str) -> Code | None:
    """The code that somebody typed, whatever stands between its groups and however it is capitalised."""
    plain = "".join(character for character in text[:100].lower() if character in ALPHABET)
    if len(plain) != ID_LENGTH + SECRET_LENGTH:
        return None
    return Code(plain[:ID_LENGTH], plain[ID_LENGTH:])


def hashed(secret: str, salt: bytes | None = None) -> Hashed:
    """The salted hash of *secret*, with a salt of its own where none is given."""
    salt = salt or secrets.token_bytes(16)
    return Hashed(salt, hashlib.scrypt(secret.encode(), salt=salt, **COST))


def matches(secret: str, kept: Hashed) -> bool:
    """Whether *secret* is the one of which *kept* was made; takes as long either way."""
    return hmac.compare_digest(hashed(secret, kept.salt).hash, kept.hash)


def id_of(*parts: str) -> str:
    """An id that the same parts always give, so that what is sent twice is stored once."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    number = int.from_bytes(digest[:8], "big")
    letters = []
    for _ in range(ID_LENGTH):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)


def _drawn(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
