"""What stands on every page: the names of the pages, the languages, what a translation lacks."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "app.title": "Playground",
    "app.languages": "Language",
    "app.pages": "Pages",
    "app.welcome": "Welcome",
    "app.read": "Read a text",
    "app.tag": "Tag a picture",
    "app.teach": "Teach a classifier",
    "app.fail": "Watch it fail",
    "app.notice": "Read the notice",
}
