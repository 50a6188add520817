"""From a limit in a note into its demonstration, to one's own picture, and back, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
DEMO = "tesseract-ocr/out-of-focus"


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


@pytest.fixture
def page(server: Served, chromium: Browser) -> Iterator[Page]:
    """What the link of a note opens."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{server.url}/?demo={DEMO}")
    expect(page.get_by_role("heading", name="The picture is out of focus.")).to_be_visible(timeout=60_000)
    yield page
    context.close()


def test_before_and_after_are_seen_and_told(page: Page) -> None:
    expect(page.get_by_role("img", name="Part of a sample picture, untouched.").first).to_be_visible()
    expect(page.get_by_role("img", name="The same part, spoilt: level 3 of 5").first).to_be_visible()
    expect(page.get_by_text("63\u00a0% of the characters come out wrong.").first).to_be_visible()


def test_the_curve_opens_with_its_table(page: Page) -> None:
    page.get_by_text("How fast it gets worse").first.click()

    expect(page.get_by_role("img", name="Curve of the table below").first).to_be_visible()
    expect(page.get_by_role("cell", name="94\u00a0%", exact=True).first).to_be_visible()


def test_one_button_tries_it_with_ones_own(page: Page) -> None:
    page.get_by_role("link", name="Try it with your own").first.click()

    page.wait_for_url(f"**/read?demo={DEMO.replace('/', '%2F')}")


def test_the_way_back_leads_to_the_limit_in_the_note(page: Page) -> None:
    back = page.get_by_role("link", name="Back to the note")

    expect(back).to_have_attribute("href", "/site/notes/tesseract-ocr/transparency-note/#limitation-out-of-focus")
