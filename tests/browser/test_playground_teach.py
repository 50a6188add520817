"""Teaching in a real browser: one click, mistakes as pictures, a mask by keyboard, and something else entirely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

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
    """The page on a phone, once the samples have taught."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{server.url}/teach")
    page.get_by_role("button", name="Teach it").click(timeout=60_000)
    expect(page.get_by_text("It has learned three tags")).to_be_visible(timeout=60_000)
    yield page
    context.close()


def checked(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds in the figures once nothing is faded for being old, and whether one is wider than the phone."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(timeout=60_000)
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.evaluate(AXE)
    found = page.evaluate("axe.run({include: [['.fig']]}, {resultTypes: ['violations']})")
    wide = page.evaluate("document.documentElement.scrollWidth") > 360
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] + [("wide", "")] * wide


def test_mistakes_as_pictures(page: Page) -> None:
    """Out of focus, grass is shown under gravel: pictures, a number, and a sentence."""
    page.get_by_role("button", name="See its mistakes").click()
    expect(page.get_by_text("No mistakes.")).to_be_visible(timeout=60_000)
    slider = page.get_by_role("slider")
    slider.focus()
    for _ in range(5):
        slider.press("ArrowRight")
    expect(page.get_by_text("Of 32 pictures of grass, it called 0 by that name.")).to_be_visible(timeout=60_000)
    wrong = page.locator("td.wrong")
    expect(wrong).to_contain_text("32✗ wrong")
    assert wrong.locator("img").count() == 8
    assert checked(page) == []


def test_a_mask_by_keyboard(page: Page) -> None:
    """The mask grows with an arrow key, and the proof says that what it covers is gone."""
    page.get_by_role("radio", name="4. Cover a part").click()
    expect(page.get_by_text("Gone: 12 of 100 parts")).to_be_visible(timeout=60_000)
    slider = page.get_by_role("slider").first
    slider.focus()
    for _ in range(15):
        slider.press("ArrowLeft")
    expect(page.get_by_text("Gone: 19 of 100 parts")).to_be_visible(timeout=60_000)
    assert checked(page) == []


def test_something_else(page: Page) -> None:
    """A cup and a cat get labels, with the sentence why."""
    page.get_by_role("radio", name="5. Something else").click()
    expect(page.get_by_text("It says grass, with a score of 0.94.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("It has no tag for “something else”")).to_be_visible(timeout=60_000)
    assert checked(page) == []
