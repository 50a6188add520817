"""Proofs: single signs for their author, in any language and format, and as people see them from afar."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toolkit import places
from toolkit.errors import UsageError
from toolkit.finding import Finding, in_order
from toolkit.load import load
from toolkit.load.validate import did_you_mean
from toolkit.model.sign import Sign
from toolkit.paths import Project
from toolkit.render import Artefact, sign
from toolkit.render.paper import FORMATS, size_of
from toolkit.typeset import Typesetter
from toolkit.view import cards, house
from toolkit.view.place import PlaceView
from toolkit.write import failed

#: Pixels per inch of the picture that is looked at from afar: a dot is smaller than an eye can tell apart at 0.5 m.
FINE = 150


class Wish(NamedTuple):
    """What an author wants to see; what is left out is as the sign says."""

    deployment: str
    sign: str | None = None
    languages: str | None = None
    format: str | None = None
    seen: bool = False


def proofs(project: Project, today: dt.date, wish: Wish) -> tuple[list[Artefact], list[Finding]]:
    """The files of the signs wished for; what does not fit on them, which is not set; and what is wrong with the files
    around the deployment. Raises UsageError for an unknown deployment, sign, language or format.
    """
    content = load(project)
    shared = house(content, cards(content), today)
    views, around = places.views(project, content, shared) if shared else ({}, [])
    if wish.deployment not in views:
        wrong = [finding for finding in content.findings if finding.severity == "error"]
        if wrong:
            return [], in_order(wrong)
        raise UsageError(f"there is no deployment called {wish.deployment!r}", did_you_mean(wish.deployment, views))
    view, setter = views[wish.deployment], Typesetter(project, today)
    made: list[Artefact] = []
    findings = [found for found in around if found.place.file.startswith(f"deployments/{view.id}/")]
    for each in _signs(view, wish):
        for languages in _versions(view, each, wish):
            wrong = places.laid_out(view, each, languages, setter)
            findings += wrong
            if not wrong:
                made += _set(view, each, languages, setter, seen=wish.seen)
    return made, in_order(findings)


def _signs(view: PlaceView, wish: Wish) -> list[Sign]:
    ids = [each.id for each in view.deployment.signs]
    if wish.sign not in (None, *ids):
        raise UsageError(f"{view.id} has no sign called {wish.sign!r}", did_you_mean(wish.sign or "", ids))
    if wish.format not in (None, *FORMATS):
        raise UsageError(f"there is no format {wish.format!r}", f"known here: {', '.join(FORMATS)}")
    found = [each for each in view.deployment.signs if wish.sign in (None, each.id)]
    return [each.model_copy(update={"format": wish.format}) for each in found] if wish.format else found


def _versions(view: PlaceView, each: Sign, wish: Wish) -> list[tuple[str, ...]]:
    if wish.languages is None:
        return list(view.versions(each))
    languages = tuple(wish.languages.split("+"))
    for language in languages:
        if language not in view.languages:
            raise UsageError(f"{view.id} does not speak {language!r}", f"its languages: {', '.join(view.languages)}")
    if len(languages) > 2:
        raise UsageError("a sign holds at most two languages", "such as --lang en+ar")
    return [languages]


def _set(
    view: PlaceView, each: Sign, languages: tuple[str, ...], setter: Typesetter, *, seen: bool
) -> Iterator[Artefact]:
    made = list(sign.write(view, each, languages, setter))
    yield from (Artefact(Path(file.path).name, file.data) for file in made)
    if seen:
        from toolkit.seen import sheet as seen_sheet

        width, _ = size_of(each.format, each.orientation)
        picture = sign.picture(view, each, languages, setter, FINE)
        distances = sorted({each.scan_distance, each.reading_distance, each.approach_distance})
        name = Path(made[-1].path).name.replace(".png", ".seen.png")
        yield Artefact(name, seen_sheet(picture, width, distances))


def put(files: list[Artefact], out: Path) -> Iterator[Path]:
    """Write *files* into the folder *out*, or the one of its kind to the file *out*; staged and renamed. Raises
    UsageError where *out* is one file and there are several, ProjectError where it cannot be written.
    """
    kind = out.suffix.lower()
    if kind in {".pdf", ".png"} and not out.is_dir():
        fit = [file for file in files if file.path.endswith(kind)]
        if len(fit) > 1:
            raise UsageError(f"{len(fit)} signs do not go into one file", "name the sign and --lang, or give a folder")
        pairs = [(out, file) for file in fit]
    else:
        pairs = [(out / file.path, file) for file in files]
    for path, file in pairs:
        staged = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(file.data)
            staged.replace(path)
        except OSError as error:
            raise failed(path, error) from error
        yield path
