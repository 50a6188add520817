"""How large type and codes must be to be read from a distance. Lengths in millimetres, distances in metres."""

from __future__ import annotations

from typing import Literal

Profile = Literal["din-4844-1", "ada-703"]

#: Divisor of the reading distance for text, DIN 4844-1 as makers of signs report it; the standard itself was not seen.
DIN_TEXT = 300
#: The smallest print on anything, in points.
SMALL_PRINT = 6.0
#: A code at hand distance: DTPR, signage guidelines (at least 2 cm); dots of at least 0.4 mm.
CODE_LEAST, MODULE_LEAST = 20.0, 0.4
#: Light modules around a code (Denso Wave: four on each side).
QUIET = 4
POINT = 25.4 / 72
INCH = 25.4


def letter_height(profile: Profile, distance: float, baseline: float = 1.5) -> float:
    """The least height of a capital to be read at *distance*, with its baseline *baseline* metres above the floor.

    >>> letter_height("din-4844-1", 3)
    10.0
    >>> round(letter_height("ada-703", 3, baseline=1.5), 1)
    28.3
    """
    return distance * 1000 / DIN_TEXT if profile == "din-4844-1" else _ada(distance, baseline)


def _ada(distance: float, baseline: float) -> float:
    """2010 ADA Standards, 703.5.5, in its own millimetres: height by baseline above the floor and viewing distance."""
    far, above = distance * 1000 / INCH, baseline * 1000 / INCH
    least, near = (16, 72) if above <= 70 else (51, 180) if above <= 120 else (75, 252)
    feet_beyond = max(0.0, far - near) / 12
    return least + 3.2 * feet_beyond


def type_size(height: float, ratio: float) -> float:
    """The type size in points whose measuring letter is *height* tall; *ratio* is that letter's part of the size."""
    return height / ratio / POINT


def code_width(distance: float, modules: int) -> float:
    """The least width of a code, without its quiet zone, that a phone reads from *distance*: a tenth of it, at least
    20 mm, and no module smaller than 0.4 mm. *modules* is the number of modules along one side.

    >>> code_width(0.5, 29), code_width(0.1, 29), code_width(0.1, 57)
    (50.0, 20.0, 22.8)
    """
    return round(max(distance * 100, CODE_LEAST, modules * MODULE_LEAST), 3)
