"""Pages of a PDF: drawn by PDFium in memory, one document at a time. No script runs, no form, no link."""

from __future__ import annotations

import math
import threading
import time

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from toolkit.vision.intake import left
from toolkit.vision.intake.answers import Limits, PictureRefused
from toolkit.vision.reading import Picture

#: The longest side of a page in points of 1/72 inch (ISO 32000-1, annex C.2).
LONGEST = 14_400
#: PDFium is not made for several threads.
_ONE_AT_A_TIME = threading.Lock()
_SECURITY_HANDLER_NONE = -1
_INFO = {"Author": "author", "Title": "text", "Subject": "text", "Keywords": "text", "Creator": "software",
         "Producer": "software", "CreationDate": "date", "ModDate": "date"}  # fmt: skip


def pages(data: bytes, limits: Limits) -> tuple[list[Picture], set[str]]:
    """Each page of *data* and what was left behind. Raises PictureRefused, and PdfiumError for broken documents."""
    with _ONE_AT_A_TIME:
        document = _opened(data)
        try:
            return _drawn(document, limits), _told(document) | left.of_document(data)
        finally:
            document.close()


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium_c.FPDF_ERR_PASSWORD:
            raise PictureRefused("encrypted") from None
        if error.err_code == pdfium_c.FPDF_ERR_SECURITY:
            raise PictureRefused("encrypted") from None
        raise PictureRefused("broken" if b"%%EOF" in data[-1024:] else "truncated") from None


def _drawn(document: pdfium.PdfDocument, limits: Limits) -> list[Picture]:
    late = time.monotonic() + limits.seconds
    found = []
    sizes = _sizes(document, limits)
    for number, scale in enumerate(_scales(sizes, limits)):
        if time.monotonic() > late:
            raise PictureRefused("too-slow", most=f"{limits.seconds:g}")
        page = document[number]
        drawn = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False, prefer_bgrx=False)
        found.append(np.array(drawn.to_numpy()[:, :, :3]))
        drawn.close()
        page.close()
    return found


def _sizes(document: pdfium.PdfDocument, limits: Limits) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    if len(document) > limits.pages:
        raise PictureRefused("too-many-pages", most=str(limits.pages))
    if not len(document):
        raise PictureRefused("broken")
    sizes = [document.get_page_size(number) for number in range(len(document))]
    if any(max(size) > LONGEST for size in sizes):
        raise PictureRefused("page-too-large")
    if not all(side > 0 and math.isfinite(side) for size in sizes for side in size):
        raise PictureRefused("broken")
    return sizes


def _scales(sizes: list[tuple[float, float]], limits: Limits) -> list[float]:
    """Pixels per point of each page: as many as asked for, or as many as fit."""
    scales = []
    for width, height in sizes:
        most = math.sqrt(limits.pixels * 0.99 / (width * height))
        scales.append(min(limits.dots / 72, most, (limits.side - 1) / max(width, height)))
    in_all = sum(width * height * scale**2 for (width, height), scale in zip(sizes, scales, strict=True))
    fit = min(1.0, math.sqrt(limits.pixels_in_all * 0.99 / in_all))
    return [scale * fit for scale in scales]


def _told(document: pdfium.PdfDocument) -> set[str]:
    told = {_INFO[key] for key in document.get_metadata_dict(skip_empty=True) if key in _INFO}
    if document.count_attachments():
        told.add("embedded-files")
    if pdfium_c.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        told.add("script")
    if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
        told.add("form")
    if pdfium_c.FPDF_GetSecurityHandlerRevision(document) != _SECURITY_HANDLER_NONE:
        told.add("restricted")
    return told
