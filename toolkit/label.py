"""The only door to pikepdf: what a sign's PDF says of itself among its keywords."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import UsageError

#: As the sign was labelled when it was set: code and short hash.
LABEL = re.compile(r"\bdisclose:([a-hjkmnp-z2-9]{4,8}):([0-9a-f]{4,64})\b")
#: A sign is a few hundred kilobytes; larger files are not looked into.
MAX_BYTES = 50_000_000


class Label(NamedTuple):
    """A code and the first digits of the hash over what stands on the sign."""

    code: str
    short: str


def read_label(path: Path) -> Label | None:
    """The label of a PDF, None where it carries none. Raises UsageError where the file is no readable PDF."""
    import pikepdf

    advice = "name a sign's PDF, a file of posted/, or a code such as k7m2"
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageError(f"{path} is larger than 50 MB", advice)
        with pikepdf.open(path) as pdf:
            words = pdf.docinfo.get("/Keywords") if pdf.docinfo is not None else None
            found = LABEL.search(str(words)[:10_000]) if words is not None else None
    except (pikepdf.PdfError, pikepdf.PasswordError, OSError, ValueError, TypeError) as error:
        raise UsageError(f"{path} cannot be read as a PDF", advice) from error
    return Label(found[1], found[2]) if found else None
