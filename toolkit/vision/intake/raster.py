"""Pages of PNG, JPEG, WebP, BMP and TIFF: decoded by Pillow, turned upright, laid on white."""

from __future__ import annotations

import io
import re
import time
import warnings
from collections.abc import Iterator

import numpy as np
from PIL import ExifTags, Image, ImageCms, ImageFile

from toolkit.vision.intake import left
from toolkit.vision.intake.answers import Limits, PictureRefused
from toolkit.vision.intake.sniff import Layout
from toolkit.vision.reading import Picture

#: What turns a picture upright, by its orientation (EXIF 3.0, 4.6.5.1.1).
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
#: Bit of NewSubfileType (TIFF 6.0) that says: a smaller copy of another page.
_SMALLER_COPY = 1
_DEEP = {"I;16", "I;16B", "I;16L", "I;16N", "I", "F"}


def pages(data: bytes, layout: Layout, limits: Limits) -> tuple[list[Picture], set[str]]:
    """Each page of *data* and what was left behind. Raises PictureRefused, and what Pillow raises for broken files."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = Image.open(io.BytesIO(data), formats=[layout.format.upper()])
        many = layout.format == "tiff"
        told: set[str] = {"more-pictures"} if image.format == "MPO" else set()
        if not many and getattr(image, "is_animated", False) and image.format != "MPO":
            told.add("animation")
        found: list[Picture] = []
        for frame in _frames(image, limits) if many else (image,):
            if found and _is_smaller_copy(frame):
                told.add("thumbnail")
                continue
            room = limits.pixels_in_all - sum(page.shape[0] * page.shape[1] for page in found)
            _refuse_large(frame.size, room, limits)
            frame.load()
            told |= left.of_picture(frame)
            found.append(_upright(frame))
    return found, told


def _frames(image: ImageFile.ImageFile, limits: Limits) -> Iterator[Image.Image]:
    """Each page of a TIFF in turn, as the same object."""
    late = time.monotonic() + limits.seconds
    for number in range(limits.pages + 1):
        try:
            image.seek(number)
        except EOFError:
            return
        if number == limits.pages:
            raise PictureRefused("too-many-pages", most=str(limits.pages))
        if time.monotonic() > late:
            raise PictureRefused("too-slow", most=f"{limits.seconds:g}")
        yield image


def _is_smaller_copy(image: Image.Image) -> bool:
    kind = getattr(image, "tag_v2", {}).get(ExifTags.Base.NewSubfileType, 0)
    return isinstance(kind, int) and bool(kind & _SMALLER_COPY)


def _refuse_large(size: tuple[int, int], room: int, limits: Limits) -> None:
    """Before anything is decoded."""
    width, height = size
    if width * height > limits.pixels:
        raise _too_many(width * height, limits)
    if max(size) > limits.side:
        raise PictureRefused("too-long", found=f"{max(size):,}", most=f"{limits.side:,}")
    if width * height > room:
        raise PictureRefused("too-many-pixels-in-all", most=f"{limits.pixels_in_all / 1e6:g}")


def _upright(image: Image.Image) -> Picture:
    """The loaded picture in red, green and blue, turned as its orientation says."""
    turn = _UPRIGHT.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    seen = _coloured(image)
    return np.asarray(seen if turn is None else seen.transpose(turn), dtype=np.uint8)


def _coloured(image: Image.Image) -> Image.Image:
    if image.mode in _DEEP:
        return Image.fromarray(_shallow(image)).convert("RGB")
    if image.mode == "LAB":
        lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, lab, rgb, outputMode="RGB") or image.convert("RGB")
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        on_white = Image.new("RGB", image.size, "white")
        on_white.paste(seen, mask=seen.getchannel("A"))
        return on_white
    return image if image.mode == "RGB" else image.convert("RGB")


def _shallow(image: Image.Image) -> Picture:
    """Eight bits of deep grey. 16 bits are divided by 257; other numbers, which have no agreed white, are stretched."""
    values = np.nan_to_num(np.array(image, dtype=np.float32), posinf=0, neginf=0)
    low, high = (0.0, 65_535.0) if image.mode.startswith("I;16") else (float(values.min()), float(values.max()))
    values -= low
    values *= 255 / max(high - low, 1e-30)
    return np.rint(np.clip(values, 0, 255)).astype(np.uint8)


#: Words in the messages of Pillow, for files whose end is missing and for parts that unfold to too much.
_CUT = ("truncated", "Truncated", "unexpected end", "not enough image data", "buffer is not large enough")
_UNFOLDS = ("Decompressed data too large", "Too much memory used in text chunks")


def refusal(error: Exception, limits: Limits) -> PictureRefused:
    """The answer to a file that raised *error*."""
    words = str(error)
    if isinstance(error, MemoryError):
        return PictureRefused("too-heavy")
    if isinstance(error, Image.DecompressionBombError):
        # Pillow has a limit of its own, and its message begins with the number of pixels.
        return _too_many(int("".join(re.findall(r"\d+", words)[:1])), limits)
    if any(sign in words for sign in _UNFOLDS):
        return PictureRefused("unfolds")
    if isinstance(error, EOFError) or any(sign in words for sign in _CUT):
        return PictureRefused("truncated")
    return PictureRefused("broken")


def _too_many(pixels: int, limits: Limits) -> PictureRefused:
    return PictureRefused("too-many-pixels", found=f"{pixels / 1e6:,.0f}", most=f"{limits.pixels / 1e6:g}")
