"""Fourteen ways in which pictures get worse in life, each at five levels, with the same pixels for the same seed.

`DEGRADATIONS` is the table; limitations in `services/` name its keys. Lengths are in proportion to the diagonal of the
picture, so that a level looks the same on a small and on a large one. All but three keep all things where they
are: `skew`, `perspective` and `quarter-turn` give a picture of another size, and `moved` says where each point went.

    picture = degrade(clear, "skew", level=3, seed=7)
    matrix = moved("skew", level=3, seed=7, size=clear.shape[:2])
    boxes = [carried(word.box, matrix) for word in truth]
"""

from __future__ import annotations

from toolkit.vision.degradations.blur import DEFOCUS, MOTION_BLUR
from toolkit.vision.degradations.exposure import LOW_LIGHT, NOISE
from toolkit.vision.degradations.file import JPEG, LOW_RESOLUTION
from toolkit.vision.degradations.lighting import GLARE, LOW_CONTRAST, UNEVEN_LIGHT
from toolkit.vision.degradations.position import PERSPECTIVE, QUARTER_TURN, SKEW
from toolkit.vision.degradations.record import LEVELS, LONGEST, Degradation, Matrix, Size, carried
from toolkit.vision.degradations.surface import OCCLUSION, STAIN
from toolkit.vision.reading import Picture

__all__ = ["DEGRADATIONS", "LEVELS", "LONGEST", "Degradation", "carried", "degrade", "moved"]

#: Every degradation by its id.
DEGRADATIONS: dict[str, Degradation] = {
    each.id: each
    for each in (
        DEFOCUS,
        MOTION_BLUR,
        NOISE,
        LOW_LIGHT,
        GLARE,
        LOW_CONTRAST,
        JPEG,
        LOW_RESOLUTION,
        SKEW,
        PERSPECTIVE,
        UNEVEN_LIGHT,
        STAIN,
        QUARTER_TURN,
        OCCLUSION,
    )
}


def degrade(picture: Picture, id: str, level: int, seed: int = 0) -> Picture:
    """*picture* made worse by the degradation *id* at *level* 0 to 5. See `Degradation.apply`."""
    return DEGRADATIONS[id].apply(picture, level, seed)


def moved(id: str, level: int, seed: int, size: Size) -> Matrix:
    """The 3 by 3 matrix by which `degrade` moves points of a picture of *size* (height, width) in pixels.

    A point is (across, down, 1) from the upper left corner of the upper left pixel; divide what comes out by its third
    number. The identity unless the degradation tilts or turns.
    """
    return DEGRADATIONS[id].moved(level, seed, size)
