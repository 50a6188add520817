"""A reading as hOCR: what it looks like, and that it is read back as what it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.evaluate.truth import Canvas
from toolkit.evaluate.truth import hocr as read_back
from toolkit.vision.hocr import hocr
from toolkit.vision.reading import Box, Reading, Word

READING = Reading(
    (
        Word("Fish", 0.964, Box(10, 20, 40, 12), 0, 0),
        Word("<&>", 0.5, Box(60, 22, 20, 12), 0, 0),
        Word("chips", 0.0, Box(10, 50, 44, 12), 1, 0),
    ),
    "tesserocr",
    "5.5.4",
)


def test_page():
    """Page, lines and words with boxes and confidence; signs of markup are text."""
    body = hocr(READING, (100, 200), ["en"]).split("<body>\n")[1].split("\n</body>")[0]
    assert body == (
        '<div class="ocr_page" id="page_1" title="bbox 0 0 200 100">\n'
        '<span class="ocr_line" id="line_1" title="bbox 10 20 80 34">'
        '<span class="ocrx_word" title="bbox 10 20 50 32; x_wconf 96">Fish</span> '
        '<span class="ocrx_word" title="bbox 60 22 80 34; x_wconf 50">&lt;&amp;&gt;</span></span>\n'
        '<span class="ocr_line" id="line_2" title="bbox 10 50 54 62">'
        '<span class="ocrx_word" title="bbox 10 50 54 62; x_wconf 0">chips</span></span>\n'
        "</div>"
    )


def test_head():
    """The head names language and engine, and no file."""
    head = hocr(READING, (100, 200), ["de", "en"]).split("<body>")[0]
    assert '<html lang="de">' in head
    assert '<meta name="ocr-system" content="tesserocr 5.5.4">' in head


def test_nothing_read():
    """An empty page is a page."""
    assert read_back.read(hocr(Reading((), "r", "1"), (10, 10), ["en"]).encode(), Canvas(10, 10)).text == ""


@given(
    st.lists(
        st.lists(st.text("aä<>&\"'ب字 \N{COMBINING ACUTE ACCENT}", min_size=1), min_size=1, max_size=3), max_size=3
    )
)
def test_read_back(lines):
    """The loader of corpora reads the same lines and boxes."""
    words = tuple(
        Word(text.strip() or "x", 0.5, Box(3 * at, 9 * number, 2, 5), number, 0)
        for number, line in enumerate(lines)
        for at, text in enumerate(line)
    )
    truth = read_back.read(hocr(Reading(words, "r", "1"), (100, 100), ["en"]).encode(), Canvas(100, 100))
    assert [word.box for word in truth.words] == [word.box for word in words]
