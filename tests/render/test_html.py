"""What pages share: sentences in their own language, pictograms, addresses."""

from __future__ import annotations

from notices import seen

from toolkit.render import html
from toolkit.translations import Said


def test_sentence_in_the_language_of_the_page_is_bare():
    """No element is needed where nothing differs."""
    assert html.said("en")(Said("A & B", "en", "source")) == "A &#38; B"


def test_sentence_in_another_language_says_which():
    """Language and direction stand on it, for eyes and for speech."""
    shown = html.said("ar")(Said("Ask us", "en", "missing"))

    assert shown == '<span lang="en" dir="ltr" class="fallback">Ask us</span>'


def test_telephone_number_stays_on_one_line():
    """No line ends between two groups of digits."""
    assert html.said("en")(Said("Call 555 0100 now", "en", "source")) == "Call 555\N{NO-BREAK SPACE}0100 now"


def test_pictogram_is_not_read_out():
    """An icon is hidden from speech, and one that does not exist is nothing."""
    assert html.icon("camera-off-outline").startswith('<svg class="icon" aria-hidden="true" xmlns=')
    assert html.icon("no-such-icon") == ""
    assert html.icon("../../../../etc/passwd") == ""


def test_address_of_a_notice(tmp_path):
    """The place's own address, and none where nobody gave one."""
    assert html.address(seen(tmp_path), "es") == "https://city.example/notices/desk/es/"
    assert html.address(seen(tmp_path, "notice_address:"), "es") == ""
