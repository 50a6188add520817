"""Numbers the sources of one page in the order in which they are first cited."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from toolkit.i18n import day
from toolkit.model.identity import Source
from toolkit.render.environment import escape, marked
from toolkit.view import Entry


class Citations:
    """One for a page: `cite` gives the marks of a fact, `listed` what was cited so far."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.numbers: dict[str, int] = {}
        self.marks: dict[tuple[str, ...], Markup] = {}

    def cite(self, ids: tuple[str, ...]) -> Markup:
        """Links to the sources *ids*; ids without a source are left to the checks."""
        if ids not in self.marks:
            self.marks[ids] = marked("".join([self._mark(id) for id in ids if id in self.sources]))
        return self.marks[ids]

    def mark(self, entry: Entry) -> Markup:
        """The marks behind a fact: its sources, and from where it is inherited."""
        cited = self.cite(entry.sources)
        if not entry.inherited:
            return cited
        short = "all services" if entry.level == "organisation" else entry.level
        return marked(f'{cited}<span class="from" title="{escape(entry.inherited)}">{escape(short)}</span>')

    def _mark(self, id: str) -> Markup:
        number = self.numbers.setdefault(id, len(self.numbers) + 1)
        source = self.sources[id]
        title = f"{source.title}, {day(source.as_of)}"
        return marked(
            f'<a class="cite" href="#source-{number}" title="{escape(title)}">'
            f'<span class="sr">source </span>{number}</a>'
        )

    def listed(self) -> tuple[tuple[int, Source], ...]:
        """The cited sources with their numbers."""
        return tuple((number, self.sources[id]) for id, number in self.numbers.items())
