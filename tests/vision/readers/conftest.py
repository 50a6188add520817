"""Pictures of text, drawn with the typefaces that `make` installs."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from toolkit import fonts


@pytest.fixture
def draw():
    """Draws lines, each given as (left, top, text), in black on white."""

    def drawn(width, height, *lines, size=24, language="en"):
        image = Image.new("RGB", (width, height), "white")
        face = fonts.face(language)
        font = ImageFont.truetype(fonts.paths([face])[0], size, index=face.number)
        for left, top, text in lines:
            ImageDraw.Draw(image).text((left, top), text, font=font, fill="black")
        return np.asarray(image)

    return drawn
