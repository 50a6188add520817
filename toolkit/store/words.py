"""What strangers write becomes text that is safe to keep: of limited length, without what nobody can see."""

from __future__ import annotations

import unicodedata

from toolkit.errors import DiscloseError
from toolkit.source import HIDDEN

LONGEST = 2_000
LONGEST_LINE = 200


class Refused(DiscloseError):  # noqa: N818 - what was handed in is refused; nothing is broken
    """Something handed in that cannot be kept. `reason` is a word for programs, such as `too-long`."""

    def __init__(self, reason: str, message: str, help: str) -> None:
        super().__init__(message, help)
        self.reason = reason


def kept_text(text: str, most: int = LONGEST) -> str:
    """*text* as it is kept: lines end one way, characters that nobody sees are gone. Raises Refused if too long."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = HIDDEN.sub("", lines).strip()
    if len(plain) > most:
        raise Refused("too-long", f"the text has {len(plain):,} characters", f"write at most {most:,}")
    return plain


def kept_line(text: str, most: int = LONGEST_LINE) -> str:
    """The same on one line."""
    return kept_text(" ".join(text.split()), most)
