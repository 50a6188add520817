"""Where things live: the folders of a project, and what the package itself carries."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import ProjectError

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """A folder that comes with the toolkit, such as `templates` or `services`: in the wheel, else in the checkout."""
    checkout = {"catalogue": "services/catalogue", "schema": "docs/schema"}.get(name, name)
    places = (PACKAGE / "shipped" / name, PACKAGE / "shipped" / checkout, PACKAGE.parent / checkout)
    return next((place for place in places if place.is_dir()), places[-1])


def pictogram_file(name: str) -> Path:
    """Where the Material Design icon called *name* lies; MkDocs' theme carries them (Apache-2.0)."""
    theme = importlib.util.find_spec("material")
    folder = Path(theme.origin).parent if theme and theme.origin else PACKAGE
    return folder / "templates" / ".icons" / "material" / f"{Path(name).name}.svg"


@dataclass(frozen=True)
class Project:
    """A folder that holds `services/` and, by convention, `deployments/`, `docs/` and `mkdocs.yml`."""

    root: Path

    @property
    def services(self) -> Path:
        return self.root / "services"

    @property
    def deployments(self) -> Path:
        return self.root / "deployments"

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def cache(self) -> Path:
        return self.root / ".disclose"

    def name_of(self, path: Path) -> str:
        """*path* as a reader knows it: below the project, with forward slashes, in characters that can be printed."""
        real = Path(os.path.realpath(path))  # Path.resolve dies of a link to itself
        shown = real.relative_to(self.root) if real.is_relative_to(self.root) else path
        return shown.as_posix().encode("utf-8", "replace").decode()


def find_project(start: Path) -> Project:
    """The project that *start* lies in. Raises ProjectError where there is none."""
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / "services").is_dir():
            return Project(candidate)
    raise ProjectError(
        f"no services/ folder in {start} or above it", "run `disclose init demo` to start a project, or change folder"
    )
