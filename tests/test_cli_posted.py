"""`disclose posted`, `verify` and `impact`: what they print, and with what they leave."""

from __future__ import annotations

import pytest
import typer
from desk import FILE, desk
from projects import edit
from typer.testing import CliRunner

from toolkit.cli_posted import impact, posted, verify
from toolkit.errors import UsageError

SPACE = "\N{NO-BREAK SPACE}"
MOST = "Kept for at most"
app = typer.Typer()
app.add_typer(posted, name="posted")
app.command("verify")(verify)
app.command("impact")(impact)


@pytest.fixture
def project(tmp_path):
    return desk(tmp_path)


def run(project, *arguments, day="2026-05-04"):
    """What a command printed and the code it left with."""
    done = CliRunner().invoke(app, [*arguments, "-C", str(project.root), "--today", day])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout.splitlines()


def test_add(project):
    """Posting says what was frozen, in which version, and what to commit; twice says that it is there."""
    assert run(project, "posted", "add", "k7m2", "--place", "left") == (
        0,
        [
            "froze k7m2-ac621831 (A4, en): left",
            "wrote deployments/desk/posted/k7m2-ac621831.json; commit it",
        ],
    )
    assert run(project, "posted", "add", "k7m2", "--place", "left", day="2026-06-01") == (
        0,
        ["k7m2-ac621831 (A4, en) is there already, since 2026-05-04: left"],
    )


def test_replace(project):
    """Posting a new version says which one came down."""
    run(project, "posted", "add", "k7m2", "--place", "left", "--languages", "es")
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    code, lines = run(project, "posted", "add", "k7m2", "--place", "left", "--languages", "es", day="2026-06-01")
    assert (code, lines[1]) == (0, "noted as taken down there: k7m2-ac621831")


def test_list(project):
    """What hangs is listed with what to do and why; what is due comes first."""
    assert run(project, "posted") == (0, ["0 hang, 0 to be printed again or taken down"])
    run(project, "posted", "add", "k7m2", "--place", "left")
    run(project, "posted", "add", "brfaf", "--place", "on the door")
    edit(project, FILE, "value: 24, unit: hours", "value: 30, unit: days")
    time = f"Picture of your form, how long it is kept: {MOST} 24{SPACE}hours -> {MOST} 30{SPACE}days"
    assert run(project, "posted", day="2026-06-01") == (
        0,
        [
            "print again: k7m2-ac621831, left, A4, en, since 2026-05-04 (desk, desk)",
            f"    Kept 24 hours, how long: 24 hours -> Picture of your form: kept for at most 30{SPACE}days",
            f"    in the notice behind it: {time}",
            "holds: brfaf-154eb157, on the door, A4, en, since 2026-05-04 (desk, door)",
            f"    in the notice behind it: {time}",
            "2 hang, 1 to be printed again or taken down",
        ],
    )


def test_remove(project):
    """Taking down says what to commit."""
    run(project, "posted", "add", "k7m2", "--place", "left")
    assert run(project, "posted", "remove", "k7m2", "--place", "left") == (
        0,
        ["noted as taken down: k7m2-ac621831; commit deployments/desk/posted/"],
    )


def test_a_changed_file(project):
    """A frozen file that somebody changed is an error with its place."""
    run(project, "posted", "add", "k7m2", "--place", "left")
    edit(project, "deployments/desk/posted/k7m2-ac621831.json", "AI reads your form", "No AI here")
    code, lines = run(project, "posted")
    assert code == 1
    assert lines[0] == "0 hang, 0 to be printed again or taken down"
    assert lines[1].startswith("deployments/desk/posted/k7m2-ac621831.json:7:15: error[posted-changed] somebody")


def test_verify(project):
    """A sign that holds leaves with 0, any other with 1, and each says why."""
    assert run(project, "verify", "k7m2")[0] == 1
    run(project, "posted", "add", "k7m2", "--place", "left")
    assert run(project, "verify", "k7m2") == (
        0,
        ["k7m2: holds", "  k7m2-ac621831: what stands on it is what today's sign says."],
    )
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    assert run(project, "verify", "k7m2") == (
        1,
        [
            "k7m2: changed",
            "  k7m2-ac621831: it does not hold any more.",
            "    Sign desk, headline: AI reads your form -> AI reads it",
        ],
    )


def test_impact(project):
    """Everything a change touches stands under headings; what it does not touch is left out."""
    run(project, "posted", "add", "k7m2", "--place", "left")
    code, lines = run(project, "impact", "desk", "kept.picture.retention.value=30", "kept.picture.retention.unit=days")
    found = [line for line in lines if line.startswith("    retention-words: ")]
    assert (code, len(found)) == (0, 2)
    assert [line for line in lines if line not in found] == [
        "desk",
        "  Readers are told",
        f"    Picture of your form, how long it is kept: {MOST} 24{SPACE}hours -> {MOST} 30{SPACE}days",
        "  Sentences that still name the old time",
        "    items.retention: The picture is kept for 24 hours.",
        "    statements.kept-short.title: Kept 24 hours",
        "  The checks find",
        "  Signs to print again",
        "    k7m2 (desk), A4: en, es",
        "      hangs: left, A4, en, since 2026-05-04",
        "  Notices to give again",
        "    at-the-desk (sign): Before you hand in a form.",
        "  Before you save",
        "    Kept longer: what was collected until now was promised to go sooner. Keep that promise for it.",
    ]


def test_no_impact(project):
    """A change that readers are not told says so."""
    assert run(project, "impact", "desk", "review_due=2027-01-01") == (0, ["nothing that readers are told changes"])


def test_misuse(project):
    """What cannot be is an error of its own, which the command line turns into a sentence."""
    with pytest.raises(UsageError, match="no sign has the code 'zzzz'"):
        run(project, "posted", "add", "zzzz", "--place", "left")
    with pytest.raises(UsageError, match="git knows no version 'HEAD'"):
        run(project, "impact")
    assert CliRunner().invoke(app, ["posted", "add", "k7m2", "-C", str(project.root)]).exit_code == 2
