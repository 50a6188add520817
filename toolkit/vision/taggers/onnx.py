"""Tags from a classifier that the user brought: `models/<id>/` with weights in ONNX and a manifest that explains them.

A model is data here, not a program: it may hold no pointer to another file and no operator from a library of its own,
and its hash is compared each time before it is opened. It runs on one thread of this computer and sends nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PIL import Image
from scipy.special import expit, softmax

from toolkit.vision.models import ModelError, Stored, open_model
from toolkit.vision.reading import Picture, Tag, Tagging

if TYPE_CHECKING:
    from toolkit.model.onnx_manifest import ModelInput

Numbers = npt.NDArray[np.float32]
#: The operators of the ONNX standard, and those that onnxruntime brings along; others come from libraries.
KNOWN_OPERATORS = frozenset({"", "ai.onnx", "ai.onnx.ml", "com.microsoft"})
EXTRA = "pip install 'disclosure-toolkit[onnx]'"


class Onnx:
    """The tagger `onnx` for the model in one folder."""

    name = "onnx"

    def __init__(self, folder: Path) -> None:
        """Opens the model. Raises ModelError where the manifest, the hash, the weights or the two together are wrong,
        and where onnxruntime is not installed.
        """
        stored = open_model(folder)
        self.id = stored.manifest.id
        self.version = f"{self.id} {(stored.manifest.sha256 or '')[:12]}"
        self.labels = stored.labels
        self._input = stored.manifest.input
        self._activation = stored.manifest.activation
        self._session = _session(stored)
        self._agrees(stored)

    def tag(self, image: Picture) -> Tagging:
        """A tag about the whole picture for each label, the highest score first. Raises ModelError where the model
        gives no numbers, or numbers that are no scores.
        """
        scores = _activated(self._answer(prepared(image, self._input)), self._activation, self.id)
        tags = (Tag(label, round(float(score), 4)) for label, score in zip(self.labels, scores, strict=True))
        return Tagging(tuple(sorted(tags, key=lambda tag: (-tag.score, tag.label))), self.name, self.version)

    def _answer(self, numbers: Numbers) -> npt.NDArray[np.float64]:
        try:
            answer = np.asarray(self._session.run(None, {self._input.name: numbers})[0], np.float64).ravel()
        except Exception as error:  # onnxruntime raises classes that it does not export
            raise ModelError(f"the model `{self.id}` failed: {_first_line(error)}", "look at `input:`") from error
        if len(answer) != len(self.labels):
            message = f"the model `{self.id}` gives {len(answer)} numbers for {len(self.labels)} labels"
            raise ModelError(message, "put `labels:` in its manifest right")
        if not np.isfinite(answer).all():
            raise ModelError(f"the model `{self.id}` gives no finite numbers", "look at `scale`, `mean` and `std`")
        return answer

    def _agrees(self, stored: Stored) -> None:
        """Whether the model takes the input that the manifest describes; tried once with a black picture."""
        inputs = {each.name: each.type for each in self._session.get_inputs()}
        if set(inputs) != {self._input.name} or inputs[self._input.name] != "tensor(float)":
            told = ", ".join(f"{name} as {kind}" for name, kind in inputs.items())
            message = f"the model `{self.id}` takes {told}, not {self._input.name} as tensor(float)"
            raise ModelError(message, f"put `input.name` in {stored.where} right, or convert the model")
        self.tag(np.zeros((1, 1, 3), np.uint8))


def prepared(image: Picture, wanted: ModelInput) -> Numbers:
    """*image* as the model takes it: 1 by 3 by height by width, or 1 by height by width by 3."""
    values = _resized(image, wanted).astype(np.float32) * np.float32(wanted.scale)
    values = np.divide(values - np.array(wanted.mean, np.float32), np.array(wanted.std, np.float32))
    if wanted.channels == "BGR":
        values = values[..., ::-1]
    if wanted.layout == "NCHW":
        values = values.transpose(2, 0, 1)
    return np.ascontiguousarray(values[np.newaxis], np.float32)


def _resized(image: Picture, wanted: ModelInput) -> npt.NDArray[np.uint8]:
    """*image* with the width and height of *wanted*, by the bilinear filter of Pillow."""
    height, width = image.shape[:2]
    source = Image.fromarray(np.ascontiguousarray(image))
    across, down = wanted.width / width, wanted.height / height
    if wanted.resize == "crop":
        factor = max(across, down, (wanted.short_side or 0) / min(width, height))
        half_width, half_height = wanted.width / factor / 2, wanted.height / factor / 2
        middle = (width / 2 - half_width, height / 2 - half_height, width / 2 + half_width, height / 2 + half_height)
        box = (max(0.0, middle[0]), max(0.0, middle[1]), min(float(width), middle[2]), min(float(height), middle[3]))
        return np.asarray(source.resize((wanted.width, wanted.height), Image.Resampling.BILINEAR, box=box))
    factor = min(across, down)
    fitted = (max(1, round(width * factor)), max(1, round(height * factor)))
    size = fitted if wanted.resize == "pad" else (wanted.width, wanted.height)
    inner = np.asarray(source.resize(size, Image.Resampling.BILINEAR))
    padded = np.zeros((wanted.height, wanted.width, 3), np.uint8)
    left, top = (wanted.width - size[0]) // 2, (wanted.height - size[1]) // 2
    padded[top : top + size[1], left : left + size[0]] = inner
    return padded


def _activated(answer: npt.NDArray[np.float64], activation: str, id: str) -> npt.NDArray[np.float64]:
    """Scores from 0 to 1."""
    functions = {"softmax": softmax, "sigmoid": expit}
    numbers = np.asarray(functions[activation](answer) if activation in functions else answer, np.float64)
    if not ((numbers >= -1e-4) & (numbers <= 1 + 1e-4)).all():
        message = f"the model `{id}` gives numbers that are no scores from 0 to 1"
        raise ModelError(message, "write `activation: softmax` or `sigmoid` in its manifest")
    return numbers.clip(0, 1)


def _session(stored: Stored) -> Any:
    """The model opened on one thread of the processor, from the very bytes whose hash was compared."""
    try:
        import onnx
        import onnxruntime
    except ImportError as error:
        raise ModelError("models cannot be opened: onnxruntime and onnx are not installed", EXTRA) from error
    try:
        model = onnx.load_model_from_string(stored.weights)
    except Exception as error:  # protobuf raises its own classes
        raise ModelError(f"{stored.file} is no ONNX model", "take the file with the ending .onnx") from error
    _refuse(model, stored.file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(stored.weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes that it does not export
        message = f"{stored.file} cannot be opened: {_first_line(error)}"
        raise ModelError(message, "update onnxruntime, or export the model anew") from error


def _refuse(model: Any, file: str) -> None:
    """Raises ModelError for what leads out of the file: tensors kept elsewhere, operators of a library."""
    own = frozenset(function.domain for function in model.functions)
    for part in _parts(model):
        kind = part.DESCRIPTOR.name
        if kind == "TensorProto" and (part.data_location or part.external_data):
            message = f"{file} keeps numbers in another file, which no hash covers"
            raise ModelError(message, "save the model as one file")
        if kind == "NodeProto" and part.domain not in KNOWN_OPERATORS | own:
            message = f"{file} needs the operator {part.op_type!r} of {part.domain!r}, from a library of its own"
            raise ModelError(message, "export the model with standard operators only")


def _parts(message: Any) -> Iterator[Any]:
    """A protobuf message and all messages in it, wherever they are: also those in branches, loops and functions."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        fields = (value for field, value in part.ListFields() if field.message_type)
        waiting += chain.from_iterable(value if hasattr(value, "__len__") else (value,) for value in fields)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
