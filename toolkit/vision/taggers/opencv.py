"""Tags from the detectors that come with OpenCV below version 5, and from measures of the whole picture.

Eyes are looked for everywhere, not only inside faces: a mask or a turned head hides the face from its cascade while an
eye can still be seen, and whoever sets pictures of people aside wants to know. The price is false eyes on small dark
spots; a threshold or the block list takes them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np

from toolkit.vision.reading import Box, Picture, Tag, Tagging
from toolkit.vision.taggers.detectors import LABELS, LONG_SIDE, LONG_SIDE_OF_CODES
from toolkit.vision.taggers.properties import Grey, properties


class Cascade(NamedTuple):
    """A file of OpenCV, and how its answers become scores.

    The answer is the sum of the last stage of the cascade. With m as that sum above `floor`, the score is
    m / (m + half): 0 at the floor, 0.5 at `half`, never 1. It rises with the answer and is no probability; the scores
    of two cascades cannot be compared.
    """

    label: str
    file: str
    floor: float
    """The threshold of the last stage; 0 for bodies, whose files put it at -31 so that it stops nothing."""
    half: float
    """Between what was right and what was wrong in the pictures that scikit-image ships. For bodies and cats these
    hold too few, so that it only lies above the false answers, such as people taken for cats.
    """
    mirrored: bool = False
    """Whether it learned one side only and looks at the mirror image too."""


CASCADES = (
    Cascade("face", "frontalface_default", -2.9928, 7),
    Cascade("face in profile", "profileface", -1.2740, 2.5, mirrored=True),
    Cascade("eye", "eye", -0.9775, 2.5),
    Cascade("cat face", "frontalcatface", -1.3102, 4),
    Cascade("full body", "fullbody", 0, 1.5),
    Cascade("upper body", "upperbody", 0, 1.5),
)
#: Where OpenCV keeps its cascades.
FOLDER = Path(cv2.__file__).with_name("data")
#: Each size searched is a tenth larger than the last; three windows must agree.
STEP, AGREEING = 1.1, 3
#: Codes are looked for in the picture and in smaller ones, by what its sides are divided by.
PARTS = (1, 2, 4)
#: Width and height of the window of the detector for people.
WINDOW = (64, 128)
#: Boxes of one label that share more than this of their common area are one.
SAME = 0.3


class Code(NamedTuple):
    """A QR code or bar code: its label, what it holds (empty where it could not be read), and where it is."""

    label: str
    content: str
    box: Box


class OpenCV:
    """The tagger `opencv`. It holds nothing between two pictures, so that it can be used from many threads."""

    name = "opencv"
    version: str = cv2.__version__
    labels = LABELS

    def tag(self, image: Picture) -> Tagging:
        """Every answer of every detector and measure for *image*, the highest score first."""
        cv2.setNumThreads(1)
        small = _at_most(image, LONG_SIDE)
        grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
        found = [*(tag for cascade in CASCADES for tag in _faces_and_bodies(grey, cascade)), *_people(grey)]
        tags = [tag._replace(box=_placed(tag.box, small, image)) for tag in found if tag.box]
        tags += [Tag(code.label, float(code.content != ""), code.box) for code in codes(image)]
        tags += properties(small)
        return Tagging(tuple(sorted(tags, key=_order)), self.name, self.version)


def codes(image: Picture) -> tuple[Code, ...]:
    """The QR codes and bar codes in *image*. Nobody has checked what a code holds: show it, never open it."""
    cv2.setNumThreads(1)
    small = _at_most(image, LONG_SIDE_OF_CODES)
    readers = (("QR code", cv2.QRCodeDetector()), ("bar code", cv2.barcode.BarcodeDetector()))
    return tuple(code for label, reader in readers for code in _codes(label, reader, small, image))


def _codes(label: str, reader: Any, small: Picture, image: Picture) -> list[Code]:
    """What *reader* reads at the first size of *small* at which it reads anything, else what it finds without reading;
    it misses clean codes at one size that it reads at half of it.
    """
    unread: list[Code] = []
    for part in PARTS:
        seen = _at_most(small, max(1, max(small.shape[:2]) // part))
        contents, corners = _read_codes(reader, cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY))
        boxes = (cv2.boundingRect(np.asarray(each, np.float32).reshape(-1, 1, 2)) for each in corners)
        found = [Code(label, text, _placed(Box(*box), seen, image)) for text, box in zip(contents, boxes, strict=True)]
        if any(code.content for code in found):
            return found
        unread = unread or found
    return unread


def _read_codes(reader: Any, grey: Grey) -> tuple[Sequence[str], Sequence[Any]]:
    """Contents and corners. OpenCV 4.14 gives up on some blurred pages (`kmeans` without a point); there it found
    nothing.
    """
    try:
        _, contents, corners, _ = reader.detectAndDecodeMulti(grey)
    except cv2.error:
        return (), ()
    return (contents, corners) if contents else ((), ())


def _faces_and_bodies(grey: Grey, cascade: Cascade) -> list[Tag]:
    """What one cascade answers; OpenCV gives the sum of the last stage as the weight of a box."""
    classifier = cv2.CascadeClassifier(str(FOLDER / f"haarcascade_{cascade.file}.xml"))
    found = []
    for mirrored in (False, True)[: 1 + cascade.mirrored]:
        seen = cv2.flip(grey, 1) if mirrored else grey
        boxes, _, weights = classifier.detectMultiScale3(
            seen, scaleFactor=STEP, minNeighbors=AGREEING, outputRejectLevels=True
        )
        for (left, top, width, height), weight in zip(boxes, np.ravel(weights), strict=True):
            start = grey.shape[1] - left - width if mirrored else left
            box = Box(int(start), int(top), int(width), int(height))
            found.append(Tag(cascade.label, _score(float(weight) - cascade.floor, cascade.half), box))
    return _merged(found)


def _people(grey: Grey) -> list[Tag]:
    """Standing people by the edge pattern that comes with OpenCV (Dalal and Triggs, Histograms of oriented gradients
    for human detection, CVPR 2005). Half of the score lies at 1, the margin of its classifier.
    """
    if grey.shape[1] < WINDOW[0] or grey.shape[0] < WINDOW[1]:
        return []  # OpenCV 4.14 writes past its memory for a picture that is smaller than the window
    detector = cv2.HOGDescriptor()
    detector.setSVMDetector(np.asarray(cv2.HOGDescriptor.getDefaultPeopleDetector(), np.float32))
    boxes, weights = detector.detectMultiScale(grey, winStride=(8, 8), padding=(8, 8), scale=1.05)
    scored = zip(boxes, np.ravel(weights), strict=True)
    return _merged([Tag("person", _score(float(weight), 1), Box(*map(int, box))) for box, weight in scored])


def _score(margin: float, half: float) -> float:
    margin = max(0.0, margin)
    return round(margin / (margin + half), 4)


def _merged(tags: Sequence[Tag]) -> list[Tag]:
    """The best of the tags that lie on one spot (non-maximum suppression), without those that score 0."""
    boxes = [tag.box for tag in tags if tag.box]
    kept = cv2.dnn.NMSBoxes(boxes, [tag.score for tag in tags], 0, SAME) if boxes else ()
    return [tags[index] for index in kept]


def _at_most(image: Picture, side: int) -> Picture:
    """*image*, made smaller where its long side has more than *side* pixels."""
    height, width = image.shape[:2]
    factor = side / max(height, width)
    if factor >= 1:
        return np.ascontiguousarray(image)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), np.uint8)


def _placed(box: Box, small: Picture, image: Picture) -> Box:
    """*box* of the smaller picture in the whole one, inside its edges."""
    height, width = image.shape[:2]
    across, down = width / small.shape[1], height / small.shape[0]
    left, top = min(max(0, round(box.left * across)), width - 1), min(max(0, round(box.top * down)), height - 1)
    right = min(max(left + 1, round((box.left + box.width) * across)), width)
    bottom = min(max(top + 1, round((box.top + box.height) * down)), height)
    return Box(left, top, right - left, bottom - top)


def _order(tag: Tag) -> tuple[float, str, Box]:
    return -tag.score, tag.label, tag.box or Box(0, 0, 0, 0)
