"""Nothing is called anonymous that is not: with a code, answers are pseudonymous, and ten people know each other.

Only a study in the `mode: anonymous` may use the word in its consent. Looked for are: anonym- in English, German and
French, anónim- in Spanish, مجهول and إغفال in Arabic, गुमनाम, अनाम and बेनाम in Hindi, 匿名 and 不记名 in Chinese. In
other languages nothing is looked for, and a warning says so.

Pass:

    consent: {text: We keep your answers under a random code. You may stop at any time.}

Fail:

    consent: {text: Your answers are anonymous. You may stop at any time.}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from toolkit.checks.problem import Problem
from toolkit.checks.readability_formulas import primary
from toolkit.checks.studies.statuses import ALWAYS, NEVER
from toolkit.view.study import START, sentences

if TYPE_CHECKING:
    from toolkit.view.study import StudyView

ID = "study-anonymous"
ERROR_IN = ALWAYS
WORDS = {
    "en": re.compile(r"\banonym\w*", re.IGNORECASE),
    "de": re.compile(r"\banonym\w*", re.IGNORECASE),
    "fr": re.compile(r"\banonym\w*", re.IGNORECASE),
    "es": re.compile(r"\ban[oó]nim\w*", re.IGNORECASE),
    "ar": re.compile("مجهول|إغفال"),
    "hi": re.compile("गुमनाम|अनाम|बेनाम"),
    "zh": re.compile("匿名|不记名|不記名"),
}


def check(view: StudyView) -> Iterator[Problem]:
    """One problem for each text of the consent with such a word, and for each language that nobody looks at."""
    if view.study.mode == "anonymous":
        return
    consent = [each for each in sentences(view.study) if each.path.startswith(f"{START}consent.")]
    for index, language in enumerate(view.study.languages):
        words = WORDS.get(primary(language))
        if words is None:
            message = f"{language}: whether the consent calls answers anonymous is not looked for"
            yield Problem(("languages", index), message, "let a speaker look for the word", error_in=NEVER)
            continue
        known = view.place.study_translations.get(language)
        for path, source in consent:
            said = known.of(path, source) if known else None
            text = source if language == view.language else said.text if said and said.language == language else ""
            if found := words.search(text):
                node = known.node(path, source) if known and language != view.language else None
                message = f"{language}: `{found[0]}`, but with a code answers can be found again"
                yield Problem(view.texts[path], message, "say what is kept: a random code, and no name", node=node)
