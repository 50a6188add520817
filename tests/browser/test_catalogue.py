"""Finding one's way among thirty services, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
HOME = "repository/site/"
#: The section of a speech service on how long data stays.
RETENTION = re.compile(r"/notes/speech-[a-z-]+/[a-z-]+/(?:\?[^#]*)?#how-long-it-stays$")
WAYS = ["", "by/suite/", "by/kind/", "by/lifecycle/", "by/people/"]
PAGES = [f"{HOME}notes/{way}" for way in WAYS] + [
    f"{HOME}notes/compare/language-question-answering--qna-maker/",
    f"{HOME}notes/language-ner/data-privacy-security/",
    f"{HOME}notes/speech-to-text/transparency-note/",
]


def opened(browser: Browser, address: str, scheme: str, width: int) -> Page:
    """A page of its own context, without transitions."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address, wait_until="load")
    return page


def results(page: Page, words: str) -> list[str]:
    """Where the search of the site leads, the best first."""
    page.keyboard.press("/")
    page.keyboard.type(words, delay=10)
    page.wait_for_selector(".md-search-result__item a", timeout=20_000)
    page.wait_for_timeout(500)
    return page.eval_on_selector_all(".md-search-result__item a", "links => links.map(link => link.href)")


def test_retention_of_voice_recordings(site: str, chromium: Browser) -> None:
    """The search leads to how long the data of a speech service stays, and the section is there."""
    page = opened(chromium, site + HOME, "light", 1280)
    found = results(page, "retention of voice recordings")[:5]
    right = [href for href in found if RETENTION.search(href)]
    assert right, found
    page.goto(right[0])
    place = right[0].partition("#")[2]
    assert "How long it stays" in page.locator(f"[id='{place}']").inner_text()
    assert "Retention" in page.locator("table.facts caption").all_inner_texts()
    page.context.close()


def test_each_way_leads_to_the_others(site: str, chromium: Browser) -> None:
    """From each page one step leads to each other way through the services."""
    page = opened(chromium, site + HOME, "light", 1280)
    for way in WAYS:
        page.goto(f"{site}{HOME}notes/{way}")
        links = page.eval_on_selector_all("nav.documents a", "links => links.map(link => link.href)")
        others = {f"{site}{HOME}notes/{other}" for other in WAYS if other != way}
        assert {link.partition("#")[0] for link in links} == others
    page.context.close()


def test_documents_are_reached_from_the_overview(site: str, chromium: Browser) -> None:
    """Each link of the overview leads to a page, and to a place on it where it names one."""
    page = opened(chromium, f"{site}{HOME}notes/", "light", 1280)
    links = page.eval_on_selector_all("ul.documents a", "links => links.map(link => link.href)")
    assert len(links) >= 100
    wrong = []
    for link in sorted(set(links)):
        answer = page.request.get(link)
        place = link.partition("#")[2]
        if answer.status != 200 or (place and f'id="{place}"' not in answer.text()):
            wrong.append(link)
    page.context.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_pages_hold_on_desk_and_phone(site: str, chromium: Browser, scheme: str, width: int) -> None:
    """No page is wider than the screen, and axe-core finds nothing."""
    page = opened(chromium, site, scheme, width)
    found = {}
    for path in PAGES:
        answer = page.goto(site + path, wait_until="load")
        assert answer is not None
        assert answer.status == 200, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.evaluate(AXE)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        rules = [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        if rules:
            found[path] = rules
    page.context.close()
    assert found == {}
