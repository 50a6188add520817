"""The pages of feedback in a real browser: without a script, on a small phone, with keys alone, by day and by night."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
import uvicorn
from desk import DESK, FILE
from notices import WHOLE
from playwright.sync_api import Browser, Page
from projects import small, write
from starlette.applications import Starlette
from trees import laid_over

from playground.server.feedback import ROUTES
from playground.server.kept import store
from toolkit.paths import Project
from toolkit.store import inbox
from toolkit.store.codes import Code, new_code
from toolkit.store.feedback import Crop, Message, Term, send_report
from toolkit.vision.reading import Box

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
DAY = dt.datetime.now(dt.UTC).date()
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung" * 2


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A place in English, German and Arabic, whose server is told where it is."""
    root = tmp_path_factory.mktemp("feedback")
    write(root, FILE, laid_over(DESK, f"{WHOLE}languages: [en, de, ar]\n"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSE_PROJECT", str(root))
        yield small(root, "example")


@pytest.fixture(scope="module")
def code(project: Project) -> Code:
    """The code of a report with a part of a picture, about which something was published."""
    import numpy as np

    from playground.parts.crop import as_png

    png = as_png(np.zeros((40, 60, 3), np.uint8), Box(0, 0, 60, 40))
    code = new_code()
    send_report(
        store(project), Message("desk", "other", LONG, "de", "example", "x"), Term(DAY, 30), code, Crop(png, "Yes.")
    )
    inbox.publish(store(project), code.id, LONG, "We check it.", Term(DAY, 30))
    return code


@pytest.fixture(scope="module")
def server(project: Project, code: Code) -> Iterator[str]:
    """The address of the pages."""
    running = uvicorn.Server(uvicorn.Config(Starlette(routes=ROUTES), port=0, log_level="critical"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}/feedback"
    running.should_exit = True
    thread.join()


def opened(browser: Browser, scheme: str, width: int, *, script: bool = False) -> Page:
    """A page of its own context; axe needs scripts, people do not."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
        bypass_csp=script,
    )
    return context.new_page()


def each_page(page: Page, server: str, code: Code) -> Iterator[str]:
    """Opens every page that people can meet, one after the other, and gives its name."""
    for path in (
        "desk?lang=en",
        "desk?lang=ar",
        "desk/thanks?lang=de",
        "desk/answers",
        "desk/received",
        "none",
        "delete",
    ):
        page.goto(f"{server}/{path}")
        yield path
    page.fill("#code", str(code))
    with page.expect_navigation():
        page.click("button[value=show]")
    yield "report"
    page.goto(f"{server}/desk")
    page.evaluate("document.forms[0].noValidate = true")
    page.fill("#text", "x" * 2001)
    with page.expect_navigation():
        page.click("button")
    yield "wrong"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_accessible_and_narrow(chromium, server, code, scheme, width):
    """axe-core finds nothing, nothing is scrolled sideways, what is tapped is large enough (WCAG 2.2 AA)."""
    page = opened(chromium, scheme, width, script=True)
    found = {}
    for name in each_page(page, server, code):
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, input:not([type=hidden]), textarea')]"
            ".filter(each => getComputedStyle(each).display !== 'inline')"
            ".filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 24).map(each => each.outerHTML)"
        )
        rules = [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        found[name] = (rules, small, page.evaluate("document.documentElement.scrollWidth"))
    page.context.close()

    assert len(found) == 9
    assert set(map(str, found.values())) == {str(([], [], width))}, found


def test_with_keys_alone_and_without_a_script(chromium, server, project):
    """The whole way: a mistake, the focus on what is wrong, then the note is sent."""
    page = opened(chromium, "light", 360)
    page.goto(f"{server}/desk?lang=en")
    page.focus("#kind-inaccurate")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("ü" * 2001)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".state:focus h2").inner_text() == "This was not sent yet"
    page.keyboard.press("Tab")
    assert page.locator("a:focus").inner_text() == "This is too long. Write at most 2,000 characters."
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.fill("#text", "Only with keys.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/thanks?lang=en")
    assert page.locator("h1").inner_text() == "Thank you"
    page.context.close()
    assert ("harmful", "Only with keys.") in {(entry.kind, entry.text) for entry in inbox.inbox(store(project))}


def test_the_browser_asks_nobody_else(chromium, server, code):
    """No page loads anything but itself."""
    page = opened(chromium, "light", 1280, script=True)
    asked = []
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    names = list(each_page(page, server, code))
    page.context.close()
    assert len(names) == 9
    assert {kind for kind, url in asked if not url.startswith("data:")} == {"document"}
    assert all(url.startswith((server, "data:image/png")) for _, url in asked)
