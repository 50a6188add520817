"""What a notice says of the people who were asked: of these words, in this language, never on a sign."""

from __future__ import annotations

import json

import pytest
from notices import seen, translated
from samples import ORGANISATION
from understandings import evidence

from toolkit.render import full, here, sign
from toolkit.render.claims_here import claims
from toolkit.render.environment import Templates
from toolkit.view.understood import about, at, found, lines

FILE = "deployments/desk/evidence/{}.json"
WALL = "Understood by 18 of 20 people who were asked (October 2026, in this language, from a sign on the wall)."
EARLIER = "People were asked about an earlier version of this (October 2026)."
SIMULATED = "Simulated: nobody was really asked."
FACES = {"tests": "not_collected", "told_by": "statements.faces"}


def asked(root, *facts, files=None):
    """The view of the desk with evidence about its words of today, each given by its count and what differs."""
    today = seen(root).hash
    told = {}
    for number, (right, other) in enumerate(facts):
        made = json.loads(evidence(right, **{"message_hash": today, **FACES, **other}))
        told[FILE.format(f"e{number}")] = json.dumps({**made, "id": f"e{number}"})
    return seen(root, files={**told, **(files or {})})


def test_of_these_words(tmp_path):
    """Beside the part that tells it, beside what it tells of, and nowhere else."""
    wording = asked(tmp_path, (18, {})).wording("en")
    assert about(wording, "statements.faces") == WALL
    assert about(wording, "not_collected") == WALL
    assert about(wording, "items.purpose") == ""


def test_of_earlier_words(tmp_path):
    """Once the words have changed, only that people were asked about earlier ones."""
    wording = asked(tmp_path, (18, {"message_hash": "f" * 64})).wording("en")
    assert about(wording, "statements.faces") == EARLIER
    both = asked(tmp_path, (18, {"message_hash": "f" * 64}), (18, {}))
    assert about(both.wording("en"), "statements.faces") == WALL


def test_of_another_language(tmp_path):
    """A result in English says nothing to who reads Spanish."""
    view = asked(tmp_path, (18, {}))
    assert about(view.wording("es"), "statements.faces") == ""
    assert [each.of.language for each in at(view, "statements.faces")] == ["en"]


def test_of_another_translation(tmp_path):
    """Whoever read a translation understood that one: once it reads otherwise, the result is about an earlier version."""
    spanish = seen(tmp_path).wording("es").hash
    told = {"language": "es", "wording_hash": spanish}
    other = translated("es", statements__faces__title="Not recorded|No se graba")
    assert about(asked(tmp_path, (18, told)).wording("es"), "statements.faces").startswith("Lo entendieron 18 de 20")
    assert about(asked(tmp_path, (18, told), files=other).wording("es"), "statements.faces").startswith("Se ")


def test_weakest_of_each_form(tmp_path):
    """For each form the point that fewest knew."""
    wording = asked(tmp_path, (18, {}), (20, {"point": "more"}), (15, {"form": "print"})).wording("en")
    paper = "Understood by 15 of 20 people who were asked (October 2026, in this language, on paper)."
    assert about(wording, "statements.faces") == f"{paper} {WALL}"


def test_later_wave(tmp_path):
    """People who were asked again stand in the list, not beside the sentence."""
    view = asked(tmp_path, (18, {"wave": "continued"}))
    assert about(view.wording("en"), "statements.faces") == WALL
    first = asked(tmp_path, (18, {}), (9, {"wave": "continued"})).wording("en")
    assert about(first, "statements.faces") == WALL
    assert len(list(lines(first))) == 2


@pytest.mark.parametrize("rehearsal", [False, True])
def test_simulated(tmp_path, rehearsal):
    """Simulated results are shown in a rehearsal only, where each page says what it is."""
    house = {"services/organisation.yml": f"{ORGANISATION}\nrehearsal: true\n"} if rehearsal else {}
    view = asked(tmp_path, (18, {"simulated": True}), files=house)
    wording = view.wording("en")
    assert len(found(view)) == rehearsal
    assert about(wording, "statements.faces") == (f"{WALL} {SIMULATED}" if rehearsal else "")
    assert wording.status.startswith(SIMULATED) is rehearsal


def test_pages(tmp_path):
    """The notice and the page of the place tell it; a sign never does."""
    view = asked(tmp_path, (18, {}))
    templates = Templates()
    notice = full.page(view, "en", templates, up="../../../").decode()
    assert notice.count(WALL) == 3  # the short statement, the list it stands for, what backs the notice
    assert "18 of 20" in here.write(view, templates, ()).data.decode()
    assert "Understood" not in full.page(view, "es", templates, up="../../../").decode()
    told = [text for each in view.deployment.signs for text in sign.texts(view, each, "en")]
    assert told
    assert not [text for text in told if "Understood" in text]


def test_claims(tmp_path):
    """The list for programs says it too."""
    claim = next(each for each in claims(asked(tmp_path, (18, {}))) if each["path"] == "statements.faces.text")
    assert claim["backed_by"] == [
        {
            "kind": "understood",
            "evidence": "e0",
            "of_these_words": True,
            "right": 18,
            "people": 20,
            "language": "en",
            "form": "wall",
        }
    ]
