"""What whole pictures are like: photographs that scikit-image ships, and pages and drawings made here."""

from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
import skimage.data
from PIL import Image, ImageDraw, ImageFont

from toolkit import fonts
from toolkit.vision.taggers import properties as measures
from toolkit.vision.taggers.properties import properties


def above(picture):
    """The labels with a score from one half on, without colours."""
    return {tag.label for tag in properties(picture) if tag.score >= 0.5 and not tag.label.startswith("colour ")}


def grey(picture):
    return np.dstack([picture] * 3)


def drawing():
    image = Image.new("RGB", (400, 300), "white")
    draw = ImageDraw.Draw(image)
    draw.ellipse((50, 50, 200, 200), fill="red", outline="black", width=4)
    draw.rectangle((225, 75, 350, 250), fill="#3388ff", outline="black", width=4)
    return np.asarray(image)


def page(ink="black", paper="white", size=18):
    image = Image.new("RGB", (600, 800), paper)
    draw = ImageDraw.Draw(image)
    for line in range(20):
        words = "The quick brown fox jumps over the lazy dog again"
        draw.text((40, 40 + 34 * line), words, fill=ink, font=ImageFont.load_default(size))
    return np.asarray(image)


def jpeg(picture, quality):
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return np.asarray(Image.open(file).convert("RGB"))


@pytest.mark.parametrize(
    ("picture", "labels"),
    [
        (skimage.data.astronaut(), {"photograph"}),
        (grey(skimage.data.camera()), {"photograph", "black and white"}),
        (skimage.data.chelsea(), {"photograph"}),
        (skimage.data.coffee(), {"photograph"}),
        (skimage.data.rocket(), {"photograph", "dark"}),
        (grey(skimage.data.page()), {"photograph", "black and white", "contains text"}),
        (drawing(), {"drawing", "bright"}),
        (jpeg(drawing(), 75), {"drawing", "bright"}),
        (page(), {"drawing", "bright", "black and white", "contains text"}),
        (page("white", "navy"), {"drawing", "dark", "contains text"}),
    ],
    ids=["astronaut", "camera", "chelsea", "coffee", "rocket", "page", "drawing", "jpeg", "text", "light-text"],
)
def test_labels(picture, labels):
    """What a person would say of it."""
    assert above(picture) == labels


@pytest.mark.parametrize("picture", [skimage.data.coffee(), skimage.data.astronaut(), grey(skimage.data.camera())])
def test_blur(picture):
    """A Gaussian blur of three pixels is seen on sharp photographs, and the score only rises with it."""
    scores = [
        next((tag.score for tag in properties(cv2.GaussianBlur(picture, (0, 0), sigma)) if tag.label == "blurred"), 0)
        for sigma in (0.1, 1, 2, 3)
    ]
    assert scores[0] < 0.05
    assert scores[3] == 1
    assert scores == sorted(scores)


def test_known_limits():
    """What the detectors say they get wrong: coins in rows are no text, handwriting is."""
    assert "contains text" in above(grey(skimage.data.coins()))
    assert "contains text" not in above(grey(skimage.data.text()))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "هذا نص قصير عن الصورة التي قرأتها الآلة"),
        ("hi", "यह मशीन द्वारा पढ़े गए चित्र का पाठ है"),
        ("zh-Hans", "这是关于机器读取的图片的一段短文本"),
    ],
)
def test_text_in_other_scripts(language, words):
    """Letters that join or hang on a line are text as well."""
    image = Image.new("RGB", (600, 400), "white")
    typeface = ImageFont.truetype(fonts.paths([fonts.face(language)])[0], 28)
    for line in range(7):
        ImageDraw.Draw(image).text((40, 30 + 50 * line), words, fill="black", font=typeface)
    assert "contains text" in above(np.asarray(image))


def test_numbers():
    """The measures by hand: grey has no colour; black has lightness 0, white 100; one of four pixels is like both."""
    red, mid = np.full((4, 4, 3), (255, 0, 0), np.uint8), np.full((4, 4, 3), 128, np.uint8)
    assert measures.colourfulness(mid) == 0
    assert measures.colourfulness(red) == pytest.approx(0.3 * np.hypot(255, 127.5))
    assert [measures.lightness(np.full((4, 4, 3), value, np.uint8)) for value in (0, 255)] == [0, 100]
    assert (
        measures.evenness(np.array([[[1], [1], [2]], [[1], [3], [2]], [[4], [3], [2]]], np.uint8).repeat(3, 2)) == 0.25
    )


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ((0, 0, 0), "black"),
        ((255, 255, 255), "white"),
        ((128, 128, 128), "grey"),
        ((200, 10, 20), "red"),
        ((250, 140, 20), "orange"),
        ((250, 230, 40), "yellow"),
        ((30, 140, 60), "green"),
        ((40, 80, 200), "blue"),
        ((120, 40, 140), "purple"),
        ((250, 160, 190), "pink"),
        ((110, 70, 40), "brown"),
    ],
)
def test_colours(value, name):
    """One plain area has one colour."""
    assert measures.colours(np.full((5, 5, 3), value, np.uint8)) == {f"colour {name}": 1.0}


def test_shares_of_colours():
    """Each colour beside the most frequent one; less than a hundredth of the picture is left out."""
    picture = np.full((10, 40, 3), (200, 10, 20), np.uint8)
    picture[:, 30:] = (40, 80, 200)
    picture[0, 0] = (30, 140, 60)
    assert measures.colours(picture) == {"colour red": 1.0, "colour blue": pytest.approx(100 / 299)}
