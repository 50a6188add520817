"""What stands on every page: the names of the pages, the languages, a shared screen."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "app.title": "Playground",
    "app.languages": "Language",
    "app.welcome": "Welcome",
    "app.read": "Read a text",
    "app.tag": "Tag a picture",
    "app.teach": "Teach a classifier",
    "app.fail": "Watch it fail",
    "app.notice": "Read the notice",
    "app.study": "Take part in a study",
    "app.unreviewed": "This translation was made by a machine. No speaker has checked it.",
    "app.broken": "Something went wrong on this page. It is our mistake, not yours.",
    "app.broken-help": "Open it again, or take another page. What you brought was not stored.",
    # A screen that many people use.
    "app.start-anew": "Start over and forget everything",
    "app.idle": "Are you still there? In {seconds} seconds everything here is forgotten.",
    "app.still-here": "I am still here",
}
