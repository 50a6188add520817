"""A posted sign and its place as it is today in, whether the paper still says what is true in its languages out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from toolkit.model.posted import Hung, Message, Posted
from toolkit.view.changes import Change, changes
from toolkit.view.place import PlaceView
from toolkit.view.posted import Standing, standing, translated


def compared(record: Posted, view: PlaceView | None, today: dt.date, sheets: Sequence[Hung] = ()) -> Standing:
    """How *sheets* of a version compare with today, without any all of it that hang, and those taken down where none
    hangs; *view* is None where the place is no more.
    """
    if view is None:
        return standing(record, None, "", today)
    now = standing(record, view.deployment, view.base, today)
    paper = sheets or record.hanging or record.hung
    spoken = dict.fromkeys(change for sheet in paper for change in _spoken(view, record, sheet))
    return Standing("changed", tuple(spoken), now.behind) if now.state == "holds" and spoken else now


def _spoken(view: PlaceView, record: Posted, sheet: Hung) -> Iterator[Change]:
    """What a sheet says in a language in which the same is now said in another way."""
    for language, told in sheet.translated.items():
        for change in changes(told, said_in(view, record.sign_message, language)):
            yield change._replace(about=f"{view.wording(language).words.own_name}: {change.about}")


def said_in(view: PlaceView, told: Message, language: str) -> Message:
    """The sentences of a sign as they are printed in *language*: the source where there is no translation."""
    wording = view.wording(language)
    paths = {sentence.path for sentence in view.sentences}
    return translated(told, paths, lambda path, text: wording.text(path, text).text)
