"""Fingerprints of pictures: one of the exact pixels, one of how light and dark are spread."""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt
from PIL import Image

from toolkit.vision.reading import Picture

Bits = npt.NDArray[np.bool_]

#: Bits of 64 in which two pictures may differ and still count as nearly identical. Krawetz calls 1 to 10 "potentially
#: a variation"; half of that keeps two pictures of one still camera apart more often.
NEAR = 5


def pixel_hash(picture: Picture) -> str:
    """SHA-256 over size and pixels: the same for two files of the same picture, whatever their format and names."""
    return hashlib.sha256(f"{picture.shape}".encode() + picture.tobytes()).hexdigest()


def outline(picture: Picture) -> Bits:
    """The difference hash: for 8 by 8 places, whether it gets lighter to the right, shape (64,).

    Krawetz, "Kind of Like That", hackerfactor.com, 2013.
    """
    small = np.asarray(Image.fromarray(picture).convert("L").resize((9, 8), Image.Resampling.BILINEAR))
    return (small[:, 1:] > small[:, :-1]).ravel()


def near_pairs(outlines: npt.NDArray[np.bool_], parts: npt.NDArray[np.int64]) -> list[tuple[int, int]]:
    """Pairs of rows of *outlines*, shape (n, 64), that differ in at most `NEAR` bits and lie in different *parts*."""
    pairs = []
    for first in range(len(outlines) - 1):
        rest = slice(first + 1, None)
        apart = np.count_nonzero(outlines[rest] != outlines[first], axis=1)
        near = np.flatnonzero((apart <= NEAR) & (parts[rest] != parts[first]))
        pairs += [(first, first + 1 + int(second)) for second in near]
    return pairs
