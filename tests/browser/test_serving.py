"""The server in a real browser: what it lets run, whom it asks, and where people find themselves again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import desk
from playwright.sync_api import Browser, BrowserContext, Page, expect
from projects import TODAY
from proxy import proxied
from serving import Served, free_port, served

from toolkit.build import build
from toolkit.paths import Project

PAGES = [path.stem for path in sorted(Path("playground/pages").glob("[a-z]*.py"))]
#: Streamlit looks for its server at each level of the address, and the browser tells of each that is not there.
LOOKED_FOR = "Failed to load resource: the server responded with a status of 404"
#: Words of people that must not be found again.
WORDS = "my passport 4711"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A service, a desk with signs, and their site."""
    project = desk(tmp_path_factory.mktemp("served"))
    assert build(project, TODAY).errors == 0
    return project


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[Served]:
    """Their server."""
    with served(project) as found:
        yield found


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Somebody's own browser."""
    context = chromium.new_context()
    yield context
    context.close()


def opened(page: Page, address: str) -> Page:
    """*page* at *address*, once Streamlit has shown all of it."""
    page.goto(address)
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(timeout=30_000)
    return page


def listened(page: Page) -> tuple[list[str], set[str]]:
    """What *page* complains of, and which hosts it asks, from now on."""
    complaints: list[str] = []
    hosts: set[str] = set()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]) if "://" in request.url else None)
    page.on("websocket", lambda socket: hosts.add(socket.url.split("/")[2]))
    return complaints, hosts


@pytest.mark.parametrize("name", ["", *PAGES])
def test_pages_run_without_eval(server: Served, context: BrowserContext, name: str) -> None:
    """Each page runs under a policy without `eval` and without others' scripts, and asks no other host."""
    page = context.new_page()
    complaints, hosts = listened(page)
    answer = page.request.get(f"{server.url}/{name}")
    opened(page, f"{server.url}/{name}")
    expect(page.locator("h1").first).to_be_visible()
    assert "unsafe-eval" not in answer.headers["content-security-policy"]
    assert [each for each in complaints if not each.startswith(LOOKED_FOR)] == []
    assert hosts == {server.url.removeprefix("http://")}


@pytest.mark.parametrize("path", ["site/", "site/notes/", "site/notices/desk/", "n/K7M2", "site/gone/"])
def test_the_site_runs(server: Served, context: BrowserContext, path: str) -> None:
    """The site's own scripts run under its policy; they ask no other host."""
    page = context.new_page()
    complaints, hosts = listened(page)
    page.goto(f"{server.url}/{path}", wait_until="networkidle")
    assert [each for each in complaints if not (path == "site/gone/" and each.startswith(LOOKED_FOR))] == []
    assert hosts == {server.url.removeprefix("http://")}


def test_what_slips_in_does_not_run(server: Served, context: BrowserContext) -> None:
    """Text that became a script runs neither in the playground nor in the site."""
    for path in ("", "site/"):
        page = context.new_page()
        page.goto(f"{server.url}/{path}")
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
            " document.body.append(s) }"
        )
        assert page.evaluate("window.ran") is None
        refused = page.evaluate(  # in a turn of its own: what the debugger itself evaluates is always allowed
            "() => new Promise(done => setTimeout(() => {"
            " try { done((0, eval)('1')) } catch (error) { done(error.name) } }))"
        )
        assert refused == "EvalError"


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("zh-Hans", "ltr")])
def test_language(server: Served, context: BrowserContext, language: str, direction: str) -> None:
    """The page is in its language before a script runs, and still after all have run."""
    bare = context.browser.new_context(java_script_enabled=False)
    for page in (bare.new_page(), opened(context.new_page(), f"{server.url}/?lang={language}")):
        page.goto(f"{server.url}/?lang={language}")
        root = page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
    bare.close()


