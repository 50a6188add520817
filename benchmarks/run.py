"""Prints how fast `disclose` is: against peers in the same run, and against its own aims. Nothing passes or fails."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import commands
import thousand
from processes import ROOT

PACKAGES = (
    "disclosure-toolkit",
    "pydantic",
    "PyYAML",
    "Jinja2",
    "mkdocs",
    "typst",
    "huggingface_hub",
    "skops",
    "scikit-learn",
    "weasyprint",
    "tesserocr",
    "pytesseract",
)


def main() -> None:
    """Measure everything; what runs as a process of its own comes first, while this one is still small."""
    asked = _options()
    print(_machine())
    with tempfile.TemporaryDirectory(prefix="disclose-bench-") as folder:
        commands.check(ROOT, asked.checks)
        if asked.answers:
            _answers(Path(folder) / "answers", asked.answers, asked.rounds)
        if asked.services:
            thousand.measure(ROOT, Path(folder) / "thousand", asked.services, asked.rounds)
        if asked.notices:
            commands.notices(ROOT, Path(folder) / "notices", asked.rounds)
        if asked.site:
            commands.site(ROOT, Path(folder) / "site-copy", asked.rounds)
    if asked.documents:
        sys.path.insert(0, str(ROOT))
        import document

        document.measure(ROOT, asked.documents, asked.rounds)
    if asked.notices:
        sys.path.insert(0, str(ROOT))
        import sign

        sign.measure(ROOT, asked.rounds)
    if asked.reading:
        sys.path.insert(0, str(ROOT))
        _reading(asked.rounds)


def _answers(folder: Path, answers: int, rounds: int) -> None:
    sys.path.insert(0, str(ROOT))
    try:
        import answers as study

        study.measure(folder, answers, rounds)
    except ImportError as error:
        print(f"{error.name} is not installed: the report of a study is left out")


def _reading(rounds: int) -> None:
    try:
        import measuring
        import reading

        reading.measure(rounds)
        measuring.measure(ROOT)
    except ImportError as error:
        print(f"{error.name} is not installed: reading and measuring are left out")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=200, help="documents a round (0: leave out)")
    parser.add_argument("--services", type=int, default=1000, help="services of the large project (0: leave out)")
    parser.add_argument("--answers", type=int, default=100_000, help="answers of a study (0: leave out)")
    parser.add_argument("--checks", type=int, default=5, help="how often the check runs")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything else runs")
    parser.add_argument("--no-notices", dest="notices", action="store_false", help="leave deployments and signs out")
    parser.add_argument("--no-reading", dest="reading", action="store_false", help="leave reading text out")
    parser.add_argument("--no-site", dest="site", action="store_false", help="leave the site out")
    return parser.parse_args()


def _machine() -> str:
    """The line without which no figure means anything."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    found = ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    day = dt.datetime.now(dt.UTC).date()
    return f"{day}, {platform.system()} {platform.machine()}, {os.cpu_count()} processors{load}, {python}\n{found}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"


if __name__ == "__main__":
    main()
