"""A whole study in plain HTML in a real browser: without a script, with keys alone, small, zoomed, by day and by night."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
import uvicorn
from asked import asked
from playwright.sync_api import Browser, BrowserContext, Page
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from playground.asgi import FORMS
from playground.server import kept, kiosk, log, study
from playground.server.places import open_places
from toolkit.paths import Project
from toolkit.study.enquiry import Enquiry

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung" * 2
#: Every page that somebody meets who takes part, in order.
PAGES = [
    "list", "start", "start wrong", "code", "noticed", "noticed wrong", "which", "notice", "task", "kept", "recorded",
    "words", "fine", "age", "check", "thanks", "mine", "withdraw", "leave", "under way", "withdrawn", "away", "resume",
    "refused", "lost", "paper", "paper wrong",
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A place with a study, whose server is told where it is."""
    root = tmp_path_factory.mktemp("study")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSE_PROJECT", str(root))
        yield asked(root)


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[str]:
    """The address of the pages on a screen that many use; every request is logged."""

    async def first(_: object) -> HTMLResponse:
        return HTMLResponse("<title>First page</title>")

    leaving = Middleware(kiosk.Leaving, FORMS)
    app = Starlette(routes=[*kiosk.routes(), *study.ROUTES, Route("/", first)], middleware=[leaving])
    logging.getLogger("uvicorn.access").setLevel(logging.INFO)
    log.keep_people_out()
    running = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    running.should_exit = True
    thread.join()


