"""Files in, upright pictures out: what is read, what is left behind and told, what is refused."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from hostile_pictures import bombs, chunk, page_of, pdf, png, saved, segment, strangers, stream, tiff, two_in_one, whole
from PIL import Image, ImageCms

from toolkit.errors import DiscloseError
from toolkit.vision.intake import REASONS, TOLD, Limits, PictureRefused, take
from toolkit.vision.intake.sniff import FORMATS, sniff

RED, WHITE = (255, 0, 0), (255, 255, 255)
#: Red to the upper left, white elsewhere, 3 wide and 2 high.
CORNER = np.full((2, 3, 3), 255, np.uint8)
CORNER[0, 0] = RED


def refused(data: bytes, **limits: float) -> PictureRefused:
    with pytest.raises(PictureRefused) as caught:
        take(data, limits=Limits(**limits))
    return caught.value


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


# What is read


@pytest.mark.parametrize("name", whole())
def test_every_kind_is_read(name):
    taken = take(whole()[name])
    assert taken.format == name.partition("-")[0]
    assert all(page.dtype == np.uint8 and page.ndim == 3 and page.shape[2] == 3 for page in taken.pages)
    assert not any(page.flags.writeable for page in taken.pages)
    assert len(taken.pages) == (3 if name in {"pdf", "tiff-pages"} else 1)


@pytest.mark.parametrize("format", ["PNG", "BMP", "TIFF"])
def test_pixels_come_through(format):
    assert np.array_equal(take(saved(Image.fromarray(CORNER), format)).pages[0], CORNER)


@pytest.mark.parametrize("format", ["PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "corner"),
    [(1, (2, 3), (0, 0)), (2, (2, 3), (0, 2)), (3, (2, 3), (1, 2)), (4, (2, 3), (1, 0)),
     (5, (3, 2), (0, 0)), (6, (3, 2), (0, 1)), (7, (3, 2), (2, 1)), (8, (3, 2), (2, 0)), (99, (2, 3), (0, 0))],
)  # fmt: skip
def test_orientation_is_applied(format, orientation, size, corner):
    """Where EXIF says that the red corner of the upright picture is."""
    how = {"lossless": True} if format == "WEBP" else {}
    page = take(saved(Image.fromarray(CORNER), format, exif=turned(orientation), **how)).pages[0]
    assert page.shape[:2] == size
    assert np.argwhere((page == RED).all(axis=2)).tolist() == [list(corner)]


def test_transparent_parts_lie_on_white():
    picture = Image.new("RGBA", (2, 1), (255, 0, 0, 0))
    picture.putpixel((1, 0), (255, 0, 0, 128))
    taken = take(saved(picture, "PNG"))
    assert taken.pages[0].tolist() == [[[255, 255, 255], [255, 127, 127]]]
    assert taken.told == ("transparency",)
    palette = Image.new("P", (1, 1), 0)
    palette.putpalette([9, 9, 9])
    assert take(saved(palette, "PNG", transparency=0)).pages[0].tolist() == [[[255, 255, 255]]]


@pytest.mark.parametrize("format", ["PNG", "TIFF"])
def test_sixteen_bits(format):
    deep = Image.fromarray(np.array([[0, 257 * 7, 65_535]], np.uint16))
    assert take(saved(deep, format)).pages[0][0].tolist() == [[0, 0, 0], [7, 7, 7], [255, 255, 255]]


def test_numbers_without_a_white_are_stretched():
    deep = Image.fromarray(np.array([[-1.0, 0.0, 1.0, np.nan]], np.float32))
    assert take(saved(deep, "TIFF")).pages[0][0, :, 0].tolist() == [0, 128, 255, 128]
    same = Image.fromarray(np.full((1, 2), 3, np.int32))
    assert take(saved(same, "TIFF")).pages[0][0, :, 0].tolist() == [0, 0]


def test_inks_and_one_bit_and_lab():
    assert take(saved(Image.new("CMYK", (1, 1), (0, 255, 255, 0)), "TIFF")).pages[0].tolist() == [[[255, 0, 0]]]
    assert take(saved(Image.new("1", (1, 1), 1), "TIFF", compression="group4")).pages[0].tolist() == [[[255, 255, 255]]]
    profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    lab = ImageCms.profileToProfile(Image.new("RGB", (1, 1), (200, 30, 40)), *profiles, outputMode="LAB")
    assert np.abs(take(saved(lab, "TIFF")).pages[0][0, 0].astype(int) - (200, 30, 40)).max() <= 3


def test_moving_pictures_give_their_first_frame():
    first, second = Image.new("RGB", (4, 4), RED), Image.new("RGB", (4, 4), WHITE)
    for format in ("PNG", "WEBP"):
        taken = take(saved(first, format, second, **({"lossless": True} if format == "WEBP" else {})))
        assert (len(taken.pages), taken.told) == (1, ("animation",))
        assert (taken.pages[0] == RED).all()


def test_pages_of_a_pdf():
    """Five points of black on ten by twenty points at 200 dots per inch, upright."""
    taken = take(pdf([b"0 0 10 5 re f", b"0"], b"0 0 10 20"))
    assert [page.shape for page in taken.pages] == [(56, 28, 3), (56, 28, 3)]
    black = taken.pages[0][:, 14, 0] < 128
    assert (black[-13:].all(), black[:-15].any()) == (True, False)
    assert (taken.pages[1] == 255).all()


def test_large_pages_have_fewer_dots_per_inch():
    pages = take(pdf([b"0", b"0"], b"0 0 600 600"), limits=Limits(pixels=250_000, pixels_in_all=320_000)).pages
    assert [page.shape for page in pages] == [pages[0].shape] * 2
    assert 150_000 < pages[0].shape[0] * pages[0].shape[1] <= 160_000


def test_smaller_copies_of_a_page_are_no_pages():
    taken = take(tiff(page_of(2, 2), page_of(1, 1, t254=1)))
    assert (len(taken.pages), taken.told) == (1, ("thumbnail",))


# What is told


def test_the_place_above_all():
    jpeg = take(whole()["jpeg"])
    assert jpeg.told == ("gps", "date", "camera", "text")
    assert jpeg.sentences[0] == "The file says where the picture was taken. The place was left out."
    assert take(whole()["webp"]).told == ("gps", "date", "camera")
    assert take(whole()["png-alpha"]).told == ("gps", "date", "camera", "transparency")
    assert "gps" in take(tiff(page_of(2, 2, t34853=8))).told


def test_a_picture_in_a_pdf_tells_its_place_too():
    image = b"/Type /XObject /Subtype /Image /Width 80 /Height 60 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
    paper = pdf([b"/X Do"], b"0 0 9 9", stream(whole()["jpeg"], image), resources=b"/XObject << /X 10 0 R >>")
    assert take(paper).told == ("gps", "date", "camera")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(png(1, 1, chunk(b"tEXt", b"Author\0Ada"), pixels=bytes(4)), ("text",), id="text of a PNG"),
        pytest.param(png(1, 1, chunk(b"tIME", bytes(7)), pixels=bytes(4)), ("date",), id="time of a PNG"),
        pytest.param(png(1, 1, chunk(b"caBX", b"\0\0\0\x0cjumbjumdc2pa"), pixels=bytes(4)), ("credentials",), id="C2PA"),
        pytest.param(
            png(1, 1, chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta dc:creator='A' exif:GPSLatitude='1'/>"), pixels=bytes(4)),
            ("gps", "author", "text", "history"),
            id="XMP",
        ),
        pytest.param(whole()["png"] + b"\x01\x02\x03", ("appended",), id="bytes after the end"),
        pytest.param(whole()["png"] + bytes(20), (), id="zeros after the end"),
        pytest.param(whole()["jpeg-several"], ("more-pictures",), id="several pictures"),
        pytest.param(saved(Image.new("RGB", (1, 1)), "PNG", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
                     ("profile",), id="a colour profile"),
        pytest.param(pdf([b"0"], root=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), ("script",), id="a script"),
        pytest.param(pdf([b"0"], root=b"/AcroForm << /Fields [] >>"), ("form",), id="a form"),
        pytest.param(
            pdf([b"0"], b"0 0 9 9", stream(b"x"), root=b"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 10 0 R >> >>] >> >>"),
            ("embedded-files",),
            id="a file within",
        ),
    ],
)  # fmt: skip
def test_what_is_left_behind_is_told(data, told):
    assert take(data).told == told


def test_every_sentence_is_one():
    assert all(sentence.endswith(".") for sentence in TOLD.values())
    assert all(sentence.endswith(".") and help.endswith(".") for sentence, help in REASONS.values())


# What is refused


def test_a_refusal_says_what_to_do():
    answer = refused(bytes(5_000_001))
    assert isinstance(answer, DiscloseError)
    assert str(answer) == "The file has 5.0 MB, and at most 5 MB are taken."
    assert answer.help == "Save the picture smaller, or as JPEG."
    assert (answer.reason, answer.values) == ("too-many-bytes", {"found": "5.0", "most": "5"})


@pytest.mark.parametrize("name", two_in_one())
def test_two_files_in_one(name):
    assert refused(two_in_one()[name]).reason == "polyglot"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gif", "other-format"), ("svg", "other-format"), ("html", "other-format"), ("zip", "other-format"),
     ("heic", "other-format"), ("avif", "other-format"), ("video", "other-format"), ("program", "other-format"),
     ("icon", "other-format"), ("jpeg-2000", "other-format"), ("text", "unknown-format"), ("noughts", "unknown-format"),
     ("nothing", "empty"), ("one-byte", "unknown-format"), ("only-png", "truncated"), ("only-webp", "truncated"),
     ("only-pdf", "truncated"), ("too-many-bytes", "too-many-bytes")],
)  # fmt: skip
def test_other_files(name, reason):
    assert refused(strangers()[name]).reason == reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [("png-huge", "too-many-pixels"), ("png-one-long-row", "too-long"), ("png-ztxt", "unfolds"), ("png-itxt", "unfolds"),
     ("png-iccp", "unfolds"), ("png-many-ztxt", "unfolds"), ("png-no-size", "broken"), ("jpeg-huge", "too-many-pixels"),
     ("jpeg-scans", "unfolds"), ("tiff-huge", "too-many-pixels"), ("tiff-thousand-pages", "too-many-pages"),
     ("tiff-many-strips", "unfolds"), ("tiff-empty-pages", "unfolds"), ("tiff-many-tags", "unfolds"), ("webp-canvas", "too-many-pixels"),
     ("bmp-huge", "too-many-pixels"), ("pdf-hundred-pages", "too-many-pages"), ("pdf-no-page", "broken"),
     ("pdf-locked", "encrypted")],
)  # fmt: skip
def test_bombs(name, reason):
    assert refused(bombs()[name]).reason == reason


def test_loops_end():
    assert len(take(bombs()["tiff-loop"]).pages) == 1
    assert len(take(bombs()["tiff-loop-of-three"]).pages) == 3


@pytest.mark.parametrize("name", ["png", "jpeg", "webp", "bmp", "tiff"])
def test_a_missing_end(name):
    data = whole()[name]
    assert refused(data[: len(data) * 2 // 3]).reason == "truncated"


def test_limits_of_ones_own():
    picture = saved(Image.new("RGB", (1_000, 2_000)), "PNG")
    answer = refused(picture, pixels=1_500_000)
    assert str(answer) == "The picture has 2 million pixels, and at most 1.5 million are taken."
    assert refused(picture, side=1_999).reason == "too-long"
    assert refused(whole()["tiff-pages"], pages=2).reason == "too-many-pages"
    assert refused(whole()["tiff-pages"], pixels_in_all=10_000).reason == "too-many-pixels-in-all"
    assert refused(whole()["pdf"], seconds=-1).reason == "too-slow"
    assert refused(whole()["tiff-pages"], seconds=-1).reason == "too-slow"
    assert refused(pdf([b"0"], b"0 0 14401 10")).reason == "page-too-large"


def test_damaged_pixels():
    data = bytearray(whole()["png"])
    at = data.index(b"IDAT") + 20
    data[at] ^= 0xFF
    assert refused(bytes(data)).reason == "broken"


# Where a picture ends


@pytest.mark.parametrize("name", whole())
def test_the_end_is_found(name):
    layout = sniff(whole()[name])
    assert layout.format in FORMATS
    assert layout.after[:3] == (b"\xff\xd8\xff" if name == "jpeg-several" else b"")


def test_a_scan_may_hold_marks():
    """Filling, escaped bytes and restarts between the parts of a scan do not end it."""
    scan = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\1\xff\0\2\xff\xd0\3\xff\xff\xd9"
    assert sniff(b"\xff\xd8" + segment(0xE0, b"\xff\xd9") + scan + b"more").after == b"more"


def test_a_riff_ends_where_it_says():
    assert sniff(b"RIFF" + struct.pack("<I", 6) + b"WEBP12more").after == b"more"
