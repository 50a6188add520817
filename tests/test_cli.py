"""The command line as a process: exit codes, formats, and help that helps."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
import typer
from projects import contents, disclose, edit, small, write

from toolkit import __version__
from toolkit.cli import app

DAY = "--today=2026-11-20"
FAULT = "A misread digit can cost somebody <b>money</b>."
FORMATS = ("text", "json", "github", "sarif")


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A project whose only findings are warnings."""
    return small(tmp_path_factory.mktemp("clean"), "one")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    """A project with an error in line 11 of a service, and warnings."""
    project = small(tmp_path_factory.mktemp("faulty"), "one")
    edit(project, "services/one/service.yml", "A misread digit can cost somebody money.", FAULT)
    return project


@pytest.mark.parametrize("format", FORMATS)
def test_warnings(clean, format):
    """Warnings alone leave with 0, in every format."""
    run = disclose("check", DAY, "--format", format, cwd=clean.root)
    assert (run.returncode, run.stderr) == (0, "")
    assert "warning" in run.stdout


@pytest.mark.parametrize("format", FORMATS)
def test_errors(faulty, format):
    """An error leaves with 1 and names its place, in every format."""
    run = disclose("check", DAY, "--format", format, cwd=faulty.root)
    assert (run.returncode, run.stderr) == (1, "")
    assert "services/one/service.yml" in run.stdout
    if format == "text":
        assert "services/one/service.yml:11:15: error[unsafe-text]" in run.stdout
        assert re.search(r"^1 error, \d+ warnings$", run.stdout, re.MULTILINE)
    if format == "json":
        found = [row for row in json.loads(run.stdout) if row["severity"] == "error"]
        assert [(row["file"], row["line"], row["column"]) for row in found] == [("services/one/service.yml", 11, 15)]
    if format == "github":
        assert "::error file=services/one/service.yml,line=11,col=15,title=unsafe-text::" in run.stdout
    if format == "sarif":
        (log,) = json.loads(run.stdout)["runs"]
        assert {result["level"] for result in log["results"]} == {"error", "warning"}


def test_strict(clean):
    """With --strict, warnings leave with 1 as well."""
    assert disclose("check", DAY, "--strict", cwd=clean.root).returncode == 1
    assert disclose("build", DAY, "--strict", "--no-site", cwd=clean.root).returncode == 1


def test_nothing_to_say(tmp_path):
    """A project without findings says so."""
    run = disclose("check", DAY, "--strict", cwd=small(tmp_path).root)
    assert (run.returncode, run.stdout) == (0, "0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--only", "onne"), ("there is no service or deployment called 'onne'", "did you mean `one`?")),
        (("build", "--only", "onne"), ("there is no service or deployment called 'onne'", "did you mean `one`?")),
        (("check", "--today", "tomorrow"), ("'tomorrow' is no date", "year-month-day")),
        (("check", "--today", "2026-02-30"), ("'2026-02-30' is no date",)),
        (("check", "-C", "/"), ("no services/ folder in / or above it", "disclose init")),
        (("check", "-C", "gone"), ("'gone' does not exist",)),
        (("check", "--format", "xml"), ("xml",)),
        (("check", "--nonsense"), ("--nonsense",)),
        (("nonsense",), ("nonsense",)),
        (("new", "service", "../x"), ("'../x' is no id", "lower-case letters")),
        (("new", "service", "one"), ("exists already", "choose another id")),
        (("new", "deployment", "here", "--service", "onne"), ("there is no service called 'onne'",)),
        (("init", "."), ("is not empty", "nothing is ever written over")),
        (("serve",), ("there is no built site", "run `disclose build` first")),
        (("serve", "--port", "0"), ("'--port'", "greater than or equal to 1")),
    ],
)
def test_misuse(clean, arguments, words):
    """What cannot be done leaves with 2, says why and what to do, changes nothing and shows no traceback."""
    before = contents(clean.services)
    run = disclose(*arguments, cwd=clean.root)
    assert (run.returncode, run.stdout) == (2, "")
    assert [word for word in words if word not in run.stderr] == []
    assert "Traceback" not in run.stderr
    assert contents(clean.services) == before


