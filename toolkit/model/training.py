"""A training folder: labelled pictures, where they come from, and what a classifier may be made of them for."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from toolkit.model.base import Id, Name, Record, Text


def _has_two_points(shape: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(shape) < 2:
        raise ValueError("a shape has two points or more")
    return shape


#: A share of the width or height of a picture, from 0 to 1.
Share = Annotated[int | float, Field(ge=0, le=1)]
#: Across from the left, down from the top.
Point = tuple[Share, Share]
#: Two points are opposite corners of a rectangle; three or more go round a polygon whose lines do not cross.
Shape = Annotated[tuple[Point, ...], Field(max_length=100), AfterValidator(_has_two_points)]
#: What is blanked before anything looks at a picture.
Mask = Annotated[tuple[Shape, ...], Field(max_length=100)]


class Consent(Record):
    """How the people in the pictures agreed, and who asked them."""

    how: Text
    obtained_by: Name


class Purpose(Record):
    """A use that the pictures may be put to."""

    id: Id
    text: Text


class Label(Record):
    """A tag, and the pictures that show it: those of a folder, or a photograph that scikit-image carries."""

    name: Name
    folder: Name | None = None
    """Below the training folder; its pictures are taken, not those of folders inside it."""
    sample: Literal["brick", "grass", "gravel"] | None = None

    @model_validator(mode="after")
    def _has_one_origin(self) -> Self:
        if (self.folder is None) == (self.sample is None):
            raise ValueError("a label has either a `folder` or a `sample`")
        return self


class Tiles(Record):
    """Each photograph is cut into this many pieces of the same size, which do not overlap."""

    rows: Annotated[int, Field(ge=1, le=32)]
    columns: Annotated[int, Field(ge=2, le=32)]


class Training(Record):
    """What `training.yml` says of a training folder."""

    schema_version: Literal["1.0"] = "1.0"
    name: Name
    source: Text
    """Who took the pictures, or where they come from."""
    licence: Name
    people_shown: bool
    consent: Consent | None = None
    """Required where people are shown."""
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    """What the classifier may be used for; everything else is refused."""
    labels: Annotated[tuple[Label, ...], Field(max_length=50)]
    mask: Mask = ()
    tiles: Tiles | None = None
