"""The committed corpora: pages that hold what their truth says, and photographs with tags."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path

import cv2
import numpy as np
import pytest
import yaml
import zxingcpp

from toolkit.evaluate.corpus import load_corpus

CORPORA = Path(__file__).parents[2] / "corpora"
PAGES = load_corpus(CORPORA / "pages")
PHOTOGRAPHS = load_corpus(CORPORA / "photographs")


@pytest.fixture(scope="module")
def make():
    """`corpora/pages/make.py`, which is a script and in no package."""
    spec = importlib.util.spec_from_file_location("make_pages", CORPORA / "pages" / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_enough_pages_of_each_kind_language_script_and_size():
    def count(name):
        return Counter(item.slices[name] for item in PAGES.items)

    assert count("kind") == dict.fromkeys(["form", "label", "letter", "receipt", "street sign", "table"], 8)
    assert count("language") == dict.fromkeys(["ar", "de", "en", "fr"], 12)
    assert count("script") == {"Latn": 36, "Arab": 12}
    assert min(count("size").values()) >= 12
    assert min(count("typeface").values()) >= 4
    assert len(count("typeface")) == 8
    assert all(item.languages == (item.slices["language"],) for item in PAGES.items)


def test_pages_are_made_up_and_nobody_is_shown():
    assert (PAGES.synthetic, PAGES.people_shown) == (True, False)
    assert (PHOTOGRAPHS.synthetic, PHOTOGRAPHS.people_shown) == (False, True)


def test_pages_take_little_room():
    assert sum(path.stat().st_size for path in (CORPORA / "pages").glob("*/*.png")) < 3_000_000


@pytest.mark.parametrize("item", PAGES.items, ids=lambda item: item.id)
def test_every_word_of_the_truth_is_inked_inside_its_box_and_nothing_is_inked_around_it(item):
    picture = item.picture()
    height, width, _ = picture.shape
    assert height * width <= 1_000_000
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(int)
    for word in item.truth.words:
        left, top, across, down = word.box
        inside = grey[top : top + down, left : left + across]
        ground = np.median(
            np.concatenate([grey[top - 1, left : left + across], grey[top + down, left : left + across]])
        )
        ink = np.abs(inside - ground) > 25
        assert ink.sum() >= 3, word
        # tight: the ink reaches each of the four sides
        assert min(ink[0].sum(), ink[-1].sum(), ink[:, 0].sum(), ink[:, -1].sum()) > 0, word


def texts(value):
    """Every text inside a value of YAML, in order."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for child in children for text in texts(child)]


LAYOUT = {"kind", "typeface", "size", "code", "colour", "plate", "ink", "behind", "arrow", "ruled", "main"}


@pytest.mark.parametrize("language", ["ar", "de", "en", "fr"])
def test_the_truth_holds_exactly_the_words_of_the_texts(language):
    for entry in yaml.safe_load((CORPORA / "pages" / "texts" / f"{language}.yml").read_text("utf-8")):
        id = f"{entry['kind']}/{language}-{entry['typeface']}-{entry['size']}"
        item = next(item for item in PAGES.items if item.id == id)
        written = {key: value for key, value in entry.items() if key not in LAYOUT}
        words = Counter(word for text in texts(written) for word in text.split())
        extra = Counter(word.text for word in item.truth.words) - words
        assert not words - Counter(word.text for word in item.truth.words), id
        # the digits below a bar code are made of the code
        assert [word[:12] for word in extra] == ([entry["code"]] if extra else []), id


def test_lines_are_what_a_reader_would_say():
    truths = {item.id: item.truth.text.split("\n") for item in PAGES.items}
    assert truths["table/en-noto-sans-medium"][:3] == [
        "Bus 14 to Harbour",
        "Stop Mon-Fri Sat Sun",
        "Sample Square 06:12 07:12 08:42",
    ]
    assert truths["receipt/de-dejavu-sans-mono-medium"][3:5] == ["Vollmilch 1 l 1,19", "Äpfel 1,2 kg 3,58"]
    assert truths["table/ar-noto-sans-arabic-medium"][2] == "ساحة المثال 06:12 17:42"
    assert truths["street-sign/fr-noto-sans-medium"] == ["Gare fictive", "Piscine 600 m", "Hôtel de ville"]


def test_codes_are_there_and_can_be_read():
    for item in PAGES.items:
        found = {code.format.name for code in zxingcpp.read_barcodes(np.ascontiguousarray(item.picture()))}
        assert ("QRCode" in found, "EAN13" in found) == (item.tags["QR code"], item.tags["bar code"]), item.id


def test_black_and_white_pages_have_no_colour():
    for item in PAGES.items:
        spread = item.picture().astype(int).max(axis=2) - item.picture().min(axis=2)
        if "black and white" in item.tags:
            assert (spread.max() <= 2) == item.tags["black and white"], item.id


def test_pages_are_made_twice_alike(make):
    """On one machine; committed pages are not compared, for another version of a typeface gives other pixels."""
    entry = {
        "kind": "street-sign",
        "typeface": "inter",
        "size": "small",
        "plate": "#123f8c",
        "ink": "#ffffff",
        "behind": "#cfc8ba",
        "main": 0,
        "arrow": "left",
        "lines": ["Sample Road", "Nr. 7"],
    }
    one, two = make.page("en", entry), make.page("en", entry)
    assert make.hocr(one) == make.hocr(two)
    assert one.picture.tobytes() == two.picture.tobytes()
    assert [[word.text for word in line] for line in one.lines] == [["Sample", "Road"], ["Nr.", "7"]]


def test_a_page_on_which_words_collide_is_not_made(make):
    entry = {"kind": "table", "typeface": "inter", "size": "small", "title": "T", "note": "n", "ruled": True}
    with pytest.raises(SystemExit, match="lies on"):
        make.page("en", entry | {"head": ["A", "B" * 60], "rows": [["Lehrschwimmbecken", "b"]]})


def test_photographs_have_tags_and_a_page_has_its_text():
    items = {item.id: item for item in PHOTOGRAPHS.items}
    assert items["astronaut"].tags["person"]
    assert not items["coffee"].tags["person"]
    assert "face" not in items["coins"].tags
    assert items["page"].truth.text.startswith("Region-based segmentation\nLet us first determine")
    assert [item.id for item in PHOTOGRAPHS.items if item.truth] == ["page"]


def test_tags_that_can_be_measured():
    """Tags with at least ten pictures that have them and ten that have not, over both corpora."""
    tags = Counter(pair for item in (*PAGES.items, *PHOTOGRAPHS.items) for pair in item.tags.items())
    measurable = {label for label, _ in tags if min(tags[label, True], tags[label, False]) >= 10}
    assert measurable == {"QR code", "bar code", "black and white", "bright", "drawing", "photograph", "contains text"}
