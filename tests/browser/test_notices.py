"""The full notice and the page for requests in a real browser: left to right and right to left, by day and by night."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest
from notices import VERIFIED, seen, translated
from playwright.sync_api import Browser, Page
from samples import ORGANISATION

from toolkit.render import full, rights
from toolkit.render.environment import Templates

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"
TEXTS = {"purpose": f"{LONG}.|اتصل \u2066555 0100\u2069 الآن."}
SERVER = {"services/organisation.yml": f"{ORGANISATION}playground_url: https://play.example/\n"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Addresses of the notice and of the page for requests, in English and in Arabic, with a server and without."""
    found = []
    for name, files in (("alone", {}), ("served", SERVER)):
        root = tmp_path_factory.mktemp(name)
        changes = f"languages: [en, de, ar]\npurpose: {LONG}.\nquestions: [{{id: q, question: '{LONG}?', answer: No.}}]"
        view = seen(root, changes, VERIFIED, files={**files, **translated("ar", **TEXTS)})
        for each in (*full.write(view, Templates()), *rights.write(view, Templates())):
            path = root / each.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each.data)
            found.append(path.as_uri())
    return [page for page in found if page.endswith(".html") and "/de/" not in page]


def opened(browser: Browser, scheme: str, width: int) -> Page:
    """A page of its own context, without transitions."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    return context.new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_violates_an_accessibility_rule(pages, chromium, scheme, width):
    """axe-core finds nothing."""
    page = opened(chromium, scheme, width)
    found = {}
    for address in pages:
        page.goto(address)
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        rules = [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        if rules:
            found[address] = rules
    page.context.close()

    assert len(pages) == 8
    assert found == {}


def test_nothing_is_wider_than_the_smallest_phone(pages, chromium):
    """At 320 pixels, which is also 1280 at four times the size, nothing is scrolled sideways (WCAG 2.2, 1.4.10)."""
    page = opened(chromium, "light", 320)
    widths = {}
    for address in pages:
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()

    assert set(widths.values()) == {320}


def test_targets_are_large_enough(pages, chromium):
    """Whatever is tapped outside of a sentence is at least 24 pixels high and wide (WCAG 2.2, 2.5.8)."""
    page = opened(chromium, "light", 360)
    small = []
    for address in pages:
        page.goto(address)
        small += page.evaluate(
            "[...document.querySelectorAll('a, button, input')]"
            ".filter(each => getComputedStyle(each).display !== 'inline')"
            ".filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 24).map(each => each.outerHTML)"
        )
    page.context.close()

    assert small == []


def test_the_tabulator_key_reaches_the_languages_first(pages, chromium):
    """The first stops are the other languages, and the one in use is shown where the keyboard is."""
    page = opened(chromium, "light", 1280)
    page.goto(pages[0])
    stops = []
    for _ in range(2):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent"))
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.context.close()

    assert stops == ["Deutsch", "العربية"]
    assert outline == "solid"


def test_on_paper_it_is_black_on_white_without_links_to_languages(pages, chromium):
    """Printed from a dark screen as well."""
    page = opened(chromium, "dark", 1280)
    page.goto(pages[0])
    page.emulate_media(media="print")
    shown = page.evaluate(
        "[getComputedStyle(document.querySelector('.languages')).display,"
        " getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.querySelector('h1')).color]"
    )
    page.context.close()

    assert shown == ["none", "rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"]
