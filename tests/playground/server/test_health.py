"""Whether people can use it."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from playground.server.health import routes


@pytest.fixture
def parts():
    """What is asked, and how often it was."""
    return {"site": True, "store": True}


@pytest.fixture
def asked():
    return []


@pytest.fixture
def client(parts, asked):
    def part(name):
        async def look():
            asked.append(name)
            return parts[name]

        return look

    return TestClient(Starlette(routes=routes({name: part(name) for name in parts})))


def test_all_there(client):
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "parts": {"site": True, "store": True}})


def test_one_missing(client, parts):
    """One part is enough to turn people away; the process itself is well."""
    parts["store"] = False
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False, "parts": {"site": True, "store": False}})
    assert client.get("/healthz").text == "ok\n"


def test_asked_often(client, asked):
    """Whoever asks every second costs no more than who asks now and then."""
    for _ in range(5):
        client.get("/readyz")
    assert asked == ["site", "store"]
