"""The file of a classifier: read back as it was, refused with a sentence where anything is wrong, and never run."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
import pickle

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from projects import ROOT
from skimage import data

from toolkit.vision.classifier import Classifier, ClassifierError, TrainingError, save, train, train_pictures
from toolkit.vision.classifier.features import COUNT
from toolkit.vision.classifier.file import _hash, parse, read, spelled, write

MODEL = ROOT / "services" / "surface-classifier" / "model.json"
BYTES = MODEL.read_bytes()
SAID = json.loads(BYTES)


def again(changes):
    """The file with other values and a hash that fits them, as somebody would make it who means harm."""
    said = {key: value for key, value in SAID.items() if key != "sha256"} | changes
    return json.dumps(said | {"sha256": _hash(said)}).encode()


def test_round_trip(tmp_path):
    """What is read is what was written, to the last digit."""
    write(read(MODEL), tmp_path / "copy.json")
    assert (tmp_path / "copy.json").read_bytes() == BYTES
    one, two = Classifier.load(MODEL), Classifier.load(tmp_path / "copy.json")
    for field in dataclasses.fields(Classifier):
        assert np.array_equal(getattr(one, field.name), getattr(two, field.name))


def test_facts():
    """The file says what it was learned from, what for and when, and names no file."""
    facts = parse(BYTES).training
    assert (facts.people_shown, facts.consent) == (False, None)
    assert facts.licence.startswith("CC0 1.0")
    assert facts.trained_on == dt.date(2026, 11, 27)
    assert [each.label for each in facts.photographs] == ["brick", "grass", "gravel"]
    assert facts.measured.model_dump()["tags"][0] == {"label": "brick", "right": 32, "given": 32, "borne": 32}
    assert b".png" not in BYTES


def test_purpose():
    """A file may be used for what its folder allows, by id or sentence, and for nothing else."""
    assert Classifier.load(MODEL, purpose="demonstration").name == "surfaces"
    assert Classifier.load(MODEL, purpose="To show how a small classifier learns and fails.").name == "surfaces"
    with pytest.raises(ClassifierError) as caught:
        Classifier.load(MODEL, purpose="judging roads")
    assert str(caught.value) == "surfaces may not be used for `judging roads`"
    assert caught.value.help == "allowed are: demonstration (To show how a small classifier learns and fails.)"


class Harm:
    """Makes a folder when it is unpickled."""

    def __reduce__(self):
        return os.mkdir, ("harmed",)


def test_nothing_runs(tmp_path, monkeypatch):
    """A pickle is refused, and nothing in it runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model.json").write_bytes(pickle.dumps(Harm()))
    with pytest.raises(ClassifierError, match=r"model\.json is no classifier"):
        Classifier.load(tmp_path / "model.json")
    assert [path.name for path in tmp_path.iterdir()] == ["model.json"]


ROW = [0.0] * COUNT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no classifier: Invalid JSON"),
        (b"[" * 100_000, "is no classifier: Invalid JSON: recursion limit"),
        (b" " * 10_000_001, "is larger than 10 MB"),
        (BYTES[:-200], "is no classifier: Invalid JSON"),
        (BYTES.replace(b'"gravel"', b'"sand"'), "was changed or cut"),
        (again({"mean": [0.0] * 3}), "`mean`: Tuple should have at least 196 items"),
        (again({"mean": [1e300] * COUNT}), "`mean.0`: Input should be less than or equal to"),
        (again({"scale": ROW}), "`scale.0`: Input should be greater than or equal to"),
        (again({"mean": [float("nan"), *ROW[1:]]}), "is no classifier"),
        (again({"weights": [ROW, ROW]}), "the weights do not fit the labels"),
        (again({"labels": ["a", "a", "b"]}), "a label stands twice"),
        (again({"labels": ["a", "b", "g\u200bravel"]}), "holds invisible characters"),
        (again({"labels": ["a", "b", "\x1b[31mgravel"]}), "holds invisible characters"),
        (again({"features": "other-1"}), "`features`"),
        (again({"code": "import os"}), "`code`: Extra inputs are not permitted"),
        (again({"training": SAID["training"] | {"purposes": [{"id": "any", "text": "Any."}]}}), "a purpose that is not allowed"),
        (again({"training": {}}), "`training.source`: Field required"),
    ],
    ids=range(17),
)  # fmt: skip
def test_refused(data, said):
    """One sentence for each thing that can be wrong."""
    with pytest.raises(ClassifierError) as caught:
        parse(data, "model.json")
    assert str(caught.value).startswith("model.json ")
    assert said in str(caught.value)
    assert caught.value.help


