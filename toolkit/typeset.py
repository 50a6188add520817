"""The only door to typst: a template and plain data in, pages out; PDF/UA-1 is enforced by the compiler."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import os
import re
import shutil
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from toolkit import fonts
from toolkit.errors import ProjectError
from toolkit.paths import Project, shipped

if TYPE_CHECKING:
    import typst

T = TypeVar("T")

#: Pixels per inch of pictures for a screen.
SCREEN = 96
#: Two lay out while a third gets ready what is to be laid out next.
THREADS = 3
#: Where the compiler says that a fault lies.
FAULT = re.compile(r"┌─ (\S+:\d+:\d+)")
MEND = "mend the file in templates/sign/, or delete it there, so that the toolkit's own is used"


class TypesetError(ProjectError):
    """A template cannot be set: it holds a fault, or what it was given cannot be printed."""


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
    """Compiles templates of `templates/sign/`, or the project's own in their place. Compilers are reused: a sign then
    takes a few milliseconds.

    Data travels as JSON and is never read as markup. No network, no packages, no system fonts.
    """

    def __init__(self, project: Project, today: dt.date) -> None:
        self.project = project
        self.time = int(dt.datetime.combine(today, dt.time(), dt.UTC).timestamp())
        self._idle: defaultdict[str, list[typst.Compiler]] = defaultdict(list)
        self._turn = threading.Lock()
        self._used: set[str] = set()
        self._sources: dict[Path, str] = {}

    @cached_property
    def fonts(self) -> typst.Fonts:
        """The typefaces, from a folder of links to the few files that are used: reading all takes half a second."""
        import typst

        files = fonts.paths(fonts.FACES)
        key = hashlib.sha256("\n".join(map(str, files)).encode()).hexdigest()[:12]
        folders = [self.project.cache / "fonts" / key]
        try:
            if not folders[0].is_dir():
                _link(files, folders[0])
        except OSError:  # no folder can be made there, which only costs time
            folders = list(dict.fromkeys(file.parent for file in files))
        paths = [str(folder) for folder in folders]
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=paths)

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """A PDF/UA-1 file with a fixed time. Raises TypesetError where the template cannot be set."""
        return self._compile(template, data, format="pdf", pdf_standards="ua-1", timestamp=self.time)

    def png(self, template: str, data: dict[str, Any], ppi: float = SCREEN) -> bytes:
        """A picture of the first page. Raises TypesetError where the template cannot be set."""
        return self._compile(template, data, format="png", ppi=ppi)

    def fit(self, template: str, data: dict[str, Any], *, grow: bool = False) -> Fit:
        """What does not fit at the least sizes; with *grow*, also how much larger the type may be. Prints nothing.
        Raises TypesetError where the template cannot be set, or does not answer.
        """
        asked = _inputs({**data, "steps": None, "grow": grow})
        key = hashlib.sha256(f"{self._source(template)} {asked['data']}".encode()).hexdigest()[:32]
        fit = _fit(self._fits.get(key))
        if fit is None:
            self._fits[key] = self._answer(template, asked)
            fit = _fit(self._fits[key])
        if fit is None:
            raise TypesetError(f"{template}: it does not say how its texts fit", f"answer in `<fact>`; {MEND}")
        self._used.add(key)
        return fit

    def side_by_side(self, tasks: Iterable[Callable[[], T]]) -> list[T]:
        """What each of *tasks* gives, in their order. One works at a time, and while its sheet is laid out the next.
        Raises what the first of them raised that failed; those that did not begin are left out then.
        """
        with ThreadPoolExecutor(THREADS) as pool:
            running = [pool.submit(self._in_turn, task) for task in tasks]
            try:
                return [each.result() for each in running]
            except BaseException:  # Ctrl-C above all: nobody waits for what is not wanted any more
                pool.shutdown(wait=False, cancel_futures=True)
                raise

    def _in_turn(self, task: Callable[[], T]) -> T:
        with self._turn:
            return task()

    @contextlib.contextmanager
    def _aside(self) -> Iterator[None]:
        """Lets another task go on meanwhile, where there are several."""
        shared = self._turn.locked()
        if shared:
            self._turn.release()
        try:
            yield
        finally:
            if shared:
                self._turn.acquire()

    def _answer(self, template: str, asked: dict[str, str]) -> Any:
        """What a template says in its `<fact>`; None where it says nothing, or several things."""
        with _faults(template), self._compiler(template) as compiler, self._aside():
            compiler.compile(format="svg", sys_inputs=asked)
            answers = compiler.query("<fact>", field="value")
        found = json.loads(answers)
        return found[0] if len(found) == 1 else None

    @cached_property
    def _fits(self) -> dict[str, Any]:
        """What was found out before, by template, typefaces and data: laying out a hundred signs takes two seconds."""
        return dict(self._known)

    @cached_property
    def _known(self) -> dict[str, Any]:
        """The same as the last run left it."""
        try:
            known = json.loads(self._memory.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}

    def remember(self) -> None:
        """Keep what was found out for the next run, without what nobody asked for any more. Losing it costs time."""
        kept = {key: self._fits[key] for key in sorted(self._used)}
        if kept == self._known:
            return
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
            parts = [path.read_bytes() for path in sorted(folder.glob("*.typ")) if path.is_file()]
            parts += [str(path).encode() for path in fonts.paths(fonts.FACES)]
            self._sources[folder] = hashlib.sha256(b"\0".join(parts)).hexdigest()
        return self._sources[folder]

    def _compile(self, template: str, data: dict[str, Any], **options: Any) -> bytes:
        with _faults(template), self._compiler(template) as compiler:
            made = compiler.compile(sys_inputs=_inputs(data), **options)
        if isinstance(made, bytes):
            return made
        return b"" if not made else made[0]

    @contextlib.contextmanager
    def _compiler(self, template: str) -> Iterator[typst.Compiler]:
        """A compiler that nobody else uses meanwhile."""
        idle = self._idle[template]
        compiler = idle.pop() if idle else self._new_compiler(template)
        try:
            yield compiler
        finally:
            idle.append(compiler)

    def _new_compiler(self, template: str) -> typst.Compiler:
        import typst

        folder = self.folder(template)
        return typst.Compiler(
            input=str(folder / template), root=str(folder), font_paths=self.fonts, ignore_system_fonts=True
        )

    def folder(self, template: str) -> Path:
        """Where *template* lies: with the project, else with the toolkit."""
        own = self.project.root / "templates" / "sign"
        return own if (own / template).is_file() else shipped("templates") / "sign"


@contextlib.contextmanager
def _faults(template: str) -> Iterator[None]:
    """Tells a fault that the compiler finds in *template*, or in what it was given, as a TypesetError."""
    try:
        yield
    except RuntimeError as error:
        where = FAULT.search(str(getattr(error, "diagnostic", "")))
        message = f"{where[1] if where else template}: {getattr(error, 'message', error)}"
        raise TypesetError(message, MEND) from error


def _fit(found: Any) -> Fit | None:
    """What a template answered; None where it is no answer."""
    try:
        return Fit(found["steps"], found["over"], found["parts"], tuple(found["type"]), tuple(found["wide"]))
    except (LookupError, TypeError):
        return None


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
