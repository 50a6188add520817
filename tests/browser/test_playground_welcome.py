"""From the first page to where somebody wants to go, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


@pytest.fixture
def page(server: Served, chromium: Browser) -> Iterator[Page]:
    """The first page, in Spanish."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{server.url}/?lang=es")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Vea por sí mismo en qué se equivoca la IA", timeout=60_000
    )
    yield page
    context.close()


def test_pictures_are_seen_and_told(page: Page) -> None:
    expect(page.get_by_role("img", name="Una máquina leyó: LOST PROPERTY REPORT")).to_be_visible()
    sizes = page.evaluate("[...document.querySelectorAll('[data-testid=stImage] img')].map(each => each.naturalWidth)")

    assert sizes == [420, 420]


def test_a_place_leads_to_its_notice_in_the_same_language(page: Page) -> None:
    page.get_by_role("link", name="Front desk of Example City Library").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Leer el aviso")
    page.wait_for_url("**/notice?*place=library-desk*")
    assert "lang=es" in page.url


def test_a_service_leads_to_its_limits(page: Page) -> None:
    page.get_by_role("link", name="Tesseract OCR").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ver cómo falla")
    expect(page.get_by_role("heading", name="The picture is out of focus.")).to_be_visible()


def test_just_trying_takes_one_click(page: Page) -> None:
    page.get_by_test_id("stColumn").get_by_role("link", name="Leer un texto").click()

    page.wait_for_url("**/read?*")
