"""A built site on a port of this computer, and a headless Chromium to look at it."""

from __future__ import annotations

import datetime as dt
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import chromium_here
from desk import DESK
from playwright.sync_api import Browser, sync_playwright
from projects import write

from toolkit.build import build
from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
EVERYTHING = ROOT / "tests/golden/everything/services"
LIBRARY = ROOT / "deployments/library-desk"
DAY = dt.date(2026, 11, 20)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _built(folder: Path, services: Path, id: str, place: str) -> None:
    """The repository's own pages around *services* and one place, the text *place*, built."""
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("notes", "api", "n", "N", "notices"))
    shutil.copytree(services, folder / "services")
    write(folder, f"deployments/{id}/deployment.yml", place)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    report = build(Project(folder.resolve()), DAY)
    assert report.errors == 0, [finding.message for finding in report.findings]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address below which two sites lie: `repository/site/` and, with a page of every kind, `everything/site/`."""
    folder = tmp_path_factory.mktemp("sites")
    _built(folder / "repository", ROOT / "services", LIBRARY.name, (LIBRARY / "deployment.yml").read_text("utf-8"))
    _built(folder / "everything", EVERYTHING, "desk", DESK.replace("[example]", "[example-reader]"))
    serve = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serve) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_here(), args=["--no-sandbox"])
        yield browser
        browser.close()
