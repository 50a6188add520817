"""How the researcher's area looks: plain HTML without any script, in English, for wide screens and narrow ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import markupsafe
from markupsafe import Markup
from starlette.responses import HTMLResponse

from playground.phrases.research import told
from playground.server.places import organisation
from toolkit.model.organisation import Look
from toolkit.paths import Project
from toolkit.render import html
from toolkit.render.environment import Templates

if TYPE_CHECKING:
    from playground.server.research_visit import Visit

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "x-robots-tag": "noindex",
}
#: The pages of one study, and who may open them.
MENU = {
    "": ("monitor", {"owner", "analyst"}),
    "results": ("results", {"owner", "analyst"}),
    "coding": ("coding", {"owner", "coder"}),
    "differences": ("differences", {"owner", "analyst"}),
    "exports": ("exports", {"owner", "analyst"}),
    "exclude": ("exclude", {"owner"}),
}


def page(visit: Visit, template: str, title: str, status: int = 200, **more: Any) -> HTMLResponse:
    """The page *template* under the heading *title*, a key of the words. `wrong` says what was not done."""
    publisher = organisation(visit.project)
    look = publisher.look if publisher else Look()
    shown = {
        **html.colours(look.accent),
        "t": worded,
        "lines": lines,
        "visit": visit,
        "use": visit.use,
        "title": title,
        "wrong": "",
        "form": visit.session.form if visit.session else "",
        "menu": _menu(visit),
        "place": visit.view.deployment.name if visit.view else "",
        **more,
    }
    return HTMLResponse(_templates(visit.project).render(f"research/{template}.html.j2", **shown), status, HEADERS)


def told_page(visit: Visit, title: str, keys: Iterable[str], status: int = 200, **values: str) -> HTMLResponse:
    """A page that says the words under *keys*."""
    return page(visit, "told", title, status, told=[worded(key, **values) for key in keys])


def worded(key: str, **values: object) -> Markup:
    """The words under *key* as HTML."""
    return lines(told(key, **values))


def lines(text: str) -> Markup:
    """Any text for HTML, with its own line ends."""
    return Markup(markupsafe.escape(text))  # noqa: S704 - escaped in the same breath


def _menu(visit: Visit) -> list[tuple[str, str, bool]]:
    """Addresses and names of the pages of this study that the visitor may open, and which one is open."""
    if visit.view is None or visit.role is None:
        return []
    here = visit.request.scope["path"].rstrip("/")
    found = [(visit.of(path), key) for path, (key, roles) in MENU.items() if visit.role in roles]
    return [(address, key, address.partition("?")[0].rstrip("/") == here) for address, key in found]


@lru_cache(maxsize=2)
def _templates(project: Project) -> Templates:
    return Templates(project)
