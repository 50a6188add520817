"""A thousand services are built at once, and again at once where nothing changed. Times and memory are printed.

The limits of time are far above what was measured, so that a busy machine does not fail; `benchmarks/` holds ratios.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from projects import ROOT, starter_site

from toolkit.paths import Project, find_project

SERVICES = 1000
#: Seconds and megabytes that a build may take.
COLD, UNCHANGED, ONE_CHANGED, PEAK = 120, 15, 20, 600
CHILD = textwrap.dedent("""
    import sys, time
    from toolkit.cli import main
    sys.argv = ["disclose", "build", "--today", "2026-11-20", "--no-site"]
    try:
        main()
    finally:
        # getrusage would count what the parent had in memory when it started this process.
        status = open("/proc/self/status").read() if sys.platform == "linux" else "VmHWM: 0"
        print(f"measured {time.process_time():.2f} {int(status.split('VmHWM:')[1].split()[0]) // 1024}", file=sys.stderr)
""")


class Measured(NamedTuple):
    seconds: float
    megabytes: float
    said: str


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Project:
    """A thousand copies of a full service of this repository, under ids of their own."""
    root = tmp_path_factory.mktemp("thousand")
    shutil.copytree(ROOT / "services/suites", root / "services/suites")
    shutil.copytree(ROOT / "services/catalogue", root / "services/catalogue")
    shutil.copy(ROOT / "services/organisation.yml", root / "services/organisation.yml")
    text = (ROOT / "services/vision-ocr/service.yml").read_text("utf-8")
    others = {path.parent.name for path in (ROOT / "services").glob("*/service.yml")} - {"vision-ocr"}
    for number in range(SERVICES):
        folder = root / f"services/reader-{number:04}"
        folder.mkdir()
        own = text.replace("id: vision-ocr\n", f"id: reader-{number:04}\n").replace(
            "name: Azure AI Vision OCR\n", f"name: Reader {number}\n"
        )
        (folder / "service.yml").write_text(own, "utf-8")
    for other in others:  # services that the text refers to
        if re.search(rf"\b{other}\b", text):
            shutil.copytree(ROOT / f"services/{other}", root / f"services/{other}")
    starter_site(root)
    return find_project(root)


def build(project: Project, what: str, code: int = 0) -> Measured:
    environment = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    began = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", CHILD],
        cwd=project.root,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    whole = time.perf_counter() - began
    assert run.returncode == code, run.stdout[-3000:] + run.stderr[-3000:]
    busy, megabytes = re.search(r"measured (\S+) (\S+)", run.stderr).groups()
    print(f"\n{SERVICES} services, {what}: {whole:.2f} s, of one processor {busy} s, peak {megabytes} MB")
    return Measured(whole, float(megabytes), run.stderr)


def test_a_thousand_services(project):
    """Everything is published; a second build does nothing, and a third only what changed."""
    known = len(list(project.services.glob("*/service.yml")))
    cold = build(project, "cold")
    pages = [path for path in project.docs.glob("notes/*/*.md") if path.parent.name != "by" and path.name != "fail.md"]
    services = json.loads((project.docs / "api/services.json").read_text("utf-8"))
    assert len(services) == known
    assert len(pages) == sum(page["state"] == "own" for service in services for page in service["documents"])
    assert len(pages) >= 4 * SERVICES
    assert len(json.loads((project.docs / "api/claims.json").read_text("utf-8"))) > 100 * SERVICES
    unchanged = build(project, "unchanged")
    assert ", 0 files written" in unchanged.said
    path = project.services / "reader-0500/service.yml"
    path.write_text(
        path.read_text("utf-8").replace("The scan or photo is blurred", "The scan or photo is unsharp"), "utf-8"
    )
    one = build(project, "one changed")
    written = int(re.search(r"(\d+) files written", one.said)[1])
    assert 3 <= written <= 7  # four pages, the page of what can be watched, and what is said of it in all lists
    path.write_text(path.read_text("utf-8").replace("name: Reader 500\n", "name: Newer reader\n"), "utf-8")
    named = build(project, "one renamed")
    assert (
        int(re.search(r"(\d+) files written", named.said)[1]) <= 13
    )  # five pages, two files for programs, six overviews
    assert (cold.seconds < COLD, unchanged.seconds < UNCHANGED, one.seconds < ONE_CHANGED) == (True, True, True)
    assert max(cold.megabytes, unchanged.megabytes, one.megabytes, named.megabytes) < PEAK


def test_one_broken_among_a_thousand(project):
    """One that is broken is kept back; the others stay."""
    path = Path(project.services / "reader-0007/service.yml")
    whole = path.read_text("utf-8")
    path.write_text("nonsense", "utf-8")
    told = build(project, "one broken", code=1)
    assert "kept back because of errors: reader-0007" in told.said
    assert not (project.docs / "notes/reader-0007").exists()
    assert (project.docs / "notes/reader-0008/transparency-note.md").is_file()
    path.write_text(whole, "utf-8")
    build(project, "mended")
    assert (project.docs / "notes/reader-0007/transparency-note.md").is_file()
