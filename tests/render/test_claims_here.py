"""Every sentence of a place as a claim with what backs it."""

from __future__ import annotations

import pytest
from desk import FILE
from notices import VERIFIED, seen
from trees import tree

from toolkit.render.claims_here import claims, written_at


def test_each_sentence_is_one_claim_with_an_id_of_its_own(tmp_path):
    """Nothing that people are told is left out, and entries of a list are told apart."""
    view = seen(tmp_path)
    found = claims(view)

    assert [(claim["path"], claim["sentence"]) for claim in found] == list(view.sentences)
    assert len({claim["id"] for claim in found}) == len(found)
    assert [claim["id"] for claim in found if claim["path"] == "not_collected"] == [
        "desk/not_collected",
        "desk/not_collected/2",
    ]


def test_claim_names_its_attestation_or_nothing(tmp_path):
    """What somebody verified is backed by that; all else says that nothing backs it."""
    found = {claim["path"]: claim["backed_by"] for claim in claims(seen(tmp_path, VERIFIED))}

    assert found["statements.faces.text"] == [
        {"kind": "attested", "attestation": "first", "role": "head of the desk", "on": "2026-11-02"}
    ]
    assert found["purpose"] == [{"kind": "nothing"}]


def test_claim_tells_where_it_is_written(tmp_path):
    """File and line of the sentence itself."""
    view = seen(tmp_path)
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    found = {claim["sentence"]: claim["written_at"] for claim in claims(view)}

    for sentence in ("Your voice", "Picture of your form", "The grey mat", "Ask at this desk"):
        file, line = found[sentence].split(":")
        assert file == FILE
        assert sentence in lines[int(line) - 1]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("kept.b.name", "Two", ("kept", 1, "name")),
        ("sees..what", "Desk", ("sees", 1, "what")),
        ("risks", "Third", ("risks", 1)),
        ("kept.c.name", "Two", None),
        ("purpose", "Other", None),
    ],
)
def test_path_of_a_sentence_in_the_file(path, text, expected):
    """Ids become places in a list; a record without an id and an entry of a list are found by their text."""
    node = tree(
        "purpose: One\nrisks: [First, Third]\n"
        "kept: [{id: a, name: One}, {id: b, name: Two}]\nsees: [{what: Wall}, {what: Desk}]\n"
    )

    assert written_at(node, path.split("."), text) == expected
