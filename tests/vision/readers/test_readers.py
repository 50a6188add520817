"""The readers read: words, boxes, lines and blocks, in the languages of the signs."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from toolkit.vision.readers import READERS, Available, ReaderError, in_process, probe, reader
from toolkit.vision.readers.installed import folder
from toolkit.vision.reading import Reading

EVERY = pytest.mark.parametrize("name", list(READERS))
OPENING = ((40, 40, "Opening hours"), (40, 80, "Monday to Friday"), (40, 260, "Please ring twice"))
EXPECTED = [
    ("Opening", (41, 46, 93, 23), 0, 0),
    ("hours", (144, 46, 60, 18), 0, 0),
    ("Monday", (42, 86, 88, 23), 1, 0),
    ("to", (139, 88, 20, 16), 1, 0),
    ("Friday", (169, 86, 67, 23), 1, 0),
    ("Please", (42, 266, 72, 18), 2, 1),
    ("ring", (124, 266, 39, 23), 2, 1),
    ("twice", (173, 266, 59, 18), 2, 1),
]


@EVERY
def test_words_stand_where_they_were_drawn(name, draw):
    reading = reader(name).read(draw(640, 360, *OPENING), ["en"])
    assert [(word.text, word.line, word.block) for word in reading.words] == [
        (text, line, block) for text, _, line, block in EXPECTED
    ]
    for word, (_, box, _, _) in zip(reading.words, EXPECTED, strict=True):
        assert word.box == pytest.approx(box, abs=3)
        assert 0.9 < word.confidence <= 1
    assert reading.lines == ("Opening hours", "Monday to Friday", "Please ring twice")
    assert (reading.reader, reading.version) == (name, READERS[name].engine())


@EVERY
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Öffnungszeiten täglich"),
        ("fr", "Fermé à Noël"),
        ("es", "Mañana abrimos"),
        ("hi", "कृपया घंटी बजाएं"),
    ],
)
def test_a_line_in_each_language(name, language, text, draw):
    picture = draw(440, 90, (30, 20, text), size=32, language=language)
    assert reader(name).read(picture, [language]).text == text


@EVERY
def test_chinese_characters_come_in_order(name, draw):
    picture = draw(400, 80, (30, 20, "请按两次门铃"), size=32, language="zh-Hans")
    assert reader(name).read(picture, ["zh-Hans"]).text.replace(" ", "") == "请按两次门铃"


@EVERY
def test_arabic_comes_in_the_order_in_which_it_is_said(name, draw):
    """The first word stands at the right; numbers and words keep their letters in order."""
    lines = ((40, 20, "مكتبة المدينة تفتح الساعة 9 صباحا"), (40, 80, "رقم الهاتف 555 0100"))
    reading = reader(name).read(draw(640, 160, *lines, size=32, language="ar"), ["ar"])
    assert reading.lines == ("مكتبة المدينة تفتح الساعة 9 صباحا", "رقم الهاتف 555 0100")
    lefts = [word.box.left for word in reading.words if word.line == 0]
    assert lefts == sorted(lefts, reverse=True)


@EVERY
@pytest.mark.parametrize("layout", ["page", "line", "word", "scattered"])
def test_an_empty_picture_holds_nothing(name, layout):
    reading = Reading((), name, READERS[name].engine())
    for height, width, colour in [(1, 1, 90), (120, 300, 255), (120, 300, 0), (1, 5000, 255)]:
        picture = np.full((height, width, 3), colour, np.uint8)
        assert reader(name, layout).read(picture, ["en"]) == reading


@EVERY
def test_small_and_thin_pictures_do_no_harm(name):
    noise = np.random.default_rng(7)
    for height, width in [(2, 3), (5, 5), (5, 6), (6, 5), (5, 200), (400, 5)]:
        picture = noise.integers(0, 256, (height, width, 3), dtype=np.uint8)
        assert reader(name, "line").read(picture, ["en"]).reader == name


@EVERY
def test_a_view_into_a_larger_picture_is_read(name, draw):
    page = draw(640, 360, *OPENING)
    assert reader(name, "line").read(page[250:300, 30:260], ["en"]).text == "Please ring twice"


@EVERY
def test_a_missing_language_is_told_and_never_replaced(name, draw):
    with pytest.raises(ReaderError) as refused:
        reader(name).read(draw(200, 60, (10, 10, "Hej")), ["en", "da"])
    assert str(refused.value) == "Tesseract has no dan (da) here"
    assert refused.value.help == "apt install tesseract-ocr-dan"


@EVERY
def test_the_limit_of_time_is_kept(name, draw):
    lines = [(20, 30 * row, "The quick brown fox jumps over the lazy dog again and again") for row in range(60)]
    with pytest.raises(ReaderError, match=r"reading took longer than 0\.02 seconds"):
        reader(name, seconds=0.02).read(draw(900, 1800, *lines), ["en"])


@EVERY
def test_after_the_time_was_over_the_next_picture_is_read(name, draw):
    lines = [(20, 30 * row, "The quick brown fox jumps over the lazy dog again and again") for row in range(60)]
    with pytest.raises(ReaderError):
        reader(name, seconds=0.02).read(draw(900, 1800, *lines), ["en"])
    assert reader(name).read(draw(640, 360, *OPENING), ["en"]).lines[0] == "Opening hours"


def test_the_library_and_the_program_agree_on_clean_text(draw):
    page = draw(640, 360, *OPENING)
    first, second = (reader(name).read(page, ["en"]).words for name in ("tesserocr", "tesseract"))
    assert [(word.text, word.box, word.line, word.block) for word in first] == [
        (word.text, word.box, word.line, word.block) for word in second
    ]


def test_both_roads_to_the_program_give_the_same(draw):
    page = draw(640, 360, *OPENING)
    assert reader("tesseract").read(page, ["en"]).words == reader("pytesseract").read(page, ["en"]).words


def noisy(picture, seed):
    noise = np.random.default_rng(seed).normal(0, 20, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def test_what_was_read_before_changes_nothing(draw):
    """One engine reads all of it: there is but one at a time to borrow."""
    one = reader("tesserocr")
    first = noisy(draw(640, 360, *OPENING), 1)
    other = noisy(draw(640, 360, (30, 30, "0pen1ng h0ur5 M0nday"), (30, 90, "Quartz sphinx, judge my vow"), size=18), 2)
    before = one.read(first, ["en"])
    assert len(before.words) == 8
    for _ in range(3):
        one.read(other, ["en"])
        reader("tesserocr", "line").read(other, ["en"])
        reader("tesserocr", "scattered").read(other, ["de", "en"])
    assert one.read(first, ["en"]) == before


def test_threads_read_the_same_as_one_after_the_other(draw):
    one = reader("tesserocr")
    pictures = [noisy(draw(400, 90, (20, 20, f"Room {number} is open")), number) for number in range(101, 113)]
    tasks = [(picture, ["en"] if at % 2 else ["en", "de"]) for at, picture in enumerate(pictures)]
    expected = [one.read(*task) for task in tasks]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda task: one.read(*task), tasks * 2)) == expected * 2


@EVERY
def test_a_reader_can_be_sent_to_a_worker(name, draw):
    page = draw(640, 360, *OPENING)
    sent = pickle.loads(pickle.dumps(reader(name, "block", 20)))
    assert sent.read(page, ["en"]) == reader(name, "block", 20).read(page, ["en"])


WATCH = """
import os, sys
import numpy as np
from toolkit.vision.readers import reader
picture = np.full((80, 300, 3), 255, np.uint8)
picture[20:60, 20:30] = 0
one = reader(sys.argv[1])
written = []
def watch(event, told):
    if event == "open" and isinstance(told[0], str) and told[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(told[0])
sys.addaudithook(watch)
one.read(picture, ["en"])
print("\\n".join(written))
"""


@EVERY
def test_a_reader_writes_files_if_it_says_so(name):
    """An audit hook cannot be taken off, so each reader is watched in a process of its own."""
    ran = subprocess.run([sys.executable, "-c", WATCH, name], capture_output=True, text=True, check=True)
    pictures = [line for line in ran.stdout.split() if line.endswith(".PNG")]
    assert len(pictures) == (1 if name == "pytesseract" else 0)
    assert bool(ran.stdout.split()) == READERS[name].writes_files
    assert ran.stderr == ""


def test_a_reader_and_a_layout_must_be_known():
    with pytest.raises(ReaderError, match="there is no reader called 'tesserect'") as refused:
        reader("tesserect")
    assert refused.value.help == "write one of: tesserocr, tesseract, pytesseract"
    with pytest.raises(ReaderError, match="there is no layout 'sheet'"):
        reader("tesserocr", "sheet")


def test_the_probe_says_what_is_here():
    found = {each.reader: each for each in probe(["en", "ar"])}
    assert list(found) == ["tesserocr", "tesseract", "pytesseract"]
    for name, each in found.items():
        assert each.here
        assert each.version == READERS[name].engine()
        assert {"ar", "de", "en", "es", "fr", "hi", "zh-Hans"} <= set(each.languages)
        assert each.install == ()


def test_the_probe_says_what_to_install(monkeypatch, tmp_path):
    (tmp_path / "deu.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    languages = "apt install tesseract-ocr-fra"
    library, program, by_files = probe(["de", "fr"])
    assert library == Available(
        "tesserocr", here=True, version=READERS["tesserocr"].engine(), languages=("de",), install=(languages,)
    )
    assert program == Available(
        "tesseract", here=False, version="", languages=(), install=("apt install tesseract-ocr", languages)
    )
    assert by_files == Available(
        "pytesseract", here=False, version="", languages=(), install=("pip install pytesseract", languages)
    )


def test_a_missing_library_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "tesserocr", None)
    in_process._library.cache_clear()
    with pytest.raises(ReaderError, match="the library tesserocr is not installed") as refused:
        reader("tesserocr")
    assert refused.value.help == "pip install tesserocr"


def test_a_missing_program_is_told(monkeypatch, tmp_path, draw):
    ready = reader("tesseract")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReaderError, match="the program tesseract is not installed") as refused:
        reader("tesseract")
    assert refused.value.help == "apt install tesseract-ocr"
    with pytest.raises(ReaderError, match="the program tesseract cannot be started"):
        ready.read(draw(200, 60, (10, 10, "Hello")), ["en"])


@pytest.mark.parametrize("name", ["tesserocr", "tesseract", "pytesseract"])
def test_a_broken_language_is_told(name, monkeypatch, tmp_path, draw):
    (tmp_path / "eng.traineddata").write_bytes(b"no language")
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    with pytest.raises(ReaderError) as refused:
        reader(name).read(draw(200, 60, (10, 10, "Hello")), ["en"])
    assert "apt reinstall tesseract-ocr" in refused.value.help


def test_a_crash_of_the_program_is_told(monkeypatch, tmp_path, draw):
    ready = reader("tesseract")
    fake = tmp_path / "tesseract"
    fake.write_text("#!/bin/sh\ncat > /dev/null\nkill -SEGV $$\n")
    fake.chmod(0o755)
    monkeypatch.setenv("TESSDATA_PREFIX", str(folder()))
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(ReaderError, match="the program tesseract was stopped by SIGSEGV"):
        ready.read(draw(200, 60, (10, 10, "Hello")), ["en"])