def opened(browser: Browser, scheme: str, size: tuple[int, int], *, script: bool = False) -> Page:
    """A page of its own context; axe needs scripts, people do not."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
        bypass_csp=script,
    )
    return context.new_page()


def click(page: Page, what: str) -> None:
    """Click, and wait for the page to which that leads."""
    with page.expect_navigation():
        page.click(what)


def begin(page: Page, server: str, language: str = "en") -> str:
    """Agree to everything; gives the code, and goes on to the first question."""
    page.goto(f"{server}/study/desk?lang={language}")
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    click(page, "button[value=agree]")
    code = page.locator(".groups").inner_text()
    click(page, "a.go")
    return code


def answer(page: Page, item: str) -> None:
    """Answer the question *item*, which is the page that is open, and go on."""
    assert f"/ask/{item}" in page.url
    if page.locator("textarea").count():
        page.fill("textarea", LONG)
    elif page.locator("input[name=answer]").count():
        page.locator("input[name=answer]").first.check()
    click(page, "button[value=next] >> nth=0")


def each_page(page: Page, server: str, language: str) -> Iterator[str]:
    """Opens every page that people can meet, one after the other, and gives its name."""
    page.goto(f"{server}/study/?lang={language}")
    yield "list"
    page.goto(f"{server}/study/desk?lang={language}&helped=1")
    yield "start"
    click(page, "button[value=agree]")
    yield "start wrong"
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    click(page, "button[value=agree]")
    yield "code"
    click(page, "a.go")
    yield "noticed"
    click(page, "button[value=next]")
    yield "noticed wrong"
    answer(page, "noticed")
    for item in PAGES[6:14]:
        for summary in page.locator("summary").all():
            summary.click()
        yield item
        answer(page, item)
    yield "check"
    click(page, "button.go")
    yield "thanks"
    for name, path in (("mine", "mine"), ("withdraw", "withdraw"), ("leave", "leave"), ("under way", "desk")):
        page.goto(f"{server}/study/{path}?lang={language}")
        yield name
    page.goto(f"{server}/study/withdraw?lang={language}")
    click(page, "button.go")
    yield "withdrawn"
    page.goto(f"{server}/study/desk/go?lang={language}")
    yield "away"
    page.goto(f"{server}/study/resume?lang={language}")
    page.fill("#code", "abcd")
    click(page, "button.go")
    yield "resume"
    page.goto(f"{server}/study/desk?lang={language}")
    click(page, "button[value=refuse]")
    yield "refused"
    page.goto(f"{server}/study/nowhere?lang={language}")
    yield "lost"
    page.goto(f"{server}/study/desk/paper?lang={language}")
    yield "paper"
    page.fill("#code", "abcd")
    click(page, "button.go")
    yield "paper wrong"


def given(project: Project) -> dict[str, object]:
    """What everybody answered who has not withdrawn, by item; with one person in the store, what they did."""
    rows = Enquiry(kept.store(project), open_places(project)["desk"]).given()
    return {row.item: row.answer for row in rows}


@pytest.mark.parametrize(
    ("scheme", "size", "language"),
    [("light", (1280, 800), "en"), ("dark", (320, 256), "ar")],
)
def test_accessible_and_narrow(chromium, server, scheme, size, language):
    """axe-core finds nothing, nothing is scrolled sideways, what is tapped is large enough (WCAG 2.2 AA), and the
    heading or what is wrong has the focus. 320 by 256 is a screen of 1280 by 1024 at 400 %.
    """
    page = opened(chromium, scheme, size, script=True)
    page.add_init_script(AXE)
    found = {}
    for name in each_page(page, server, language):
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        small = page.evaluate(
            "[...document.querySelectorAll('a, button, input:not([type=hidden]), textarea, summary')]"
            ".filter(each => getComputedStyle(each).display !== 'inline')"
            ".filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 24).map(each => each.outerHTML)"
        )
        rules = [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]
        found[name] = (rules, small, page.evaluate("document.documentElement.scrollWidth"))
        focused = page.evaluate("document.activeElement.matches('h1') ? 'h1' : document.activeElement.className")
        wrong = "wrong" in name or name == "resume"
        assert page.locator("details[open]").count() or focused == ("state" if wrong else "h1"), name
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
    page.context.close()

    assert list(found) == PAGES
    assert set(map(str, found.values())) == {str(([], [], size[0]))}, found


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_study_without_a_script(chromium, server, project, language):
    """Loaded anew, clicked twice, gone back, gone on with on another device, withdrawn."""
    page = opened(chromium, "light", (360, 740))
    code = begin(page, server, language)
    page.reload()
    assert "/ask/noticed" in page.url
    page.check("#answer")
    page.dblclick("button[value=next]")
    page.wait_for_url("**/ask/which?**")
    answer(page, "which")
    with kept.store(project).read() as connection:
        assert connection.exec_driver_sql("select count(*) from study_sent").scalar() == 2
    page.go_back()
    assert "/ask/which" in page.url
    assert page.input_value("textarea") == LONG
    page.fill("textarea", "Anders.")
    click(page, "button[value=next] >> nth=0")
    assert given(project)["which"] == "Anders."

    other = opened(chromium, "light", (360, 740))
    other.goto(f"{server}/study/resume?lang={language}")
    other.fill("#code", code.upper())
    click(other, "button.go")
    for item in PAGES[7:14]:
        answer(other, item)
    click(other, "button.go")
    assert "/thanks" in other.url
    assert other.locator(".groups").inner_text() == code
    assert len(given(project)) == 9

    page.goto(f"{server}/study/withdraw?lang={language}")
    click(page, "button.go")
    assert given(project) == {}
    assert [cookie["name"] for cookie in page.context.cookies()] == []
    other.goto(f"{server}/study/mine?lang={language}")
    assert other.locator("#code").count() == 1
    for each in (page, other):
        each.context.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, what: str) -> None:
    """Go on with the Tab key until *what* has the focus."""
    for _ in range(40):
        if page.locator(f"{what}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {what} at {page.url}")


def test_with_keys_alone(chromium, server, project):
    """From the first page to the last: Tab, Space, arrows and Enter. A question is one stop."""
    page = opened(chromium, "light", (1280, 800))
    page.goto(f"{server}/study/desk?lang=en")
    tab_to(page, "#participation")
    press(page, "Space")
    tab_to(page, "button[value=agree]")
    press(page, "Enter")
    page.wait_for_url("**/code?**")
    tab_to(page, "a.go")
    press(page, "Enter")
    page.wait_for_url("**/ask/noticed?**")
    press(page, "Tab", "ArrowDown", "Tab")
    assert page.locator("button[value=next]:focus").count() == 1
    press(page, "Enter")
    for item, keys in (
        ("notice", ()),
        ("task", ()),
        ("kept", ("Space",)),
        ("recorded", ("Space", "Tab", "Space")),
        ("words", ("A",)),
        ("fine", ("Space", "ArrowRight", "ArrowRight")),
    ):
        page.wait_for_url(f"**/ask/{item}?**")
        if keys:
            tab_to(page, "[name=answer]")
            press(page, *keys)
        tab_to(page, "button[value=next]")
        press(page, "Enter")
    page.wait_for_url("**/check?**")
    tab_to(page, "button.go")
    press(page, "Enter")
    page.wait_for_url("**/thanks?**")
    page.context.close()
    found = given(project)
    assert (found["noticed"], found["recorded"], found["words"], found["fine"]) == (("no",), ("form", "face"), "A", 3)


def test_the_browser_asks_nobody_else_and_no_log_holds_a_code(chromium, server, caplog):
    """No page loads anything but itself; a log of requests tells neither code nor key nor query."""
    page = opened(chromium, "light", (1280, 800), script=True)
    asked_for = []
    page.on("request", lambda request: asked_for.append((request.resource_type, request.url)))
    with caplog.at_level(logging.INFO):
        code = begin(page, server)
        [cookie] = page.context.cookies()
        answer(page, "noticed")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"], cookie["expires"]) == (True, "Strict", "/study", -1)
    key = cookie["value"].split(".")[1]
    page.context.close()
    assert {kind for kind, _ in asked_for} == {"document"}
    assert all(url.startswith(f"{server}/study/") for _, url in asked_for)
    assert '- - "POST /study/desk/ask/noticed HTTP/1.1" 303' in caplog.text
    for secret in (code, code.replace("-", ""), key, "lang=en"):
        assert secret not in caplog.text
    assert all(code not in url and key not in url for _, url in asked_for)


def on_the_screen(context: BrowserContext, server: str) -> Page:
    """Somebody has written something, and the screen starts anew."""
    page = context.new_page()
    begin(page, server)
    answer(page, "noticed")
    page.fill("textarea", "My own words.")
    click(page, "button[value=next] >> nth=0")
    page.goto(f"{server}/reset")
    return page


def test_a_screen_for_many_starts_anew(chromium, server):
    """After the reset neither Back nor an old address nor an old form leads to what somebody answered."""
    context = chromium.new_context(java_script_enabled=False)
    page = on_the_screen(context, server)
    assert context.cookies() == []
    for _ in range(3):
        page.go_back()
        assert "My own words." not in page.content()
    page.goto(f"{server}/study/desk/ask/which")
    assert page.locator("h1").inner_text() == "Nobody is answering on this screen"
    answer_ = context.request.get(f"{server}/study/desk")
    assert answer_.headers["refresh"] == "600;url=/reset"
    context.close()
