"""From labelled pictures to a tagger: what it gives, what it refuses, and that it is what scikit-learn says."""

from __future__ import annotations

import datetime as dt
import time

import numpy as np
import pytest
from PIL import Image
from projects import ROOT
from skimage import data

from toolkit.vision.classifier import Classifier, TrainingError, held_out, save, train, train_pictures
from toolkit.vision.classifier.features import COUNT
from toolkit.vision.classifier.file import spelled
from toolkit.vision.classifier.learning import calibrators, fitted
from toolkit.vision.classifier.saving import saved
from toolkit.vision.classifier.training import _classifier

DAY = dt.date(2026, 11, 27)
SURFACES = ROOT / "corpora" / "surfaces"
MODEL = ROOT / "services" / "surface-classifier" / "model.json"


@pytest.fixture(scope="module")
def surfaces():
    """The classifier of brick, grass and gravel, and the seconds that it took."""
    start = time.monotonic()
    trained = train(SURFACES, today=DAY)
    return trained, time.monotonic() - start


def test_two_pictures_of_two_tags(patterns):
    """Two pictures of each of two tags are enough, and a third picture gets its tag."""
    trained = train_pictures({tag: [draw(0), draw(1)] for tag, draw in patterns.items()})
    for tag, draw in patterns.items():
        tagging = trained.classifier.tag(draw(2))
        assert (tagging.tags[0].label, tagging.tagger, tagging.version) == (
            tag,
            "own pictures",
            trained.classifier.version,
        )
        assert [each.box for each in tagging.tags] == [None, None]
        assert sum(each.score for each in tagging.tags) == pytest.approx(1)
        assert tagging.tags[0].score >= tagging.tags[1].score
    assert [piece.name for piece in trained.pieces] == ["striped 1", "striped 2", "dotted 1", "dotted 2"]
    assert trained.measured.level == "photographs"


def test_same_input_same_numbers(patterns):
    """Training twice gives the same classifier."""
    pictures = {tag: [draw(n) for n in range(4)] for tag, draw in patterns.items()}
    one, two = train_pictures(pictures), train_pictures(pictures)
    assert one.classifier.version == two.classifier.version
    assert (one.classifier.weights == two.classifier.weights).all()


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"a": 2}, "one tag cannot be told from anything"),
        ({}, "one tag cannot be told from anything"),
        ({"a": 2, "b": 1}, "two different pictures are the least for a tag: `b`"),
        ({"a": 0, "b": 2}, "two different pictures are the least for a tag: `a`"),
        ({"a": 2, "b\u202e": 2}, "a tag has no name that can be read"),
        ({"a": 2, " ": 2}, "a tag has no name that can be read"),
    ],
)
def test_too_little(counts, said):
    """What cannot be learned from is told in a sentence."""
    noise = np.random.default_rng(0).integers(0, 256, (8, 20, 20, 3)).astype(np.uint8)
    with pytest.raises(TrainingError) as caught:
        train_pictures({label: noise[4 * n : 4 * n + count] for n, (label, count) in enumerate(counts.items())})
    assert str(caught.value) == said


def test_copies_are_not_two(patterns):
    """The same picture twice is one picture."""
    with pytest.raises(TrainingError, match="two different pictures"):
        train_pictures({"a": [patterns["striped"](0)] * 2, "b": [patterns["dotted"](0), patterns["dotted"](1)]})


@pytest.mark.parametrize("labels", [2, 3, 7])
def test_as_scikit_learn_says(labels):
    """NumPy alone gives the scores of scikit-learn's calibrated classifier, to the ninth decimal."""
    rng = np.random.default_rng(labels)
    truth = np.repeat(np.arange(labels), 6)
    rows = rng.random((len(truth), COUNT)) + truth[:, None] * rng.choice([0, 0.2], COUNT)
    rows[:, :20] = 0
    model = fitted(rows, truth, np.arange(len(truth)), 0)
    found = _classifier("any", [str(n) for n in range(labels)], (), model)
    asked = np.vstack([rows, rng.random((50, COUNT)) * 2])
    assert np.abs(found.scores(asked) - model.predict_proba(asked)).max() < 1e-9
    assert found.scores(asked).sum(axis=1) == pytest.approx(1)


def test_surfaces(surfaces):
    """Tiles are counted as tiles of three photographs, without an interval, and the account says what they are worth."""
    trained, seconds = surfaces
    assert trained.measured[:4] == ("tiles", 3, 0, ("brick", "grass", "gravel"))
    assert [tag.recall.of for tag in trained.measured.tags] == [32, 32, 32]
    assert [tag.recall.interval for tag in trained.measured.tags] == [None] * 3
    assert min(tag.recall.value for tag in trained.measured.tags) > 0.9
    assert [concern.kind for concern in trained.concerns] == ["same-photographs"] + ["one-photograph"] * 3
    assert "say nothing of others" in trained.concerns[0].message
    assert seconds < 60


