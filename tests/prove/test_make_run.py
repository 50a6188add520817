"""What somebody gets who clones this repository and says `make run`: an address that works."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browsers import chromium_here
from playwright.sync_api import expect, sync_playwright
from projects import ROOT
from serving import free_port

#: Of an installation, a build and a start, on a machine that has much else to do.
SECONDS = 900
#: What decides how packages are reached from here; nothing else of this environment counts.
REACH = re.compile(r"PIP_.*|SSL_.*|REQUESTS_CA_BUNDLE|.*_proxy|PATH|LANG", re.IGNORECASE)
SERVING = re.compile(r"^serving .* at (http://\S+) \(stop with Ctrl-C\)$", re.MULTILINE)


@contextmanager
def running(clone: Path) -> Iterator[str]:
    """`make run` in *clone*; gives the address that it prints. AssertionError with its words where it prints none."""
    output = clone.parent / "output"
    environment = {name: value for name, value in os.environ.items() if REACH.fullmatch(name)}
    with output.open("wb") as log:
        made = subprocess.Popen(
            ["make", "run", f"PORT={free_port()}"],
            cwd=clone,
            env={**environment, "HOME": str(clone.parent)},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        end = time.monotonic() + SECONDS
        while not (found := SERVING.search(output.read_text("utf-8"))):
            assert made.poll() is None, output.read_text("utf-8")
            assert time.monotonic() < end, output.read_text("utf-8")
            time.sleep(1)
        yield found[1]
    finally:
        os.killpg(made.pid, signal.SIGINT)  # as Ctrl-C does
        made.wait(30)


def test_make_run_in_a_fresh_clone(tmp_path: Path) -> None:
    """The printed address shows the playground, a sample is read, and the site is beside it."""
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", ROOT, clone], check=True)
    with running(clone) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_here(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.get_by_role("link", name="Read a text").first.click(timeout=60_000)
        expect(page.locator(".sheet .word").first).to_be_visible(timeout=120_000)
        assert "background" in page.locator(".sheet .read").inner_text()
        page.goto(f"{address}site/")
        expect(page.locator("h1").first).to_be_visible()
        browser.close()
    assert (
        subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True).stdout
        == ""
    )
