"""The view of what a service adds to a document that it inherits."""

from __future__ import annotations

from functools import cached_property

from toolkit.load import Loaded
from toolkit.view.house import Card
from toolkit.view.own import narrowed
from toolkit.view.service import Entry, View


class Particular(View):
    """*whole*, with only those facts that the service itself wrote; names and links are those of the whole."""

    def __init__(self, whole: View) -> None:
        super().__init__(Loaded(narrowed(whole.service, whole.document.root), whole.document), whole.house)
        self.whole = whole

    def entries(self, path: str) -> tuple[Entry, ...]:
        """As in the whole view, with the places there, less what is inherited."""
        return tuple(entry for entry in self.whole.entries(path) if entry.level == "service")

    def person(self, id: str) -> str:
        """The role behind a person's id, inherited or not."""
        return self.whole.person(id)

    @cached_property
    def card(self) -> Card:
        """The card of the whole service."""
        return self.whole.card
