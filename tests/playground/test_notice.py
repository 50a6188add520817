"""A place as people meet it: sign, plain words, the way to all of it, and what is said where something is missing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from desk import desk
from projects import small
from streamlit.testing.v1 import AppTest

from playground import facts
from toolkit.build import build

ROOT = Path(__file__).parents[2]


@pytest.fixture
def page(monkeypatch):
    """Runs the page of notices in a project."""

    def run(root: Path, **query: str) -> AppTest:
        monkeypatch.setenv("DISCLOSE_PROJECT", str(root))
        facts.content.clear()
        app = AppTest.from_file(str(ROOT / "playground/pages/notice.py"), default_timeout=60)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    yield run
    facts.content.clear()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A desk with its signs and notices."""
    project = desk(tmp_path_factory.mktemp("notices"))
    assert build(project, dt.date(2026, 11, 20), site=False).errors == 0
    return project.root


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_the_sign_stands_beside_its_words_and_the_way_to_all_of_it(page, built):
    app = page(built)
    spoken = (built / "docs/notices/desk/spoken.en.txt").read_text("utf-8")
    first = spoken.partition("\n\n")[2].splitlines()[0]

    assert len(app.get("image")) == 1
    assert f"<p>{first}</p>" in html(app)
    assert "It takes about" not in html(app)
    assert 'href="/site/notices/desk/en/"' in html(app)


def test_a_language_that_the_place_does_not_have_is_told(page, built):
    app = page(built, lang="hi")

    assert "इस जगह की सूचना आपकी भाषा में नहीं है। यह दूसरी भाषा में है: English।" in html(app)
    assert '<span lang="en" dir="ltr">' in html(app)


def test_a_place_that_is_not_there_is_told(page, built):
    app = page(built, place="../secret")

    assert "There is no such place here." in html(app)
    assert app.selectbox[0].value == "desk"


def test_notices_that_nobody_has_built_say_what_to_run(page, tmp_path):
    app = page(desk(tmp_path).root)

    assert "The notices of this project are not made yet." in html(app)
    assert "`disclose build`" in app.markdown[-1].value


def test_a_project_without_places_says_what_to_run(page, tmp_path):
    app = page(small(tmp_path, "reader").root)

    assert "This project describes no place yet." in html(app)
    assert "`disclose new deployment`" in app.markdown[-1].value
