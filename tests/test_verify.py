"""Whether a sign still holds, asked by code, by PDF and by frozen file."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest
from desk import FILE, desk, labelled
from projects import edit, write

from toolkit import posted
from toolkit.errors import UsageError
from toolkit.verify import verify

DAY, LATER = dt.date(2026, 5, 4), dt.date(2026, 6, 1)
NAME = "deployments/desk/posted/k7m2-ac621831.json"
PDF = "docs/notices/desk/sign-desk.en.pdf"
HOLDS = "k7m2-ac621831: what stands on it is what today's sign says."
CHANGED = "k7m2-ac621831: it does not hold any more."


@pytest.fixture
def project(tmp_path):
    """A project with one sheet that hangs."""
    made = desk(tmp_path)
    labelled(tmp_path / PDF, "disclose:k7m2:ac621831")
    posted.add(made, DAY, "k7m2", "left")
    return made


@pytest.mark.parametrize(
    "asked",
    ["k7m2", "K7M2", "k7m2-ac621831", "k7m2-ac62", "k7m2/ac621831/", "https://city.example/n/k7m2/", "HTTPS://CITY.EXAMPLE/N/K7M2"],
)  # fmt: skip
def test_a_code_that_holds(project, asked):
    """A code is known with and without its version, and as the address on the sign."""
    found = verify(project, asked, LATER)
    assert (found.state, found.reasons) == ("holds", (HOLDS,))


def test_a_sign_that_changed(project):
    """What is different on the sign is told first, then what changed in the notice."""
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    edit(project, FILE, "[Your face, Your voice]", "[Your face]")
    found = verify(project, "k7m2", LATER)
    assert (found.state, found.reasons) == (
        "changed",
        (
            CHANGED,
            "  Sign desk, headline: AI reads your form -> AI reads it",
            "  In the notice behind it:",
            "    gone: What is not recorded: Your voice",
        ),
    )


def test_a_notice_that_changed(project):
    """Where only the notice changed, the sign holds, and what changed is told."""
    edit(project, FILE, "[Your face, Your voice]", "[Your face]")
    found = verify(project, "k7m2", LATER)
    assert (found.state, found.reasons) == (
        "holds",
        (HOLDS, "  The notice behind it changed:", "    gone: What is not recorded: Your voice"),
    )


def test_several_versions(project):
    """Asked for a code, every version that hangs counts; asked for a version, that one."""
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    (project.root / PDF).unlink()
    new = posted.add(project, LATER, "k7m2", "right").record.version
    assert verify(project, "k7m2", LATER).state == "changed"
    assert verify(project, new, LATER).state == "holds"
    posted.remove(project, LATER, "k7m2", "left")
    assert verify(project, "k7m2", LATER).state == "holds"
    old = verify(project, "k7m2-ac621831", LATER)
    assert (old.state, old.reasons[-1]) == ("changed", "  Taken down on 1 June 2026 at: left.")


def test_a_place_that_is_gone(project):
    """A sign of a retired place does not hold; of a place that cannot be read, nobody can tell."""
    edit(project, FILE, "status: example", "status: retired")
    found = verify(project, "k7m2", LATER)
    assert (found.state, found.reasons) == (
        "changed",
        ("k7m2-ac621831: it should not hang any more.", "  Status: example -> retired"),
    )
    write(project.root, FILE, "x: [")
    found = verify(project, "k7m2", LATER)
    assert found.state == "unknown"
    assert found.reasons == (
        "k7m2-ac621831: nobody can tell, because its place cannot be read; `disclose check` says why.",
    )


@pytest.mark.parametrize(
    ("asked", "state", "reasons"),
    [
        (
            "brfaf",
            "unknown",
            ("Nothing was posted under this code (desk, sign door). Today's version is brfaf-154eb157.",),
        ),
        ("brfaf-154eb157", "holds", ("This is today's version (desk, sign door).",)),
        (
            "brfaf-00000000",
            "changed",
            (
                "Today's version is brfaf-154eb157 (desk, sign door). What brfaf-00000000 said was not frozen.",
                "Run `disclose posted add` whenever a sign is hung.",
            ),
        ),
        ("zzzz", "unknown", ("No sign of this project has this code.",)),
    ],
)
def test_what_was_never_posted(project, asked, state, reasons):
    """Without a frozen version, only today's version is known."""
    found = verify(project, asked, LATER)
    assert (found.state, found.reasons) == (state, reasons)


def test_a_pdf_that_was_posted(project, tmp_path):
    """The very file that was posted is told with its day and place."""
    copy = tmp_path / "found.PDF"
    shutil.copy(project.root / PDF, copy)
    found = verify(project, str(copy), LATER)
    assert (found.state, found.reasons) == ("holds", ("This file was posted on 4 May 2026 at: left.", HOLDS))
    edit(project, FILE, "headline: AI reads your form", "headline: AI reads it")
    assert verify(project, str(copy), LATER).state == "changed"


def test_a_pdf_that_was_built(project, tmp_path):
    """A file that was built here and not posted is known as well."""
    other = labelled(project.root / "docs/notices/desk/sign-door.en.pdf", "disclose:brfaf:154eb157")
    found = verify(project, str(other), LATER)
    assert (found.state, found.reasons) == (
        "holds",
        ("This file is one that was built here.", "This is today's version (desk, sign door)."),
    )


def test_a_pdf_from_elsewhere(project, tmp_path):
    """A file with a label that holds but with other bytes proves nothing: anybody could have labelled it."""
    forged = labelled(tmp_path / "forged.pdf", "forged disclose:k7m2:ac621831")
    found = verify(project, str(forged), LATER)
    assert (found.state, found.reasons) == (
        "unknown",
        (HOLDS, "But this very file was neither built nor posted here, so nobody can tell what it says."),
    )
    plain = labelled(tmp_path / "plain.pdf", None)
    assert verify(project, str(plain), LATER).reasons == ("This PDF does not say which sign it is.",)


def test_a_frozen_file(project, tmp_path):
    """A frozen file is compared with today, wherever a copy of it lies."""
    copy = tmp_path / "copy.json"
    shutil.copy(project.root / NAME, copy)
    for path in (project.root / NAME, copy):
        found = verify(project, str(path), LATER)
        assert (found.state, found.subject, found.reasons) == ("holds", str(path), (HOLDS,))


def test_a_frozen_file_that_was_changed(project, tmp_path):
    """A copy that somebody changed, and one of another project, prove nothing."""
    copy = write(tmp_path, "copy.json", (project.root / NAME).read_text("utf-8").replace("reads your", "needs your"))
    found = verify(project, str(copy), LATER)
    assert found.state == "unknown"
    assert found.reasons[0].startswith(f"{copy}:7:15: somebody changed this file: `sign_hash`")
    whole = write(tmp_path, "whole.json", (project.root / NAME).read_text("utf-8"))
    (project.root / NAME).unlink()
    assert verify(project, str(whole), LATER).reasons == ("This project has not posted k7m2-ac621831.",)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("gone.pdf", "there is no file gone.pdf"),
        ("gone.json", "there is no file gone.json"),
        ("", "'' is no code"),
        ("k7", "'k7' is no code"),
        ("k0m2", "'k0m2' is no code"),
        ("k7m2-xyz", "'k7m2-xyz' is no code"),
        ("../../etc/passwd", "'../../etc/passwd' is no code"),
    ],
)
def test_misuse(project, asked, message):
    """What is neither a code nor a file is refused with what to write."""
    with pytest.raises(UsageError) as caught:
        verify(project, asked, LATER)
    assert str(caught.value) == message
    assert "k7m2" in caught.value.help
