"""Detectors that come with OpenCV: what they find, where, and that no picture stops them."""

from __future__ import annotations

import io
import subprocess
import sys
from itertools import pairwise

import cv2
import numpy as np
import pytest
import segno
import skimage.data
from PIL import Image

from toolkit.vision.reading import Box, Tag
from toolkit.vision.taggers import TAGGERS, opencv
from toolkit.vision.taggers.detectors import COLOURS, DETECTORS, LABELS
from toolkit.vision.taggers.opencv import Code, OpenCV, codes
from toolkit.vision.taggers.properties import PALETTE

#: The bars of EAN-13 4006381333931 (the example of the GS1 and Wikipedia articles on EAN-13), one digit a module.
EAN = "10100011010100111010111101111010001001011001101010100001010000101000010111010010000101100110101"


@pytest.fixture(scope="module")
def astronaut():
    """What is found in a public-domain portrait."""
    return OpenCV().tag(skimage.data.astronaut())


def test_astronaut(astronaut):
    """A face from the front with two eyes, each above one half; the helmet is no person above it."""
    sure = [(tag.label, tag.box) for tag in astronaut.tags if tag.box and tag.score >= 0.5]
    assert [label for label, _ in sure] == ["eye", "eye", "face"]
    face = sure[2][1]
    assert face.left in range(165, 190)
    assert face.top in range(55, 80)
    for _, eye in sure[:2]:
        assert face.left < eye.left < face.left + face.width
    assert (astronaut.tagger, astronaut.version) == ("opencv", cv2.__version__)


def test_order(astronaut):
    """The highest score first; every label is one of those that the tagger names."""
    assert all(before.score >= after.score for before, after in pairwise(astronaut.tags))
    assert {tag.label for tag in astronaut.tags} <= set(LABELS)


def test_same_picture_same_tags():
    """Two runs give the same tags in the same order, also from an array that cannot be written to or lies apart."""
    picture = skimage.data.astronaut()[:200, 130:330]
    apart = np.repeat(picture, 2, axis=1)[:, ::2]
    apart.flags.writeable = False
    assert OpenCV().tag(apart) == OpenCV().tag(picture)


def test_profile():
    """A face from the side that looks to the right is found in the mirror image and placed in the picture itself."""
    picture = np.dstack([skimage.data.camera()] * 3)[:256]
    [best, *_] = [tag for tag in OpenCV().tag(picture).tags if tag.label == "face in profile"]
    assert best.box.left in range(165, 195)
    assert best.box.top in range(85, 115)


def test_large_picture(monkeypatch):
    """Boxes of a picture that was made smaller lie in the large one."""
    monkeypatch.setattr(opencv, "LONG_SIDE", 256)
    face = next(tag for tag in OpenCV().tag(skimage.data.astronaut()).tags if tag.label == "face")
    assert face.box.left in range(160, 195)
    assert face.box.width in range(80, 115)


def test_people_as_cats():
    """A known limit, so that nobody forgets it: the detector for cats answers to people, below one half here."""
    face = (np.load(f"{skimage.data.__path__[0]}/lfw_subset.npy")[60] * 255).astype(np.uint8)
    larger = np.asarray(Image.fromarray(face).resize((100, 100), Image.Resampling.BICUBIC))
    scores = {tag.label: tag.score for tag in OpenCV().tag(np.dstack([np.pad(larger, 30, "edge")] * 3)).tags}
    assert scores["face"] > 0.5 > scores["cat face"] > 0.3


def test_qr_code():
    """A code that is read has the score 1, and its content is given apart from the tags."""
    picture = _qr("https://example.org/a", scale=6)
    assert codes(picture) == (Code("QR code", "https://example.org/a", Box(24, 24, 150, 150)),)
    assert Tag("QR code", 1.0, Box(24, 24, 150, 150)) in OpenCV().tag(picture).tags


def test_two_qr_codes():
    """Several codes in one picture."""
    picture = np.hstack([_qr("one", scale=5), _qr("two", scale=5)])
    assert sorted(code.content for code in codes(picture)) == ["one", "two"]


def test_unreadable_qr_code():
    """A code whose middle is covered is found and not read: a score of 0."""
    picture = _qr("https://example.org/a", scale=6)
    picture[70:130, 70:130] = 128
    assert [(code.label, code.content) for code in codes(picture)] == [("QR code", "")]
    assert [tag.score for tag in OpenCV().tag(picture).tags if tag.label == "QR code"] == [0.0]


def test_bar_code():
    """The number of a product."""
    row = np.array([255 - 255 * int(bar) for bar in "0" * 12 + EAN + "0" * 12], np.uint8).repeat(3)
    picture = np.dstack([np.pad(np.tile(row, (120, 1)), 100, constant_values=255)] * 3)
    assert [(code.label, code.content) for code in codes(picture)] == [("bar code", "4006381333931")]


def _qr(content, scale):
    file = io.BytesIO()
    segno.make(content, micro=False).save(file, kind="png", scale=scale, border=4)
    return np.array(Image.open(file).convert("RGB"))


SIZES = [(1, 1), (1, 3000), (3000, 1), (19, 19), (127, 64), (128, 63), (128, 64), (3000, 40)]


def test_odd_pictures():
    """Pictures of one pixel, thin, black, white or of noise have tags without boxes, or boxes that lie inside. In a
    process of its own, since OpenCV does not raise but dies where it writes past its memory.
    """
    code = """
import numpy as np
from toolkit.vision.taggers.opencv import OpenCV
for height, width in {sizes}:
    noise = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    for picture in (np.zeros_like(noise), np.full_like(noise, 255), noise):
        for tag in OpenCV().tag(picture).tags:
            assert 0 <= tag.score <= 1
            box = tag.box
            assert box is None or (0 <= box.left < box.left + box.width <= width)
            assert box is None or (0 <= box.top < box.top + box.height <= height)
"""
    done = subprocess.run([sys.executable, "-c", code.format(sizes=SIZES)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        (0, [("black and white", 1.0), ("colour black", 1.0), ("dark", 1.0)]),
        (255, [("black and white", 1.0), ("bright", 1.0), ("colour white", 1.0)]),
    ],
)
def test_blank_pictures(value, tags):
    """All black and all white are said to be that, and nothing else."""
    found = OpenCV().tag(np.full((200, 200, 3), value, np.uint8)).tags
    assert [(tag.label, tag.score) for tag in found] == tags


def test_detectors():
    """Each label stands once, with a name and limits in whole sentences; the palette holds the colours named."""
    assert len(set(LABELS)) == len(LABELS) == 27
    for detector in DETECTORS:
        assert detector.name
        assert detector.limits
        assert all(limit.endswith(".") for limit in detector.limits)
    assert tuple(PALETTE) == COLOURS


def test_table(tmp_path):
    """The table gives a tagger by its name."""
    assert TAGGERS["opencv"](None).labels == LABELS
    with pytest.raises(Exception, match="takes no model"):
        TAGGERS["opencv"](tmp_path)
    with pytest.raises(Exception, match="needs a model"):
        TAGGERS["onnx"](None)
