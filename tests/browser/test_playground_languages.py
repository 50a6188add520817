"""Every page of the playground on a phone, in the source language, another one, and one from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

from playground.say import said
from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
#: What each page is called in its heading: a key of the phrases.
PAGES = {
    "": "welcome.title",
    "read": "read.title",
    "tag": "app.tag",
    "teach": "app.teach",
    "fail": "fail.title",
    "notice": "notice.title",
    "study": "study.title",
}
#: Streamlit looks for its server at each level of the address, and the browser tells of each that is not there.
LOOKED_FOR = "Failed to load resource: the server responded with a status of 404"
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
WIDTH = 360


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone."""
    context = chromium.new_context(viewport={"width": WIDTH, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl")])
def test_every_page(server: Served, page: Page, language: str, direction: str) -> None:
    """It is in its language and direction under its heading, complains of nothing, asks nobody else, and fits."""
    complaints: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "://" in request.url else None)
    page.on("websocket", lambda socket: hosts.add(socket.url.split("/")[2]))
    found = {}
    for name, heading in PAGES.items():
        page.goto(f"{server.url}/{name}?lang={language}")
        expect(page.get_by_role("heading", level=1)).to_have_text(said(language, heading), timeout=60_000)
        page.wait_for_timeout(300)
        expect(page.locator(DONE)).to_be_visible(timeout=60_000)
        root = page.locator("html")
        wide = page.locator("[data-testid=stMain]").evaluate("element => element.scrollWidth")
        found[name] = (root.get_attribute("lang"), root.get_attribute("dir"), wide)

    assert found == dict.fromkeys(PAGES, (language, direction, WIDTH))
    assert [each for each in complaints if not each.startswith(LOOKED_FOR)] == []
    assert hosts == {server.url.removeprefix("http://")}
