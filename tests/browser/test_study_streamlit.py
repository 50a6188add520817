"""A whole study in the playground, in a real browser: in English and in Arabic, loaded anew, clicked twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
from asked import ASKED, asked
from playwright.sync_api import Browser, Locator, Page, expect
from projects import write
from serving import Served, served

from playground.server.places import open_places
from toolkit.paths import Project
from toolkit.store.engine import open_store
from toolkit.study.enquiry import Enquiry, Given

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
ARABIC = """\
msgctxt "study.questions.noticed.prompt"
msgid "Did you notice a sign at the desk?"
msgstr "هل لاحظت لافتة على المكتب؟"

msgctxt "study.questions.noticed.options.no.text"
msgid "No"
msgstr "لا"

msgctxt "study.questions.kept.prompt"
msgid "How long is the picture of your form kept?"
msgstr "كم تُحفظ صورة استمارتك؟"

msgctxt "study.questions.kept.options.day.text"
msgid "One day"
msgstr "يوم واحد"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A place with an open study in English and Arabic."""
    root = tmp_path_factory.mktemp("study")
    write(root, "deployments/desk/locale/study/ar.po", ARABIC)
    write(root, "site/index.html", "<title>A site</title>")
    return asked(root, ASKED.replace("page: read", "page: notice"))


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[Served]:
    with served(project) as found:
        yield found


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=60_000)
    expect(page.locator(DONE)).to_be_visible(timeout=60_000)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def press(page: Page, name: str, heading: str) -> None:
    """Press a button, and wait for what stands on the page after it."""
    button(page, name).click()
    at(page, heading)


def at(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", name=heading)).to_be_visible(timeout=30_000)
    expect(page.locator(DONE)).to_be_visible(timeout=30_000)
    expect(page.locator("[data-stale=true]")).to_have_count(0)


def choose(page: Page, label: str) -> None:
    """Choose an answer by the words beside it."""
    page.get_by_role("main").get_by_text(label, exact=True).click()
    expect(page.locator(DONE)).to_be_visible(timeout=30_000)


def grave(page: Page) -> list[tuple[str, str]]:
    """What axe-core finds serious or critical, and whether the page is wider than the phone, once nothing fades."""
    page.evaluate(AXE)
    found = _grave(page)
    for _ in range(20):
        if not found:
            break
        page.wait_for_timeout(500)  # what is drawn anew is pale until the server has answered
        found = _grave(page)
    return found


def _grave(page: Page) -> list[tuple[str, str]]:
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    found = [each for each in result["violations"] if each["impact"] in {"serious", "critical"}]
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") > 360
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found] + [("wide", "")] * wide


def given(project: Project) -> list[Given]:
    """Every answer that counts."""
    store = open_store(None, project)
    try:
        return Enquiry(store, open_places(project)["desk"]).given()
    finally:
        store.close()


def test_a_whole_study_loaded_anew_and_clicked_twice(page: Page, server: Served, project: Project) -> None:
    """The code brings back whoever answers; a double click is one answer, and passes over nothing."""
    faults = {}
    opened(page, f"{server.url}/study?place=desk")
    faults["consent"] = grave(page)
    choose(page, "I have read this, and I want to take part.")
    press(page, "I agree, begin", "Your code")
    faults["code"] = grave(page)
    code = page.get_by_test_id("stCode").inner_text().strip()
    assert re.fullmatch(r"([a-z2-9]{4}-){4}[a-z2-9]{4}", code)
    press(page, "I have it. To the first question", "Did you notice a sign at the desk?")
    choose(page, "Yes")
    button(page, "Next").dblclick()
    at(page, "What did it say?")
    expect(page.get_by_text("This was not kept yet")).to_have_count(0)

    opened(page, f"{server.url}/study")
    assert code not in page.url
    page.get_by_text("Go on with your code").click()
    page.get_by_label("Your code").fill(code)
    press(page, "Go on", "What did it say?")
    page.get_by_role("textbox").fill("That a machine reads")
    faults["words"] = grave(page)
    button(page, "Next").dblclick()
    at(page, "Please read this as you would read it there")
    faults["notice"] = grave(page)
    press(page, "I have read it", "Now try something")
    faults["task"] = grave(page)
    page.get_by_role("link", name="Open it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read the notice", timeout=30_000)
    page.get_by_role("link", name="Take part in a study").click()
    at(page, "Now try something")
    press(page, "I have tried it", "How long is the picture of your form kept?")
    choose(page, "One day")
    faults["choice"] = grave(page)
    press(page, "Next", "What does the camera record?")
    choose(page, "My form")
    faults["several"] = grave(page)
    press(page, "Next", "Who decides about your card?")
    press(page, "Skip this question", "How far is this acceptable to you?")
    choose(page, "4")
    faults["scale"] = grave(page)
    press(page, "Next", "That was the last question")
    faults["check"] = grave(page)
    press(page, "Finish", "What happens next")
    faults["thanks"] = grave(page)

    english = [row for row in given(project) if row.language == "en"]
    assert {row.item: row.answer for row in english} == {
        "noticed": ("yes",),
        "which": "That a machine reads",
        "notice": None,
        "task": None,
        "kept": ("day",),
        "recorded": ("form",),
        "words": None,
        "fine": 4,
    }
    assert len(english) == 8
    assert {name: found for name, found in faults.items() if found} == {}


def test_a_whole_study_in_arabic(page: Page, server: Served, project: Project) -> None:
    opened(page, f"{server.url}/study?lang=ar")
    choose(page, "قرأت هذا وأريد المشاركة.")
    press(page, "أوافق، ابدأ", "رمزك")
    press(page, "حفظته. إلى السؤال الأول", "هل لاحظت لافتة على المكتب؟")
    faults = grave(page)
    choose(page, "لا")
    press(page, "التالي", "اقرأ هذا من فضلك كما كنت ستقرؤه هناك")
    press(page, "قرأته", "جرّب الآن شيئًا")
    press(page, "تابع من دونه", "كم تُحفظ صورة استمارتك؟")
    choose(page, "يوم واحد")
    button(page, "التالي").click()
    expect(page.get_by_text("السؤال 3 من 5")).to_be_visible(timeout=30_000)
    for _ in range(3):
        number = page.get_by_test_id("stProgress").inner_text()
        button(page, "تخطَّ هذا السؤال").click()
        expect(page.get_by_text(number, exact=True)).to_have_count(0, timeout=30_000)
    press(page, "إنهاء", "ماذا يحدث بعد ذلك")

    arabic = {row.item: row.answer for row in given(project) if row.language == "ar"}
    assert (arabic["noticed"], arabic["kept"], arabic["fine"]) == (("no",), ("day",), None)
    assert page.evaluate("getComputedStyle(document.querySelector('[data-testid=stMain]')).direction") == "rtl"
    assert faults == []


def test_withdrawing_leaves_nothing(page: Page, server: Served, project: Project) -> None:
    before = len(given(project))
    opened(page, f"{server.url}/study")
    choose(page, "I have read this, and I want to take part.")
    press(page, "I agree, begin", "Your code")
    press(page, "I have it. To the first question", "Did you notice a sign at the desk?")
    choose(page, "No")
    press(page, "Next", "Please read this as you would read it there")
    assert len(given(project)) == before + 1
    press(page, "See what is kept", "What we keep of you")
    faults = grave(page)
    press(page, "Withdraw", "Withdraw from the study?")
    button(page, "Withdraw and delete everything").dblclick()
    expect(page.get_by_text("Everything is deleted")).to_be_visible(timeout=30_000)

    assert len(given(project)) == before
    assert faults + grave(page) == []
