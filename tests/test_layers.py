"""Arrows point down, each heavy library has one door, and a command imports only what it needs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from projects import ROOT, small

HEAVY = {
    "alembic", "cv2", "distributed", "jinja2", "jiwer", "markdown", "mkdocs", "numpy", "onnxruntime", "PIL", "pypdfium2",
    "pytesseract", "rapidfuzz", "rich", "scipy", "skimage", "sqlalchemy", "sklearn", "starlette", "streamlit", "tesserocr", "uvicorn",
}  # fmt: skip
#: Where a library that is not needed everywhere is imported, at the head of a module or inside a function.
DOORS = {
    "jinja2": {"toolkit.render.environment"},
    "jiwer": {"playground.parts.compared", "toolkit.checks.formulas", "toolkit.evaluate.scores"},
    "mkdocs": {"toolkit.mkdocs_plugin", "toolkit.site"},
    "pyphen": {"toolkit.checks.readability_formulas"},
    "rich": {"toolkit.cli", "toolkit.cli_catalogue", "toolkit.cli_evaluate", "toolkit.cli_models"},
    "alembic": {"toolkit.store.engine", "toolkit.store.migrations"},
    "sqlalchemy": {"toolkit.store"},
    "starlette": {"playground.asgi", "playground.server"},
    "uvicorn": {"playground.server.run"},
    "yaml": {"toolkit.source"},
}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the toolkit and the playground."""
    files = [*(ROOT / "toolkit").rglob("*.py"), *(ROOT / "playground").rglob("*.py")]
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files}
    return {name: ast.parse(path.read_text("utf-8")) for path, name in names.items()}


def imported(tree: ast.Module) -> set[str]:
    """The packages that a module imports anywhere."""
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in found}


def test_contracts():
    """The contracts of pyproject.toml hold."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_module_has_its_layer():
    """No module of the toolkit stands outside of the layers."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = next(each for each in settings["tool"]["importlinter"]["contracts"] if each["type"] == "layers")
    placed = {name.strip() for layer in contract["layers"] for name in re.split(r"[|:]", layer)}
    parts = {".".join(name.split(".")[:2]) for name in modules() if name.startswith("toolkit.")}
    assert parts == placed


def test_doors():
    """Each of these libraries is imported by the modules named here, and what lies in them, only."""
    users = {library: {name for name, tree in modules().items() if library in imported(tree)} for library in DOORS}
    assert {
        library: {name for name in found if not _is_in(name, DOORS[library])} for library, found in users.items()
    } == {library: set() for library in DOORS}


def _is_in(name, doors):
    """Whether the module *name* is one of *doors* or lies in one."""
    return any(name == door or name.startswith(f"{door}.") for door in doors)


def test_markdown_stays_with_the_site_builder():
    """Markdown is turned into pages by the site builder, and for the report of a study, which lies in no site."""
    assert {name for name, tree in modules().items() if "markdown" in imported(tree)} == {"toolkit.study.tell"}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (("--version",), set()),
        (("--help",), set()),
        (("check",), set()),
        (("check", "--rules"), set()),
        (("new", "service", "new-one"), {"jinja2"}),
        (("build", "--no-site"), {"jinja2"}),
    ],
    ids=" ".join,
)
def test_what_a_command_imports(tmp_path, arguments, allowed):
    """A command imports only what it needs: checking needs no template, no site builder and no server."""
    command = [sys.executable, "-X", "importtime", "-m", "toolkit", *arguments]
    run = subprocess.run(
        command, cwd=small(tmp_path, "one").root, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stdout
    packages = {match[1] for match in re.finditer(r"^import time:.*\|\s+([\w]+)", run.stderr, re.MULTILINE)}
    assert "typer" in packages
    assert packages & HEAVY - allowed == set()