def test_version_of_another(tmp_path):
    """Weights that were exchanged with a hash that fits do not pass under the old version."""
    (tmp_path / "model.json").write_bytes(again({"offset": [0.0] * 3}))
    with pytest.raises(ClassifierError, match="names a version that is not its own"):
        Classifier.load(tmp_path / "model.json")


def answer(data, folder):
    """The scores of a cup of coffee, or the sentence of a refusal."""
    path = folder / "mutated.json"
    path.write_bytes(data)
    try:
        return [tag.score for tag in Classifier.load(path).tag(COFFEE).tags]
    except ClassifierError as error:
        return str(error)


COFFEE = data.coffee()[:50, :50]


@settings(max_examples=300)
@given(st.integers(0, len(BYTES) - 1), st.integers(0, 40), st.binary(max_size=8))
@example(0, 0, b"")
def test_any_bytes(tmp_path_factory, at, cut, put):
    """Bytes taken out and put in anywhere give the same classifier or a sentence, never anything else."""
    found = answer(BYTES[:at] + put + BYTES[at + cut :], tmp_path_factory.getbasetemp())
    assert isinstance(found, str) or found == [tag.score for tag in Classifier.load(MODEL).tag(COFFEE).tags]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=10,
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(SAID)), JSON)
def test_any_value(tmp_path_factory, key, value):
    """Any value under any key, with a hash that fits, gives scores that sum to one or a sentence."""
    try:
        mutated = again({key: value})
    except UnicodeEncodeError:
        return
    found = answer(mutated, tmp_path_factory.getbasetemp())
    assert isinstance(found, str) or sum(found) == pytest.approx(1)


@settings(max_examples=50)
@given(st.lists(st.floats(-1e9, 1e9), min_size=3, max_size=3), st.floats(1e-9, 1e9), st.floats(-1e9, 1e9))
def test_extreme_numbers(numbers, width, weight):
    """The largest numbers that are let in give scores from 0 to 1 that sum to one."""
    labels = ["a", "b", "c"]
    extreme = {"mean": [weight] * COUNT, "scale": [width] * COUNT, "weights": [[weight] * COUNT] * 3}
    extreme |= {"intercept": numbers, "slope": numbers[::-1], "offset": numbers}
    parse(again({"labels": labels, **extreme}))
    scores = Classifier.of("any", labels, (), extreme).scores(np.ones((1, COUNT)))
    assert scores.sum() == pytest.approx(1)
    assert (scores >= 0).all()


def test_only_with_an_origin(patterns, tmp_path):
    """Pictures without a training folder cannot be saved, and nothing is written."""
    trained = train_pictures({tag: [draw(0), draw(1)] for tag, draw in patterns.items()})
    with pytest.raises(TrainingError, match="without a training folder"):
        save(trained, tmp_path / "model.json")
    assert list(tmp_path.iterdir()) == []


def test_whole_or_not_at_all(make_folder, tmp_path):
    """Where a file cannot be put in its place, nothing is left beside it."""
    trained = train(make_folder(), today=dt.date(2026, 11, 27), purpose="trying")
    (tmp_path / "taken").mkdir()
    with pytest.raises(ClassifierError, match="cannot write"):
        save(trained, tmp_path / "taken")
    with pytest.raises(ClassifierError, match="cannot write"):
        save(trained, tmp_path / "nowhere" / "model.json")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["patterns", "taken"]
    assert spelled(read(MODEL)) == BYTES
