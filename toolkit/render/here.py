"""How we use this here: one page of the site for each place, for people who answer for it or look into it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup

from toolkit import i18n
from toolkit.model.deployment import Adoption
from toolkit.model.regime import Duty
from toolkit.model.sign import Sign
from toolkit.render.artefact import Artefact
from toolkit.render.environment import Templates, escape, marked
from toolkit.view import understood
from toolkit.view.backing import backed
from toolkit.view.place import PlaceView
from toolkit.view.posted import standing
from toolkit.view.rows import Row
from toolkit.words import words

ANSWERS = {"applied": "Applied", "planned": "Planned", "not_applicable": "Not applicable"}
STANDINGS = {"holds": "Still holds", "changed": "Print again", "gone": "Take down", "unknown": "Nobody can tell"}
#: How the states of an element are said, in the order in which they are counted.
STATES = {
    "missing": "missing",
    "later": "missing, and asked for later",
    "not_checked": "not checked",
    "exempt": "exempt",
    "not_applicable": "not asked for",
    "present": "present",
}
#: Everything that is made for readers besides signs: what it is called, and its file in one language.
FORMS = {
    "Full notice": "{language}/index.html",
    "Page to ask for one's rights": "{language}/request/index.html",
    "Leaflet": "leaflet.{language}.pdf",
    "Leaflet in large print": "leaflet-large.{language}.pdf",
    "Slip for the box": "feedback-slip.{language}.pdf",
    "Card for the desk": "briefing-card.{desk}+{language}.pdf",
    "Form for rights, on paper": "rights-form.{language}.pdf",
    "Form for rights, by voice": "rights-request.{language}.txt",
    "Questionnaire of the study, on paper": "study-questionnaire.{language}.pdf",
    "Questionnaire for the second time": "study-questionnaire-again.{language}.pdf",
    "Script to read aloud": "spoken.{language}.txt",
    "E-mail": "email.{language}.txt",
    "Text before a visit": "pre-visit.{language}.txt",
    "Banner for another page": "banner.{language}.html",
    "Texts for programs": "just-in-time.{language}.json",
}


#: A name of the metadata between two backticks, as `escape` leaves it.
BACKTICKS = re.compile("&#96;(.*?)&#96;")


class Element(Protocol):
    """One thing that a rule of a regime asks for, and whether it is there."""

    @property
    def rule(self) -> Duty: ...
    @property
    def regime(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def sign(self) -> str: ...
    @property
    def because(self) -> str: ...


class Print(NamedTuple):
    """A printed version of a sign: its languages in their own names, its files, and what its picture shows."""

    languages: str
    pdf: str
    png: str
    alt: str


class Sheet(NamedTuple):
    """A sign of the place with its printed versions."""

    sign: Sign
    code: str
    prints: tuple[Print, ...]


class Regime(NamedTuple):
    """What a regime asks for: its name and address, the counts in words, what is missing, and every element."""

    name: str
    url: str
    counts: str
    missing: tuple[Element, ...]
    rows: tuple[Row, ...]


def write(view: PlaceView, templates: Templates, made: Collection[str], elements: Sequence[Element] = ()) -> Artefact:
    """`notices/<id>/index.md`. *made* are the paths of the place's other files, so that nothing is linked that is not
    there; *elements* what its regimes ask for.
    """
    wording = view.wording(view.house.organisation.language)
    known: dict[str, Any] = {
        "view": view,
        "place": view.deployment,
        "status": wording.status,
        "responsible": wording.responsible,
        "contacts": wording.contacts,
        "services": _services(view),
        "sheets": sheets(view, made),
        "forms": _forms(view, made),
        "answers": _answers(view),
        "unanswered": _unanswered(view),
        "backed": tuple(said.text for said in backed(wording)),
        "attestations": _attestations(view),
        "understood": _understood(view),
        "regimes": _regimes(view, elements),
        "posted": _posted(view),
        "i18n": i18n,
    }
    return Artefact(f"notices/{view.id}/index.md", templates.render("notice/here.md.j2", **known))


def sheets(view: PlaceView, made: Collection[str], folder: str = "") -> tuple[Sheet, ...]:
    """The signs of a place; links lead from its own page, or from where its files lie in *folder*."""
    signs = view.deployment.signs
    return tuple(Sheet(sign, view.code(sign), tuple(_prints(view, sign, made, folder))) for sign in signs)


def _prints(view: PlaceView, sign: Sign, made: Collection[str], folder: str) -> Iterator[Print]:
    for languages in view.versions(sign):
        name = f"sign-{sign.id}.{'+'.join(languages)}"
        if f"notices/{view.id}/{name}.pdf" in made:
            shown = i18n.listing([words(language).own_name for language in languages])
            headline = view.wording(languages[0]).text(f"signs.{sign.id}.headline", sign.headline).text
            yield Print(shown, f"{folder}{name}.pdf", f"{folder}{name}.png", f"Sign {sign.id}, {shown}: {headline}")


def _services(view: PlaceView) -> list[tuple[str, str, str]]:
    """Name, purpose and transparency note of each service; the link is empty where it has no note of its own."""
    found = []
    for id in view.deployment.services:
        card = view.house.services.get(id)
        pages = card.published if card else ()
        found.append(
            (view.house.service_name(id), card.purpose if card else "", f"{id}/{pages[0].kind}" if pages else "")
        )
    return found


def _forms(view: PlaceView, made: Collection[str]) -> list[Row]:
    """What each form is called, and a link for each language it was made in."""
    found = []
    for name, pattern in FORMS.items():
        links = list(_links(view, pattern, made))
        if links:
            found.append(Row((name, Markup(" ").join(links))))
    return found


def _links(view: PlaceView, pattern: str, made: Collection[str]) -> Iterator[Markup]:
    desk = view.languages[0]
    for tag in view.languages:
        file = pattern.format(language=tag, desk=desk).replace(f"{desk}+{desk}", desk)
        if f"notices/{view.id}/{file}" in made:
            known, href = words(tag), file.removesuffix("index.html")
            yield marked(
                f'<a href="{escape(href)}" hreflang="{tag}" lang="{tag}" dir="{known.direction}">'
                f"{escape(known.own_name)}</a>"
            )


def _guidelines(view: PlaceView) -> dict[str, str]:
    """The guidelines of the services by id, each once, with its name."""
    known = view.house.entries["guidelines"]
    refs = (guideline.ref for service in view.services for guideline in service.guidelines)
    return {ref: known[ref].name if ref in known else ref for ref in refs}


def _answers(view: PlaceView) -> list[Row]:
    names = _guidelines(view)
    return [
        Row(
            (
                names.get(answer.ref, answer.ref),
                ANSWERS[answer.state],
                answer.reason or " ".join(filter(None, (answer.how, answer.proof))),
                answer.owner or "nobody named",
                _when(answer),
            )
        )
        for answer in view.deployment.adoption
    ]


def _when(answer: Adoption) -> str:
    if answer.on:
        return f"since {i18n.day(answer.on)}"
    return f"by {i18n.day(answer.by)}" if answer.by else "no day named"


def _unanswered(view: PlaceView) -> list[str]:
    answered = {answer.ref for answer in view.deployment.adoption}
    return [name for ref, name in _guidelines(view).items() if ref not in answered]


def _attestations(view: PlaceView) -> list[str]:
    return [
        f"{each.by}, {each.role}, {i18n.day(each.on)}: {each.how.rstrip('.')} ({i18n.listing(each.of)})"
        for each in view.deployment.attestations
    ]


def _understood(view: PlaceView) -> list[Row]:
    """What people understood who were asked, point by point, in every language."""
    knows = {point.id: point.knows for point in view.study.points} if view.study else {}
    english = words("en")
    found = []
    for each in understood.found(view):
        of, low_high = each.of, each.fact.interval
        span = f" ({_percent(low_high.low)} to {_percent(low_high.high)})" if low_high else ""
        form, language = english.say(f"understood.form.{of.form}"), words(of.language).own_name
        asked = f"{i18n.number(of.people)} people, {language}, {form}"
        words_of = "these words" if each.today else "an earlier version"
        again = ", asked again later" if of.wave == "continued" else ""
        simulated = " Simulated: nobody was really asked." if each.fact.simulated else ""
        met = "met" if of.meets_target else "not met"
        shown = ", demonstrated" if of.demonstrated else ", not demonstrated"
        found.append(
            Row(
                (
                    knows.get(of.point, of.point),
                    f"{of.right} of {of.people}{span}",
                    f"{asked}{again}, {english.month(each.fact.date)}.{simulated}",
                    f"{_percent(of.target)}: {met}{shown}",
                    words_of,
                )
            )
        )
    return found


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def _regimes(view: PlaceView, elements: Iterable[Element]) -> list[Regime]:
    by_regime: dict[str, list[Element]] = {}
    for element in elements:
        by_regime.setdefault(element.regime, []).append(element)
    return [_regime(view, id, found) for id, found in by_regime.items()]


def _regime(view: PlaceView, id: str, found: list[Element]) -> Regime:
    known = view.regimes.get(id)
    count = Counter(element.state for element in found)
    counts = i18n.listing([f"{count[state]} {said}" for state, said in STATES.items() if count[state]])
    missing = tuple(element for element in found if element.state in {"missing", "later"})
    rows = tuple(
        Row((_asked(element), STATES[element.state], _code(element.because), _clause(element))) for element in found
    )
    return Regime(known.name if known else id, known.url if known else "", counts, missing, rows)


def _asked(element: Element) -> str:
    return f"{element.rule.says} (sign {element.sign})" if element.sign else element.rule.says


def _code(text: str) -> Markup:
    """*text* with what stands between backticks set as code."""
    return marked(BACKTICKS.sub(r"<code>\1</code>", escape(text)))


def _clause(element: Element) -> Markup:
    source, second = element.rule.source, " (second hand)" if element.rule.status == "2nd" else ""
    words = escape(f"{source.instrument}, {source.locator}")
    return marked(f'<a href="{escape(source.url)}">{words}</a>{second}')


def _posted(view: PlaceView) -> list[Row]:
    """Each sheet that hangs, and whether it still holds."""
    found = []
    for record in view.posted:
        now = standing(record, view.deployment, view.base, view.house.today)
        why = "; ".join(str(change) for change in now.on_sign)
        link = f"../../n/{record.code}/{record.version.rpartition('-')[2]}/"
        for sheet in record.hanging:
            name = marked(f'<a href="{link}">{escape(record.version)}</a>')
            today = ". ".join(filter(None, (STANDINGS[now.state], why)))
            found.append(Row((name, record.sign, sheet.place, i18n.day(sheet.posted_on), today)))
    return found
