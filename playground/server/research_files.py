"""Files for the team, each noted in the log; and people who are left out, each for a written reason."""

from __future__ import annotations

from starlette.responses import Response

from playground.phrases.research import told
from playground.server.research_pages import HEADERS, page, told_page
from playground.server.research_visit import Visit, see
from toolkit.errors import UsageError
from toolkit.render.environment import Templates
from toolkit.store.study import people, progress, protocols
from toolkit.store.study.retention import exported
from toolkit.study import codebook, keep, table

#: In the order in which they are offered. The first ones hold all answers, so that they count as an export.
WHOLE = ("data.csv", "data.json")
FILES = (*WHOLE, "data-wide.csv", "codebook.csv", "codebook.html")
KINDS = {"csv": "text/csv; charset=utf-8", "json": "application/json", "html": "text/html; charset=utf-8"}
SHORTEST = 10


def show_files(visit: Visit) -> Response:
    """What can be downloaded."""
    rows = table.rows(visit.study, visit.enquiry.given(visit.use))
    return page(visit, "exports", "exports", people=len({row.participant for row in rows}), rows=len(rows), files=FILES)


def take_file(visit: Visit) -> Response:
    """One file, after it was noted who took it."""
    name = visit.sent.get("file", "")
    if name not in FILES:
        return told_page(visit, "lost", [], 404)
    study, today = visit.study, visit.now.date()
    rows = table.rows(study, visit.enquiry.given(visit.use))
    made = [*codebook.tables(study, rows), *codebook.files(visit.place, Templates(visit.project))]
    data = next(each.data for each in made if each.path == name)
    people.logged(visit.store, f"{visit.name} {visit.use} {name}", "export", today, visit.place.id)
    if name in WHOLE and visit.use == "real":
        exported(visit.store, visit.place.id, today)
    title = f"{visit.place.id}-{visit.use}-{name}"
    kind = KINDS[name.rpartition(".")[2]]
    return Response(data, 200, {**HEADERS, "content-disposition": f'attachment; filename="{title}"'}, kind)


def show_excluded(visit: Visit) -> Response:
    """Who is left out, and a form for one more."""
    return _excluded(visit)


def take_excluded(visit: Visit) -> Response:
    """Leave somebody out for a reason, or take them in again."""
    who, reason = visit.sent.get("participant", "").strip(), " ".join(visit.sent.get("reason", "").split())
    again = visit.sent.get("again") == "1"
    if not again and len(reason) < SHORTEST:
        return _excluded(visit, told("exclude-empty"))
    try:
        keep.exclude(visit.store, visit.place.id, who, "" if again else reason, visit.now.date())
    except UsageError as error:
        return _excluded(visit, f"{error}: {error.help}")
    done = "included-by" if again else "excluded-by"
    people.logged(visit.store, f"{visit.name} {who}", done, visit.now.date(), visit.place.id)
    return see(visit, f"{visit.place.id}/exclude")


def _excluded(visit: Visit, fault: str = "") -> Response:
    with visit.store.read() as connection:
        plan = protocols.locked(connection, visit.place.id)
        out = progress.excluded(connection, visit.place.id, visit.use, plan.round if plan else 1)
    typed = {name: visit.sent.get(name, "") for name in ("participant", "reason")} if fault else {}
    return page(visit, "exclude", "exclude", 422 if fault else 200, fault=fault, out=out, typed=typed)
