"""What hangs on a wall: one version of a sign as it was printed, frozen, and where it hangs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from toolkit.model.base import Day, Id, Language, Record, Text
from toolkit.model.deployment import Status
from toolkit.model.evidence import Digest, Hash
from toolkit.model.sign import Code, Format, Languages

#: So many digits of a hash are printed on a sign and stand in addresses: a code has few versions to tell apart.
SHORT = 8
Scalar = str | bool | int | float
#: What readers are told, by path.
Message = dict[str, Scalar | tuple[Scalar, ...]]


def message_hash(message: Mapping[str, Any]) -> str:
    """SHA-256 over canonical JSON of a message, in hexadecimal: keys sorted, no spaces, UTF-8."""
    canonical = json.dumps(message, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def short(digest: str) -> str:
    """The part of a hash that is printed on the sign, stands in its file and in its address."""
    return digest[:SHORT]


class Hung(Record):
    """One sheet of paper: where it hangs, since when, and the file it was printed from."""

    place: Text
    """Where it hangs, in words for the person who takes it down."""
    posted_on: Day
    languages: Languages
    format: Format
    file: Hash | None = None
    """SHA-256 of the PDF that was printed; left out where none was built."""
    translated: dict[Language, Message] = Field(default_factory=dict)
    """What stands on the sheet in each of its languages but the one that the metadata is written in."""
    taken_down: Day | None = None


class Frozen(Record):
    """A version of a sign: what stands on it and in the notice behind it at one moment."""

    schema_version: Literal["1.0"]
    code: Code
    deployment: Id
    sign: Id
    status: Status
    """The status of the place at that moment."""
    sign_hash: Digest
    """Over `sign_message`."""
    message_hash: Digest
    """Over `message`."""
    sign_message: Message
    """What stands on this one sign."""
    message: Message
    """What the whole notice behind it tells."""

    @property
    def version(self) -> str:
        """The code with the short hash, such as `k7m2-9f31ab20`: small print on the sign, name of the file."""
        return f"{self.code}-{short(self.sign_hash)}"


class Posted(Frozen):
    """A version that was posted, frozen when its first sheet was hung. What it says is never changed."""

    hung: Annotated[tuple[Hung, ...], Field(min_length=1)]
    """Its sheets, the first one first."""

    @property
    def hanging(self) -> tuple[Hung, ...]:
        """The sheets that nobody has taken down."""
        return tuple(sheet for sheet in self.hung if sheet.taken_down is None)
