"""What one reader is about to be shown: every decision is taken here, templates only place the result."""

from toolkit.view.house import Card, House, card, cards, house, named_by, partners
from toolkit.view.pages import Page
from toolkit.view.service import Entry, View, view

__all__ = ["Card", "Entry", "House", "Page", "View", "card", "cards", "house", "named_by", "partners", "view"]
