"""The one Jinja environment: metadata is escaped for Markdown and HTML at once, and a missing value stops the build.

Markdown has no autoescape of its own. Every value that a template places is turned into text that Python-Markdown
and a browser both read as plain text: what could start markup becomes a numeric character reference.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from toolkit.i18n import lower_first, number
from toolkit.paths import Project, shipped

# Everywhere: what opens markup, an entity or a template. At the start of a value: what opens a list, a heading, a
# quotation, a definition or a rule. A run of hyphens: snippet markers and rules.
ACTIVE = re.compile(r"[&<>\"*_{}\[\]|`\\#~^$@]|--+|^[-+=:!]|^\d+[.)]|(?<=:)//")


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def escape(text: str) -> Markup:
    """*text* on one line, as plain text for Markdown, HTML and attributes in double quotes."""
    return Markup(ACTIVE.sub(_entity, " ".join(text.split())))  # noqa: S704 - this is the escaping


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value)
    raise TypeError(f"a template places {value!r}; the view must turn it into text first")


class Templates:
    """The templates of a project: its own over the shipped ones."""

    def __init__(self, project: Project | None = None) -> None:
        folders = [shipped("templates")]
        if project and (project.root / "templates").is_dir():
            folders.insert(0, project.root / "templates")
        self.folders: tuple[Path, ...] = tuple(dict.fromkeys(folder.resolve() for folder in folders))
        self.environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.folders]),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        self.environment.filters["lower_first"] = lower_first

    def render(self, template: str, /, **context: Any) -> bytes:
        """The bytes of *template*, UTF-8, with at most one empty line in a row."""
        text = self.environment.get_template(template).render(context)
        return (re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text).strip("\n") + "\n").encode()
