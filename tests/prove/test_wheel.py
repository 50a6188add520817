"""What people install works on its own: a wheel in an empty environment, far from this repository."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest
from desk import DESK, FILE
from projects import ROOT, contents, small, write

from toolkit.inspect.pdf import problems
from toolkit.paths import find_project


def run(*command: str | Path, cwd: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command without anything of this repository in its environment."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LC_ALL": "C.UTF-8"}
    for name in os.environ:  # how to reach the package index from here
        if name.startswith(("PIP_", "SSL_")) or name.lower().endswith("_proxy") or name == "REQUESTS_CA_BUNDLE":
            environment[name] = os.environ[name]
    known = [str(part) for part in command]
    done = subprocess.run(known, cwd=cwd, env=environment, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == code, f"{known}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def disclose(wheel, tmp_path_factory) -> Path:
    """The command of a fresh environment in which only the wheel and what it asks for is installed."""
    folder = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", folder, cwd=folder)
    run(folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
    return folder / "bin/disclose"


@pytest.fixture(scope="module")
def demo(disclose, tmp_path_factory) -> Path:
    """A project that was started, filled and built with it."""
    folder = tmp_path_factory.mktemp("outside")
    run(disclose, "init", "demo", cwd=folder)
    run(disclose, "new", "service", "form-reader", cwd=folder / "demo")
    run(disclose, "new", "deployment", "front-desk", "--service", "form-reader", cwd=folder / "demo")
    run(disclose, "check", cwd=folder / "demo")
    run(disclose, "build", cwd=folder / "demo")
    return folder / "demo"


def test_what_is_in_the_wheel(wheel):
    """The wheel holds the packages, the templates, the catalogue with its services and the schemas, and no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"toolkit", "playground"}
    for needed in (
        "toolkit/shipped/templates/note/page.md.j2",
        "toolkit/shipped/templates/project/mkdocs.yml.j2",
        "toolkit/shipped/templates/site/disclose.css.j2",
        "toolkit/shipped/services/catalogue/guidelines.yml",
        "toolkit/shipped/services/vision-face/service.yml",
        "toolkit/shipped/schema/service.json",
        "toolkit/shipped/templates/notice/page.html.j2",
        "toolkit/shipped/templates/sign/sign.typ",
        *(f"toolkit/{path.relative_to(ROOT / 'toolkit')}" for path in (ROOT / "toolkit").glob("locale/*.po")),
        *(f"toolkit/{path.relative_to(ROOT / 'toolkit')}" for path in (ROOT / "toolkit").glob("regimes/*.yml")),
    ):
        assert needed in names
    assert [name for name in names if "__pycache__" in name or name.startswith("tests")] == []
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_pages_exist(demo):
    """Every document of the new project is a page of its site."""
    for id in ("reading-desk", "form-reader"):
        assert (demo / f"docs/notes/{id}/transparency-note.md").is_file()
        assert (demo / f"site/notes/{id}/transparency-note/index.html").is_file()
    assert (demo / "site/index.html").is_file()
    assert find_project(demo).root == demo


def test_a_new_place(demo):
    """The deployment of the new project has its notices, and its page among all places."""
    assert (demo / "docs/notices/front-desk/en/index.html").is_file()
    assert (demo / "site/notices/front-desk/index.html").is_file()
    assert (demo / "site/notices/index.html").is_file()


def test_a_sign_of_an_installed_toolkit(disclose, tmp_path):
    """Templates, phrases of other languages and regimes are there, and the typefaces of the system are found."""
    write(tmp_path, FILE, DESK.replace("languages: [en, es]", "languages: [en, ar]\nregimes: [baseline, legibility]"))
    small(tmp_path, "example")
    run(disclose, "sign", "desk", "desk", "--lang", "ar", "--out", "sign.pdf", cwd=tmp_path)
    assert problems((tmp_path / "sign.pdf").read_bytes(), "ar") == []
    assert "there is no regime called" not in run(disclose, "check", cwd=tmp_path).stdout


def test_a_service_of_the_catalogue(disclose, tmp_path):
    """It is copied into a project as a draft, and two of them are compared."""
    run(disclose, "init", "demo", cwd=tmp_path)
    run(disclose, "adopt", "vision-ocr", cwd=tmp_path / "demo")
    assert "status: draft" in (tmp_path / "demo/services/vision-ocr/service.yml").read_text("utf-8")
    run(disclose, "adopt", "custom-vision", cwd=tmp_path / "demo")
    run(disclose, "check", cwd=tmp_path / "demo")
    assert "Custom Vision" in run(disclose, "compare", "vision-ocr", "custom-vision", cwd=tmp_path / "demo").stdout


def test_a_second_build_changes_nothing(disclose, demo):
    """Built again, everything stays as it is."""
    before = contents(demo / "docs")
    assert "0 files written" in run(disclose, "build", cwd=demo).stderr
    assert contents(demo / "docs") == before


def test_the_environment_is_not_written_to(disclose, demo):
    """Neither templates nor catalogue of the installation are changed by building."""
    shipped = next(disclose.parents[1].glob("lib/python*/site-packages/toolkit/shipped"))
    before = contents(shipped)
    run(disclose, "build", "--today", "2027-01-01", cwd=demo)
    assert contents(shipped) == before


def test_serving_says_what_to_install(disclose, demo):
    """Without the server's libraries, `serve` says what to install."""
    told = run(disclose, "serve", cwd=demo, code=2)
    assert "the server is not installed" in told.stderr
    assert "pip install 'disclosure-toolkit[playground]'" in told.stderr
    assert "Traceback" not in told.stderr


def test_serving(wheel, disclose, demo):
    """With them, the site is served."""
    run(
        disclose.with_name("pip"), "install", "--quiet", "--disable-pip-version-check", f"{wheel}[playground]", cwd=demo
    )
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    server = subprocess.Popen([disclose, "serve", "--port", str(port)], cwd=demo)
    try:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
                    assert answer.read() == b"ok\n"
                break
            except OSError:
                time.sleep(0.2)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
            assert 'lang="en"' in answer.read().decode()
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/site/notes/form-reader/transparency-note/") as answer:
            assert "Form reader" in answer.read().decode()
    finally:
        server.terminate()
        server.wait(20)
