"""A project as it would be: one value set, one file replaced, an earlier state from git."""

from __future__ import annotations

import subprocess

import pytest
from desk import DESK, FILE, desk, place
from projects import contents, edit, small, write

from toolkit.errors import UsageError
from toolkit.load import load
from toolkit.paths import Project
from toolkit.trial import as_of, changed, copied, replaced
from toolkit.view.told import message


@pytest.fixture
def project(tmp_path):
    return desk(tmp_path / "project")


def tried(project, folder, *settings, id="desk"):
    """The place after *settings*, in a copy."""
    trial = copied(project, folder)
    changed(trial, load(project), id, settings)
    return trial


def git(project, *arguments):
    names = ("-c", "user.name=Test", "-c", "user.email=test@city.example")
    subprocess.run(["git", "-C", str(project.root), *names, *arguments], check=True, capture_output=True)


def committed(project):
    git(project, "init", "--quiet")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message", "First")


def test_a_copy(project, tmp_path):
    """A copy holds what is loaded, and nothing that is built or drawn."""
    write(project.root, "deployments/desk/locale/es.po", "")
    write(project.root, "deployments/desk/plan.png", "")
    write(project.root, "site/index.html", "")
    trial = copied(project, tmp_path / "trial")
    assert sorted(contents(trial.root)) == [
        "deployments/desk/deployment.yml",
        "deployments/desk/locale/es.po",
        "services/example/service.yml",
        "services/organisation.yml",
    ]


def test_a_copy_follows_no_link(project, tmp_path):
    """A link stays a link, so that the loader refuses it where it leads out."""
    (tmp_path / "outside.yml").write_text(DESK, "utf-8")
    (project.root / FILE).unlink()
    (project.root / FILE).symlink_to(tmp_path / "outside.yml")
    trial = copied(project, tmp_path / "trial")
    assert [finding.rule for finding in load(trial).findings] == ["outside-project"]


@pytest.mark.parametrize(
    ("setting", "path", "value"),
    [
        ("kept.picture.retention.value=30", "kept.picture.retention.value", 30),
        ("kept.0.retention.unit=days", "kept.picture.retention.unit", "days"),
        ("purpose=To read it: all of it.", "purpose", "To read it: all of it."),
        ("purpose='12'", "purpose", "12"),
        ("not_collected.1=Your gait", "not_collected", ["Your face", "Your gait"]),
        ("not_collected=[Your face]", "not_collected", "Your face"),
        ("controller.contacts.telephone.value='555 0199'", "controller.contacts.telephone.value", "555 0199"),
        ("items.protection=It is locked away.", "items.protection", "It is locked away."),
        ("signs.desk.statements=[kept-short]", "signs.desk.statements", "kept-short"),
        ("signs.desk.headline=يقرأ الذكاء الاصطناعي 😀", "signs.desk.headline", "يقرأ الذكاء الاصطناعي 😀"),
        ("name=a=b", "name", "a=b"),
    ],
)
def test_one_setting(project, tmp_path, setting, path, value):
    """A path leads through records by their ids, through lists by numbers; the value is what YAML takes it for."""
    before = contents(project.root)
    trial = tried(project, tmp_path / "trial", setting)
    told = message(place(trial))
    assert told[path] == value
    others = message(place(project))
    assert {key: told[key] for key in told if key != path} == {key: others[key] for key in others if key != path}
    assert contents(project.root) == before


def test_what_is_inherited(project, tmp_path):
    """A value that a service hands down is overridden at the place, and in the service for all its places."""
    text = "people:\n  - {id: clerks, role: Clerks, relation: staff}\n"
    path = project.root / "services/example/service.yml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    trial = tried(project, tmp_path / "here", "people.clerks.role=Staff")
    assert [person.role for person in place(trial).people] == ["Staff", "Visitors"]
    trial = tried(project, tmp_path / "above", "people.clerks.role=Staff", id="example")
    assert [person.role for person in place(trial).people] == ["Staff", "Visitors"]
    assert (trial.root / FILE).read_text("utf-8") == DESK


