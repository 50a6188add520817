"""The page of tags: what is shown, withheld, lost, overruled, and doubted."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from playground.jobs.tagging import Compared, Row, compared, rows, tag
from playground.parts.doubts import doubts, limits
from playground.parts.lists import own, presets
from playground.parts.shipped import photograph
from toolkit.load import load
from toolkit.paths import Project
from toolkit.vision.choice import Choice
from toolkit.vision.reading import Box, Tag

ROOT = Path(__file__).parents[2]
FACE, EYE, OTHER_EYE, DARK = (
    Tag("face", 0.8, Box(10, 20, 30, 40)),
    Tag("eye", 0.7, Box(1, 2, 3, 4)),
    Tag("eye", 0.6, Box(5, 6, 7, 8)),
    Tag("dark", 0.5),
)


@pytest.fixture(scope="module")
def content():
    """The services and places of this repository."""
    return load(Project(ROOT))


def page(monkeypatch, language="en"):
    """The page, run once in this repository."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(ROOT))
    found = AppTest.from_file(str(ROOT / "playground/pages/tag.py"), default_timeout=120)
    found.query_params["lang"] = language
    found.run()
    assert not found.exception
    return found


def texts(found):
    """All that a page says in Markdown, headings and HTML."""
    return "\n".join(each.value for each in (*found.markdown, *found.header)) + "\n".join(
        str(each.proto.body) for each in found.html
    )


def test_rows():
    """A label stands once, with all its scores and boxes, and what has boxes comes first."""
    assert rows((DARK, FACE, EYE, OTHER_EYE)) == (
        Row("face", (0.8,), (FACE.box,)),
        Row("eye", (0.7, 0.6), (EYE.box, OTHER_EYE.box)),
        Row("dark", (0.5,), ()),
    )


def test_compared():
    """Fewer of a label is a loss, more of it is new, and what stays as often is not told."""
    assert compared((FACE, EYE, OTHER_EYE), (FACE, EYE, DARK)) == Compared(
        lost=(("eye", 2, 1),), came=(("dark", 0, 1),)
    )
    assert compared((FACE,), (FACE,)) == Compared((), ())


def test_tag_makes_worse_first():
    """The picture that comes back is the one that the tagger saw."""
    picture = photograph("chelsea")
    clear, dark = tag(picture, ()), tag(picture, (("low-light", 5),))
    assert np.array_equal(clear.picture, picture)
    assert dark.picture.mean() < picture.mean() / 4
    assert "dark" in {each.label for each in dark.tagging.tags if each.score > 0.5}
    assert "dark" not in {each.label for each in clear.tagging.tags if each.score > 0.5}


def test_lists_of_places(content):
    """Places give their lists as they stand in their metadata, the playground first."""
    found = presets(loaded.record for loaded in content.deployments.values())
    assert [preset.id for preset in found] == ["this-toolkit", "building-entrance", "museum-archive"]
    assert found[0].choice == Choice(block=frozenset({"cat face"}))
    assert found[1].choice.allow == {"dark", "bright", "blurred"}


def test_own_lists():
    """An empty allow list of one's own allows all; what the playground blocks stays blocked."""
    assert own([], ["eye"], frozenset({"cat face"})) == Choice(None, frozenset({"eye", "cat face"}))
    assert own(["face"], [], frozenset()).allow == {"face"}


def test_doubts_fit_what_is_shown(content):
    """First what happens to the picture, then what is known of the labels, then what always holds."""
    service = content.services["opencv-tags"].record
    found = [limitation.id for limitation in doubts(service, ["QR code", "face"], ["defocus"])]
    assert found == [
        "out-of-focus",
        "other-codes",
        "turned-head",
        "covered-face",
        "unlike-the-samples",
        "face-like-things",
    ]
    assert [limitation.id for limitation in doubts(service, [], [])] == ["unlike-the-samples", "face-like-things"]


def test_what_is_written_in_english_is_marked(monkeypatch):
    """Limits of detectors and of the service, where another language is chosen."""
    html = texts(page(monkeypatch, "de"))
    assert '<strong>Gesicht</strong>: <span lang="en" dir="ltr">' in html
    assert '<li><span lang="en" dir="ltr">' in html
    assert '<dt><bdi lang="en">' in html


def test_limits_of_detectors():
    """Each label brings its detector once; a label that nobody knows brings none."""
    assert [detector.label for detector in limits(["eye", "face", "eye", "unicorn"])] == ["eye", "face"]


def test_the_page_shows_and_withholds(monkeypatch):
    """The sample has a face in a numbered box; what is weak is withheld with its score; doubts lead to the note."""
    said = texts(page(monkeypatch))
    assert "face</bdi><small>box 3" in said
    assert "**person** 0.46 lies below 0.5, by 0.04" in said
    assert "/site/notes/opencv-tags/transparency-note/#limitation-turned-head" in said
    assert "It is not the chance that the tag is right" in said


def test_lists_of_a_place_hold_back(monkeypatch):
    """With the lists of the entrance, no tag about a person is shown, and each is accounted for."""
    found = page(monkeypatch)
    found.selectbox(key="tag.lists").select("building-entrance").run()
    said = texts(found)
    assert "No tag is shown. That does not mean that nothing is there." in said
    assert "**face** is on the block list" in said
    assert "**photograph** is not on the allow list" in said


def test_worse_pictures_lose_tags(monkeypatch):
    """Far out of focus the eyes are gone, the page says so, and the limitation is the first doubt."""
    found = page(monkeypatch)
    found.slider(key="tag.level.defocus.").set_value(5).run()
    said = texts(found)
    assert "Gone since the picture got worse: eye (from 2 to" in said
    assert said.index("The picture is out of focus.") < said.index("A person looks down, up or to the side")


def test_a_person_overrules(monkeypatch):
    """What a person takes away and adds is what counts."""
    found = page(monkeypatch)
    found.pills(key="tag.wrong").select("eye")
    found.multiselect(key="tag.missing").select("person").run()
    said = texts(found)
    assert "You took away: eye. You added: person." in said
    assert "**What counts now: " in said
    counted = said.split("What counts now: ")[1].split(".")[0]
    assert "person" in counted
    assert "eye" not in counted


def test_stop(monkeypatch):
    """After Stop nothing of the picture is on the page."""
    found = page(monkeypatch)
    found.button(key="tag.stop").click().run()
    assert not found.exception
    assert "Tags that are shown" not in texts(found)
