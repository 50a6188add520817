"""What has to be known of a model before a picture is shown to it: `models/<id>/<id>.yml`, beside its weights."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from toolkit.model.base import Id, Name, Record, Text

#: The name of a file in the folder of the model; no path.
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$", max_length=100)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Side = Annotated[int, Field(ge=1, le=4096)]
#: One number for each of red, green and blue.
Three = tuple[int | float, int | float, int | float]
Positive = Annotated[int | float, Field(gt=0)]


class ModelInput(Record):
    """How a picture becomes the numbers that the model takes: each is (value * scale - mean) / std, in 32 bits."""

    name: Name
    """As the model calls it."""
    width: Side
    height: Side
    layout: Literal["NCHW", "NHWC"]
    """Whether the channels come before or after height and width."""
    channels: Literal["RGB", "BGR"] = "RGB"
    resize: Literal["stretch", "crop", "pad"]
    """`stretch` changes the shape, `crop` cuts off what is too long, `pad` adds black."""
    short_side: Side | None = None
    """For `crop`: the short side is first made so long; the smallest that fills the window where left out."""
    scale: Positive = 1 / 255
    mean: Three = (0, 0, 0)
    """For red, green and blue, whatever the order of the channels."""
    std: tuple[Positive, Positive, Positive] = (1, 1, 1)


class OnnxManifest(Record):
    """A model that gives each of its labels a number for the whole picture."""

    schema_version: Literal["1.0"]
    id: Id
    name: Name
    file: FileName
    """The weights, such as `model.onnx`."""
    sha256: Sha256 | None = None
    """The hash of the weights; `disclose models add` writes it where it is left out."""
    labels: Annotated[tuple[Name, ...], Field(min_length=1)] | FileName
    """In the order of the numbers; or the name of a file with one on each line."""
    input: ModelInput
    activation: Literal["softmax", "sigmoid", "none"]
    """What turns the numbers into scores from 0 to 1; `none` where the model does that."""
    licence: Name
    source: Text
    """Who made it, and where it comes from."""
    people_shown: Text
    """Whose pictures it learned from, as far as its makers say."""
    limits: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What it is known to get wrong."""
