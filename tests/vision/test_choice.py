"""What is shown of the tags of a picture, and what is withheld for which reason."""

from __future__ import annotations

import pytest

from toolkit.errors import UsageError
from toolkit.model.tagging import TagLists
from toolkit.vision.choice import Choice, Withheld, choose
from toolkit.vision.reading import Box, Tag, Tagging

FACE = Tag("face", 0.75, Box(1, 2, 30, 30))
CAT = Tag("cat face", 0.625, Box(1, 2, 30, 30))
DARK = Tag("dark", 0.5)
BLURRED = Tag("blurred", 0.25)
ALL = Tagging((FACE, CAT, DARK, BLURRED), "opencv", "4.14.0")
LABELS = ("face", "cat face", "eye", "dark", "blurred")


def test_nothing_chosen():
    """Without lists every tag from the default threshold on is shown, the one that just reaches it too."""
    assert choose(ALL, Choice()) == ((FACE, CAT, DARK), (Withheld(BLURRED, "below threshold", 0.5),))


def test_allow_list():
    """Only what it names is shown; an empty one shows nothing."""
    shown, withheld = choose(ALL, Choice(allow=frozenset({"dark", "eye"})))
    assert shown == (DARK,)
    assert withheld == (
        Withheld(FACE, "not allowed"),
        Withheld(CAT, "not allowed"),
        Withheld(BLURRED, "not allowed"),
    )
    assert choose(ALL, Choice(allow=frozenset())).shown == ()


def test_block_list_wins():
    """What is blocked is never shown, whatever else is said of it."""
    choice = Choice(frozenset({"face", "cat face"}), frozenset({"cat face"}), {"cat face": 0.0})
    shown, withheld = choose(ALL, choice)
    assert shown == (FACE,)
    assert withheld[0] == Withheld(CAT, "blocked")


def test_threshold_of_a_label():
    """A label's own threshold takes the place of the default."""
    shown, withheld = choose(ALL, Choice(thresholds={"face": 0.8, "blurred": 0.2}))
    assert shown == (CAT, DARK, BLURRED)
    assert withheld == (Withheld(FACE, "below threshold", 0.8),)
    assert withheld[0].short_by == 0.05


def test_audit_in_words():
    """Each withheld tag says why."""
    choice = Choice(frozenset({"cat face", "dark", "blurred"}), frozenset({"cat face"}), {"blurred": 0.3}, 0.4)
    assert [str(held) for held in choose(ALL, choice).withheld] == [
        "face: it is not on the allow list",
        "cat face: it is on the block list",
        "blurred: 0.25 lies below the threshold of 0.3, by 0.05",
    ]
    assert choose(ALL, choice).withheld[0].short_by is None


def test_of_a_deployment():
    """The lists of a deployment become a choice."""
    lists = TagLists(service="tagger", allow=("face", "dark"), block=("eye",), threshold=0.6, thresholds={"dark": 0.2})
    choice = Choice.of(lists, LABELS)
    assert (choice.allow, choice.block) == (frozenset({"face", "dark"}), frozenset({"eye"}))
    assert [choice.threshold(label) for label in ("face", "dark")] == [0.6, 0.2]
    assert Choice.of(TagLists(service="tagger"), LABELS).allow is None


@pytest.mark.parametrize(
    ("lists", "message", "advice"),
    [
        ({"allow": ("fase",)}, "no tag is called 'fase', which the allow list names", "did you mean `face`?"),
        ({"block": ("Dark",)}, "no tag is called 'Dark', which the block list names", "did you mean `dark`?"),
        (
            {"thresholds": {"mood": 0.5}},
            "no tag is called 'mood', which the list of thresholds names",
            "known here: blurred, cat face, dark, eye, face",
        ),
    ],
)
def test_unknown_labels(lists, message, advice):
    """A label that the tagger never gives is an error that names the nearest."""
    with pytest.raises(UsageError) as caught:
        Choice.of(TagLists(service="tagger", **lists), LABELS)
    assert (str(caught.value), caught.value.help) == (message, advice)
