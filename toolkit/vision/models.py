"""Models that the user brought: `models/<id>/` with the weights, a manifest beside them, and nothing unchecked.

The hash of the weights is compared each time they are read, so that a model is what its manifest was written for.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import DiscloseError
from toolkit.finding import Finding
from toolkit.load.validate import validate
from toolkit.model.onnx_manifest import OnnxManifest
from toolkit.paths import Project
from toolkit.source import Document, error_at, read
from toolkit.vision.download import MAX_BYTES, Progress, copy, fetch, is_address, size_of

#: Labels of a model, in a file of their own.
MAX_LABEL_BYTES = 1_000_000


class ModelError(DiscloseError):
    """A model cannot be used. `findings` are the problems of its manifest, where these are the reason."""

    exit_code = 1

    def __init__(self, message: str, help: str = "", findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message, help)
        self.findings = findings


class Stored(NamedTuple):
    """A model as it lies in its folder, with the bytes whose hash was compared."""

    manifest: OnnxManifest
    labels: tuple[str, ...]
    weights: bytes
    file: str
    where: str
    """The manifest, as a reader knows it."""


class Offer(NamedTuple):
    """What would be copied or downloaded, to be shown before anything is; only then `add` takes it."""

    manifest: OnnxManifest
    path: Path
    """Where the manifest lies."""
    source: str
    size: int | None
    """In bytes; None where a server does not say."""
    loopback: bool


class Row(NamedTuple):
    """A model of the project: its manifest where that can be read, and what is wrong (empty: nothing)."""

    id: str
    manifest: OnnxManifest | None
    problem: str


def open_model(folder: Path) -> Stored:
    """The model in *folder*. Raises ModelError where its manifest, its labels or its hash is wrong."""
    path = folder / f"{folder.name}.yml"
    manifest = _manifest(path)
    if manifest.id != folder.name:
        message = f"the id `{manifest.id}` in {path} is not the name of its folder"
        raise ModelError(message, "rename one of the two")
    if manifest.sha256 is None:
        raise ModelError(f"{path} holds no sha256", "add the model anew with `disclose models add`")
    weights = _bytes(folder, manifest.file, MAX_BYTES)
    if hashlib.sha256(weights).hexdigest() != manifest.sha256:
        message = f"{manifest.file} of the model `{manifest.id}` is not the file that its manifest was written for"
        raise ModelError(message, "its hash differs: delete the folder and add the model anew")
    return Stored(manifest, _labels(folder, manifest), weights, manifest.file, path.as_posix())


def model_ids(project: Project) -> list[str]:
    """The folders in `models/` that hold a manifest, in order."""
    return sorted(path.parent.name for path in _home(project).glob("*/*.yml") if path.stem == path.parent.name)


def models(project: Project) -> Iterator[Row]:
    """Every model of the project, looked at without opening it."""
    for id in model_ids(project):
        folder = _home(project) / id
        try:
            yield Row(id, open_model(folder).manifest, "")
        except ModelError as error:
            manifest, _ = read_manifest(folder / f"{id}.yml", id)
            yield Row(id, manifest, str(error))


def read_manifest(path: Path, name: str) -> tuple[OnnxManifest | None, list[Finding]]:
    """The manifest in the file *path*, called *name* in findings; None where it holds a problem."""
    node, findings = read(path, name, "model")
    if node is None or findings:
        return None, findings
    if not isinstance(node.value, dict):
        return None, [error_at(node.place, "wrong-type", "the file should hold keys, such as `schema_version:`")]
    return validate(Document(node), OnnxManifest)


def offer(project: Project, source: str, manifest: Path | None = None, *, loopback: bool = False) -> Offer:
    """What the weights *source*, a file or an https address, and their manifest say; a server is only asked for the
    size. The manifest is the file beside *source* with the ending .yml where none is named.

    Raises ModelError for a manifest that is wrong or taken, DownloadError for weights that are not there. *loopback*
    also allows http to this very computer, for tests.
    """
    path = manifest or _beside(source)
    told = _manifest(path)
    folder = _home(project) / told.id
    if os.path.lexists(folder):
        message = f"there is a model called `{told.id}` already"
        raise ModelError(message, f"delete {project.name_of(folder)} first, or give the new one another id")
    return Offer(told, path, source, size_of(source, loopback=loopback), loopback)


def add(project: Project, taken: Offer, progress: Progress) -> Path:
    """Copy or download what was offered to `models/<id>/`, and open it once before it is put there. Gives the folder.

    Raises ModelError or DownloadError where something is wrong, and then leaves nothing.
    """
    folder = _home(project) / taken.manifest.id
    staged = project.cache / "models" / taken.manifest.id
    shutil.rmtree(staged, ignore_errors=True)
    try:
        staged.mkdir(parents=True)
        _stage(staged, taken, progress)
        folder.parent.mkdir(exist_ok=True)
        staged.rename(folder)
    except OSError as error:
        message = f"cannot write {project.name_of(folder)}: {error.strerror}"
        raise ModelError(message, "check the permissions and the space on the disk") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return folder


def _stage(staged: Path, taken: Offer, progress: Progress) -> None:
    """Put together what will be the folder of the model, and open it."""
    from toolkit.vision.taggers.onnx import Onnx

    manifest, path = taken.manifest, taken.path
    weights = staged / manifest.file
    if is_address(taken.source):
        digest = fetch(taken.source, weights, progress, loopback=taken.loopback)
    else:
        digest = copy(Path(taken.source), weights, progress)
    if manifest.sha256 not in (None, digest):
        message = f"the hash of {taken.source} is {digest}, not the one in {path}"
        raise ModelError(message, "somebody changed it on the way, or the manifest is for another version")
    if isinstance(manifest.labels, str):
        (staged / manifest.labels).write_bytes(_bytes(path.parent, manifest.labels, MAX_LABEL_BYTES))
    text = path.read_text("utf-8-sig").rstrip("\n")
    added = "" if manifest.sha256 else f"sha256: {digest}\n"
    (staged / f"{manifest.id}.yml").write_text(f"{text}\n{added}", "utf-8")
    Onnx(staged)


def _home(project: Project) -> Path:
    """Where the models of a project lie. Raises ModelError where that is outside of it."""
    home = project.root / "models"
    if not Path(os.path.realpath(home)).is_relative_to(project.root):
        raise ModelError("models/ leads out of the project", "put a folder there in place of the link")
    return home


def _beside(source: str) -> Path:
    """The manifest beside a file. Raises ModelError where there is none."""
    path = Path(source).with_suffix(".yml")
    if is_address(source) or not path.is_file():
        advice = "write one (id, labels, input, licence, source, limits) and name it with --manifest"
        raise ModelError("a model needs a manifest that says what it is", advice)
    return path


def _manifest(path: Path) -> OnnxManifest:
    """The manifest in *path*, or ModelError with every finding."""
    manifest, findings = read_manifest(path, path.as_posix())
    if manifest is None:
        first = findings[0]
        raise ModelError(f"{first.where}: {first.message}", first.help, tuple(findings))
    return manifest


def _labels(folder: Path, manifest: OnnxManifest) -> tuple[str, ...]:
    """The labels in the order of the model's numbers, each once."""
    labels = manifest.labels
    if isinstance(labels, str):
        try:
            lines = _bytes(folder, labels, MAX_LABEL_BYTES).decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as error:
            raise ModelError(f"{labels} is not UTF-8", "save the file in the encoding UTF-8") from error
        labels = tuple(line.strip() for line in lines if line.strip())
    twice = next((label for index, label in enumerate(labels) if label in labels[:index]), None)
    if twice is not None or not labels:
        message = f"the label {twice!r} stands twice" if labels else f"{manifest.labels} holds no label"
        raise ModelError(f"{message}: model `{manifest.id}`", "give each number of the model its own label")
    return labels


def _bytes(folder: Path, name: str, limit: int) -> bytes:
    """The file *name* in *folder* itself. Raises ModelError where it is not there, a link out, or too large."""
    path = folder / name
    if Path(os.path.realpath(path)).parent != Path(os.path.realpath(folder)) or not path.is_file():
        raise ModelError(f"there is no file {name} in {folder}", "put it there; a link to elsewhere is not followed")
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ModelError(f"cannot read {path}: {error.strerror}", "check that you may read it") from error
    if len(data) > limit:
        raise ModelError(f"{path} is larger than {limit // 1_000_000} MB", "take a smaller model")
    return data
