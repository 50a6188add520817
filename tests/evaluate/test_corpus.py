"""Pictures with their truth: what `corpus.yml` may say, what is said of wrong ones, and what the hash covers."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from toolkit.evaluate.corpus import CorpusError, TrueWord, Truth, load_corpus, plain_folder
from toolkit.evaluate.picture import PictureError
from toolkit.vision.reading import Box

HEAD = """id: small
name: A small corpus
source: drawn for a test
licence: CC0-1.0
synthetic: true
people_shown: false
purposes: [testing]
pictures:
"""


def picture(path, colour=(255, 255, 255), size=(40, 30), **options):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB" if len(colour) == 3 else "RGBA", size, colour).save(path, **options)


@pytest.fixture
def folder(tmp_path):
    """Two receipts and a letter, each with a text."""
    folder = tmp_path / "small"
    for name, colour in (("receipt/a", (250, 0, 0)), ("receipt/b", (0, 250, 0)), ("letter/c", (0, 0, 250))):
        picture(folder / f"{name}.png", colour)
        (folder / f"{name}.txt").write_text(f"text of {name[-1]}\n")
    return folder


@pytest.fixture
def load(folder):
    def loading(pictures):
        (folder / "corpus.yml").write_text(HEAD + pictures)
        return load_corpus(folder)

    return loading


def refused(load, pictures):
    with pytest.raises(CorpusError) as caught:
        load(pictures)
    return [f"{finding.where}: {finding.message}" for finding in caught.value.findings]


def test_a_corpus_says_where_it_comes_from_and_what_is_in_it(load):
    corpus = load(
        '  - {files: "**/*.png", languages: en, slices: {kind: paper, size: small}, present: [text], absent: [face]}\n'
        '  - {files: "receipt/*.png", languages: [de, en], slices: {kind: receipt}, present: [face], photograph: till}\n'
    )
    assert corpus[:7] == ("small", "A small corpus", "CC0-1.0", True, False, ("testing",), "drawn for a test")
    letter, one, two = corpus.items
    assert letter[:6] == (
        "letter/c",
        "letter/c",
        {"kind": "paper", "size": "small"},
        ("en",),
        Truth("text of c", ()),
        {"text": True, "face": False},
    )
    assert (one.id, one.photograph, one.languages, one.slices["kind"]) == ("receipt/a", "till", ("de", "en"), "receipt")
    assert (two.id, two.photograph, two.tags) == ("receipt/b", "till", {"text": True, "face": True})
    assert one.picture().shape == (30, 40, 3)
    assert one.picture()[0, 0].tolist() == [250, 0, 0]


def test_the_truth_with_words_is_read_before_plain_text(load, folder):
    (folder / "letter/c.hocr").write_text(
        '<div class="ocr_page"><b class="ocrx_word" title="bbox 1 2 9 8">word</b></div>'
    )
    everything = '  - {files: "letter/*.png"}\n'
    assert load(everything).items[0].truth == Truth("word", (TrueWord("word", Box(1, 2, 8, 6)),))
    assert load('  - {files: "letter/*.png", truth: text}\n').items[0].truth == Truth("text of c", ())


def test_a_picture_may_have_no_truth(load, folder):
    (folder / "letter/c.txt").unlink()
    assert load('  - {files: "letter/*.png"}\n').items[0].truth is None
    assert refused(load, '  - {files: "letter/*.png", truth: hocr}\n') == [
        "small/letter/c.png:1:1: there is no truth in the format `hocr` beside this picture"
    ]


def test_pictures_of_a_package_come_from_its_wheel(load):
    corpus = load("  - {from: {package: scikit-image, names: [camera, coins]}, present: [photograph]}\n")
    assert [item.id for item in corpus.items] == ["camera", "coins"]
    assert corpus.items[0].picture().shape == (512, 512, 3)


@pytest.mark.parametrize(
    ("pictures", "told"),
    [
        ("  - {slices: {kind: a}}\n", "small/corpus.yml:9:5: this block names no pictures, or does so twice"),
        ('  - {files: "*/*.gif"}\n', "small/corpus.yml:9:13: no picture matches `*/*.gif`"),
        ('  - {files: "../*.png"}\n', "small/corpus.yml:9:13: `files` is not right: a pattern stays in the folder"),
        ('  - {files: "/etc/*.png"}\n', "small/corpus.yml:9:13: `files` is not right: a pattern stays in the folder"),
        (
            '  - {files: "*/*.png", present: [a], absent: [a]}\n',
            "small/corpus.yml:9:5: the tag `a` is present and absent at once",
        ),
        (
            "  - {from: {package: scikit-image, names: [camara]}}\n",
            "small/corpus.yml:9:44: scikit-image carries no picture `camara` here",
        ),
        ("  - {from: {package: torchvision, names: [a]}}\n", "small/corpus.yml:9:22: `package` cannot be torchvision"),
        ('  - {files: "*/*.png", language: en}\n', "small/corpus.yml:9:24: `language` is no key of this picture block"),
        ('  - {files: "*/*.png", languages: english}\n', "small/corpus.yml:9:35: `languages` cannot be english"),
        ('  - {files: "*/*.png", truth: [}\n', "small/corpus.yml:9:"),
        ("  []\n", "small/corpus.yml:9:3: `pictures` is not right: list at least one"),
    ],
)
def test_a_wrong_corpus_file_is_told_by_line(load, pictures, told):
    assert refused(load, pictures)[0].startswith(told)


def test_a_missing_corpus_file_is_told(folder):
    with pytest.raises(CorpusError, match=r"^small/corpus.yml:1:1: cannot read the file"):
        load_corpus(folder)
    (folder / "corpus.yml").write_text("- a\n")
    with pytest.raises(CorpusError, match=r"^small/corpus.yml:1:1: the file should hold keys"):
        load_corpus(folder)


def test_a_wrong_truth_is_told_by_file_and_line_and_all_at_once(load, folder):
    (folder / "receipt/a.hocr").write_text('<p class="ocr_page">\n<b class="ocrx_word" title="bbox 0 0 90 9">x</b></p>')
    (folder / "receipt/b.txt").write_bytes(b"\xff")
    assert refused(load, '  - {files: "**/*.png"}\n') == [
        "small/receipt/a.hocr:2:1: the box from 0,0 to 90,9 leaves the picture, which is 40 by 30 pixels",
        "small/receipt/b.txt:1:1: byte 0xff is not UTF-8",
    ]


def test_two_pictures_with_one_name_are_refused(load, folder):
    picture(folder / "letter/c.jpg")
    assert refused(load, '  - {files: "letter/*"}\n')[0].startswith(
        "small/corpus.yml:9:5: `letter/c` is the name of two pictures"
    )


def test_links_out_of_the_corpus_are_refused(load, folder, tmp_path):
    picture(tmp_path / "secret.png")
    (folder / "letter/d.png").symlink_to(tmp_path / "secret.png")
    assert refused(load, '  - {files: "letter/*.png"}\n') == [
        "small/corpus.yml:9:13: some of these files lead out of the corpus"
    ]


def test_a_file_that_is_no_picture_is_told(load, folder):
    (folder / "letter/c.png").write_bytes(b"no picture")
    assert refused(load, '  - {files: "letter/*.png"}\n')[0].startswith(
        "small/letter/c.png:1:1: c.png cannot be decoded: cannot identify image file"
    )


def test_a_picture_that_breaks_off_is_told_when_it_is_asked_for(load, folder):
    noise = np.random.default_rng(0).integers(0, 256, (90, 90, 3), dtype=np.uint8)
    Image.fromarray(noise).save(folder / "letter/d.jpg")
    whole = (folder / "letter/d.jpg").read_bytes()
    (folder / "letter/d.jpg").write_bytes(whole[: len(whole) // 2])
    corpus = load('  - {files: "letter/*.jpg"}\n')
    with pytest.raises(PictureError, match=r"d\.jpg cannot be decoded"):
        corpus.items[0].picture()


def test_pictures_are_upright_and_over_white(load, folder):
    turned = Image.Exif()
    turned[274] = 6  # lies on its right side
    picture(folder / "letter/c.png", exif=turned)
    picture(folder / "letter/e.png", (0, 0, 0, 0))
    (folder / "letter/c.hocr").write_text('<p class="ocr_page"><b class="ocrx_word" title="bbox 0 0 30 40">x</b></p>')
    upright, clear = load('  - {files: "letter/*.png"}\n').items
    assert upright.picture().shape == (40, 30, 3)
    assert clear.picture()[0, 0].tolist() == [255, 255, 255]


def test_sixteen_bits_become_eight_and_several_pages_are_refused(load, folder):
    Image.fromarray(np.full((30, 40), 0x8080, dtype=np.uint16)).save(folder / "letter/c.png")
    assert load('  - {files: "letter/*.png"}\n').items[0].picture()[0, 0].tolist() == [128, 128, 128]
    pages = [Image.new("L", (9, 9)), Image.new("L", (9, 9))]
    pages[0].save(folder / "letter/d.tiff", save_all=True, append_images=pages[1:])
    with pytest.raises(PictureError, match=r"d\.tiff holds several pictures"):
        load('  - {files: "letter/d.tiff"}\n').items[0].picture()


# -- the hash


ALL = '  - {files: "**/*.png"}\n'


def test_the_hash_covers_pixels_truth_and_tags_and_nothing_else(load, folder):
    before = load(ALL)
    assert before.hash.startswith("sha256:")
    assert before.hash == load(ALL).hash
    # another name, another order, other bytes with the same pixels
    (folder / "receipt/a.png").rename(folder / "receipt/z.png")
    (folder / "receipt/a.txt").rename(folder / "receipt/z.txt")
    picture(folder / "receipt/b.png", (0, 250, 0), compress_level=0)
    assert load(ALL).hash == before.hash
    tagged = load('  - {files: "**/*.png", present: [text]}\n')
    assert tagged.hash != before.hash
    (folder / "letter/c.txt").write_text("text of  c")
    assert load(ALL).hash == before.hash
    (folder / "letter/c.txt").write_text("text of d")
    assert load(ALL).hash != before.hash
    (folder / "letter/c.txt").write_text("text of c")
    picture(folder / "letter/c.png", (0, 0, 251))
    assert load(ALL).hash != before.hash


def test_the_hash_does_not_change_from_one_version_to_the_next(load):
    assert load(ALL).hash == "sha256:74e05e5c1817c88ead5999517de4fe8665d4dea232b64cf08d5a46afa5f867b2"


# -- plain folders


def small(tmp_path):
    """A page and a receipt as people keep them: a picture with a text beside it."""
    for name, text in (("pages/letter", "Dear all,\n\n   good  day"), ("receipts/001", "TOTAL 9.00"), ("single", "x")):
        picture(tmp_path / f"{name}.jpg")
        (tmp_path / f"{name}.txt").write_text(text)
    picture(tmp_path / "pages/without.png")
    return tmp_path


def test_a_plain_folder_takes_pictures_with_a_text_beside_them(tmp_path):
    corpus = plain_folder(small(tmp_path), ("de",))
    assert [(item.id, dict(item.slices), item.truth.text) for item in corpus.items] == [
        ("pages/letter", {"kind": "pages"}, "Dear all,\ngood day"),
        ("receipts/001", {"kind": "receipts"}, "TOTAL 9.00"),
        ("single", {}, "x"),
    ]
    assert (corpus.licence, corpus.source, corpus.synthetic, corpus.items[0].languages) == (
        "not stated",
        "not stated",
        False,
        ("de",),
    )


def test_a_plain_folder_without_pictures_is_told(tmp_path):
    with pytest.raises(CorpusError, match="no picture here has a text beside it"):
        plain_folder(tmp_path)


def test_real_scans_have_a_text_and_a_picture_each(tmp_path):
    """On the folder in DISCLOSE_SCANS, and on one made here where that is not set."""
    folder = Path(os.environ.get("DISCLOSE_SCANS") or small(tmp_path))
    corpus = plain_folder(folder)
    texts = {path.with_suffix("").relative_to(folder).as_posix(): path for path in folder.rglob("*.txt")}
    assert [item.id for item in corpus.items] == sorted(texts)
    for item in corpus.items:
        assert item.truth.text.split() == texts[item.id].read_text("utf-8").split()
        height, width, channels = item.picture().shape
        assert channels == 3
        assert min(height, width) > 20
    assert not corpus.synthetic
