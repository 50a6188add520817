"""The page on which a classifier is taught: steps, own pictures, the mask and its proof, something else."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from playground.jobs.lesson import Share, answer, borne, exam, given, own_grid, small, teach_own, teach_samples
from playground.jobs.proof import prove, under
from playground.parts.mask import shapes
from playground.parts.shipped import photograph
from toolkit.vision.classifier.mask import GREY

ROOT = Path(__file__).parents[2]
SURFACES = ROOT / "corpora/surfaces"
DAY = dt.date(2026, 11, 20)
MIDDLE = shapes(((35, 65, 30, 70),))


@pytest.fixture(scope="module")
def trained():
    """A classifier of the sample surfaces."""
    return teach_samples(SURFACES, DAY)


@pytest.fixture
def found(monkeypatch):
    """The page, run once in this repository."""
    monkeypatch.setenv("DISCLOSE_PROJECT", str(ROOT))
    found = AppTest.from_file(str(ROOT / "playground/pages/teach.py"), default_timeout=120).run()
    assert not found.exception
    return found


def pieces(name, count=6):
    """Parts of a photograph, each 100 by 100 pixels."""
    whole = photograph(name)
    return [np.ascontiguousarray(whole[30 * at : 30 * at + 100, 40 * at : 40 * at + 100]) for at in range(count)]


def files(name, count=6):
    """The same as PNG files, as somebody would upload them."""
    made = []
    for at, piece in enumerate(pieces(name, count)):
        file = io.BytesIO()
        Image.fromarray(piece).save(file, "PNG")
        made.append((f"{at}.png", file.getvalue(), "image/png"))
    return made


def texts(found):
    """All that a page says in Markdown, headings and HTML."""
    return "\n".join(each.value for each in (*found.markdown, *found.header)) + "\n".join(
        str(each.proto.body) for each in found.html
    )


def taught(found):
    """The page after the samples have taught."""
    found.button(key="teach.go").click().run()
    assert not found.exception
    return found


def step(found, name):
    """The page at another step."""
    found.segmented_control(key="teach.step").set_value(name).run()
    assert not found.exception
    return texts(found)


def bring(found, number, name, uploads):
    """Give a tag its name and its pictures."""
    found.segmented_control(key="teach.own.which").set_value(number).run()
    found.text_input(key=f"teach.own.name.{number}").set_value(name).run()
    found.file_uploader(key=f"teach.own.files.{number}.0").set_value(uploads).run()
    assert not found.exception


def test_exam_gets_worse_with_the_pictures(trained):
    """Sharp pieces are told apart; far out of focus, grass is called gravel."""
    numbers = [[[cell.number for cell in row] for row in exam(SURFACES, trained.classifier, level)] for level in (0, 5)]
    assert numbers == [[[32, 0, 0], [0, 32, 0], [0, 0, 32]], [[32, 0, 0], [0, 0, 32], [0, 0, 32]]]


def test_shares_of_the_exam(trained):
    """Recall goes along a row, precision along a column; the pictures in a cell are few and small."""
    grid = exam(SURFACES, trained.classifier, 5)
    assert (borne(grid, 1), given(grid, 2)) == (Share(0, 32), Share(32, 64))
    assert [thumb.shape for thumb in grid[1][2].thumbs] == [(64, 64, 3)] * 8


def test_own_pictures():
    """The confusion of own pictures holds every picture once, blanked where the mask lies."""
    labelled = {"cup": pieces("coffee"), "cat": pieces("chelsea")}
    found = teach_own(labelled, MIDDLE)
    grid = own_grid(found, [*labelled["cup"], *labelled["cat"]])
    assert sum(cell.number for row in grid for cell in row) == 12
    assert all((thumb[32, 32] == GREY).all() for row in grid for cell in row for thumb in cell.thumbs)


def test_small():
    """A large picture is made small, a small one stays as it is."""
    assert small(np.zeros((100, 400, 3), np.uint8), 200).shape == (50, 200, 3)
    assert small(np.zeros((100, 150, 3), np.uint8), 200).shape == (100, 150, 3)


def test_shapes():
    """Rectangles in percent become a mask in shares; what has no width covers nothing."""
    assert shapes(((10, 50, 0, 100), (30, 30, 0, 100))) == (((0.1, 0.0), (0.5, 1.0)),)


def test_under_the_mask():
    """The pixels of the rectangle, those that its edge touches, and one more."""
    hidden = under(np.zeros((100, 100, 3), np.uint8), (((0.2, 0.3), (0.4, 0.6)),))
    down, across = np.nonzero(hidden)
    assert (down.min(), down.max(), across.min(), across.max()) == (29, 61, 19, 41)
    assert hidden.sum() == 33 * 23


def test_proof(trained):
    """What lies under the mask makes no difference; that it is covered does."""
    proof = prove(trained.classifier, photograph("coffee"), MIDDLE)
    assert proof.gone
    assert proof.share == pytest.approx(0.12, abs=0.01)
    assert proof.bare.tags[0].label == "grass"
    assert proof.bare.tags[0].score == pytest.approx(0.937, abs=0.001)
    assert proof.change("grass") < -0.1
    as_it_is, opposite, noise = proof.pictures
    assert not np.array_equal(as_it_is, opposite)
    assert not np.array_equal(opposite, noise)


def test_a_proof_can_fail(trained):
    """Where the pixels under the mask still counted, it would say so."""
    proof = prove(trained.classifier, photograph("coffee"), MIDDLE)
    assert not proof._replace(noise=proof.bare).gone


def test_something_else_gets_a_confident_label(trained):
    """Coffee is called grass; the scores add up to 1."""
    tags = answer(trained.classifier, photograph("coffee")).tags
    assert tags[0].label == "grass"
    assert tags[0].score > 0.9
    assert sum(tag.score for tag in tags) == pytest.approx(1)


def test_nothing_is_shown_before_it_has_learned(found):
    """Every further step says what to do first, and leads there."""
    for name in ("test", "try", "cover", "else"):
        assert "It has learned nothing yet." in step(found, name)
    found.button[0].click().run()
    assert found.segmented_control(key="teach.step").value == "teach"


def test_samples(found):
    """One click teaches; the page says of how little that was."""
    said = texts(taught(found))
    assert "It has learned three tags from 96 pieces of three photographs." in said
    assert "Three photographs, so a demonstration" in said
    assert "A tag has one photograph only" in said


def test_mistakes_of_the_samples(found):
    """Counts, in the table and in sentences, that change with the slider."""
    taught(found)
    assert "No mistakes." in step(found, "test")
    found.slider(key="teach.level").set_value(5).run()
    said = texts(found)
    assert "Of 32 pictures of grass, it called 0 by that name. It called no picture grass." in said
    assert "Of 64 pictures that it called gravel, 32 were that." in said
    assert '<span aria-hidden="true">✗</span> wrong' in said
    assert "Nothing warned anybody" in said


def test_covering_a_part(found):
    """The numbers say that it is gone; a second rectangle covers more; sliders at one point cover nothing."""
    taught(found)
    said = step(found, "cover")
    assert "Gone: 12 of 100 parts of the picture are one flat grey." in said
    assert "Without the mask it says 0.94 for grass" in said
    found.button(key="teach.mask.add").click().run()
    assert "Gone: 17 of 100 parts" in texts(found)
    found.button(key="teach.mask.remove").click().run()
    assert "Gone: 12 of 100 parts" in texts(found)
    found.slider(key="teach.mask.across.0").set_value((40, 40)).run()
    assert [each.value for each in found.info] == ["The mask covers nothing. Pull the ends of both sliders apart."]
    assert "Gone" not in texts(found)


def test_something_else(found):
    """Both pictures get a label, and the page says why."""
    taught(found)
    said = step(found, "else")
    assert "It says grass, with a score of 0.94." in said
    assert "It says grass, with a score of 0.77." in said
    assert "It has no tag for “something else”" in said


def test_own_pictures_on_the_page(found):
    """Names and pictures for two tags, then mistakes, a mask to learn behind, and everything forgotten."""
    found.radio(key="teach.origin").set_value("own").run()
    assert found.button(key="teach.go-own").disabled
    bring(found, 0, "cup", files("coffee"))
    assert "“Tag 2” needs two pictures at least and has 0." in texts(found)
    bring(found, 1, "cat", files("chelsea"))
    found.button(key="teach.go-own").click().run()
    assert "It has learned the tags cup, cat from 12 pictures." in texts(found)
    assert "A tag has fewer than 50 photographs." in texts(found)
    assert "Of 6 pictures of cup" in step(found, "test")
    step(found, "cover")
    next(button for button in found.button if button.label == "Teach it again behind this mask").click().run()
    assert "It learned behind this very mask" in texts(found)
    step(found, "teach")
    next(button for button in found.button if button.label == "Clear my pictures").click().run()
    assert "It has learned nothing yet." in step(found, "test")
    assert [tag.pictures for tag in found.session_state["teach.own"]] == [[], []]
    assert "teach.behind" not in found.session_state


def test_a_file_that_is_no_picture(found):
    """It is refused in a sentence, and the pictures beside it are taken."""
    found.radio(key="teach.origin").set_value("own").run()
    bring(found, 0, "cup", [*files("coffee", 2), ("letter.png", b"no picture", "image/png")])
    assert [each.value for each in found.warning] == ["This is no picture of a kind that can be read here."]
    assert "cup (2)" in found.segmented_control(key="teach.own.which").formatted_values


def test_doubts_come_from_the_note(found):
    """What the note about the samples says stands beside what it is about, with the way there."""
    taught(found)
    assert "/site/notes/surface-classifier/transparency-note/#limitation-no-other-name" in step(found, "else")
    said = step(found, "test")
    assert "#limitation-like-itself" in said
    assert "#limitation-out-of-focus" not in said
    found.slider(key="teach.level").set_value(1).run()
    assert "#limitation-out-of-focus" in texts(found)


def test_trying_a_picture(found):
    """A photograph of the corpus gets its scores, with what they mean."""
    taught(found)
    assert "It had to choose one of its tags: brick, grass, gravel." in step(found, "try")
