"""Choosing a picture and drawing on one: names of samples, what a file held besides, pages of a document, stopping."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def project(monkeypatch):
    """This repository as the project."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(ROOT))


def script(kind: str) -> None:
    """A page that shows what was chosen."""
    import streamlit as st

    from playground.parts.overlay import Mark
    from playground.parts.picture import boxes, choose, stopped
    from playground.parts.texts import with_text
    from toolkit.vision.reading import Box

    given = choose("p", with_text() if kind == "samples" else ())
    if not stopped("p") and given:
        height, width, _ = given.picture.shape
        st.text(f"{width} by {height}, kept: {given.key is not None}, {','.join(given.told)}")
        boxes(given.picture, [Mark(Box(1, 2, 3, 4), "a <fish>", "weak", "1")])


def page(kind: str = "samples") -> AppTest:
    return ran(AppTest.from_function(script, args=(kind,), default_timeout=60))


def ran(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception[0].message
    return page


def said(page: AppTest) -> str:
    return "\n".join(element.proto.body for element in page.get("html"))


def brought(data: bytes, name: str = "mine.jpg", kind: str = "image/jpeg") -> AppTest:
    """The page without samples, after somebody brought a file."""
    found = page("none")
    found.radio[0].set_value("agreed")
    ran(found)
    found.file_uploader[0].set_value((name, data, kind))
    return ran(found)


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def test_samples():
    """Each has a name that says what it is and in which language; those that are alike are numbered."""
    names = page().selectbox(key="p.sample.").options
    assert names[0] == "Photographed page, English"
    assert "Receipt, German" in names
    assert len(set(names)) == len(names)


def test_a_sample_is_kept_for_all():
    """A sample has a key by its content, and says how it was made."""
    found = page()
    assert found.text[0].value == "384 by 191, kept: True,"
    found.selectbox(key="p.sample.").set_value("letter/en-inter-medium")
    ran(found)
    assert "A program made this sample; it was never printed or photographed." in said(found)


def test_a_language_brings_its_sample():
    """Who reads German sees a German sample first."""
    found = AppTest.from_function(script, args=("samples",), default_timeout=60)
    found.query_params["lang"] = "de"
    assert ran(found).selectbox(key="p.sample.").value.split("/")[1].startswith("de-")


def test_no_samples():
    """Without samples the page starts with a file of one's own."""
    found = page("none")
    assert found.segmented_control(key="p.from").value == "upload"
    found.segmented_control(key="p.from").set_value("sample")
    assert "This project has no sample pictures." in said(ran(found))


def test_what_a_file_held_besides():
    """What was left out of the file is told, and nothing of it has a key by which it would be kept."""
    exif = Image.Exif()
    exif[0x010F] = "Maker"  # the make of the camera
    found = brought(saved(Image.new("RGB", (80, 60), "white"), "JPEG", exif=exif))
    assert found.text[0].value == "80 by 60, kept: False, camera"
    assert "What the file held besides the picture (1)" in said(found)
    assert "The file names the camera or scanner. The name was left out." in said(found)


def test_pages_of_a_document():
    """Of several pages one is chosen."""
    sheets = [Image.new("RGB", (200, 100), "white"), Image.new("RGB", (100, 300), "white")]
    found = brought(saved(sheets[0], "PDF", save_all=True, append_images=sheets[1:]), "two.pdf", "application/pdf")
    assert found.selectbox[0].label == "Page"
    first = found.text[0].value
    found.selectbox[0].set_value(1)
    assert ran(found).text[0].value != first


def test_boxes():
    """Places are drawn over the picture, and stand in a list for who cannot see it."""
    html = said(page())
    assert 'class="box weak "' in html
    assert 'aria-label="a &lt;fish&gt;"' in html
    assert "<li>1 a &lt;fish&gt;</li>" in html


def test_stop_and_again():
    """After a stop nothing is shown until somebody asks; choosing something is asking."""
    found = page()
    found.button(key="p.stop").click()
    assert not ran(found).text
    found.button(key="p.again").click()
    assert ran(found).text
    found.button(key="p.stop").click()
    ran(found)
    found.selectbox(key="p.sample.").set_value("letter/en-inter-medium")
    assert ran(found).text
