"""The only door to typst: a template and plain data in, pages out; PDF/UA-1 is enforced by the compiler."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from toolkit import fonts
from toolkit.paths import Project, shipped

if TYPE_CHECKING:
    import typst

#: Pixels per inch of pictures for a screen.
SCREEN = 96


class Fit(NamedTuple):
    """What a template found out about a sheet; lengths in millimetres, type in points."""

    steps: dict[str, float]
    """How far each part may grow, from 0 (the least sizes) to 1."""
    over: float
    """By how much the least sizes are too tall for the sheet; 0 where they fit."""
    parts: dict[str, float]
    """How tall each part is at the least sizes."""
    type: tuple[dict[str, float], ...]
    """Type sizes of each language."""
    wide: tuple[dict[str, Any], ...]
    """Words wider than their column: `text`, and `by` how much."""

    @property
    def good(self) -> bool:
        """Whether the sheet may be printed."""
        return not self.over and not self.wide


class Typesetter:
    """Compiles templates of `templates/sign/`, or the project's own in their place. One compiler a template, reused:
    a sign then takes a few milliseconds.

    Data travels as JSON and is never read as markup. No network, no packages, no system fonts.
    """

    def __init__(self, project: Project, today: dt.date) -> None:
        self.project = project
        self.time = int(dt.datetime.combine(today, dt.time(), dt.UTC).timestamp())
        self._compilers: dict[str, typst.Compiler] = {}
        self._used: set[str] = set()
        self._sources: dict[Path, str] = {}

    @cached_property
    def fonts(self) -> typst.Fonts:
        """The typefaces, from a folder of links to the few files that are used: reading all takes half a second."""
        import typst

        files = fonts.paths(fonts.FACES)
        key = hashlib.sha256("\n".join(map(str, files)).encode()).hexdigest()[:12]
        folder = self.project.cache / "fonts" / key
        if not folder.is_dir():
            _link(files, folder)
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """A PDF/UA-1 file with a fixed time."""
        return self._compile(template, data, format="pdf", pdf_standards="ua-1", timestamp=self.time)

    def png(self, template: str, data: dict[str, Any], ppi: float = SCREEN) -> bytes:
        """A picture of the first page."""
        return self._compile(template, data, format="png", ppi=ppi)

    def fit(self, template: str, data: dict[str, Any], *, grow: bool = False) -> Fit:
        """What does not fit at the least sizes; with *grow*, also how much larger the type may be. Prints nothing."""
        asked = _inputs({**data, "steps": None, "grow": grow})
        key = hashlib.sha256(f"{self._source(template)} {asked['data']}".encode()).hexdigest()[:32]
        if key not in self._fits:
            compiler = self._compiler(template)
            compiler.compile(format="svg", sys_inputs=asked)
            [self._fits[key]] = json.loads(compiler.query("<fact>", field="value"))
        self._used.add(key)
        found = self._fits[key]
        return Fit(found["steps"], found["over"], found["parts"], tuple(found["type"]), tuple(found["wide"]))

    @cached_property
    def _fits(self) -> dict[str, Any]:
        """What was found out before, by template, typefaces and data: laying out a hundred signs takes two seconds."""
        try:
            known = json.loads(self._memory.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def remember(self) -> None:
        """Keep what was found out for the next run, without what nobody asked for any more. Losing it costs time."""
        kept = {key: self._fits[key] for key in sorted(self._used)}
        staged = self._memory.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            staged.write_text(json.dumps(kept, separators=(",", ":")), "utf-8")
            staged.replace(self._memory)

    @property
    def _memory(self) -> Path:
        return self.project.cache / "fits.json"

    def _source(self, template: str) -> str:
        """A hash over the templates that *template* may use, and over what typefaces there are."""
        folder = self.folder(template)
        if folder not in self._sources:
            parts = [path.read_bytes() for path in sorted(folder.glob("*.typ"))]
            parts += [str(path).encode() for path in fonts.paths(fonts.FACES)]
            self._sources[folder] = hashlib.sha256(b"\0".join(parts)).hexdigest()
        return self._sources[folder]

    def _compile(self, template: str, data: dict[str, Any], **options: Any) -> bytes:
        made = self._compiler(template).compile(sys_inputs=_inputs(data), **options)
        if isinstance(made, bytes):
            return made
        return b"" if not made else made[0]

    def _compiler(self, template: str) -> typst.Compiler:
        import typst

        if template not in self._compilers:
            folder = self.folder(template)
            self._compilers[template] = typst.Compiler(
                input=str(folder / template), root=str(folder), font_paths=self.fonts, ignore_system_fonts=True
            )
        return self._compilers[template]

    def folder(self, template: str) -> Path:
        """Where *template* lies: with the project, else with the toolkit."""
        own = self.project.root / "templates" / "sign"
        return own if (own / template).is_file() else shipped("templates") / "sign"


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False)}


def _link(files: Iterable[Path], folder: Path) -> None:
    staged = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for file in files:
        (staged / file.name).symlink_to(file)
    try:
        staged.rename(folder)
    except OSError:  # another build was faster; its folder holds the same
        shutil.rmtree(staged, ignore_errors=True)
