"""The server as people start it."""

from __future__ import annotations

import json
import signal
import ssl
import stat

import httpx2 as httpx
import pytest
from projects import disclose
from serving import free_port, served

from playground.config import Config
from playground.server.run import ServeError, listen, names, welcome


def test_ready(client):
    """People can use it: the site is built, the script runs, an engine reads, what they send can be kept."""
    answer = client.get("/readyz")
    assert answer.status_code == 200, answer.text
    parts = {"site": True, "script": True, "reader": True, "store": True}
    assert json.loads(answer.text) == {"ready": True, "parts": parts}


def test_not_ready(project, tmp_path):
    """Whoever watches the server learns which part is missing."""
    with served(project, PATH=str(tmp_path), TESSDATA_PREFIX=str(tmp_path)) as server:
        site = project.site.rename(project.root / "away")
        try:
            answer = httpx.get(f"{server.url}/readyz", timeout=60)
        finally:
            site.rename(project.site)
    assert answer.status_code == 503
    assert json.loads(answer.text)["parts"]["site"] is False


def test_streamlit_behind(client):
    """Streamlit's own files and pages pass through with our headers; its doors for programs are shut."""
    start = client.get("/")
    script = start.text.partition('<script type="module" crossorigin src="./')[2].partition('"')[0]
    answer = client.get(f"/{script}")
    assert answer.headers["content-type"].split(";")[0] in {"text/javascript", "application/javascript"}
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert client.get("/_stcore/health").text == "ok"
    assert client.post("/_stcore/agent/interact", json={}).status_code == 404
    assert client.get("/_stcore/metrics").status_code == 404


def test_says_where(server):
    """It says where it is once it is there, and keeps people out of its log."""
    httpx.get(f"{server.url}/site/?q=private", headers={"user-agent": "somebody"})
    log = server.log()
    assert f"at {server.url}/ (stop with Ctrl-C)" in log
    assert '- - "GET /site/ HTTP/1.1" 200' in log
    assert "private" not in log
    assert "somebody" not in log
    assert "127.0.0.1:" not in log.replace(server.url, "")


def test_this_computer_alone(client):
    """A page of another host cannot make a browser here ask under its name."""
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_stops(project):
    """Ctrl-C stops it at once, without a traceback."""
    with served(project) as server:
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(20) in {0, 130}
        assert "Traceback" not in server.log()


def test_share(project):
    """In the room it speaks HTTPS with a key of its own, shows a code to scan, and keeps the researcher's area shut."""
    with served(project, "--share", "--host", "127.0.0.1") as server:
        log = server.log()
        key = project.cache / "share.key"
        context = ssl.create_default_context(cafile=str(project.cache / "share.crt"))
        assert httpx.get(f"{server.url}/healthz", verify=context).text == "ok\n"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert "▀" in log
    assert f"{server.url}/ (stop with Ctrl-C)" in log
    assert "The researcher's area is off" in log


def test_below(project):
    """Below a base path, everything lies there."""
    with served(project, "--base-path", "/disclose", "--name", "city.example") as server:
        assert f"{server.url}/disclose/ (stop" in server.log()
        with httpx.Client(base_url=server.url, headers={"host": "city.example"}) as client:
            assert client.get("/disclose/n/K7M2").headers["location"] == "/disclose/site/n/k7m2/"
            assert client.get("/disclose/site/notes").headers["location"] == "/disclose/site/notes/"
            assert client.get("/disclose/_stcore/health").text == "ok"
            assert client.get("/disclose/reset").headers["location"] == "/disclose/?kiosk=1"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--kiosk", "5"), ("no idle time of a screen", "at least 60")),
        (("--base-path", "a b"), ("no base path", "such as /disclose")),
        (("--host", "192.0.2.7"), ("nothing can listen at 192.0.2.7", "--host")),
    ],
)
def test_misuse(project, options, words):
    """What cannot be is told in a sentence, with what to do."""
    run = disclose("serve", "--port", str(free_port()), *options, cwd=project.root)
    assert run.returncode == 2
    assert [word for word in words if word not in run.stderr] == []
    assert "Traceback" not in run.stderr


def test_taken():
    """A port that somebody listens at is no port for us."""
    with listen("127.0.0.1", 0) as door:
        door.listen()
        with pytest.raises(ServeError) as told:
            listen("127.0.0.1", door.getsockname()[1])
    assert "--port" in told.value.help


@pytest.mark.parametrize(
    ("config", "host", "words"),
    [
        ({}, "127.0.0.1", ("http://127.0.0.1:8501/ (stop",)),
        ({}, "::1", ("http://[::1]:8501/",)),
        ({"base_path": "/a"}, "127.0.0.1", ("http://127.0.0.1:8501/a/",)),
        ({"shared": True, "secure": True}, "10.0.0.7", ("https://10.0.0.7:8501/", "area is off", "█")),
    ],
)
def test_welcome(project, config, host, words):
    """The address can be clicked, or scanned."""
    said = welcome(Config(project, **config), host, 8501)
    assert [word for word in words if word not in said] == []
    assert ("area" in said) == ("area is off" in words)


@pytest.mark.parametrize(
    ("named", "told", "names_"),
    [
        (("*",), "127.0.0.1", ("127.0.0.1", "localhost")),
        (("*",), "10.0.0.7", ("10.0.0.7", "127.0.0.1", "localhost")),
        (("city.example",), "127.0.0.1", ("city.example", "127.0.0.1", "localhost")),
        (("city.example",), "0.0.0.0", ("city.example", "127.0.0.1", "localhost")),
        (("*",), "0.0.0.0", ("*",)),
    ],
)
def test_names(named, told, names_):
    """A server answers to its own names alone, as far as anybody knows them."""
    assert names(named, told) == names_


def test_an_owner(project):
    """Where somebody owns the researcher's area, nothing is said of it."""
    assert "area" not in welcome(Config(project, shared=True, owner="me"), "10.0.0.7", 1)