def test_without_scripts(server: Served, chromium: Browser) -> None:
    """Without a script, the first page says so and leads to the documents."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.url)
    page.locator("noscript a").click()
    assert page.url == f"{server.url}/site/"
    context.close()


@pytest.mark.parametrize("takes_off", [False, True])
def test_behind_a_proxy(project: Project, context: BrowserContext, *, takes_off: bool) -> None:
    """Below a path of a proxy everything works, whether the proxy takes the path off or leaves it on."""
    port = free_port()
    with (
        served(project, "--base-path", "/disclose", port=port),
        proxied(port, "/disclose", takes_off=takes_off) as base,
    ):
        page = context.new_page()
        complaints, _ = listened(page)
        opened(page, f"{base}/notice?lang=ar")
        assert page.locator("html").get_attribute("dir") == "rtl"
        page.locator("a[lang=de]").click()
        expect(page.locator("html[lang=de]")).to_be_attached()
        assert page.url.startswith(f"{base}/notice?")
        page.goto(f"{base}/n/K7M2", wait_until="networkidle")
        assert page.url == f"{base}/site/n/k7m2/"
        page.goto(f"{base}/site/gone/", wait_until="networkidle")
        page.locator("a.md-logo:visible").first.click()
        assert page.url == f"{base}/site/"
        assert [each for each in complaints if not each.startswith(LOOKED_FOR)] == []


def test_a_restart(project: Project, context: BrowserContext) -> None:
    """After a restart, a page is where it was and in its language, without anybody doing anything."""
    port = free_port()
    with served(project, port=port) as server:
        page = opened(context.new_page(), f"{server.url}/fail?lang=es")
        title = page.locator("h1").first.inner_text()
    with served(project, port=port) as server:
        expect(page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]")).to_be_visible(timeout=60_000)
        assert page.url == f"{server.url}/fail?lang=es"
        expect(page.locator("h1").first).to_have_text(title)
        page.reload()
        expect(page.locator("h1").first).to_have_text(title)
        assert page.locator("html").get_attribute("lang") == "es"


def test_a_lost_connection(server: Served, context: BrowserContext) -> None:
    """A phone that was in a tunnel is where it was, with what its page held: nothing is loaded anew."""
    port, own = int(server.url.rpartition(":")[2]), free_port()
    with proxied(port, "", takes_off=False, at=own) as base:
        page = opened(context.new_page(), f"{base}/fail?lang=fr")
        title = page.locator("h1").first.inner_text()
        page.evaluate("() => { window.still = 'here' }")
    expect(page.locator("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])")).to_be_attached()
    with proxied(port, "", takes_off=False, at=own) as base:
        expect(page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]")).to_be_visible(timeout=60_000)
        expect(page.locator("h1").first).to_have_text(title)
        assert page.url == f"{base}/fail?lang=fr"
        assert page.evaluate("window.still") == "here"
        page.close()


def test_a_shared_screen(server: Served, context: BrowserContext) -> None:
    """Whoever comes next finds nothing, also not by going back: no address, no store of the browser, no page kept."""
    page = opened(context.new_page(), f"{server.url}/?kiosk=1")
    page.evaluate(f"() => {{ localStorage.setItem('x', '{WORDS}'); document.cookie = 'x={WORDS}' }}")
    page.evaluate(f"() => document.querySelector('h1').textContent = '{WORDS}'")
    opened(page, f"{server.url}/reset")
    assert page.url == f"{server.url}/?kiosk=1"
    assert page.evaluate("localStorage.getItem('x')") is None
    assert not any(WORDS in cookie["value"] for cookie in context.cookies())
    page.go_back()
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)
    assert WORDS not in page.content()


def test_a_shared_screen_that_lost_its_server(server: Served, context: BrowserContext) -> None:
    """A screen that nobody touches starts anew by itself, though its page cannot say so any more."""
    page = context.new_page()
    page.clock.install()
    opened(page, f"{server.url}/?kiosk=1&lang=ar")
    page.clock.fast_forward(100_000)
    assert "lang=ar" in page.url
    page.clock.fast_forward(6_000)
    page.wait_for_url(f"{server.url}/?kiosk=1")
