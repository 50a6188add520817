"""The button beside a result: what is sent, what only after consent, and the code that is shown once."""

from __future__ import annotations

import base64
import datetime as dt
import io

import numpy as np
import pytest
from desk import DESK, FILE
from PIL import Image
from projects import small, write
from streamlit.testing.v1 import AppTest
from trees import laid_over

from playground.parts import report as module
from playground.parts.crop import as_png, part
from playground.server.kept import store
from playground.server.pace import Pace, Rate
from toolkit.store import inbox
from toolkit.store.codes import read_code
from toolkit.store.feedback import look_up
from toolkit.vision.reading import Box

WAYS = """\
feedback:
  - {id: button, kind: in_app, how: Press it., owner: head of the desk, response_days: 7, anonymous: true}
"""


def script():
    """A page with one result, a picture of which each pixel says where it is."""
    import numpy as np

    from playground.parts.report import report
    from toolkit.vision.reading import Box

    rows, columns = np.mgrid[0:100, 0:200].astype(np.uint8)
    picture = np.dstack([rows, columns, np.full_like(rows, 7)])
    report("desk", "example", "tag dog 0.83", picture, [Box(20, 10, 40, 30)])


def without_picture():
    """A page with one result that has no picture."""
    from playground.parts.report import report

    report("desk", "example", "read", None)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with a place, a day, and a fresh pace."""
    write(tmp_path, FILE, laid_over(DESK, WAYS))
    monkeypatch.setenv("DISCLOSE_PROJECT", str(tmp_path))
    monkeypatch.setattr("playground.server.kept.now", lambda: dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC))
    monkeypatch.setattr(module, "PACE", Pace())
    return small(tmp_path, "example")


@pytest.fixture
def page(project):
    """The page, run once."""
    found = AppTest.from_function(script, default_timeout=60).run()
    assert not found.exception
    return found


def button(page, name):
    return next(each for each in page.button if each.key.endswith(f".{name}"))


def said(page):
    return " ".join(str(each.proto.body) for each in page.html)


def box(page, name):
    return next(each for each in page.checkbox if each.key.endswith(f".{name}"))


def sent(project):
    return inbox.inbox(store(project))


def test_a_report(project, page):
    """A kind and words go to the place, with which result they are about, for 30 days."""
    assert "We keep your report until 20 December 2026" in said(page)
    page.radio[0].set_value("inaccurate")
    page.text_area[0].set_value("That is a cat.")
    button(page, "send").click().run()
    [entry] = sent(project)
    assert entry[1:9] == (
        "desk", "example", "inaccurate", "tag dog 0.83", "That is a cat.", "en", dt.date(2026, 11, 20), "new",
    )  # fmt: skip
    assert (entry.keep_until, entry.has_code, entry.has_crop) == (dt.date(2026, 12, 20), True, False)
    assert "Somebody looks at it within 7" in said(page)


def test_the_code_is_shown_once(project, page):
    """It opens the report; after it was noted it is nowhere in the page, and another report can be sent."""
    page.radio[0].set_value("other")
    button(page, "send").click().run()
    code = read_code(page.code[0].value)
    assert look_up(store(project), code) is not None
    button(page, "done").click().run()
    assert list(page.code) == []
    page.radio[0].set_value("harmful")
    button(page, "send").click().run()
    assert read_code(page.code[0].value) != code
    assert len(sent(project)) == 2


def test_without_a_kind_nothing_is_sent(project, page):
    """What is missing is said once."""
    button(page, "send").click().run()
    assert "Choose what is wrong first." in said(page)
    assert sent(project) == []
    assert "Choose what is wrong first." not in said(page.run())


def test_no_picture_no_part(project):
    """Where there is no picture nothing asks for a part of it."""
    page = AppTest.from_function(without_picture, default_timeout=60).run()
    assert list(page.checkbox) == []


def test_a_part_needs_a_yes_of_its_own(project, page):
    """To choose a part is no consent: without it nothing at all is sent, and no pixel is kept."""
    page.radio[0].set_value("inaccurate")
    box(page, "crop").check().run()
    button(page, "send").click().run()
    assert "Tick that you agree" in said(page)
    assert sent(project) == []


def test_exactly_what_was_shown_is_sent(project, page):
    """The numbered box, its pixels and nothing beside them."""
    page.radio[0].set_value("inaccurate")
    box(page, "crop").check().run()
    page.radio[1].set_value(0).run()
    box(page, "consent").check().run()
    shown = said(page)
    assert "kept with my report until 20 December 2026" in box(page, "consent").label
    button(page, "send").click().run()
    [entry] = sent(project)
    with Image.open(io.BytesIO(inbox.crop(store(project), entry.id))) as image:
        pixels = np.asarray(image)
        assert image.info == {}
    assert base64.b64encode(inbox.crop(store(project), entry.id)).decode() in shown
    assert pixels.shape == (30, 40, 3)
    assert (pixels[0, 0].tolist(), pixels[-1, -1].tolist()) == ([10, 20, 7], [39, 59, 7])


def test_too_much_at_once(project, page, monkeypatch):
    """Beyond the pace nothing is kept, and the words stay in their field."""
    monkeypatch.setattr(module, "PACE", Pace(Rate(0, 1e9)))
    page.radio[0].set_value("other")
    page.text_area[0].set_value("Hello.")
    button(page, "send").click().run()
    assert "Try again in a few minutes." in said(page)
    assert page.text_area[0].value == "Hello."
    assert sent(project) == []


def test_a_store_that_cannot_be_opened(project, page):
    """The page says so, and works on."""
    (project.root / ".disclose").write_text("")
    page.radio[0].set_value("other")
    button(page, "send").click().run()
    assert not page.exception
    assert "We cannot keep it at the moment." in said(page)


@pytest.mark.parametrize(
    ("across", "down", "box"),
    [
        ((25, 75), (0, 100), Box(50, 0, 100, 100)),
        ((0, 100), (0, 100), Box(0, 0, 200, 100)),
        ((100, 100), (50, 50), Box(199, 50, 1, 1)),
    ],
)
def test_part(across, down, box):
    """Hundredths of 200 by 100 pixels; never nothing."""
    assert part(200, 100, across, down) == box


def test_parts_are_made_small():
    """At most 640 pixels long; a box that stands out of the picture is cut."""
    picture = np.zeros((1000, 2000, 3), np.uint8)
    with Image.open(io.BytesIO(as_png(picture, Box(0, 0, 2000, 1000)))) as image:
        assert image.size == (640, 320)
    with Image.open(io.BytesIO(as_png(picture, Box(-10, -20, 110, 70)))) as image:
        assert image.size == (100, 50)


def test_a_place_that_keeps_reports_longer(project):
    """The day that people are told is that of the place, and so is the day on which the report goes."""
    write(project.root, FILE, laid_over(DESK, f"{WAYS}feedback_kept_days: 90\n"))
    page = AppTest.from_function(without_picture, default_timeout=60).run()
    assert "18 February 2027" in said(page)
    page.radio[0].set_value("other")
    page.text_area[0].set_value("Wrong.")
    button(page, "send").click().run()
    [entry] = inbox.inbox(store(project))
    assert entry.keep_until == dt.date(2027, 2, 18)
