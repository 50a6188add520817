"""Files from strangers in, upright pictures out: told apart by content, within limits, in memory only.

`take` reads in this process. It looks at sizes before anything is decoded, and at the clock between pages; a decoder in
C cannot be stopped in the middle. `toolkit.vision.intake.guarded.take_guarded` gives the same answers from another
process with hard limits on time, memory and files: use it for whatever comes from outside.
"""

from __future__ import annotations

from toolkit.vision.intake import left, paper, raster
from toolkit.vision.intake.answers import REASONS, TOLD, Intake, Limits, PictureRefused
from toolkit.vision.intake.sniff import sniff

__all__ = ["REASONS", "TOLD", "Intake", "Limits", "PictureRefused", "take"]


def take(data: bytes, *, limits: Limits = Limits()) -> Intake:  # noqa: B008 - it cannot be changed
    """The pages of a file, upright, without anything that was stored beside the pixels.

    PNG, JPEG, WebP, BMP, TIFF and PDF, told apart by content. Of moving pictures the first frame is taken. What was
    left behind is told in the answer.

    Raises PictureRefused, and nothing else, for files that are too large, damaged, locked, of another format, or two
    things at once.
    """
    if not data:
        raise PictureRefused("empty")
    if len(data) > limits.bytes:
        found, most = f"{len(data) / 1e6:,.1f}", f"{limits.bytes / 1e6:g}"
        raise PictureRefused("too-many-bytes", found=found, most=most)
    try:
        layout = sniff(data)
        told = left.of_bytes(data, layout)
        found_pages, more = paper.pages(data, limits) if layout.format == "pdf" else raster.pages(data, layout, limits)
    except PictureRefused:
        raise
    except Exception as error:  # noqa: BLE001 - decoders raise anything on damaged files; the tests feed hundreds
        raise raster.refusal(error, limits) from None
    if not found_pages:
        raise PictureRefused("broken")
    for page in found_pages:
        page.flags.writeable = False
    return Intake(tuple(found_pages), layout.format, left.ordered(told | more))
