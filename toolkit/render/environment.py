"""The one Jinja environment: metadata is escaped for Markdown and HTML at once, and a missing value stops the build.

Markdown has no autoescape of its own. Every value that a template places is turned into text that Python-Markdown
and a browser both read as plain text: what could start markup becomes a numeric character reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from toolkit.errors import ProjectError
from toolkit.i18n import lead, lower_first, number, upper_first
from toolkit.paths import Project, shipped

# Everywhere: what opens markup, an entity or a template. At the start of a value: what opens a list, a heading, a
# definition, a rule, an admonition or a box to unfold. A run of hyphens: snippet markers and rules.
ACTIVE = re.compile(r"[&<>\"*_{}\[\]|`\\#~^$@]")
OPENING = re.compile(r"[-+=:!?/]|\d+[.)]")
HYPHENS = re.compile(r"--+")
# White space but for the no-break spaces that keep a number and its unit together.
SPACE = re.compile("[^\\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")

# Themes place titles and tags of front matter as they are, and some turn entities back: look-alikes stay harmless.
BARE = str.maketrans(
    {
        "<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        ">": "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
        "&": "\N{FULLWIDTH AMPERSAND}",
        '"': "\N{RIGHT DOUBLE QUOTATION MARK}",
    }
)


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


@lru_cache(maxsize=1 << 16)
def escape(text: str) -> Markup:
    """*text* on one line, as plain text for Markdown, HTML and attributes in double quotes.

    Remembered, because the same sentence stands on several pages of a service and on the pages of its suite.
    """
    if _is_plain(text):
        return marked(text)
    line = SPACE.sub(" ", text.strip())
    safe = ACTIVE.sub(_entity, line)
    if "--" in safe:
        safe = HYPHENS.sub(_entity, safe)
    opening = OPENING.match(safe)
    if opening:
        safe = _entity(opening) + safe[opening.end() :]
    return marked(safe)


def _is_plain(text: str) -> bool:
    """Whether nothing in *text* needs escaping, as in most sentences; asked first, because it is quick."""
    calm = text.isprintable() and "  " not in text and "--" not in text and text == text.strip()
    return calm and not ACTIVE.search(text) and not OPENING.match(text)


def marked(text: str) -> Markup:
    """*text*, which is safe already. `Markup(text)` would first ask it whether it is, at three times the price."""
    return str.__new__(Markup, text)


def bare(text: str) -> str:
    """*text* for front matter, without a sign that could open a tag, an entity or an attribute."""
    return text.translate(BARE)


def _finalize(value: Any) -> Any:
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return marked(number(value))
    if isinstance(value, Undefined):
        return str(value)  # raises, in its own words on what is missing
    raise TypeError(f"a template places {value!r}; the view must turn it into text first")


class _Once(CodeGenerator):
    """Compiles templates whose values `_finalize` alone escapes: Jinja would ask each result again, and copy it."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's hook
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 - Jinja's hook
        self.write(")")


class _Environment(Environment):
    code_generator_class = _Once


class Templates:
    """The templates of a project: its own over the shipped ones."""

    def __init__(self, project: Project | None = None) -> None:
        folders = [shipped("templates")]
        if project and (project.root / "templates").is_dir():
            folders.insert(0, project.root / "templates")
        self.folders: tuple[Path, ...] = tuple(dict.fromkeys(folder.resolve() for folder in folders))
        self.environment = _Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in self.folders]),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=_finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        # JSON that is also YAML: a character beyond the first plane must not become two escapes.
        self.environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self.environment.filters |= {"bare": bare, "lead": lead, "lower_first": lower_first, "upper_first": upper_first}
        with _told("note/macros.md.j2"):
            macros = self.environment.get_template("note/macros.md.j2").module
            self.environment.globals |= {name: getattr(macros, name) for name in ("section", "table")}

    def render(self, template: str, /, **context: Any) -> bytes:
        """The bytes of *template*, UTF-8, with at most one empty line in a row."""
        with _told(template):
            text = self.environment.get_template(template).render(context)
        return (re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text).strip("\n") + "\n").encode()


@contextmanager
def _told(template: str) -> Iterator[None]:
    """A template is somebody's own code: whatever goes wrong in it is told with its name."""
    try:
        yield
    except Exception as error:
        advice = "mend the template, or take it out of templates/ to use the shipped one"
        raise ProjectError(f"the template {template} cannot be filled: {error}", advice) from error