def test_epoch(clean):
    """SOURCE_DATE_EPOCH is the day where none is given; nonsense in it is misuse."""
    edit(clean, "services/one/service.yml", "name: Form reader}", "name: Form reader, review_due: 2020-06-07}")
    texts = {
        epoch: disclose("check", cwd=clean.root, SOURCE_DATE_EPOCH=epoch) for epoch in ("1577836800", "1609459200", "x")
    }
    edit(clean, "services/one/service.yml", "name: Form reader, review_due: 2020-06-07}", "name: Form reader}")
    assert [run.returncode for run in texts.values()] == [0, 0, 2]
    assert ["review-overdue" in run.stdout for run in texts.values()] == [False, True, False]
    assert "set it to whole seconds since 1970" in texts["x"].stderr


def test_build(faulty):
    """A build tells what it did on the one channel and what it found on the other."""
    run = disclose("build", DAY, "--no-site", cwd=faulty.root)
    assert run.returncode == 1
    assert "0 documents of 1 services" in run.stderr
    assert "kept back because of errors: one" in run.stderr
    assert "error[unsafe-text]" in run.stdout


def test_from_below(clean):
    """A command works from every folder of the project, and from outside with -C."""
    run = disclose("check", DAY, cwd=clean.services / "one")
    assert run.stdout == disclose("check", DAY, "-C", str(clean.root)).stdout
    assert run.returncode == 0


def test_no_colour_in_a_pipe(faulty):
    """What is piped holds no colours."""
    assert "\x1b" not in disclose("check", DAY, cwd=faulty.root).stdout


def test_a_broken_site(tmp_path):
    """A page with a dead link leaves with 1 and names page and link, without a traceback."""
    project = small(tmp_path, "one")
    write(tmp_path, "docs/index.md", "# Start\n\n[gone](gone.md) [notes](notes/index.md)\n")
    run = disclose("build", DAY, cwd=project.root)
    assert run.returncode == 1
    assert "'index.md' contains a link 'gone.md'" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_whole_walk(tmp_path):
    """From nothing to a built project: init, new service, new deployment, check, build, schema, rules."""
    demo = tmp_path / "demo"
    assert "wrote" in disclose("init", str(demo), "--organisation", "Büro Nord", cwd=tmp_path).stdout
    assert disclose("new", "service", "form-reader", "--name", "Form reader", cwd=demo).returncode == 0
    assert disclose("new", "deployment", "front-desk", "--service", "form-reader", cwd=demo).returncode == 0
    assert 'name: "Büro Nord"' in (demo / "deployments/front-desk/deployment.yml").read_text("utf-8")
    checked = disclose("check", DAY, cwd=demo)
    assert checked.returncode == 0, checked.stdout
    built = disclose("build", DAY, "--only", "form-reader", "--no-site", cwd=demo)
    assert built.returncode == 0, built.stderr
    assert (demo / "docs/notes/form-reader/transparency-note.md").is_file()
    assert "docs/schema/service.json" in disclose("schema", cwd=demo).stdout
    assert "duplicate-id" in disclose("check", "--rules", cwd=demo).stdout


def test_version():
    """The version is that of the package."""
    assert disclose("--version").stdout == f"disclose {__version__}\n"


def commands(group=None, name="disclose"):
    """Every command with its full name."""
    group = group or typer.main.get_command(app)
    for child, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{name} {child}")
        else:
            yield f"{name} {child}", command


@pytest.mark.parametrize(("name", "command"), [pytest.param(*each, id=each[0]) for each in commands()])
def test_help(name, command):
    """Each command says in a sentence what it does, explains each option, and shows an example of itself."""
    assert command.help.strip().endswith(".")
    assert name in (command.epilog or "")
    assert [
        option.name for option in command.params if not getattr(option, "help", None) and option.name != "help"
    ] == []


def test_heavy_libraries_are_asked_for_late():
    """The command line itself imports nothing heavy; each command imports what it needs."""
    tree = ast.parse(Path(__file__).parents[1].joinpath("toolkit/cli.py").read_text("utf-8"))
    modules = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    modules |= {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert modules == {
        "__future__",
        "gc",
        "pathlib",
        "sys",
        "toolkit",
        "toolkit.cli_catalogue",
        "toolkit.cli_evaluate",
        "toolkit.cli_feedback",
        "toolkit.cli_models",
        "toolkit.cli_posted",
        "toolkit.cli_serve",
        "toolkit.cli_sign",
        "toolkit.cli_study",
        "toolkit.cli_study_kept",
        "toolkit.cli_study_people",
        "toolkit.cli_study_results",
        "toolkit.cli_train",
        "toolkit.cli_translate",
        "toolkit.errors",
        "toolkit.terminal",
        "typer",
        "typing",
    }
