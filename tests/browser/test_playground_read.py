"""Reading a text in a real browser: a scan, the camera, a slider that changes what is read, word and box together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import chromium_here
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
CAMERA = ("--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """A Chromium with a camera that shows a test picture."""
    with chromium.browser_type.launch(executable_path=chromium_here(), args=list(CAMERA)) as browser:
        yield browser


@pytest.fixture
def page(server: Served, browser: Browser) -> Iterator[Page]:
    """The page, once its first sample is read."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.goto(f"{server.url}/read")
    expect(page.locator(".sheet .word").first).to_be_visible(timeout=60_000)
    settled(page)
    yield page
    context.close()


def settled(page: Page) -> None:
    """Waits until Streamlit has shown all of it."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(timeout=60_000)


def own(page: Page, way: str) -> None:
    """Opens the way to a picture of one's own, and answers what is asked before it."""
    page.get_by_role("button", name="Choose a picture").click()
    page.get_by_text(way, exact=True).click()
    settled(page)
    expect(page.get_by_text("Use only pictures you may use. Are other people in it?")).to_be_visible()
    page.get_by_text("No", exact=True).click()
    settled(page)


def scan() -> Path:
    """A scan from the folder in DISCLOSE_SCANS; without one, a page that a program drew."""
    folder = os.environ.get("DISCLOSE_SCANS")
    found = sorted(path for path in Path(folder).rglob("*") if path.suffix in {".jpg", ".png"}) if folder else []
    return found[0] if found else ROOT / "corpora/pages/receipt/en-dejavu-sans-mono-small.png"


def read(page: Page) -> str:
    return page.locator(".sheet .read").inner_text()


def test_a_slider_changes_what_is_read(page: Page) -> None:
    """By the keyboard alone: the picture gets blurred, and words go."""
    before = read(page)
    page.get_by_role("slider", name="Defocus").focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_text("Level 5 of 5")).to_be_visible(timeout=60_000)
    settled(page)
    assert read(page) != before


def test_a_scan_is_read(page: Page) -> None:
    """Somebody's own scan is read, and no address, cookie or store of the browser holds anything of it."""
    own(page, "My device")
    page.locator("input[type=file]").set_input_files(scan())
    expect(page.get_by_text("cannot be said")).to_be_attached(timeout=60_000)
    settled(page)
    page.keyboard.press("Escape")
    assert page.locator(".sheet .word").count() > 3
    assert scan().stem not in page.url
    assert page.evaluate("Object.keys(sessionStorage).length") == 0


def test_the_camera(page: Page) -> None:
    """A picture of the camera is taken and looked at."""
    own(page, "Camera")
    expect(page.locator("video")).to_have_js_property("readyState", 4, timeout=60_000)  # else there is nothing to take
    page.get_by_role("button", name="Take photo").click(timeout=30_000)
    expect(page.get_by_text("cannot be said")).to_be_attached(timeout=60_000)
    page.keyboard.press("Escape")
    settled(page)
    expect(page.locator(".sheet img")).to_be_visible()


def test_word_and_box_together(page: Page) -> None:
    """Pointing at a word lights its box up, and reaching a box by the Tab key lights up its word."""
    weak = page.locator(".sheet .word.weak").first
    number = next(
        name for name in (weak.get_attribute("class") or "").split() if name.startswith("w") and name[1:].isdigit()
    )
    box = page.locator(f".sheet .box.{number}")
    style = "element => getComputedStyle(element).getPropertyValue('--on')"
    assert (box.evaluate(style), weak.evaluate(style)) == ("", "")
    weak.hover()
    assert (box.evaluate(style), weak.evaluate(style)) == ("1", "1")
    page.mouse.move(0, 0)
    assert box.evaluate(style) == ""
    box.focus()
    assert weak.evaluate(style) == "1"
    assert weak.evaluate("element => getComputedStyle(element, '::after').content").startswith('"“')


def test_on_a_phone(server: Served, browser: Browser) -> None:
    """At 360 pixels with large text nothing reaches over the edge."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{server.url}/read")
    expect(page.locator(".sheet .word").first).to_be_visible(timeout=60_000)
    settled(page)
    page.add_style_tag(content="html{font-size:150%}")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 360
    context.close()


def test_stop_is_always_there(page: Page) -> None:
    """Stop takes the result away."""
    page.get_by_role("button", name="Stop and clear").click()
    expect(page.get_by_text("You stopped it.")).to_be_visible(timeout=30_000)
    settled(page)
    expect(page.locator(".sheet")).to_have_count(0)
