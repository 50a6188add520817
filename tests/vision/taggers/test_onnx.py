"""Tags from a model of one's own: preparation, scores, and what is refused."""

from __future__ import annotations

import sys

import numpy as np
import pytest
import tiny_models
from onnx import TensorProto
from tiny_models import MANIFEST

from toolkit.model.onnx_manifest import ModelInput
from toolkit.vision.models import ModelError
from toolkit.vision.reading import Tag
from toolkit.vision.taggers.onnx import Onnx, prepared


@pytest.fixture
def opened(tmp_path):
    """The tagger for a tiny model with other words in its manifest."""

    def build(old="", new="", **model):
        manifest = MANIFEST.replace(old, new) if old else MANIFEST
        assert new == "" or new in manifest
        return Onnx(tiny_models.put(tmp_path / "tints", tiny_models.tints(**model), manifest))

    return build


def plain(red, green, blue, shape=(2, 4)):
    return np.full((*shape, 3), (red, green, blue), np.uint8)


def test_tags(opened):
    """One tag for each label, the highest score first; equal scores by the alphabet."""
    tagging = opened().tag(plain(51, 255, 51))
    assert tagging.tags == (Tag("greenish", 1.0), Tag("bluish", 0.2), Tag("reddish", 0.2))
    assert (tagging.tagger, tagging.version[:6], len(tagging.version)) == ("onnx", "tints ", 18)
    assert opened().labels == ("reddish", "greenish", "bluish")


@pytest.mark.parametrize(
    ("activation", "scores"),
    [("softmax", {0.5761, 0.2119}), ("sigmoid", {0.7311, 0.5}), ("none", {1.0, 0.0})],
)
def test_activation(activation, scores, opened):
    """The numbers 1, 0, 0 as scores."""
    tags = opened("activation: none", f"activation: {activation}").tag(plain(255, 0, 0)).tags
    assert tags[0].label == "reddish"
    assert {tag.score for tag in tags} == scores


def test_order_of_channels_and_layout(opened):
    """A model for blue, green and red gets them so, and one that takes the channels last too."""
    assert opened("layout: NCHW", "channels: BGR, layout: NCHW").tag(plain(255, 0, 0)).tags[0].label == "bluish"
    wanted = {
        "name": "x",
        "width": 1,
        "height": 1,
        "resize": "stretch",
        "scale": 1,
        "mean": (1, 2, 3),
        "std": (1, 2, 4),
    }
    pixel = plain(5, 6, 11, (1, 1))
    assert prepared(pixel, ModelInput(**wanted, layout="NHWC")).tolist() == [[[[4, 2, 2]]]]
    assert prepared(pixel, ModelInput(**wanted, layout="NCHW")).tolist() == [[[[4]], [[2]], [[2]]]]
    bgr = prepared(pixel, ModelInput(**wanted, layout="NHWC", channels="BGR"))
    assert bgr.tolist() == [[[[2, 2, 4]]]]


#: Two rows of six: three columns dark, two middle, one light.
STRIPES = np.repeat(np.array([[[10], [10], [10], [50], [50], [90]]], np.uint8), 2, axis=0).repeat(3, axis=2)


@pytest.mark.parametrize(
    ("resize", "window"),
    [
        ({"resize": "crop"}, [[10, 50], [10, 50]]),
        ({"resize": "pad"}, [[15, 55], [0, 0]]),
        ({"resize": "stretch"}, [[15, 55], [15, 55]]),
        ({"resize": "crop", "short_side": 4}, [[20, 40], [20, 40]]),
    ],
)
def test_resize(resize, window):
    """The window of 2 by 2 over a picture of 6 by 2: cut out of the middle, with black below, or squeezed."""
    wanted = ModelInput(name="x", width=2, height=2, layout="NHWC", scale=1, **resize)
    assert prepared(STRIPES, wanted)[0, :, :, 0].tolist() == window


@pytest.mark.parametrize("resize", ["stretch", "crop", "pad"])
@pytest.mark.parametrize("shape", [(1, 1), (1, 900), (900, 1)])
def test_odd_pictures(resize, shape):
    """A single pixel and a thin line still fill the window."""
    wanted = ModelInput(name="x", width=8, height=6, layout="NCHW", resize=resize)
    assert prepared(plain(9, 9, 9, shape), wanted).shape == (1, 3, 6, 8)


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        (tiny_models.tints(external=True), "keeps numbers in another file"),
        (tiny_models.branching(), "keeps numbers in another file"),
        (tiny_models.tints(domain="evil.ops"), "needs the operator 'GlobalAveragePool' of 'evil.ops'"),
        (b"GIF89a", "is no ONNX model"),
        (b"", "cannot be opened"),
        (tiny_models.tints(kind=TensorProto.FLOAT16), "takes pixels as tensor(float16), not pixels as tensor(float)"),
        (tiny_models.tints(shape=(1, 3, 9, 9)), "the model `tints` failed"),
        (tiny_models.tints(shape=(1, 3, 2, 4)).replace(b"pixels", b"photos"), "takes photos as tensor(float)"),
    ],
)
def test_refused(weights, message, tmp_path):
    """What leads out of the file is refused before anything runs; what does not fit says why."""
    with pytest.raises(ModelError) as caught:
        Onnx(tiny_models.put(tmp_path / "tints", weights))
    assert message in str(caught.value)
    assert caught.value.help


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[reddish, greenish, bluish]", "[reddish, greenish]", "the model `tints` gives 3 numbers for 2 labels"),
        ("resize: stretch", "resize: stretch, scale: 1, mean: [9, 9, 9]", "numbers that are no scores from 0 to 1"),
        ("resize: stretch", "resize: stretch, std: [1.0e-300, 1, 1]", "gives no finite numbers"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero:RuntimeWarning", "ignore:invalid value:RuntimeWarning")
def test_numbers_that_are_no_scores(old, new, message, opened):
    """Labels and scores are tried once when the model is opened."""
    with pytest.raises(ModelError) as caught:
        opened(old, new)
    assert message in str(caught.value)


@pytest.mark.parametrize("missing", ["onnx", "onnxruntime"])
def test_without_the_extra(missing, opened, monkeypatch):
    """Where onnxruntime is not installed, the error says what to install."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ModelError) as caught:
        opened()
    assert caught.value.help == "pip install 'disclosure-toolkit[onnx]'"
