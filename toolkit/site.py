"""The site builder: real Markdown in, `site/` out. The only module that imports MkDocs for building."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
from importlib.metadata import version
from pathlib import Path

from toolkit.errors import SiteError
from toolkit.memory import digest
from toolkit.paths import Project
from toolkit.write import failed


def build(project: Project, today: dt.date, last: str) -> tuple[Path, str]:
    """Build the site unless nothing changed since *last*. Gives its folder and the new key.

    The site is built beside its place and then renamed. Raises SiteError with the builder's own words where it
    warns or fails, for a warning of the strict build is a failure, and ProjectError where it cannot be put in place.
    """
    if not project.config.is_file():
        raise SiteError("there is no mkdocs.yml", "run `disclose init` in an empty folder to see one, or use --no-site")
    key = _key(project, today)
    if key == last and (project.site / "index.html").is_file():
        return project.site, key
    staged = project.cache / "site"
    shutil.rmtree(staged, ignore_errors=True)
    _run(project, staged, today)
    _put(staged, project.site, project.cache / "site-before")
    return project.site, key


def _put(staged: Path, place: Path, old: Path) -> None:
    """Put what is staged in its place as a whole. Raises ProjectError where it cannot be moved."""
    shutil.rmtree(old, ignore_errors=True)
    try:
        if place.exists():
            place.rename(old)
        staged.rename(place)
    except OSError as error:
        raise failed(place, error) from error
    shutil.rmtree(old, ignore_errors=True)


def _key(project: Project, today: dt.date) -> str:
    files = [path for path in sorted(project.docs.rglob("*")) if path.is_file()]
    parts = [today.isoformat().encode(), project.config.read_bytes()]
    parts += [version(name).encode() for name in ("mkdocs", "mkdocs-material")]
    for path in files:
        status = path.stat()
        parts.append(f"{path.relative_to(project.docs)} {status.st_size} {status.st_mtime_ns}".encode())
    return digest(parts)


class _Heard(logging.Handler):
    """Keeps what the builder warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


def _run(project: Project, folder: Path, today: dt.date) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about another project's future
    from mkdocs.commands.build import build as build_site
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    midnight = dt.datetime.combine(today, dt.time(), dt.UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    log, heard = logging.getLogger("mkdocs"), _Heard()
    log.addHandler(heard)
    log.propagate = False
    try:
        config = load_config(str(project.config), site_dir=str(folder), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        build_site(config)
        config.plugins.on_shutdown()
    except (Abort, MkDocsException, OSError) as error:
        words = "\n".join(heard.words) or str(error)
        advice = "mend the page that is named, then build again"
        raise SiteError(f"the site cannot be built:\n{words}", advice) from error
    finally:
        log.removeHandler(heard)
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def preview(project: Project, port: int) -> None:
    """Serve the site on this computer and build it again whenever something changes, until it is stopped."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve
    from mkdocs.config import load_config

    if not project.config.is_file():
        raise SiteError("there is no mkdocs.yml", "run `disclose init` in an empty folder to see one")
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    plugins = [*_plugins(load_config(str(project.config)).user_configs), "disclose"]
    serve(config_file=str(project.config), dev_addr=f"127.0.0.1:{port}", plugins=plugins, livereload=True)


def _plugins(configs: list[dict[str, object]]) -> list[object]:
    """The plugins that the project's own configuration names."""
    named = next((config["plugins"] for config in reversed(configs) if "plugins" in config), ["search"])
    return list(named) if isinstance(named, list) else [named]
