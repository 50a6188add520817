"""Open answers to code: what a coder may see of them, who said what, and where coders differ."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from toolkit.model.study import Study
from toolkit.store.study.coding import Spot
from toolkit.store.study.given import Given
from toolkit.study.score import settled


class Words(NamedTuple):
    """An answer in words to a question of comprehension. `codes` pairs coder and code; `code` is the one that counts,
    `adjudicated` the one that somebody settled on.
    """

    spot: Spot
    text: str
    language: str
    codes: tuple[tuple[str, str], ...]
    code: str
    adjudicated: str

    @property
    def differ(self) -> bool:
        """Whether coders said different things."""
        return len({code for _, code in self.codes}) > 1

    def by(self, coder: str) -> str:
        """What *coder* said; empty where they have not coded it."""
        return dict(self.codes).get(coder, "")


def words(study: Study, given: Iterable[Given]) -> list[Words]:
    """Every answer in words that is to be coded, of people who are not left out."""
    asked = {each.id for each in study.questions if each.form == "text" and each.kind == "understanding"}
    return [
        Words(
            Spot(each.participant, each.wave, each.item),
            each.answer,
            each.language,
            each.codes,
            settled(each.code, each.codes, study.coders),
            each.code,
        )
        for each in given
        if each.item in asked and isinstance(each.answer, str) and each.answer and not each.excluded
    ]


def left_for(coder: str, answers: Iterable[Words], coders: int) -> list[Words]:
    """What *coder* has not coded and still needs a coder."""
    return [each for each in answers if not each.by(coder) and not each.adjudicated and len(each.codes) < coders]
