"""Languages of places and of their signs."""

from __future__ import annotations

import pytest

from toolkit.checks.places import languages

SIGN = "{{id: s, notice: before, place: Here., pictogram: eye, headline: A., lead: B., versions: [{}]}}"


@pytest.mark.parametrize(
    ("top", "found"),
    [
        ("languages: [en, es, fr, de, ar, hi, zh-Hans, pt]\n", []),
        ("languages: [en, qx]\n", [("deployment.yml:1:17", "error", "error", "there is no language 'qx'")]),
        ("languages: [en, en]\n", [("deployment.yml:1:17", "error", "error", "the language 'en' stands here twice")]),
        (
            "languages: [en, ka]\n",
            [("deployment.yml:1:17", "error", "error", "there is no typeface here for the script of 'ka'")],
        ),
        (f"signs:\n  - {SIGN.format('en')}\n", []),
        (
            f"signs:\n  - {SIGN.format('en, en+de')}\n",
            [
                (
                    "deployment.yml:2:98",
                    "error",
                    "error",
                    "the sign `s` speaks 'de', which is no language of this place",
                )
            ],
        ),
        (
            f"signs:\n  - {SIGN.format('en+en')}\n",
            [("deployment.yml:2:94", "error", "error", "the version 'en+en' holds one language twice")],
        ),
    ],
)
def test_languages(judged, top, found):
    """A language exists, has a typeface, stands there once, and a sign speaks languages of its place."""
    assert judged(languages, top, {}) == found


def test_advice(translated):
    """The tag that was probably meant is named."""
    seen = translated("languages: [en, zh-Hant]\nsigns:\n  - " + SIGN.format("zh-Hans") + "\n", {})
    assert [problem.help for problem in languages.check(seen)] == [
        "leave the language out, or ask for its typeface to be added",
        "did you mean `zh-Hant`?",
    ]
