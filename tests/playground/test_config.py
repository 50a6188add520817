"""What an operator chooses, and the options of Streamlit that follow."""

from __future__ import annotations

import pytest
from projects import small
from streamlit import config as streamlit_config

from playground.config import Config, base, environment, read, streamlit_options
from playground.theme import THEME
from toolkit.errors import ProjectError, UsageError


@pytest.fixture
def project(tmp_path):
    return small(tmp_path, "one")


def test_nothing_said(project):
    """Without a variable, the server is one person's, at the root."""
    config = read({"DISCLOSE_PROJECT": str(project.root)})
    assert config == Config(project, "", ("*",), shared=False, owner="", kiosk=0, secure=False)
    assert config.researchers


def test_everything_said(project):
    """Each variable is read, and written again as it was."""
    variables = {
        "DISCLOSE_PROJECT": str(project.root),
        "DISCLOSE_BASE_PATH": "/disclose",
        "DISCLOSE_HOSTS": "library.example,10.0.0.7",
        "DISCLOSE_SHARED": "1",
        "DISCLOSE_OWNER": "a team",
        "DISCLOSE_KIOSK": "120",
        "DISCLOSE_SECURE": "1",
    }
    config = read(variables)
    assert config == Config(
        project, "/disclose", ("library.example", "10.0.0.7"), shared=True, owner="a team", kiosk=120, secure=True
    )
    assert environment(config) == variables


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"DISCLOSE_KIOSK": "30"}, "at least 60"),
        ({"DISCLOSE_KIOSK": "-1"}, "at least 60"),
        ({"DISCLOSE_KIOSK": "soon"}, "at least 60"),
        ({"DISCLOSE_KIOSK": "٩٩٩"}, "at least 60"),
        ({"DISCLOSE_BASE_PATH": "/a b"}, "such as /disclose"),
        ({"DISCLOSE_BASE_PATH": "/../x"}, "such as /disclose"),
        ({"DISCLOSE_BASE_PATH": "https://x.example/"}, "such as /disclose"),
    ],
)
def test_what_cannot_be(project, variables, words):
    """A variable that says what cannot be is refused, with what to write."""
    with pytest.raises(UsageError) as told:
        read({"DISCLOSE_PROJECT": str(project.root), **variables})
    assert words in told.value.help


def test_no_project(tmp_path):
    """A folder without services is no project."""
    with pytest.raises(ProjectError):
        read({"DISCLOSE_PROJECT": str(tmp_path)})


@pytest.mark.parametrize(("path", "is_"), [("", ""), ("/", ""), ("a", "/a"), ("/a/", "/a"), ("/a/b-c", "/a/b-c")])
def test_base(path, is_):
    """Slashes are put where they belong."""
    assert base(path) == is_


@pytest.mark.parametrize(("shared", "owner", "open_"), [(False, "", True), (True, "", False), (True, "me", True)])
def test_researchers(project, shared, owner, open_):
    """A whole room never gets into the researcher's area, unless somebody owns it."""
    assert Config(project, shared=shared, owner=owner).researchers is open_


def test_streamlit(project):
    """Streamlit tells nobody anything, keeps uploads small and watches no file; it knows every option we set."""
    options = streamlit_options(Config(project, hosts=("library.example",)), THEME)
    wanted = {
        "browser.gatherUsageStats": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
        "server.allowedHosts": ["library.example"],
        "server.disconnectedSessionTTL": 3600,
        "server.enableAgentApi": False,
        "server.enableXsrfProtection": True,
        "server.fileWatcherType": "none",
        "server.maxUploadSize": 5,
        "theme.light.backgroundColor": THEME["light"]["backgroundColor"],
    }
    assert {name: options[name] for name in wanted} == wanted
    assert set(options) <= set(streamlit_config.get_config_options())


def test_a_shared_screen_keeps_nothing_for_long(project):
    """What somebody did on a shared screen is kept no longer than the screen waits for them."""
    assert streamlit_options(Config(project, kiosk=90), {})["server.disconnectedSessionTTL"] == 90
    assert streamlit_options(Config(project), {})["server.allowedHosts"] == []
