"""Fifty pictures of strangers go through the server, and nothing of them is left."""

from __future__ import annotations

import random
from pathlib import Path

from desk import desk
from projects import TODAY
from serving import served
from uploads import visit
from watched import SAID

from toolkit.build import build

LARGEST = 5 * 1024 * 1024 - 300
TESTS = str(Path(__file__).parents[1])


def test_fifty_uploads(tmp_path):
    """No file is opened to write by the process of the server, named or not, and its log knows no name and no one."""
    chance = random.Random(20)
    project = desk(tmp_path)
    build(project, TODAY)
    sizes = [chance.randint(1, LARGEST) for _ in range(49)] + [LARGEST]
    with (
        served(project, start="watched", PYTHONPATH=TESTS, PYTHONDONTWRITEBYTECODE="1") as server,
        visit(server) as page,
    ):
        before = server.log()
        assert before.startswith(SAID)
        for number, size in enumerate(sizes):
            assert page.upload(f"passport-{number}.png", chance.randbytes(size)) == 204
        after = server.log().removeprefix(before)
    assert SAID not in after
    assert "passport" not in after
    assert "127.0.0.1" not in after
    assert after.count("PUT /_stcore/upload_file/- HTTP/1.1") == 50
