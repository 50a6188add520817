"""Pictures of a corpus: which files are pictures, how large they are, and their pixels."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from toolkit.errors import DiscloseError
from toolkit.evaluate.truth import Canvas
from toolkit.vision.reading import Picture

SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp")
#: Where packages keep the pictures of their wheel.
PACKAGES = {"scikit-image": ("skimage", "data")}
MAX_PIXELS = 100_000_000
#: EXIF's orientation, and its values for pictures that lie on their side.
ORIENTATION, ON_ITS_SIDE = 274, range(5, 9)


class PictureError(DiscloseError):
    """A file of a corpus is no picture that can be decoded."""


def in_package(package: str) -> dict[str, Path]:
    """The pictures that *package* carries by name; none where it is not installed. Nothing is fetched or imported."""
    module, folder = PACKAGES[package]
    found = importlib.util.find_spec(module)
    if found is None or found.origin is None:
        return {}
    files = sorted(Path(found.origin).parent.joinpath(folder).glob("*"))
    return {path.stem: path for path in files if path.suffix in SUFFIXES}


def canvas(path: Path) -> Canvas:
    """The size of a picture, upright, from its head alone. Raises PictureError where it cannot be read."""
    with _opened(path) as image:
        width, height = image.size
        if image.getexif().get(ORIENTATION) in ON_ITS_SIDE:
            width, height = height, width
        dpi = image.info.get("dpi")
    return Canvas(width, height, float(dpi[0]) if dpi and dpi[0] > 0 else None)


def decode(path: Path) -> Picture:
    """The pixels of a picture, height by width by 3, upright, what is transparent over white.

    Raises PictureError where the file cannot be read, is no picture, holds several, or is larger than 100 megapixels.
    """
    with _opened(path) as image:
        upright = ImageOps.exif_transpose(image)
        if upright.has_transparency_data:
            clear = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear)
        if upright.mode.startswith("I"):
            deep = np.asarray(upright, dtype=np.float64)
            upright = Image.fromarray((deep / 257).round().clip(0, 255).astype(np.uint8))
        return np.asarray(upright.convert("RGB"), dtype=np.uint8)


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """An open picture; whatever goes wrong with it becomes a PictureError."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as image:
            if getattr(image, "n_frames", 1) > 1:
                raise PictureError(f"{path.name} holds several pictures", "save each in a file of its own")
            if image.width * image.height > MAX_PIXELS:
                size = f"{path.name} has {image.width} by {image.height} pixels"
                raise PictureError(size, "the most is 100 megapixels; make it smaller")
            yield image
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        message = f"{path.name} cannot be decoded: {error}"
        raise PictureError(message, f"check that it is a picture that ends with {', '.join(SUFFIXES)}") from error
