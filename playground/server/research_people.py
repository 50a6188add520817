"""Who has a role in the area; an owner sees them and removes them."""

from __future__ import annotations

from starlette.responses import Response

from playground.server.research_pages import page
from playground.server.research_visit import Visit, see
from toolkit.errors import UsageError
from toolkit.store.study.people import remove, team


def show_people(visit: Visit) -> Response:
    """Everybody."""
    return _people(visit)


def take_removed(visit: Visit) -> Response:
    """Remove somebody, from their next click on."""
    try:
        remove(visit.store, visit.sent.get("name", ""), visit.now.date())
    except UsageError as error:
        return _people(visit, f"{error}: {error.help}")
    return see(visit, "people")


def _people(visit: Visit, fault: str = "") -> Response:
    return page(visit, "people", "people", 422 if fault else 200, fault=fault, team=team(visit.store))
