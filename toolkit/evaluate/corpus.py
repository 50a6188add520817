"""Pictures with their truth: a folder with `corpus.yml`, or a plain folder of pictures with texts beside them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Literal, NamedTuple

from toolkit.errors import DiscloseError, UsageError
from toolkit.evaluate.picture import SUFFIXES, canvas, decode, in_package
from toolkit.evaluate.truth import Format, TrueWord, Truth, TruthError, beside, read_truth
from toolkit.finding import Finding, Place, in_order
from toolkit.load.validate import did_you_mean, validate
from toolkit.model.corpus import CorpusFile, PictureBlock
from toolkit.source import MAX_PROBLEMS, Document, error_at, read
from toolkit.vision.reading import Picture

__all__ = ["Corpus", "CorpusError", "Item", "TrueWord", "Truth", "joined", "load_corpus", "plain_folder"]

FILE = "corpus.yml"
NOT_STATED = "not stated"


class CorpusError(DiscloseError):
    """A corpus cannot be used; `findings` says where and why, the sentence quotes the first of them."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = in_order(findings)
        first = self.findings[0]
        more = f" (and {len(self.findings) - 1} more)" if len(self.findings) > 1 else ""
        super().__init__(f"{first.where}: {first.message}{more}", first.help)


class Item(NamedTuple):
    """A picture and what is known of it."""

    id: str
    """The path below the corpus without extension, or the name of a package's picture."""
    photograph: str
    """What n counts: parts of one photograph share it."""
    slices: Mapping[str, str]
    languages: tuple[str, ...]
    """BCP 47, the most frequent first."""
    truth: Truth | None
    tags: Mapping[str, bool]
    """Tags that are present or absent; what nobody said is not here."""
    decode: Callable[[], Picture]

    def picture(self) -> Picture:
        """The picture, decoded now and not kept. Raises PictureError where it cannot be."""
        return self.decode()

    @property
    def pixels(self) -> str:
        """SHA-256 over the decoded pixels; they are read once in a process."""
        return _pixels(self.decode)

    @property
    def hash(self) -> str:
        """SHA-256 over decoded pixels, truth and tags, as `sha256:...`."""
        known = {"truth": self.truth, "tags": sorted(self.tags.items())}
        words = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(f'{self.pixels} {words}'.encode()).hexdigest()}"


class Corpus(NamedTuple):
    """A set of pictures: what `corpus.yml` says of it, and its items in the order of their ids."""

    id: str
    name: str
    licence: str
    synthetic: bool | Literal["partly"]
    people_shown: bool
    purposes: tuple[str, ...]
    source: str
    items: tuple[Item, ...]
    place: str | None = None
    """The deployment whose own pictures these are."""

    @property
    def hash(self) -> str:
        """SHA-256 over the hashes of all items, whatever they are called, as `sha256:...`."""
        hashes = "\n".join(sorted(item.hash for item in self.items))
        return f"sha256:{hashlib.sha256(hashes.encode()).hexdigest()}"


def joined(corpora: Sequence[Corpus]) -> Corpus:
    """Several corpora as one, which names them all. It is of a place only where all of them are.

    Raises UsageError where two pictures have the same id.
    """
    if len(corpora) == 1:
        return corpora[0]
    items = [item for corpus in corpora for item in corpus.items]
    ids = [item.id for item in items]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise UsageError(f"`{twice[0]}` is a picture of two corpora", "measure them one after the other")
    synthetic = {corpus.synthetic for corpus in corpora}
    places = {corpus.place for corpus in corpora}
    return Corpus(
        id="-".join(corpus.id for corpus in corpora),
        name=" and ".join(corpus.name for corpus in corpora),
        licence="; ".join(dict.fromkeys(corpus.licence for corpus in corpora)),
        synthetic=synthetic.pop() if len(synthetic) == 1 else "partly",
        people_shown=any(corpus.people_shown for corpus in corpora),
        purposes=tuple(dict.fromkeys(purpose for corpus in corpora for purpose in corpus.purposes)),
        source="; ".join(corpus.source for corpus in corpora),
        items=tuple(sorted(items, key=lambda item: item.id)),
        place=places.pop() if len(places) == 1 else None,
    )


@lru_cache(maxsize=65_536)
def _pixels(decode: Callable[[], Picture]) -> str:
    """A hash over what *decode* gives, kept for as long as this process runs."""
    picture = decode()
    return hashlib.sha256(repr(picture.shape).encode() + picture.tobytes()).hexdigest()


def load_corpus(folder: Path) -> Corpus:
    """The corpus that `corpus.yml` in *folder* describes. Pictures are not decoded yet.

    Raises CorpusError, with every finding as file, line and column, where that file, a picture or a truth is wrong.
    """
    name = f"{folder.name}/{FILE}"
    node, findings = read(folder / FILE, name, "corpus")
    if node is None or findings:
        raise CorpusError(findings)
    if not isinstance(node.value, dict):
        raise CorpusError([error_at(node.place, "wrong-type", "the file should hold keys, such as `id:`")])
    document = Document(node)
    record, findings = validate(document, CorpusFile)
    if record is None:
        raise CorpusError(findings)
    found = _gather(folder, record, document, findings)
    items = tuple(_item(folder, id, *found[id], findings) for id in sorted(found))
    if findings:
        raise CorpusError(findings[:MAX_PROBLEMS])
    facts = (record.id, record.name, record.licence, record.synthetic, record.people_shown, record.purposes)
    return Corpus(*facts, record.source, items, record.place)


