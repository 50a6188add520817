"""Pictures that are drawn, and training folders that hold them."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

YAML = """\
name: patterns
source: Drawn for a test
licence: CC0 1.0
people_shown: false
purposes:
  - {id: teaching, text: To teach.}
  - {id: trying, text: To try.}
labels:
  - {name: striped, folder: striped}
  - {name: dotted, folder: dotted}
"""


def striped(number):
    """Stripes of a width and a place of their own, with noise; 60 by 80 pixels."""
    noise = np.random.default_rng(number).integers(0, 40, (60, 80, 3))
    columns = (np.arange(80) // (3 + number % 3)) % 2 * 150
    return (noise + columns[None, :, None] + number).astype(np.uint8)


def dotted(number):
    """Dots on a grid, with noise; 60 by 80 pixels."""
    noise = np.random.default_rng(100 + number).integers(0, 40, (60, 80, 3))
    rows, columns = np.mgrid[:60, :80]
    dots = ((rows % (6 + number % 3) < 3) & (columns % 8 < 3)) * 150
    return (noise + dots[..., None] + number).astype(np.uint8)


@pytest.fixture
def patterns():
    """How to draw the pictures of two tags."""
    return {"striped": striped, "dotted": dotted}


@pytest.fixture
def patterns_yaml():
    """A `training.yml` without a problem: two tags with folders, two purposes."""
    return YAML


@pytest.fixture
def make_folder(tmp_path):
    """Writes a training folder with so many drawn pictures of each tag, and gives it."""

    def make(yaml=YAML, striped_ones=5, dotted_ones=5):
        folder = tmp_path / "patterns"
        for name, draw, count in (("striped", striped, striped_ones), ("dotted", dotted, dotted_ones)):
            (folder / name).mkdir(parents=True)
            for number in range(count):
                Image.fromarray(draw(number)).save(folder / name / f"{number}.png")
        (folder / "training.yml").write_text(yaml, "utf-8")
        return folder

    return make
