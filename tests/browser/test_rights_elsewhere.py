"""A notice that lies at a host of its own, whose form is sent to the server, in a real browser."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from desk import DESK, FILE
from notices import WHOLE
from playwright.sync_api import Browser
from projects import TODAY, edit, small, write
from serving import free_port, served
from trees import laid_over

from toolkit.build import build
from toolkit.paths import Project
from toolkit.store.engine import open_store
from toolkit.store.rights import requests


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Elsewhere(NamedTuple):
    """A project whose notices lie at `address`, and whose server is another one."""

    project: Project
    address: str


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    """A desk, its pages at a static host, its server at another address."""
    hosted, port = free_port(), free_port()
    address = f"http://localhost:{hosted}"
    write(tmp_path, FILE, laid_over(DESK, f"{WHOLE}notice_address: {address}\n"))
    project = small(tmp_path, "example")
    edit(project, "services/organisation.yml", "name:", f"playground_url: http://127.0.0.1:{port}/\nname:")
    assert build(project, TODAY).errors == 0
    pages = functools.partial(_Quiet, directory=str(project.root / "docs"))
    with http.server.ThreadingHTTPServer(("localhost", hosted), pages) as host, served(project, port=port):
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield Elsewhere(project, address)
        host.shutdown()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_form_is_taken(elsewhere: Elsewhere, chromium: Browser, *, scripts: bool) -> None:
    """What is sent from there is kept, and from no other host."""
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{elsewhere.address}/notices/desk/en/request/")
    page.fill("#time", "Monday at ten")
    page.locator("input[name=right]").first.check()
    page.click("button[type=submit]")
    page.wait_for_url("**/feedback/desk/received?lang=en")
    page.goto(f"{elsewhere.address.replace('localhost', '127.0.0.1')}/notices/desk/en/request/")
    page.fill("#time", "Tuesday at ten")
    page.locator("input[name=right]").first.check()
    with page.expect_response(lambda answer: answer.request.method == "POST") as refused:
        page.click("button[type=submit]")
    context.close()

    assert refused.value.status == 403
    assert [each.request.time for each in requests(open_store(None, elsewhere.project))] == ["Monday at ten"]