def plain_folder(folder: Path, languages: tuple[str, ...] = ("en",)) -> Corpus:
    """Pictures with a text beside them, in *folder* and below it; the folder of each is its kind. What nobody wrote
    down is not stated, and whether people are shown is taken to be so. *languages* is what to read them in.

    Raises CorpusError where there is no such picture, or one or its text cannot be read.
    """
    findings: list[Finding] = []
    items = []
    for path in _files(folder, "**/*"):
        if path.with_suffix(".txt").is_file():
            kind = path.parent.relative_to(folder).as_posix()
            block = PictureBlock(languages=languages, slices={} if kind == "." else {"kind": kind}, truth="text")
            items.append(_item(folder, _id(folder, path), path, [block], findings))
    if not items and not findings:
        place = Place(folder.name)
        findings.append(error_at(place, "empty-corpus", "no picture here has a text beside it", "add `<name>.txt`"))
    if findings:
        raise CorpusError(findings[:MAX_PROBLEMS])
    facts = (folder.name, folder.name, NOT_STATED, False, True, (NOT_STATED,), NOT_STATED)
    return Corpus(*facts, tuple(sorted(items, key=lambda item: item.id)))


def _gather(
    folder: Path, record: CorpusFile, document: Document, findings: list[Finding]
) -> dict[str, tuple[Path, list[PictureBlock]]]:
    """The file of each item and all blocks that hold for it; what leads nowhere goes to *findings*."""
    found: dict[str, tuple[Path, list[PictureBlock]]] = {}
    for index, block in enumerate(record.pictures):
        place = document.place(("pictures", index))
        if (block.files is None) == (block.from_package is None):
            advice = "write `files:` with a glob, or `from:` with a package"
            findings.append(error_at(place, "missing-key", "this block names no pictures, or does so twice", advice))
        twice = sorted(set(block.present) & set(block.absent))
        if twice:
            message = f"the tag `{twice[0]}` is present and absent at once"
            findings.append(error_at(place, "wrong-value", message, "delete one of the two"))
        for id, path in _chosen(folder, block, document, index, findings):
            known = found.setdefault(id, (path, []))
            known[1].append(block)
            if known[0] != path:
                message = f"`{id}` is the name of two pictures: {known[0].name} and {path.name}"
                findings.append(error_at(place, "duplicate-id", message, "rename one of them"))
    return found


def _chosen(
    folder: Path, block: PictureBlock, document: Document, index: int, findings: list[Finding]
) -> Iterator[tuple[str, Path]]:
    """Ids and files of the pictures of a block."""
    if block.files:
        place = document.place(("pictures", index, "files"))
        files = _files(folder, block.files)
        inside = [path for path in files if Path(os.path.realpath(path)).is_relative_to(folder.resolve())]
        if len(inside) < len(files):
            message, advice = "some of these files lead out of the corpus", "put copies here in place of the links"
            findings.append(error_at(place, "outside-project", message, advice))
        if not files:
            message = f"no picture matches `{block.files}`"
            findings.append(error_at(place, "unknown-value", message, f"pictures end with {', '.join(SUFFIXES)}"))
        yield from ((_id(folder, path), path) for path in inside)
    if block.from_package:
        there = in_package(block.from_package.package)
        for number, name in enumerate(block.from_package.names):
            if name in there:
                yield name, there[name]
            else:
                place = document.place(("pictures", index, "from", "names", number))
                message = f"{block.from_package.package} carries no picture `{name}` here"
                findings.append(error_at(place, "unknown-value", message, did_you_mean(name, there)))


def _files(folder: Path, pattern: str) -> list[Path]:
    return sorted(path for path in folder.glob(pattern) if path.suffix.lower() in SUFFIXES and path.is_file())


def _id(folder: Path, path: Path) -> str:
    return path.relative_to(folder).with_suffix("").as_posix()


def _item(folder: Path, id: str, path: Path, blocks: list[PictureBlock], findings: list[Finding]) -> Item:
    """The item of *path*, for which *blocks* hold; what is wrong with its truth goes to *findings*."""
    slices: dict[str, str] = {}
    tags: dict[str, bool] = {}
    format: Format | None = None
    languages: tuple[str, ...] = ()
    photograph = id
    for block in blocks:
        slices |= block.slices
        tags |= dict.fromkeys(block.present, True) | dict.fromkeys(block.absent, False)
        format = block.truth or format
        languages = block.languages or languages
        photograph = block.photograph or photograph
    truth = _truth(folder, path, format, findings)
    return Item(id, photograph, slices, languages, truth, tags, partial(decode, path))


def _truth(folder: Path, path: Path, format: Format | None, findings: list[Finding]) -> Truth | None:
    """The truth beside a picture, or in the corpus under the name of a package's picture; None where there is none."""
    inside = path.is_relative_to(folder)
    at = beside(path if inside else folder / path.name, format)
    named = f"{folder.name}/{path.relative_to(folder).as_posix() if inside else path.name}"
    if at is None:
        if format:
            message, advice = f"there is no truth in the format `{format}` beside this picture", "add it"
            findings.append(error_at(Place(named), "missing-truth", message, advice))
        return None
    try:
        return read_truth(at[0], f"{folder.name}/{at[0].relative_to(folder).as_posix()}", at[1], canvas(path))
    except TruthError as error:
        findings.append(error.finding)
    except DiscloseError as error:
        findings.append(error_at(Place(named), "bad-picture", str(error), error.help))
    return None