@pytest.mark.parametrize(
    ("setting", "message", "help"),
    [
        ("name", "'name' is no change", "write PATH=VALUE, such as kept.scan.retention.value=30"),
        ("=x", "'=x' is no change", "write PATH=VALUE, such as kept.scan.retention.value=30"),
        ("kept..value=1", "'kept..value=1' is no change", "write PATH=VALUE, such as kept.scan.retention.value=30"),
        ("kept.pictur.id=x", "the path 'kept.pictur.id' leads nowhere: there is no 'pictur'", "did you mean `picture`?"),
        ("not_collected.7=x", "the path 'not_collected.7' leads nowhere: there is no '7'", "known here: 0, 1"),
        ("name.first=x", "the path 'name.first' goes on where a value stands", "shorten it"),
    ],
)  # fmt: skip
def test_settings_that_lead_nowhere(project, tmp_path, setting, message, help):
    """A path that leads nowhere is told with the nearest that leads somewhere."""
    with pytest.raises(UsageError) as caught:
        tried(project, tmp_path / "trial", setting)
    assert (str(caught.value), caught.value.help) == (message, help)


def test_an_unknown_place(project, tmp_path):
    """A place that is not there is told with the nearest that is."""
    with pytest.raises(UsageError) as caught:
        tried(project, tmp_path / "trial", "name=x", id="dek")
    assert str(caught.value) == "there is no deployment or service called 'dek'"
    assert caught.value.help == "did you mean `desk`?"


def test_records_without_an_id(project, tmp_path):
    """A record without an id is reached by its number where the file itself holds it."""
    edit(project, FILE, "unit: hours}", "unit: hours}\n    recipients: [{who: The printer, why: To print.}]")
    trial = tried(project, tmp_path / "trial", "kept.picture.recipients.0.who=The bank")
    assert [each.who for each in place(trial).kept[0].recipients] == ["The bank"]


def test_a_replaced_file(project, tmp_path):
    """An earlier file takes the place of the one with its id."""
    old = write(tmp_path, "old.yml", DESK.replace("value: 24", "value: 12"))
    trial = copied(project, tmp_path / "trial")
    assert replaced(trial, old) == "desk"
    assert message(place(trial))["kept.picture.retention.value"] == 12


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x: [", "old.yml is no deployment: the [ that opens here is never closed"),
        ("name: x", "old.yml is no deployment: it has no `id:`"),
        ("id: [a]", "old.yml is no deployment: it has no `id:`"),
        ("id: hall", "this project has no deployment 'hall'"),
        ("id: ../../x", "this project has no deployment '../../x'"),
    ],
)
def test_files_that_replace_nothing(project, tmp_path, text, message):
    """A file that is no deployment of this project is refused."""
    old = write(tmp_path, "old.yml", text)
    with pytest.raises(UsageError) as caught:
        replaced(copied(project, tmp_path / "trial"), old)
    assert str(caught.value).removeprefix(f"{tmp_path}/") == message


def test_from_git(project, tmp_path):
    """The project as it was committed, whatever the files say now."""
    committed(project)
    edit(project, FILE, "value: 24", "value: 48")
    earlier = as_of(project, "HEAD", tmp_path / "earlier")
    assert message(place(earlier))["kept.picture.retention.value"] == 24


def test_a_project_below_a_repository(tmp_path):
    """A project may be a folder of a larger repository."""
    outer = tmp_path / "outer"
    project = desk(outer / "signs")
    committed(Project(outer))
    earlier = as_of(project, "HEAD", tmp_path / "earlier")
    assert (earlier.root / FILE).is_file()


@pytest.mark.parametrize("revision", ["gone", "--help", "HEAD~5", ""])
def test_unknown_revisions(project, tmp_path, revision):
    """A revision that git does not know is told with what to do instead."""
    committed(project)
    with pytest.raises(UsageError) as caught:
        as_of(project, revision, tmp_path / "earlier")
    assert str(caught.value) == f"git knows no version {revision!r} of this project"
    assert caught.value.help == "name the change instead: disclose impact PLACE PATH=VALUE"


def test_without_git(tmp_path):
    """A project outside of git has no earlier state."""
    with pytest.raises(UsageError, match="git knows no version 'HEAD'"):
        as_of(small(tmp_path / "project", "one"), "HEAD", tmp_path / "earlier")


def test_a_revision_without_a_project(project, tmp_path):
    """A revision from before the project began holds nothing to compare with."""
    git(project, "init", "--quiet")
    git(project, "commit", "--quiet", "--allow-empty", "--message", "Nothing")
    with pytest.raises(UsageError, match="the version 'HEAD' holds no services/"):
        as_of(project, "HEAD", tmp_path / "earlier")
