"""What `corpus.yml` says of a folder with pictures and their truth."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from toolkit.model.base import Id, Language, Name, Names, Record, Text, Texts


def _below(value: str) -> str:
    if value.startswith(("/", "~")) or "\\" in value or ".." in value.split("/"):
        raise ValueError("a pattern stays in the folder of the corpus: no /, ~ or backslash in front, no .. inside")
    return value


def _some(value: tuple[object, ...]) -> tuple[object, ...]:
    if not value:
        raise ValueError("list at least one")
    return value


def _as_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


#: Which files, as a glob below the folder of the corpus, such as `receipt/*.png` or `**/*-large.png`.
Pattern = Annotated[Name, AfterValidator(_below)]


class PackageBlock(Record):
    """Pictures that an installed package carries in its wheel; nothing is ever fetched."""

    package: Literal["scikit-image"]
    names: Annotated[Names, AfterValidator(_some)] = Field(
        description="name the files without extension, such as `astronaut`"
    )


class PictureBlock(Record):
    """What holds for some pictures. Later blocks add to earlier ones, and override them key by key."""

    files: Pattern | None = Field(None, description="a glob such as `receipt/*.png`")
    from_package: PackageBlock | None = Field(None, alias="from")
    languages: Annotated[tuple[Language, ...], BeforeValidator(_as_many)] = Field(
        (), description="languages of the text, BCP 47, the most frequent first"
    )
    slices: dict[Id, Name] = Field({}, description="what results are told apart by, such as `kind: receipt`")
    present: Names = Field((), description="tags that these pictures should get")
    absent: Names = Field((), description="tags that these pictures should not get")
    photograph: Name | None = Field(None, description="one name for pictures that are parts of one photograph")
    truth: Literal["text", "hocr", "alto", "page", "icdar"] | None = Field(
        None, description="the format of the truth, where a picture has truth in several or it cannot be told"
    )


class CorpusFile(Record):
    """A set of pictures with their truth: where it comes from, who may use it for what, and what is in it."""

    id: Id
    name: Name
    source: Text = Field(description="say where the pictures come from, with an address where there is one")
    licence: Text = Field(description="say under which licence they may be used, such as `CC0-1.0`")
    synthetic: bool = Field(description="true where pictures were made for testing, false where they were taken")
    place: Id | None = Field(None, description="the deployment whose own pictures these are, where they are a place's")
    people_shown: bool = Field(description="true where a person can be seen in any of them")
    purposes: Annotated[Texts, AfterValidator(_some)] = Field(description="say what they may be used for")
    pictures: Annotated[tuple[PictureBlock, ...], AfterValidator(_some)] = Field(
        description="list which pictures there are"
    )
