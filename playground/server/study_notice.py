"""What a page shows of the notice to somebody in one arm of a study: its first screen, a sign, or its plain words."""

from __future__ import annotations

from typing import NamedTuple

from playground.server.feedback_pages import Reader
from playground.server.study_visit import Visit
from toolkit.model.sign import Sign
from toolkit.translations import Said
from toolkit.view import notice
from toolkit.view.place import Fact, PlaceView


class Exhibit(NamedTuple):
    """What is shown; `picture` and `whole` are addresses, empty where nothing was built for them."""

    headline: Said
    lead: Said | None
    facts: tuple[Fact, ...]
    pictograms: bool
    responsible: str
    picture: str = ""
    whole: str = ""


def exhibit(visit: Visit) -> Exhibit | None:
    """What whoever answers is shown; None where nothing is."""
    if visit.seat is None or visit.reader.view is None:
        return None
    arm, wording = visit.wording.arm(visit.seat.arm), visit.wording.place
    view = visit.reader.view
    if arm.shows == "nothing":
        return None
    if arm.shows == "sign":
        sign = next((each for each in view.deployment.signs if each.id == arm.sign), None)
        facts = wording.of_sign(sign) if sign else notice.brief(wording)
        picture = _picture(visit.reader, view, sign) if sign else ""
        head, lead = notice.headline(wording, sign), notice.lead(wording, sign)
        return Exhibit(head, lead, facts, pictograms=True, responsible=wording.responsible, picture=picture)
    first = notice.first_screen(wording)
    head, lead = notice.headline(wording), notice.lead(wording)
    if arm.shows == "plain":
        return Exhibit(head, lead, first, pictograms=False, responsible=wording.responsible)
    whole = _whole(visit.reader, view)
    return Exhibit(head, lead, first, pictograms=True, responsible=wording.responsible, whole=whole)


def _picture(reader: Reader, view: PlaceView, sign: Sign) -> str:
    """The picture of *sign* in the reader's language: in it alone, else in several."""
    folder = reader.project.site / "notices" / view.id
    for path in sorted(folder.glob(f"sign-{sign.id}.*.png"), key=lambda path: path.name.count("+")):
        if reader.language in path.name.split(".")[1].split("+"):
            return f"{reader.root}/site/notices/{view.id}/{path.name}"
    return ""


def _whole(reader: Reader, view: PlaceView) -> str:
    """The full notice in the reader's language."""
    page = reader.project.site / "notices" / view.id / reader.language / "index.html"
    return f"{reader.root}/site/notices/{view.id}/{reader.language}/" if page.is_file() else ""
