"""Plain text beside the picture: one line for each line of the picture."""

from __future__ import annotations

from toolkit.evaluate.truth.shape import Canvas, Truth, decoded, truth_of, unplaced


def read(data: bytes, canvas: Canvas) -> Truth:  # noqa: ARG001 - all readers are called alike
    """The lines that are not empty, words with one space between them. Raises LineError where the text is no UTF-8."""
    return truth_of(unplaced(line) for line in decoded(data).splitlines())
