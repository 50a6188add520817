"""The researcher's area in a real browser: signing in, coding, results and a download, without a script; on a phone."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import axe_playwright_python
import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from researchers import PASSWORD, answered, project_at
from starlette.applications import Starlette

from playground.server import research
from toolkit.paths import Project

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
WORDS = ("A clerk decides, the machine only reads.", "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 3)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A study with twelve answers that nobody really gave, and a team."""
    with pytest.MonkeyPatch.context() as patch:
        root = tmp_path_factory.mktemp("research")
        patch.setenv("DISCLOSE_PROJECT", str(root))
        project = project_at(root)
        answered(project, 12, 10, WORDS)
        yield project


@pytest.fixture(scope="module")
def server(project: Project) -> Iterator[str]:
    """The address of the area."""
    running = uvicorn.Server(uvicorn.Config(Starlette(routes=research.ROUTES), port=0, log_level="critical"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}/research/"
    running.should_exit = True
    thread.join()


def opened(browser: Browser, server: str, name: str, *, script: bool = False, **how: object) -> Page:
    """A page of its own context, on which *name* has signed in; axe needs scripts, people do not."""
    context = browser.new_context(reduced_motion="reduce", java_script_enabled=script, bypass_csp=script, **how)
    page = context.new_page()
    page.goto(server)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Studies").wait_for()
    return page


def test_a_working_day(chromium: Browser, server: str, tmp_path: Path) -> None:
    """An owner signs in, codes an answer, reads the results, downloads the table, signs out."""
    page = opened(chromium, server, "olga")
    page.get_by_role("link", name="Front desk").click()
    page.get_by_role("link", name="Code answers").click()
    assert "2 left for you." in page.inner_text("main")
    page.get_by_label("Understood: certain").check()
    page.get_by_role("button", name="Save and go on").click()
    assert "1 left for you." in page.inner_text("main")
    page.get_by_role("link", name="Results").click()
    assert "10 of 12" in page.get_by_role("row", name="how-long").inner_text()
    assert page.get_by_role("img", name="Shares of people who were right").is_visible()
    page.get_by_role("link", name="Exports").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download data.csv").click()
    download.value.save_as(tmp_path / "data.csv")
    assert (tmp_path / "data.csv").read_text("utf-8-sig").startswith("participant,use,state,")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{server}desk/results")
    assert page.url.endswith("/research/login?ended=1")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 320)])
def test_everybody_can_use_it(chromium: Browser, server: str, scheme: str, width: int) -> None:
    """No violation of axe and no line beyond the screen, by day on a desk and by night on a small phone."""
    size = {"width": width, "height": 900}
    page = opened(chromium, server, "olga", script=True, color_scheme=scheme, viewport=size)
    page.add_init_script(AXE)
    for path in (
        "",
        "desk/",
        "desk/results",
        "desk/coding",
        "desk/differences",
        "desk/exports",
        "desk/exclude",
        "people",
    ):
        page.goto(f"{server}{path}")
        found = page.evaluate("async () => (await axe.run()).violations.map(each => [each.id, each.nodes[0].html])")
        assert found == [], path
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, (path, wide)
