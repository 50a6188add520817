"""Who gives tags: a table of taggers by name. Nothing heavy is imported before one of them is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import UsageError

if TYPE_CHECKING:
    from toolkit.vision.reading import Tagger


def _opencv(model: Path | None) -> Tagger:
    from toolkit.vision.taggers.opencv import OpenCV

    if model is not None:
        raise UsageError("the tagger `opencv` takes no model", "leave the model out, or take the tagger `onnx`")
    return OpenCV()


def _onnx(model: Path | None) -> Tagger:
    from toolkit.vision.taggers.onnx import Onnx

    if model is None:
        raise UsageError("the tagger `onnx` needs a model", "name one; `disclose models list` shows what is there")
    return Onnx(model)


def _custom(model: Path | None) -> Tagger:
    from toolkit.vision.classifier import Classifier

    if model is None:
        raise UsageError("the tagger `custom` needs a model", "name the file that `disclose train` wrote")
    return Classifier.load(model)


#: Taggers by name: each takes the path of its model, None for one that has none, and gives a `Tagger`.
TAGGERS: dict[str, Callable[[Path | None], Tagger]] = {"opencv": _opencv, "onnx": _onnx, "custom": _custom}
