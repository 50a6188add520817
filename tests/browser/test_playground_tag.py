"""The page of tags in a real browser: boxes, a slider by keyboard, an upload, and no rule of accessibility broken."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from serving import Served, served
from skimage import data

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The server of this repository."""
    with served(Project(ROOT)) as found:
        yield found


@pytest.fixture
def page(chromium: Browser, server: Served) -> Iterator[Page]:
    """The page on a phone, once the sample has its boxes."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server.url}/tag")
    expect(page.get_by_text("Tags that are shown")).to_be_visible(timeout=60_000)
    yield page
    context.close()


def settled(page: Page) -> None:
    """Once Streamlit has shown everything."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(timeout=60_000)


def test_a_slider_takes_boxes_away(page: Page) -> None:
    """By keyboard alone the picture gets worse, boxes go, and a sentence says which; nothing is wider than a phone."""
    assert page.get_by_role("img", name="Box 3: face").count() == 1
    slider = page.get_by_role("slider").first
    slider.focus()
    for _ in range(5):
        slider.press("ArrowRight")
    expect(page.get_by_text("Gone since the picture got worse: eye")).to_be_visible(timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_an_upload_stays_in_memory(page: Page, server: Served) -> None:
    """A picture of one's own gets tags after the question about others, and after Stop nothing of it is left."""
    file = io.BytesIO()
    Image.fromarray(data.coins()).save(file, "PNG")
    page.get_by_role("button", name="Choose a picture").click()
    page.get_by_text("My device", exact=True).click()
    page.get_by_text("No", exact=True).click()
    page.locator("input[type=file]").set_input_files(
        {"name": "passport-4711.png", "mimeType": "image/png", "buffer": file.getvalue()}
    )
    expect(page.get_by_text("black and white", exact=True).first).to_be_attached(timeout=60_000)
    settled(page)
    page.keyboard.press("Escape")
    page.get_by_role("slider").first.press("ArrowRight")
    expect(page.get_by_text("Level 1 of 5")).to_be_visible(timeout=60_000)
    settled(page)
    expect(page.get_by_text("black and white", exact=True).first).to_be_attached()
    page.get_by_role("button", name="Stop and clear").click()
    expect(page.get_by_text("You stopped it.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Tags that are shown")).to_have_count(0)
    assert "passport" not in server.log()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(page: Page, scheme: str) -> None:
    """axe-core finds nothing in what this page itself shows, and no heading skips a level."""
    page.emulate_media(color_scheme=scheme)
    settled(page)
    page.evaluate(AXE)
    found = page.evaluate("axe.run({include: [['.fig']]}, {resultTypes: ['violations']})")
    assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] == []
    order = page.evaluate("axe.run(document, {runOnly: ['heading-order']})")
    assert [each["nodes"][0]["html"][:200] for each in order["violations"]] == []
