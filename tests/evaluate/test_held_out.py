"""What a training folder kept back, as a corpus."""

from __future__ import annotations

import pytest
from projects import ROOT

from toolkit.errors import DiscloseError
from toolkit.evaluate.held_out import held_out_corpus


def test_tiles_count_as_photographs():
    """32 tiles of each photograph, three photographs in all, one label each."""
    corpus = held_out_corpus(ROOT / "corpora/surfaces")
    assert (corpus.id, corpus.synthetic, corpus.people_shown) == ("surfaces", False, False)
    assert corpus.name == "surfaces, parts kept back from training"
    assert len(corpus.items) == 96
    assert {item.photograph for item in corpus.items} == {"brick", "grass", "gravel"}
    assert corpus.items[0].id == "brick-01"
    assert corpus.items[0].tags == {"brick": True, "grass": False, "gravel": False}
    assert corpus.items[0].picture().shape == (64, 64, 3)
    assert len({item.hash for item in corpus.items}) == 96


def test_another_purpose():
    """Pictures are not used for what they were not given for."""
    with pytest.raises(DiscloseError):
        held_out_corpus(ROOT / "corpora/surfaces", purpose="hiring")
