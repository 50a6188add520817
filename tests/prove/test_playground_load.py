"""A room full of people at the real server: twenty bring a picture at once, and a sample still comes at once.

The figure is measured by clients that speak the page's own protocol and draw nothing: twenty browsers on the same
processors would measure the browsers. That twenty browsers get their text too is shown without a figure.
"""

from __future__ import annotations

import asyncio
import io
import json
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from browsers import chromium_here
from PIL import Image, ImageDraw, ImageFont
from playwright.async_api import Browser, async_playwright, expect
from serving import Served, served
from visitors import visitor

from toolkit.paths import Project

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
CLIENTS = 20
NUMBERS = [4100 + number for number in range(CLIENTS)]
#: Milliseconds that a step in one of twenty browsers may take.
PATIENCE = 400_000


@pytest.fixture(scope="module")
def server() -> Iterator[Served]:
    """The playground of this repository."""
    with served(Project(ROOT)) as found:
        yield found


def letter(number: int) -> bytes:
    """A scan of a letter, 1520 pixels wide, with the *number* of whoever brings it above, as PNG."""
    page = Image.open(TESTS.parent / "corpora/pages/letter/en-inter-medium.png").convert("RGB")
    width, height = page.width * 2, page.height * 2
    picture = Image.new("RGB", (width, height + 200), "white")
    picture.paste(page.resize((width, height)), (0, 200))
    ImageDraw.Draw(picture).text((60, 60), f"Visitor {number}", "black", ImageFont.load_default(80))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_a_room_full(server: Served) -> None:
    """Everybody gets the text of their own picture; meanwhile a sample is there within a second, 95 times of 100."""
    pictures = {number: letter(number) for number in NUMBERS}
    together = threading.Barrier(CLIENTS)

    def bring(number: int) -> str:
        with visitor(server.url) as one:
            one.open("read")
            one.choose("Where from", "My device")
            one.choose("Use only pictures you may use. Are other people in it?", "No")
            together.wait()
            one.upload(f"{number}.png", pictures[number])
            return one.text()

    looking = subprocess.Popen(
        [sys.executable, "-m", "looking", server.url],
        cwd=TESTS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert looking.stdout is not None
    assert looking.stdout.readline() == "ready\n"
    with ThreadPoolExecutor(CLIENTS) as clients:
        texts = dict(zip(NUMBERS, clients.map(bring, NUMBERS), strict=True))
    took = json.loads(looking.communicate("")[0])

    for number, text in texts.items():
        assert f"Visitor {number}" in text
        assert not any(f"Visitor {other}" in text for other in NUMBERS if other != number)
    p95 = statistics.quantiles(took, n=20)[-1]
    print(f"{CLIENTS} clients; sample: median {statistics.median(took):.2f} s, p95 {p95:.2f} s, n = {len(took)}")
    assert p95 < 1.0


async def bring_by_browser(browser: Browser, url: str, number: int) -> str:
    """The text that somebody's page shows of their picture, on the way that a person goes."""
    context = await browser.new_context(viewport={"width": 800, "height": 700}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    await page.goto(f"{url}/read")
    await page.get_by_role("button", name="Choose a picture").click()
    await page.get_by_text("My device", exact=True).click()
    await page.get_by_text("No", exact=True).click()
    file = {"name": f"{number}.png", "mimeType": "image/png", "buffer": letter(number)}
    await page.locator("input[type=file]").set_input_files(file)
    read = page.locator(".sheet .read")
    await expect(read).to_contain_text("Visitor", timeout=PATIENCE)
    return await read.inner_text()


async def all_browsers(url: str) -> list[str]:
    """What each of twenty people's browsers shows."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_here(), args=["--no-sandbox"])
        texts = await asyncio.gather(*(bring_by_browser(browser, url, number) for number in NUMBERS))
        await browser.close()
    return texts


def test_twenty_browsers(server: Served) -> None:
    """Each shows the text of its own picture."""
    with ThreadPoolExecutor(1) as own:  # where no other test's event loop runs
        texts = own.submit(asyncio.run, all_browsers(server.url)).result()

    for number, text in zip(NUMBERS, texts, strict=True):
        assert f"Visitor {number}" in " ".join(text.split())
