"""`disclose study people`: who may enter the researcher's area."""

from __future__ import annotations

import pytest
from projects import small
from sqlalchemy import text
from typer.testing import CliRunner

from toolkit.cli_study_people import people
from toolkit.errors import UsageError
from toolkit.store.engine import open_store
from toolkit.store.study.people import knows, role_of

PASSWORD = "four words of a test"


@pytest.fixture
def project(tmp_path):
    return small(tmp_path)


@pytest.fixture
def run(project):
    """Runs a command with what is typed; gives what it printed."""

    def run(*arguments, typed=""):
        found = CliRunner().invoke(people, [*arguments, "-C", str(project.root)], input=typed, catch_exceptions=False)
        assert found.exit_code == 0, found.output
        return found.stdout

    return run


def test_add_list_remove(run, project):
    """The password comes from standard input and is kept as a hash alone; who is removed has no role."""
    assert run("list") == "nobody yet; see `disclose study people add --help`\n"
    added = run("add", " Ada ", "--role", "owner", "--stdin", typed=f"{PASSWORD}\n")
    assert added == "ada may sign in as owner\n"
    assert run("add", "ben@example.org", "--role", "coder", "--oidc") == "ben@example.org may sign in as coder\n"
    assert run("list") == "ada\towner\tpassword\nben@example.org\tcoder\torganisation\n"
    store = open_store(None, project)
    try:
        with store.read() as connection:
            kept = connection.execute(text("SELECT hash FROM researcher WHERE name = 'ada'")).scalar()
        assert kept.startswith("$argon2id$")
        assert PASSWORD not in kept
        asked = [("ADA", PASSWORD), ("ada", "another one"), ("eve", PASSWORD), ("ben@example.org", "")]
        assert [knows(store, *each) for each in asked] == [True, False, False, False]
        run("remove", "ben@example.org")
        assert (role_of(store, "ada"), role_of(store, "ben@example.org")) == ("owner", None)
    finally:
        store.close()


def test_a_new_password(run, project):
    """Adding somebody again changes their role and password."""
    run("add", "ada", "--role", "owner", "--stdin", typed=f"{PASSWORD}\n")
    run("add", "ada", "--role", "analyst", "--stdin", typed="other words of a test\n")
    store = open_store(None, project)
    try:
        assert role_of(store, "ada") == "analyst"
        assert [knows(store, "ada", each) for each in (PASSWORD, "other words of a test")] == [False, True]
    finally:
        store.close()


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (["add", "ada", "--role", "king", "--stdin"], f"{PASSWORD}\n", "there is no role 'king'"),
        (["add", "a;b", "--role", "coder", "--stdin"], f"{PASSWORD}\n", "no name that somebody can sign in with"),
        (["add", "a:b", "--role", "coder", "--oidc"], "", "no name that somebody can sign in with"),
        (["add", "ada", "--role", "coder", "--stdin"], "short\n", "a password has 12 to 256 characters"),
        (["add", "ada", "--role", "coder", "--stdin"], "", "a password has 12 to 256 characters"),
        (["add", "ada", "--role", "coder"], PASSWORD, "nobody is there to type a password"),
        (["remove", "ada"], "", "nobody is called 'ada'"),
    ],
)
def test_refused(run, arguments, typed, said):
    """What is wrong is said, and nobody is let in."""
    with pytest.raises(UsageError, match=said):
        run(*arguments, typed=typed)
    assert run("list").startswith("nobody yet")


def test_an_owner_stays(run):
    """While others are in, there is an owner."""
    run("add", "ada", "--role", "owner", "--oidc")
    run("add", "ben", "--role", "coder", "--oidc")
    with pytest.raises(UsageError, match="ada is the only owner"):
        run("remove", "ada")
    with pytest.raises(UsageError, match="ada is the only owner"):
        run("add", "ada", "--role", "coder", "--oidc")
    run("remove", "ben")
    run("remove", "ada")
