"""What people read about how long data is kept is what `kept:` says.

Times in statements that name data under `of:` are compared with the `retention:` of that data; times in
`items: retention`, in statements about retention that name no data, and in sentences about keeping in notices, in other
items and in answers at the desk with that of all data kept. 24 hours, 1 day and one day are the same. Sentences are
read in English; in other languages nothing is compared here. Nobody can accept this.

Pass:

    statements:
      - {id: kept, item: retention, pictogram: delete-clock-outline, title: Kept 24 hours, text: Then it is deleted.,
         of: [scan]}

Fail:

    statements:
      - {id: kept, item: retention, pictogram: delete-clock-outline, title: Kept one hour, text: Then it is deleted.,
         of: [scan]}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from toolkit.checks.places.statuses import BUT_DRAFT
from toolkit.checks.problem import Problem
from toolkit.checks.readability_formulas import primary
from toolkit.checks.retention_conflict import about_keeping
from toolkit.i18n import listing
from toolkit.source import Path_
from toolkit.view.durations import Length, known, lengths_in, same

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

ID = "retention-words"
ERROR_IN = BUT_DRAFT


def check(view: PlaceView) -> Iterator[Problem]:
    """Times in texts that the data they speak of does not have."""
    if primary(view.house.organisation.language) != "en" or not view.deployment.kept:
        return
    yield from _of_statements(view)
    spans = {span for item in view.deployment.kept for span in known(item)}
    for path, text in _other_texts(view):
        yield from _wrong(text, spans, path, "nothing here is kept that long")


def _of_statements(view: PlaceView) -> Iterator[Problem]:
    """Times in statements that name data."""
    kept = {item.id: item for item in view.deployment.kept}
    for index, statement in enumerate(view.deployment.statements):
        named = [kept[id] for id in dict.fromkeys(statement.of) if id in kept]
        spans = {span for item in named for span in known(item)}
        message = f"`kept` gives another time for {listing([repr(item.name) for item in named])}"
        for field in ("title", "text") if named else ():
            yield from _wrong(getattr(statement, field), spans, ("statements", index, field), message)


def _other_texts(view: PlaceView) -> Iterator[tuple[Path_, str]]:
    """What else speaks of keeping: all of the texts about retention, of others the sentences about keeping."""
    deployment = view.deployment
    kept = {item.id for item in deployment.kept}
    for index, statement in enumerate(deployment.statements):
        if statement.item == "retention" and kept.isdisjoint(statement.of):
            yield ("statements", index, "title"), statement.title
            yield ("statements", index, "text"), statement.text
    for name, text in deployment.items:
        yield ("items", name), text if name == "retention" else " ".join(about_keeping(text or ""))
    for index, notice in enumerate(deployment.notices):
        yield ("notices", index, "text"), " ".join(about_keeping(notice.text or ""))
    for index, question in enumerate(deployment.questions):
        yield ("questions", index, "answer"), " ".join(about_keeping(question.answer))


def _wrong(text: str | None, spans: Collection[Length], path: Path_, but: str) -> Iterator[Problem]:
    for span, shown in lengths_in(text or ""):
        if not any(same(span, other) for other in spans):
            advice = "make the text and `retention:` in `kept:` say the same"
            yield Problem(path, f"readers are told {shown!r}, but {but}", advice)
