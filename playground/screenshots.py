"""Each page of the playground as pictures for its documentation: at a desk in English, on a phone in another language.

`make screenshots` builds the site and runs this. It starts the server of this project and looks at it with the
system's Chromium, so what it shows is what people get.
"""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from toolkit.errors import UsageError
from toolkit.paths import Project, find_project

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 60
#: Milliseconds until a picture has been read or tagged.
READY = 60_000
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


class Shot(NamedTuple):
    """A picture to be: its file, the page, how wide, how high at most, by day or by night."""

    name: str
    address: str
    width: int
    height: int
    scheme: str


#: Pages with what they are asked for, and the language in which a phone shows them by night.
PAGES = {
    "welcome": ("/?", "ar"),
    "read": ("/read?", "es"),
    "tag": ("/tag?", "fr"),
    "teach": ("/teach?", "de"),
    "fail": ("/fail?demo=tesseract-ocr/out-of-focus", "hi"),
    "notice": ("/notice?place=library-desk", "zh-Hans"),
    "study": ("/study?place=library-desk", "ar"),
}


def shots() -> Iterator[Shot]:
    """Every picture that `docs/playground.md` shows."""
    for page, (address, language) in PAGES.items():
        yield Shot(f"{page}.webp", address, 1280, 1000, "light")
        yield Shot(f"{page}.{language}.webp", f"{address}&lang={language}", 360, 900, "dark")


def main() -> None:
    """Write all of them to `docs/assets/playground/`. UsageError without a Chromium."""
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        raise UsageError("no Chromium on this machine", "run `make system`")
    project = find_project(Path.cwd())
    folder = project.docs / "assets" / "playground"
    folder.mkdir(parents=True, exist_ok=True)
    with _served(project) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for shot in shots():
            viewport = {"width": shot.width, "height": shot.height}
            page = browser.new_page(viewport=viewport, color_scheme=shot.scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            (folder / shot.name).write_bytes(_picture(page, server + shot.address))
            page.close()
        browser.close()


def _picture(page: Page, address: str) -> bytes:
    page.goto(address)
    expect(page.locator(DONE)).to_be_visible(timeout=READY)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=READY)
    page.wait_for_timeout(2000)
    expect(page.locator(DONE)).to_be_visible(timeout=READY)
    found = io.BytesIO()
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(found, "WEBP", quality=75, method=6)
    return found.getvalue()


@contextmanager
def _served(project: Project) -> Iterator[str]:
    """The address of a server of *project* that lives as long as the block."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "toolkit", "serve", "-C", str(project.root), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    try:
        _wait(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def _wait(address: str) -> None:
    for _ in range(SECONDS * 5):
        try:
            with urllib.request.urlopen(f"{address}/healthz"):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise UsageError("the server does not start", "run `disclose serve` to see why")


if __name__ == "__main__":
    main()
