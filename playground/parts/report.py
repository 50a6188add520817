"""A button beside a result that says what is wrong with it."""

from __future__ import annotations

from toolkit.vision.reading import Picture


def report(place: str, service: str, about: str, picture: Picture | None) -> None:
    """Let somebody report a problem with what *service* answered at *place*."""
