"""Lists for the tags of a service."""

from __future__ import annotations

import pytest

from toolkit.checks import PLACE_RULES, run

GIVES_TAGS = "outputs: [{id: tags, name: Tags, meaning: Labels for what a picture shows.}]\n"
TAGGER = (
    """\
schema_version: "1.0"
identity: {id: tagger, name: Tagger}
summary: {purpose: It gives tags to pictures.}
"""
    + GIVES_TAGS
)
OTHER = {"services/tagger/service.yml": TAGGER}
TOP = "services: [example, tagger]\n"
OPEN = [("1:21", "warning", "error", "nothing says which tags of `tagger` may be shown here")]


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        ("", OPEN),
        ("tagging: [{service: tagger}]\n", OPEN),
        ("tagging: [{service: tagger, block: []}]\n", OPEN),
        ("tagging: [{service: tagger, threshold: 0.9}]\n", OPEN),
        ("tagging: [{service: tagger, allow: []}]\n", []),
        ("tagging: [{service: tagger, allow: [cat]}]\n", []),
        ("tagging: [{service: tagger, block: [cat]}]\n", []),
    ],
)
def test_lists(lists, found, weighed):
    """Without an allow list or a block list nothing is chosen; an empty allow list is a choice."""
    assert weighed("tagging-choice", TOP + lists, more=OTHER) == found


def test_statuses(place_of, run_place):
    """A pilot is an error, a draft may wait."""
    seen = [run_place("tagging-choice", place_of(TOP, status, more=OTHER))[0][1] for status in ("pilot", "draft")]
    assert seen == ["error", "warning"]


def test_services_without_tags(weighed):
    """A service that gives no tags is not asked for lists."""
    assert weighed("tagging-choice", "services: [example]\n") == []


@pytest.mark.parametrize(
    ("list", "where", "advice"),
    [
        ("block: [cat face, body]", "1:63", "did you mean `full body`?"),
        ("allow: [ace, person]", "1:53", "did you mean `face`?"),
        ("block: [eye], thresholds: {xylophone: 0.4}", "1:72", "name a label that the tagger has"),
    ],
)
def test_labels(list, where, advice, place_of):
    """A label that the tagger never gives is always an error: in a block list it would hold nothing back."""
    seen = place_of(f"tagging: [{{service: tagger, tagger: opencv, {list}}}]\n{TOP}", more=OTHER)
    for status in ("draft", "example", "in_force"):
        [(_, finding)] = run(PLACE_RULES["tagging-choice"], seen, status)
        assert finding.where.endswith(f"deployment.yml:{where}")
        assert (finding.severity, finding.help) == ("error", advice)


def test_labels_of_other_taggers(weighed):
    """Labels are checked where the toolkit knows them, and nowhere else."""
    top = "tagging: [{service: tagger, tagger: onnx, allow: [axolotl]}, {service: example, block: [mood]}]\n"
    assert weighed("tagging-choice", top + TOP, more=OTHER) == []


def test_both_lists(weighed):
    """A label on both lists says two things."""
    top = "tagging: [{service: tagger, allow: [cat, dog], block: [dog]}]\n"
    message = "'dog' stands on both lists, and the block list wins"
    assert weighed("tagging-choice", top + TOP, more=OTHER) == [("1:56", "error", "error", message)]


def test_services_of_the_lists(weighed):
    """Lists belong to a service of the place, and each service has one entry."""
    top = (
        "tagging: [{service: tager, block: [cat]}, {service: tagger, block: [cat]}, {service: tagger, block: [dog]}]\n"
    )
    assert weighed("tagging-choice", top + TOP, more=OTHER) == [
        ("1:21", "error", "error", "`tager` is no service of this place"),
        ("1:86", "error", "error", "the tags of `tagger` are chosen twice"),
    ]
