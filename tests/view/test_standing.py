"""A posted sheet in other languages, compared with how the same is said today."""

from __future__ import annotations

import datetime as dt

import pytest
from desk import desk, place
from projects import edit, write

from toolkit.load import load
from toolkit.model.posted import Hung, Posted
from toolkit.posted import views
from toolkit.view.posted import freeze, frozen, sign_message
from toolkit.view.standing import compared, said_in

DAY = dt.date(2026, 5, 4)
ADDRESS = "https://city.example"
SPANISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: es\\n"

msgctxt "signs.desk.headline"
msgid "AI reads your form"
msgstr "La IA lee su formulario"

msgctxt "statements.kept-short.title"
msgid "Kept 24 hours"
msgstr "Se guarda 48 horas"
"""


@pytest.fixture
def spanish(tmp_path):
    """A project whose sign `desk` has two sentences in Spanish."""
    project = desk(tmp_path)
    write(tmp_path, "deployments/desk/locale/es.po", SPANISH)
    return project


def view_of(project):
    return views(project, load(project), DAY)["desk"]


def posted(project, languages):
    """The sign `desk` as it would be posted now, in one sheet."""
    view = view_of(project)
    sign = view.deployment.signs[0]
    told = frozen(sign_message(view.deployment, sign, view.base))
    translated = {each: said_in(view, told, each) for each in languages.split("+") if each != "en"}
    hung = Hung(place="Desk", posted_on=DAY, languages=languages, format="A4", translated=translated)
    return Posted(**dict(freeze(view.deployment, sign, view.base)), hung=(hung,))


def test_what_is_said_in_a_language(spanish):
    """Sentences are said in the language, and in the source's where there is no translation; nothing else is."""
    view = view_of(spanish)
    told = frozen(sign_message(view.deployment, view.deployment.signs[0], view.base))
    assert said_in(view, told, "es") == {
        "controller.contacts.person.value": "Ask at this desk",
        "statements.faces.title": "Not recorded",
        "statements.faces.text": "Your face and voice.",
        "statements.kept-short.title": "Se guarda 48 horas",
        "statements.kept-short.text": "Your record stays.",
        "signs.desk.headline": "La IA lee su formulario",
        "signs.desk.lead": "It saves you waiting.",
        "signs.desk.accessible_form.said_by": "The clerk reads it to you.",
    }


def test_a_corrected_translation(spanish):
    """A wrong translation that was corrected is told for sheets in that language, and for no others."""
    both, english = posted(spanish, "en+es"), posted(spanish, "en")
    edit(spanish, "deployments/desk/locale/es.po", "48 horas", "24 horas")
    found = compared(both, view_of(spanish), DAY)
    assert found.state == "changed"
    assert [str(each) for each in found.on_sign] == [
        "Español: Heading of a fact: Se guarda 48 horas -> Se guarda 24 horas"
    ]
    assert compared(english, view_of(spanish), DAY).state == "holds"


def test_only_the_sheets_asked_for(spanish):
    """Each sheet is compared by itself; a sheet that was taken down does not count while another hangs."""
    record = posted(spanish, "en+es")
    (sheet,) = record.hung
    english = sheet.model_copy(update={"languages": "en", "translated": {}})
    record = record.model_copy(update={"hung": (sheet.model_copy(update={"taken_down": DAY}), english)})
    edit(spanish, "deployments/desk/locale/es.po", "48 horas", "24 horas")
    assert compared(record, view_of(spanish), DAY).state == "holds"
    assert compared(record, view_of(spanish), DAY, (sheet,)).state == "changed"


def test_a_changed_source_is_told_once(spanish):
    """Where the sign itself changed, its translations are not told on top."""
    record = posted(spanish, "en+es")
    edit(spanish, "deployments/desk/deployment.yml", "headline: AI reads your form", "headline: AI reads it")
    found = compared(record, view_of(spanish), DAY)
    assert [str(each) for each in found.on_sign] == ["Sign desk, headline: AI reads your form -> AI reads it"]


def test_a_place_that_is_gone(spanish):
    """Without a place, nothing follows."""
    assert compared(posted(spanish, "en+es"), None, DAY).state == "gone"
    assert place(spanish).id == "desk"
