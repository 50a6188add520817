"""Results in, evidence out."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from toolkit.evaluate.corpus import Corpus, Item, Truth
from toolkit.evaluate.facts import Measured, slices, slug
from toolkit.evaluate.facts_tags import Known, known
from toolkit.evaluate.facts_tags import facts as facts_of_tags
from toolkit.evaluate.facts_text import facts as facts_of_text
from toolkit.evaluate.scores import Edits, Score
from toolkit.evaluate.sweep import CLEAN, Condition
from toolkit.model.evidence import EngineRef
from toolkit.model.uses import Demo, Limitation, Run

PAGES = {
    "id": "pages",
    "name": "Pages",
    "licence": "CC0-1.0",
    "synthetic": True,
    "people_shown": False,
    "purposes": ("testing",),
    "source": "made",
}
DAY = dt.date(2028, 2, 29)
BLUR = Limitation(
    id="out-of-focus", category="input_quality", condition="C.", effect="E.", demo=Demo(degradation="defocus")
)


def item(id, **more):
    """A grey pixel called *id*."""
    fields = {"photograph": id, "slices": {}, "languages": ("en",), "truth": Truth("abcdefghij", ()), "tags": {}}
    return Item(id=id, decode=lambda: np.full((1, 1, 3), 128, np.uint8), **{**fields, **more})


def score(errors, length=10, confidences=()):
    """*errors* of *length* characters, and one word wrong where there is one."""
    words = Edits(int(errors > 0), 1)
    return Score(Edits(errors, length), words, int(errors == 0), 1, 0, 0, 0, tuple(confidences))


def measured(items, results, engine="tesserocr", model=None):
    """A run over *items* with *results*."""
    corpus = Corpus(items=tuple(items), **PAGES)
    run = Run(id="clean", corpus=("corpora/pages",), engine=engine, model=model)
    return Measured(run, corpus, EngineRef(name="Tesseract", version="5"), DAY, (BLUR,), results)


def by_id(facts):
    """Facts by their ids."""
    return {fact.id: fact for fact in facts}


def pages(*errors, **more):
    """A page for each number of errors."""
    items = [item(f"p{number}", **more) for number in range(len(errors))]
    return items, {(each.id, CLEAN): score(wrong) for each, wrong in zip(items, errors, strict=True)}


def test_a_rate_with_all_that_belongs_to_it():
    """Value, interval, n, corpus with hash, condition, engine, day, the day it is due again, seed and run."""
    items, results = pages(0, 0, 0, 1, 1)
    fact = by_id(facts_of_text(measured(items, results), None))["clean-cer"]
    assert (fact.metric, fact.value, fact.unit) == ("character-error-rate", 0.04, "ratio")
    assert fact.interval is not None
    assert fact.interval.low <= 0.04 <= fact.interval.high
    assert (fact.n.count, fact.n.of) == (5, "pictures")
    assert fact.corpus is not None
    assert (fact.corpus.name, fact.corpus.synthetic, fact.corpus.licence) == ("Pages", True, "CC0-1.0")
    assert fact.corpus.hash.startswith("sha256:")
    assert (fact.condition, fact.run, fact.seed) == ("untouched pictures", "clean", 0)
    assert (fact.date, fact.review_due) == (DAY, dt.date(2029, 2, 28))


def test_parts_of_a_corpus():
    """Each value of a property that tells pictures apart has its own rate; one that all share has none."""
    items, results = pages(0, 4)
    items = [
        items[0]._replace(slices={"kind": "form", "ink": "black"}),
        items[1]._replace(slices={"kind": "sign", "ink": "black"}),
    ]
    facts = by_id(facts_of_text(measured(items, results), None))
    assert {id: fact.value for id, fact in facts.items() if fact.slice} == {
        "clean-cer-kind-form": 0.0,
        "clean-cer-kind-sign": 0.4,
    }
    assert slices(items) == [("kind", "form"), ("kind", "sign")]


def test_blank_pictures_count_apart():
    """A picture without text counts in no rate; that text was read into it is a figure of its own."""
    items, results = pages(1)
    blank = item("blank", truth=Truth("", ()))
    results["blank", CLEAN] = Score(Edits(0, 0), Edits(0, 0), 0, 1, 0, 0, 3, ())
    facts = by_id(facts_of_text(measured([*items, blank], results), None))
    assert (facts["clean-cer"].value, facts["clean-cer"].n.count) == (0.1, 1)
    assert (facts["clean-invented"].metric, facts["clean-invented"].value) == ("invented-text", 1.0)


def test_a_curve():
    """Six points from untouched to level 5; the value is the one of level 3; it names the limitation it shows."""
    items, results = pages(0)
    results |= {("p0", Condition("defocus", level)): score(level) for level in range(1, 6)}
    fact = by_id(facts_of_text(measured(items, results), None))["clean-defocus"]
    assert [point.value for point in fact.curve] == [0.0, 0.1, 0.2, 0.3, 0.4, 0.5]
    assert [point.level for point in fact.curve] == [0, 1, 2, 3, 4, 5]
    assert fact.curve[0].setting == "untouched"
    assert (fact.value, fact.limitation) == (0.3, "out-of-focus")
    assert "at level 3 of 5 (" in fact.condition
    assert fact.interval is None


def test_thresholds():
    """At 0.8, of two words that pass one is wrong, and one of three goes to a person."""
    items, results = pages(0)
    results["p0", CLEAN] = score(0, confidences=[(0.95, True), (0.85, False), (0.4, False)])
    facts = by_id(facts_of_text(measured(items, results), 0.8))
    assert (facts["clean-slipped-through"].value, facts["clean-sent-to-person"].value) == (
        0.5,
        pytest.approx(1 / 3, abs=1e-6),
    )
    assert "threshold 0.8" in facts["clean-slipped-through"].condition


def test_confidence_gap():
    """Ten words of confidence 0.95, of which nine are right: the gap is 0.05."""
    items, results = pages(0)
    results["p0", CLEAN] = score(0, confidences=[(0.95, number < 9) for number in range(10)])
    assert by_id(facts_of_text(measured(items, results), None))["clean-confidence-gap"].value == pytest.approx(0.05)


def tagged(shown, not_shown):
    """Pictures that show a cat, and pictures that do not."""
    return [item(f"c{n}", tags={"cat": True}) for n in range(shown)] + [
        item(f"n{n}", tags={"cat": False}) for n in range(not_shown)
    ]


def test_precision_and_recall():
    """Of 10 cats 8 are found; of 9 answers 8 are cats."""
    items = tagged(10, 10)
    hits = {f"c{n}" for n in range(8)} | {"n0"}
    results = {(each.id, CLEAN): {"cat": 0.9 if each.id in hits else 0.4} for each in items}
    facts = by_id(facts_of_tags(measured(items, results, "opencv"), 0.5, {"cat"}))
    assert (facts["clean-recall-cat"].value, facts["clean-recall-cat"].n.count) == (0.8, 10)
    assert (facts["clean-precision-cat"].value, facts["clean-precision-cat"].n.count) == (
        pytest.approx(8 / 9, abs=1e-6),
        9,
    )
    assert facts["clean-recall-cat"].slice == {"tag": "cat"}


def test_too_few_pictures_of_a_tag():
    """With nine cats, nothing is measured."""
    items = tagged(9, 40)
    assert known(tuple(items)) == {"cat": Known(9, 40)}
    assert not known(tuple(items))["cat"].enough
    results = {(each.id, CLEAN): {"cat": 1.0} for each in items}
    assert list(facts_of_tags(measured(items, results, "opencv"), None, {"cat"})) == []


def test_crops_are_no_photographs():
    """Twenty crops of one photograph are one."""
    crops = [each._replace(photograph="one") for each in tagged(20, 0)]
    assert known(tuple(crops)) == {"cat": Known(1, 0)}


def test_accuracy_of_three_photographs_has_no_interval():
    """A classifier with a model: the share of pictures with the right label, n counts photographs."""
    labels = ("brick", "grass", "gravel")
    items = [
        item(f"{label}-{n}", photograph=label, tags={each: each == label for each in labels})
        for label in labels
        for n in range(4)
    ]
    results = {
        (each.id, CLEAN): {"brick": 0.6, "grass": 0.3 if each.photograph != "grass" else 0.7, "gravel": 0.1}
        for each in items
    }
    fact = by_id(facts_of_tags(measured(items, results, "custom", "model.json"), None, labels))["clean-accuracy"]
    assert (fact.value, fact.n.count, fact.interval) == (pytest.approx(8 / 12, abs=1e-6), 3, None)


@pytest.mark.parametrize(
    ("text", "id"),
    [("QR code", "qr-code"), ("zh-Hans", "zh-hans"), ("Noto Sans, 12 pt", "noto-sans-12-pt"), ("ة", "other")],
)
def test_slug(text, id):
    """Any text as a part of an id."""
    assert slug(text) == id
