"""Forty people answer at once over HTTP, each in their own time: every answer that was acknowledged is there, once."""

from __future__ import annotations

import html
import random
import re
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import httpx2 as httpx
import pytest
from databases import postgresql
from enquiries import studied
from projects import find_project, write
from serving import served

from toolkit.store.engine import open_store
from toolkit.store.study.audit import verify
from toolkit.study.enquiry import Enquiry

PEOPLE, QUESTIONS = 40, 15
#: Before this question everybody waits for the others, and then all answer at the same moment.
TOGETHER = "q-8"
SHOWN = re.compile(r'<form method="post" action="([^"]+)"')
ONCE = re.compile(r'name="once" value="([^"]+)"')
QUESTION = """\
  - id: q-{number}
    kind: understanding
    form: choice
    point: how-long
    prompt: How long do we keep picture {number}?
    options: [{{id: day, text: One day, correct: true}}, {{id: always, text: For ever}}]
"""


class Part(NamedTuple):
    """What one person did: the key of their session, what was acknowledged, how long each answer took to be kept."""

    token: str
    given: dict[str, str]
    took: list[float]
    at_once: float


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request):
    """The address of an empty database; empty for SQLite beside the project."""
    if request.param == "sqlite":
        yield ""
        return
    with postgresql() as found:
        yield found


def test_forty_people_at_once(tmp_path, url):
    """The whole way of each: the consent, the notice, fifteen questions, the end; pauses of 0.2 to 2 seconds."""
    questions = "".join(QUESTION.format(number=number) for number in range(1, QUESTIONS + 1))
    view = studied(tmp_path, f"questions:\n{questions}")
    write(tmp_path, "site/index.html", "<title>No site is needed</title>")
    together = threading.Barrier(PEOPLE, timeout=120)
    with served(find_project(tmp_path), **({"DISCLOSE_DATABASE_URL": url} if url else {})) as server:
        with ThreadPoolExecutor(PEOPLE) as people:
            parts = list(people.map(lambda number: take_part(server.url, number, together), range(PEOPLE)))
        assert "Traceback" not in server.log()
    store = open_store(url or None, find_project(tmp_path))
    enquiry = Enquiry(store, view)
    for part in parts:
        seat = enquiry.seat(part.token)
        assert seat.state == "complete"
        kept = {item: answer[0] for item, answer in enquiry.answers(seat).items() if item != "notice"}
        assert kept == part.given
        assert len(kept) == QUESTIONS
    assert sorted(
        sum(seat.arm == arm for seat in map(enquiry.seat, (part.token for part in parts))) for arm in ("sign", "words")
    ) == [20, 20]
    assert len(enquiry.given()) == PEOPLE * (QUESTIONS + 1)
    with store.read() as connection:
        assert verify(connection).broken is None
    store.close()
    tell(url, parts)


def take_part(address: str, number: int, together: threading.Barrier) -> Part:
    """One person, who comes from an address of their own."""
    chance = random.Random(number)
    transport = httpx.HTTPTransport(local_address=f"127.0.0.{number + 10}")
    part = Part("", {}, [], 0.0)
    with httpx.Client(transport=transport, base_url=address, timeout=60, follow_redirects=True) as client:
        time.sleep(chance.uniform(0, 2))
        page = client.get("/study/desk")
        once = ONCE.search(page.text)[1]
        page = client.post("/study/desk", data={"once": once, "participation": "1", "act": "agree"})
        assert page.url.path == "/study/desk/code", page.text
        page = client.get("/study/desk/go")
        while "/ask/" in page.url.path:
            item = page.url.path.rpartition("/")[2]
            time.sleep(chance.uniform(0.2, 2))
            if item == TOGETHER:
                together.wait()
            answer = chance.choice(["day", "always"])
            sent = {
                "once": ONCE.search(page.text)[1],
                "act": "next",
                **({} if item == "notice" else {"answer": answer}),
            }
            began = time.monotonic()
            kept = client.post(html.unescape(SHOWN.search(page.text)[1]), data=sent, follow_redirects=False)
            seconds = time.monotonic() - began
            assert kept.status_code == 303, kept.text
            if item == TOGETHER:
                part = part._replace(at_once=seconds)
            elif item != "notice":
                part.took.append(seconds)
            if item != "notice":
                part.given[item] = answer
            page = client.get("/study/desk/go")
        assert page.url.path == "/study/desk/check"
        assert client.post("/study/desk/finish").url.path == "/study/desk/thanks"
        return part._replace(token=client.cookies["study"].split(".")[1])


def tell(url: str, parts: list[Part]) -> None:
    """How long it took until an answer was kept."""
    took = sorted(1000 * seconds for part in parts for seconds in part.took)
    cuts = statistics.quantiles(took, n=100)
    burst = sorted(1000 * part.at_once for part in parts)
    name = "PostgreSQL" if url else "SQLite"
    print(
        f"\n{name}: {PEOPLE} people, {len(took)} answers: p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms, "
        f"most {took[-1]:.0f} ms; {len(burst)} answers at the same moment: p50 {burst[len(burst) // 2]:.0f} ms, most {burst[-1]:.0f} ms"
    )