def test_surfaces_are_reproduced(surfaces):
    """The committed file is what training on the committed folder gives, byte for byte, and it is small."""
    assert MODEL.read_bytes() == spelled(saved(surfaces[0]))
    assert MODEL.stat().st_size < 100_000


def test_held_out():
    """The right halves are kept for tests: 32 tiles of each photograph, 64 pixels square."""
    examples = held_out(SURFACES, purpose="demonstration")
    assert [(each.label, each.photograph) for each in examples[::32]] == [
        (name, name) for name in ("brick", "grass", "gravel")
    ]
    assert len(examples) == 96
    assert (examples[0].picture[..., 0] == data.brick()[:64, 256:320]).all()
    classifier = Classifier.load(MODEL)
    right = sum(classifier.tag(each.picture).tags[0].label == each.label for each in examples)
    assert right == 96


@pytest.mark.parametrize("name", ["coffee", "chelsea", "rocket"])
def test_something_else_gets_a_label(name):
    """A cup, a cat and a rocket are none of the three, and each gets one of them, far above a third."""
    tags = Classifier.load(MODEL).tag(getattr(data, name)()).tags
    assert {tag.label for tag in tags} == {"brick", "grass", "gravel"}
    assert tags[0].score > 0.6


def test_folder(make_folder, tmp_path):
    """Folders of pictures, for one of their purposes: a saved file gives the same tags."""
    folder = make_folder()
    trained = train(folder, today=DAY, purpose="trying")
    assert trained.measured.photographs == 10
    assert trained.measured.folds == 5
    assert trained.origin.purpose.id == "trying"
    save(trained, tmp_path / "patterns.json")
    picture = data.coffee()
    assert Classifier.load(tmp_path / "patterns.json").tag(picture) == trained.classifier.tag(picture)


def test_tiles_of_many_photographs(make_folder, patterns_yaml):
    """Tiles of several photographs: each photograph is held back whole and counted once."""
    folder = make_folder(patterns_yaml + "tiles: {rows: 2, columns: 2}\n", 3, 3)
    trained = train(folder, today=DAY, purpose="teaching")
    assert len(trained.pieces) == 24
    assert trained.measured[:3] == ("photographs", 6, 3)
    assert trained.pieces[1].name == "striped/0.png, row 1, column 2"
    with pytest.raises(TrainingError, match="no part is held back for good"):
        held_out(folder, purpose="teaching")


def test_too_few_tiles(make_folder, patterns_yaml):
    """One tile to learn from leaves none to calibrate on, which is said; without any there is nothing to learn."""
    folder = make_folder(patterns_yaml + "tiles: {rows: 1, columns: 2}\n", 1, 1)
    trained = train(folder, today=DAY, purpose="teaching")
    assert [concern.kind for concern in trained.concerns[:2]] == ["same-photographs", "uncalibrated"]
    assert (trained.classifier.slope.tolist(), trained.classifier.offset.tolist()) == ([-1], [0])


def test_tiles_without_pixels(make_folder, patterns_yaml, patterns):
    """A picture smaller than its grid of tiles is refused."""
    folder = make_folder(patterns_yaml + "tiles: {rows: 32, columns: 32}\n", 1, 1)
    Image.fromarray(patterns["striped"](0)[:20]).save(folder / "striped" / "0.png")
    with pytest.raises(TrainingError, match="fewer pixels than tiles"):
        train(folder, today=DAY, purpose="teaching")


@pytest.mark.parametrize(("seed", "calibrated"), [(0, True), (7, False), (9, False)])
def test_calibration_never_turns_answers_round(seed, calibrated):
    """Of noise nothing can be learned; where a sigmoid would fall, scores stay plain and learned rows keep their tags."""
    rows, truth = np.random.default_rng(seed).random((10, COUNT)), np.repeat([0, 1], 5)
    model = fitted(rows, truth, np.arange(10), 0)
    found = _classifier("any", ["a", "b"], (), model)
    assert bool(calibrators(model)) is calibrated
    assert found.slope[0] < 0
    assert calibrated or found.scores(rows).argmax(axis=1).tolist() == truth.tolist()
    assert np.abs(found.scores(rows) - model.predict_proba(rows)).max() < 1e-9


@pytest.mark.parametrize(("count", "told"), [(4, ["uncalibrated", "too-few"]), (5, ["few"])])
def test_few_pictures_are_not_calibrated(patterns, count, told):
    """Fewer than five pictures of a tag give plain scores, and this is said."""
    trained = train_pictures({tag: [draw(n) for n in range(count)] for tag, draw in patterns.items()})
    assert trained.classifier.calibrated is ("uncalibrated" not in told)
    kinds = dict.fromkeys(concern.kind for concern in trained.concerns)
    assert [kind for kind in kinds if kind != "near-identical"] == told
