"""`disclose sign`: what it prints and writes, and with what it leaves."""

from __future__ import annotations

import pytest
from desk import FILE, desk
from projects import disclose, edit

DAY = ("--today", "2026-11-20")


@pytest.fixture
def project(tmp_path):
    return desk(tmp_path / "project")


def run(project, *arguments):
    return disclose("sign", *arguments, *DAY, cwd=project.root)


def test_one_sign_into_one_file(project, tmp_path):
    """The example of the help, in short."""
    done = run(project, "desk", "door", "--lang", "en+es", "-o", str(tmp_path / "sign.pdf"))
    assert (done.returncode, done.stdout, done.stderr) == (0, f"wrote {tmp_path}/sign.pdf\n", "")
    assert (tmp_path / "sign.pdf").read_bytes().startswith(b"%PDF")


def test_into_the_folder_one_is_in(project):
    """Without --out; the project is found from here, and nothing of it is written to."""
    done = run(project, "desk", "desk", "--lang", "es", "--seen")
    assert done.stdout.splitlines() == [
        "wrote sign-desk.es.pdf",
        "wrote sign-desk.es.png",
        "wrote sign-desk.es.seen.png",
    ]
    assert not (project.docs / "notices").exists()


def test_from_elsewhere(project, tmp_path):
    done = disclose("sign", "desk", "door", "--lang", "en", "-C", str(project.root), *DAY, cwd=tmp_path)
    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.glob("sign-*")) == ["sign-door.en.pdf", "sign-door.en.png"]


def test_what_does_not_fit(project):
    """It is said with its place and what to do; nothing is printed, and the command fails."""
    done = run(project, "desk", "desk", "--lang", "en", "--format", "A6")
    assert done.returncode == 1
    assert f"{FILE}:45:5: error[sign-fit] sign `desk`: a code to be scanned from 0.5 m is 66 mm wide" in done.stdout
    assert "let people come closer to scan it, or take a larger format" in done.stdout
    assert done.stdout.endswith("\n1 error, 0 warnings\n")
    assert "wrote" not in done.stdout
    assert list(project.root.glob("sign-*")) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("dsk",), "disclose: there is no deployment called 'dsk'\n  did you mean `desk`?\n"),
        (("desk", "dor"), "disclose: desk has no sign called 'dor'\n  did you mean `door`?\n"),
        (("desk", "--lang", "fr"), "disclose: desk does not speak 'fr'\n  its languages: en, es\n"),
        (
            ("desk", "--lang", "en", "-o", "both.pdf"),
            "disclose: 2 signs do not go into one file\n  name the sign and --lang, or give a folder\n",
        ),
    ],
)
def test_misuse(project, arguments, told):
    """A slip is told in two lines with what to do; it leaves with 2."""
    done = run(project, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told)


def test_a_place_that_cannot_be_read(project):
    """Its errors are printed as `check` prints them."""
    edit(project, FILE, "status: example", "status: exmaple")
    done = run(project, "desk")
    assert done.returncode == 1
    assert f"{FILE}:4:9: error[unknown-value]" in done.stdout
    assert "Traceback" not in done.stderr
