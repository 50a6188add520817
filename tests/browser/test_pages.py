"""What people meet: pages in a real browser, by day and by night, on a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
KINDS = [
    "transparency-note",
    "characteristics-and-limitations",
    "integration-and-responsible-use",
    "data-privacy-security",
    "limited-access",
    "disclosure-design-guidelines",
    "disclosure-design-patterns",
    "research-insights",
    "voice-talent-disclosure",
    "code-of-conduct",
]
HOME = "repository/site/"
NOTE = f"{HOME}notes/tesseract-ocr/transparency-note/"
PAGES = [
    HOME,
    f"{HOME}notes/",
    f"{HOME}notices/",
    f"{HOME}notices/library-desk/",
    f"{HOME}rules/",
    f"{HOME}cli/",
    f"{HOME}tags/",
    NOTE,
    f"{HOME}notes/vision-ocr/data-privacy-security/",
    *(f"everything/site/notes/example-reader/{kind}/" for kind in KINDS),
]


def opened(browser: Browser, address: str, scheme: str, width: int) -> Page:
    """A page of its own context, without transitions."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address, wait_until="load")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_violates_an_accessibility_rule(site: str, chromium: Browser, scheme: str, width: int) -> None:
    """axe-core finds nothing on the landing page, the overviews, a place, and a page of each of the ten kinds."""
    page = opened(chromium, site, scheme, width)
    found = {}
    for path in PAGES:
        page.goto(site + path, wait_until="load")
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        rules = [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        if rules:
            found[path] = rules
    page.context.close()

    assert found == {}


def test_no_page_is_wider_than_a_phone(site: str, chromium: Browser) -> None:
    """At 360 pixels nothing has to be scrolled sideways."""
    page = opened(chromium, site, "light", 360)
    too_wide = []
    for path in PAGES:
        page.goto(site + path, wait_until="load")
        if page.evaluate("document.documentElement.scrollWidth") > 360:
            too_wide.append(path)
    page.context.close()

    assert too_wide == []


def test_no_request_leaves_the_site(site: str, chromium: Browser) -> None:
    """No page asks another host for anything, and none logs an error."""
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    for path in PAGES:
        answer = page.goto(site + path)
        assert answer is not None
        assert answer.status == 200, path
        page.wait_for_load_state("networkidle")
    context.close()

    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    assert errors == []


def test_the_keyboard_reaches_content_first(site: str, chromium: Browser) -> None:
    """The first stop of the tabulator key is a link to the content, and it shows."""
    page = opened(chromium, site + NOTE, "light", 1280)
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    target = page.evaluate("document.activeElement.getAttribute('href')")
    outline = page.evaluate("document.activeElement.getBoundingClientRect().height")

    assert focused == "Skip to content"
    assert target.startswith("#")
    assert outline > 0
    page.context.close()


def test_search_finds_a_limitation(site: str, chromium: Browser) -> None:
    """Typing a word of a limitation into the search leads to its note, without a server."""
    page = opened(chromium, site + HOME, "light", 1280)
    page.keyboard.press("/")
    page.keyboard.type("handwriting", delay=20)
    page.wait_for_selector(".md-search-result__item a", timeout=10_000)
    results = page.eval_on_selector_all(".md-search-result__item a", "links => links.map(link => link.href)")

    assert any("/notes/" in result for result in results)
    page.context.close()


def test_the_first_screen_of_a_note_answers_four_questions(site: str, chromium: Browser) -> None:
    """What it is, what it is bad at, what happens to data and whom to ask stand on a note's first screen or two."""
    page = opened(chromium, site + NOTE, "light", 1280)
    questions = page.eval_on_selector_all(".glance dt", "terms => terms.map(term => term.textContent)")
    bottom = page.evaluate("document.querySelector('.glance').getBoundingClientRect().bottom")

    assert questions == ["What it is", "What it is bad at", "What happens to data", "Whom to ask"]
    assert bottom < 1200
    page.context.close()
