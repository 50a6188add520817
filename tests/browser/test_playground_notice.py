"""A notice as somebody reads it in the playground, in a real browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from desk import desk
from playwright.sync_api import Browser, Page, expect
from serving import Served, served

from toolkit.build import build


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk with signs and notices in English and Spanish, and its site."""
    project = desk(tmp_path_factory.mktemp("notices"))
    assert build(project, dt.date(2026, 11, 20)).errors == 0
    with served(project) as found:
        yield found


@pytest.fixture
def page(server: Served, chromium: Browser) -> Iterator[Page]:
    """The notice in Spanish, on a phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{server.url}/notice?lang=es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Leer el aviso", timeout=60_000)
    yield page
    context.close()


def test_the_sign_fills_the_phone(page: Page) -> None:
    sign = page.get_by_role("img", name="El cartel tal como está colgado allí.")
    expect(sign).to_be_visible()

    assert (sign.bounding_box() or {"width": 0})["width"] > 300


def test_another_sign_can_be_chosen(page: Page) -> None:
    before = page.get_by_role("img", name="El cartel").get_attribute("src")
    page.get_by_role("combobox", name="Cartel").click()
    page.get_by_role("option", name="door").click()

    expect(page.get_by_role("img", name="El cartel")).not_to_have_attribute("src", before or "")


def test_the_full_notice_is_there(page: Page) -> None:
    page.get_by_role("link", name="Leer el aviso completo").click()

    page.wait_for_url("**/site/notices/desk/es/")
    assert page.evaluate("document.documentElement.lang") == "es"
