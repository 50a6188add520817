"""The playground as a whole, in a real browser: every page, by day and by night, on a phone, right to left, shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import Served, served

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PAGES = [
    "/",
    "/read",
    "/tag",
    "/teach",
    "/fail",
    "/fail?demo=vision-ocr/poor-scan&lang=ar",
    "/notice",
    "/study",
    "/?lang=hi",
]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


def context(browser: Browser, scheme: str = "light", width: int = 1440) -> BrowserContext:
    viewport = {"width": width, "height": 900}
    return browser.new_context(viewport=viewport, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)


def opened(page: Page, address: str) -> Page:
    """*page* at *address*, once Streamlit has shown all of it."""
    page.goto(address)
    expect(page.locator(DONE)).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    page.wait_for_timeout(500)
    expect(page.locator(DONE)).to_be_visible(timeout=60_000)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_violates_a_rule_of_accessibility_gravely(server: Served, chromium: Browser, scheme: str) -> None:
    """axe-core finds nothing serious and nothing critical."""
    with context(chromium, scheme) as visit:
        page = visit.new_page()
        found = {}
        for path in PAGES:
            opened(page, server.url + path).evaluate(AXE)
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            grave = [each for each in result["violations"] if each["impact"] in {"serious", "critical"}]
            found[path] = [(each["id"], each["nodes"][0]["html"][:200]) for each in grave]

    assert {path: rules for path, rules in found.items() if rules} == {}


@pytest.mark.parametrize("width", [360, 768])
def test_no_page_has_to_be_moved_sideways(server: Served, chromium: Browser, width: int) -> None:
    with context(chromium, width=width) as visit:
        page = visit.new_page()
        measure = "document.querySelector('[data-testid=stMain]').scrollWidth"
        found = {path: opened(page, server.url + path).evaluate(measure) for path in PAGES}

    assert found == dict.fromkeys(PAGES, width)


def test_large_text_stays_within_a_phone(server: Served, chromium: Browser) -> None:
    """With letters twice as large nothing has to be moved sideways (WCAG 2.2, 1.4.4)."""
    with context(chromium, width=640) as visit:
        page = opened(visit.new_page(), f"{server.url}/?lang=de")
        page.add_style_tag(content="html { font-size: 32px !important; }")
        width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")

    assert width == 640


def test_no_page_asks_another_host(server: Served, chromium: Browser) -> None:
    with context(chromium) as visit:
        page = visit.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            opened(page, server.url + path)

    assert [url for url in asked if not url.startswith((server.url, "data:", "blob:", "ws:"))] == []


def test_the_keyboard_meets_the_languages_first_and_sees_where_it_is(server: Served, chromium: Browser) -> None:
    """After Streamlit's own way to the content, and the content itself."""
    with context(chromium) as visit:
        page = opened(visit.new_page(), f"{server.url}/")
        for _ in range(4):
            page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.lang, getComputedStyle(document.activeElement).outlineWidth]")

    assert focused == ["es", "3px"]


def test_another_language_turns_the_page_and_keeps_the_demonstration(server: Served, chromium: Browser) -> None:
    with context(chromium) as visit:
        page = opened(visit.new_page(), f"{server.url}/?demo=tesseract-ocr/stains")
        page.get_by_role("link", name="العربية").click()
        page.wait_for_url("**lang=ar**")
        opened(page, page.url)
        expect(page.get_by_role("heading", level=1)).to_have_text("شاهده يخطئ")
        direction = page.evaluate("getComputedStyle(document.querySelector('[data-testid=stMain]')).direction")
        language = page.evaluate("document.documentElement.lang")

    assert "demo=tesseract-ocr" in page.url
    assert (direction, language) == ("rtl", "ar")


def test_a_shared_screen_warns_and_then_forgets(chromium: Browser) -> None:
    """Nothing of the person before is left, and Back does not bring it again."""
    with served(Project(ROOT), DISCLOSE_KIOSK="60") as server, context(chromium) as visit:
        page = opened(visit.new_page(), f"{server.url}/fail?lang=es")
        page.get_by_role("combobox").click()
        page.get_by_role("option", name="People Counter").click()
        expect(page.get_by_role("alert")).to_contain_text("olvida", timeout=50_000)
        expect(page.get_by_role("heading", level=1)).to_have_text("See for yourself what AI gets wrong", timeout=60_000)
        page.go_back()
        page.wait_for_timeout(3000)

        expect(page.get_by_text("People Counter", exact=True)).not_to_be_visible()


def test_a_shared_screen_starts_anew_by_a_plain_link(server: Served, chromium: Browser) -> None:
    with context(chromium) as visit:
        page = opened(visit.new_page(), f"{server.url}/notice?kiosk=1&lang=fr")
        link = page.get_by_role("link", name="Recommencer et tout oublier")
        expect(link).to_have_attribute("href", "/reset?lang=fr")
        link.click()
        page.wait_for_url("**/?kiosk=1&lang=fr")
