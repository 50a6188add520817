"""The whole catalogue is checked and built while somebody waits."""

from __future__ import annotations

import resource
import shutil

import pytest
from projects import ROOT, disclose

DAY = "2026-11-27"
#: Seconds of processor time: the clock on the wall would measure what else the machine does.
CHECK, BUILD = 4, 60
MADE = shutil.ignore_patterns("notes", "api", "n", "N", "notices")


@pytest.fixture
def catalogue(tmp_path):
    """The services and pages of this repository, without its places."""
    shutil.copytree(ROOT / "services", tmp_path / "services")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=MADE)
    (tmp_path / "docs/notices").mkdir()
    (tmp_path / "docs/notices/index.md").write_text("# Places\n", "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    assert len(list(tmp_path.glob("services/*/service.yml"))) >= 30
    return tmp_path


def spent(*arguments, cwd) -> tuple[float, str]:
    """Seconds of processor time that a command takes, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = disclose(*arguments, "--today", DAY, cwd=cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout + done.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def test_check(catalogue):
    """Thirty services are checked within four seconds, the first time too."""
    seconds, told = spent("check", cwd=catalogue)
    assert "0 errors" in told
    assert seconds < CHECK


def test_build(catalogue):
    """Thirty services become pages and a site within a minute."""
    seconds, _ = spent("build", cwd=catalogue)
    assert (catalogue / "site/notes/vision-ocr/transparency-note/index.html").is_file()
    assert seconds < BUILD
