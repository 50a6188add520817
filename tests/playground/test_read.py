"""The page that reads text, as somebody uses it: samples, sliders, corrections, own pictures, a missing engine."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from playground import facts
from toolkit.vision.readers import ReaderError, Tesseract, Tesserocr

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "playground/pages/read.py"
SIGN, FORM = "street-sign/en-inter-medium", "form/en-inter-medium"


@pytest.fixture(autouse=True)
def project(monkeypatch):
    """This repository as the project."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(ROOT))


def opened(**query: str) -> AppTest:
    """The page, as it opens."""
    page = AppTest.from_file(str(PAGE), default_timeout=60)
    page.query_params.update(query)
    return ran(page)


def ran(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception, page.exception[0].message
    return page


def sample(id: str) -> AppTest:
    """The page with a sample."""
    page = opened()
    page.selectbox(key="read.sample.").set_value(id)
    return ran(page)


def text(page: AppTest) -> str:
    """Everything that stands on the page."""
    said = [element.proto.body for element in page.get("html")]
    return "\n".join([*said, *(element.value for element in page.markdown)])


def own(page: AppTest, name: str, data: bytes, kind: str = "image/png") -> AppTest:
    """Somebody's own file is chosen."""
    page.segmented_control(key="read.from").set_value("upload")
    ran(page)
    page.radio[0].set_value("nobody")
    ran(page)
    page.file_uploader[0].set_value((name, data, kind))
    return ran(page)


def png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_a_photograph_first():
    """Without any click a real photograph is read, and its errors are marked and counted."""
    page = opened()
    assert page.selectbox(key="read.sample.").value == "page"
    said = text(page)
    assert "This sample was photographed or scanned." in said
    assert "Where does the picture go? Nowhere" in said
    assert 'class="word wrong' in said
    assert "Not read" in said


def test_a_clear_sample():
    """A clear sample is read without errors, and the page says so without promising anything."""
    said = text(sample(SIGN))
    assert "No errors in this picture as it is now. Words that really stand there: 6." in said
    assert "A person checks 0 of 6 words. Without anybody looking pass: 6." in said
    assert "None of the words that pass is wrong in this picture. In another one it can be." in said


def test_a_slider():
    """The picture gets worse, and so does what is read."""
    page = sample(FORM)
    clear = text(page)
    page.slider(key="read.level.defocus.").set_value(5)
    blurred = text(ran(page))
    assert "Level 5 of 5: a disc with a radius of 1 % of the diagonal." in blurred
    assert clear.count('class="word sure') > blurred.count('class="word sure')


def test_many_ways():
    """Beyond two sliders the others fold away."""
    page = opened()
    page.multiselect(key="read.worse.").set_value(["skew", "noise", "glare"])
    ran(page)
    assert [slider.label for slider in page.slider][:3] == ["Skew", "Noise", "Glare"]
    assert [expander.label for expander in page.expander] == ["More of these"]
    assert [slider.label for slider in page.expander[0].slider] == ["Glare"]


def test_the_threshold():
    """At 100 a person checks all that is not certain and nothing wrong slips through; at 0 nobody looks."""
    page = opened()
    page.slider(key="read.threshold").set_value(100)
    said = text(ran(page))
    assert "Without anybody looking pass: 0." in said
    assert 'class="word wrong' not in said
    page.slider(key="read.threshold").set_value(0)
    said = text(ran(page))
    assert "A person checks 0 of" in said
    assert "so they slip through" in said


def test_overruling():
    """A person writes what stands there; the errors go down, and all can be undone."""
    page = opened()
    page.slider(key="read.threshold").set_value(0)
    ran(page)
    page.selectbox(key=next(box.key for box in page.selectbox if box.label == "Word")).set_value(0)
    ran(page)
    field = page.text_input[0]
    assert field.value != "Region-based"
    field.set_value("Region-based")
    said = text(ran(page))
    assert "A person overrules the machine. Words that a person wrote: 1." in said
    assert 'class="word corrected w0"' in said
    before, after = said.split("Errors before: ")[1].split(". After a person looked: ")
    assert int(after.split(".")[0]) == int(before) - 1
    page.button(key="read.undo").click()
    assert 'class="word corrected' not in text(ran(page))


def test_hiding():
    """What looks private leaves the text, and what stays is named."""
    page = sample(FORM)
    assert "edith@mail.example" in text(page)
    page.checkbox(key="read.hide").check()
    said = text(ran(page))
    assert "edith@mail.example" not in said
    assert "Found and hidden: 1" in said
    assert "E-mail address: 1" in said
    assert "555-0117" in said
    assert "Names, streets, dates of birth" in said


def test_two_readers():
    """Another reader reads the same picture, and neither is called right for it."""
    page = sample(SIGN)
    assert [box.options for box in page.selectbox if box.key == "read.second"] == [["tesseract"]]
    page.selectbox(key="read.second").set_value("tesseract")
    said = text(ran(page))
    assert "<h3>tesserocr " in said
    assert "<h3>tesseract " in said


def test_no_reader_that_writes_files():
    """What writes pictures to files is never offered."""
    assert opened().selectbox(key="read.reader").options == ["tesserocr", "tesseract"]


def test_taking_along():
    """Three files."""
    names = [button.proto.label for button in opened().get("download_button")]
    assert names == ["Text", "JSON", "hOCR"]


def test_a_picture_of_ones_own():
    """It is read, without errors being counted; nobody knows what stands there."""
    page = own(opened(), "sign.png", (ROOT / f"corpora/pages/{SIGN}.png").read_bytes())
    said = text(page)
    assert "Errors can be counted for samples only" in said
    assert "How many wrong words slip through cannot be said" in said
    assert 'class="word sure' in said
    assert list(page.session_state["read.kept"])


def test_the_question_comes_first():
    """No file and no camera before the question is answered, and none for whom it is answered wrongly."""
    page = opened()
    for way in ("upload", "camera"):
        page.segmented_control(key="read.from").set_value(way)
        ran(page)
        assert page.radio[0].label == "Use only pictures you may use. Are other people in it?"
        assert (len(page.file_uploader), len(page.get("camera_input"))) == (0, 0)
        page.radio[0].set_value("unasked")
        assert "Then please ask them first" in text(ran(page))
        assert (len(page.file_uploader), len(page.get("camera_input"))) == (0, 0)
        page.radio[0].set_value("agreed")
        ran(page)
        assert len(page.file_uploader) + len(page.get("camera_input")) == 1


def test_a_file_that_is_refused():
    """The reason is a sentence, with what to do."""
    said = text(own(opened(), "notes.png", b"hello, this is text"))
    assert "This file is not taken. This is no picture of a kind that can be read here." in said
    assert "Save it as PNG or JPEG." in said


def test_nothing_on_it():
    """An empty picture is no error."""
    said = text(own(opened(), "white.png", png(Image.new("RGB", (200, 100), "white"))))
    assert "No text was found in this picture." in said


def test_stop():
    """Stop forgets what somebody brought, and nothing starts by itself."""
    page = own(opened(), "sign.png", (ROOT / f"corpora/pages/{SIGN}.png").read_bytes())
    page.button(key="read.stop").click()
    ran(page)
    assert "You stopped it. What you brought is forgotten." in text(page)
    assert 'class="sheet"' not in text(page)
    assert "read.kept" not in page.session_state
    assert "read.taken" not in page.session_state
    page.button(key="read.again").click()
    ran(page)
    assert "No picture is chosen." in text(page)


def test_a_demonstration():
    """The address of a limitation chooses how the picture gets worse, says what to look for, and leads back."""
    rows = facts.failures()
    row = next(row for row in rows["tesseract-ocr"] if row.degradation == "skew")
    page = opened(demo=row.demo)
    assert page.slider(key="read.level.skew.skew").value == 3
    said = text(page)
    assert row.limitation.condition in said
    assert f"#limitation-{row.limitation.id}" in said
    assert "This is not" not in said


def test_another_engine_says_so_first():
    """A vendor's limit is shown by an engine that runs here, and that is said before anything else."""
    row = next(row for row in facts.failures()["vision-ocr"] if row.instead and row.degradation)
    page = opened(demo=row.demo)
    first = page.get("html")[0].proto.body
    assert f"This is not {row.name}." in first


def test_no_such_demonstration():
    """An address that leads nowhere is said, and the page works."""
    said = text(opened(demo="nobody/nothing"))
    assert "There is no such demonstration here." in said
    assert 'class="sheet"' in said


def test_no_engine(monkeypatch):
    """Without any reader the page says what to install, and shows no control that would do nothing."""
    import streamlit as st

    st.cache_resource.clear()

    def missing() -> str:
        raise ReaderError("not here", "apt install tesseract-ocr")

    monkeypatch.setattr(Tesserocr, "engine", staticmethod(missing))
    monkeypatch.setattr(Tesseract, "engine", staticmethod(missing))
    page = opened()
    assert "No reader of text is installed on this computer." in text(page)
    assert page.code[0].value == "apt install tesseract-ocr"
    assert len(page.tabs) == 0
    st.cache_resource.clear()
