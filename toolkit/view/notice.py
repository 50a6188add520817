"""A wording in, the rows of the full notice out: what is told under each heading, and what backs each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.model.data import Retention
from toolkit.model.deployment import Kept
from toolkit.model.place import Camera, ProtectedPlace
from toolkit.model.sign import Sign
from toolkit.translations import Said
from toolkit.view.backing import backing
from toolkit.view.place import Fact, PlaceView, Wording
from toolkit.words import words

#: What a first screen answers, in this order: what is not recorded, what stays, what goes wrong and who decides, what
#: one may choose; then all the rest as the metadata has it.
FIRST = ("not_collected", "retention", "risk", "oversight", "automated_decision", "choice")
#: Between the path of a list and a field, where its records have no id.
NAMELESS = ".."
#: Pictograms of the ten disclosure items where the catalogue of a project names none.
PLAIN_PICTOGRAM = "information-outline"


class Line(NamedTuple):
    """A sentence and what stands before it; the label may be empty."""

    label: str
    text: Said
    backing: str = ""


class Block(NamedTuple):
    """A heading with its sentences: one record of the metadata, at *path*."""

    path: str
    title: Said
    lines: tuple[Line, ...]
    backing: str
    pictogram: str = ""
    question: str = ""
    """What the sentences answer, where the heading alone does not say it."""


class KeptRow(NamedTuple):
    """One kind of data that is kept here, as a row of the table."""

    path: str
    name: Said
    kinds: tuple[str, ...]
    """What form it has, and how close it is to a person."""
    copy_of: Said | None
    purpose: Said
    used_again: Line
    retention: Said
    starts: Said | None
    """From when the time counts."""
    condition: Said | None
    seen_by: tuple[Said, ...]
    others: tuple[Line, ...]
    backing: str


def fixed(wording: Wording, key: str, **values: str) -> Said:
    """A fixed phrase, to stand where sentences of the metadata stand."""
    return Said(wording.say(key, **values), wording.language, "source")


def first_screen(wording: Wording, facts: Iterable[Fact] | None = None) -> tuple[Fact, ...]:
    """The short statements in the order in which a first screen tells them: all of the place, or *facts*."""
    known = wording.facts.values() if facts is None else facts
    return tuple(sorted(known, key=lambda fact: FIRST.index(fact.item) if fact.item in FIRST else len(FIRST)))


def headline(wording: Wording, sign: Sign | None = None) -> Said:
    """The words of the band: of *sign*, else of the first sign, else the name of the place."""
    deployment = wording.view.deployment
    shown = sign or next(iter(deployment.signs), None)
    if shown is None:
        return wording.text("name", deployment.name)
    return wording.text(f"signs.{shown.id}.headline", shown.headline)


def lead(wording: Wording, sign: Sign | None = None) -> Said:
    """Purpose and benefit for the person: the first words of *sign*, else of the first sign, else the bare purpose."""
    deployment = wording.view.deployment
    shown = sign or next(iter(deployment.signs), None)
    if shown is None:
        return wording.text("purpose", deployment.purpose)
    return wording.text(f"signs.{shown.id}.lead", shown.lead)


def brief(wording: Wording) -> tuple[Fact, ...]:
    """The short statements for where there is little room: those of the first sign, the most important first."""
    sign = next(iter(wording.view.deployment.signs), None)
    return first_screen(wording, wording.of_sign(sign) if sign else None)


def pictogram(view: PlaceView, sign: Sign | None = None) -> str:
    """The pictogram of the band."""
    shown = sign or next(iter(view.deployment.signs), None)
    return shown.pictogram if shown else PLAIN_PICTOGRAM


def listen(wording: Wording, sign: Sign | None = None) -> tuple[Said, ...]:
    """How the notice reaches somebody who cannot see it."""
    shown = sign or next((each for each in wording.view.deployment.signs if each.accessible_form), None)
    form = shown.accessible_form if shown else None
    if shown is None or form is None:
        return ()
    said = [wording.text(f"signs.{shown.id}.accessible_form.said_by", form.said_by)]
    if form.call:
        said.append(fixed(wording, "sign.hear", number=wording.words.ltr(form.call)))
    return tuple(said)


def items(wording: Wording) -> tuple[Block, ...]:
    """The disclosure items that the place answers, of the ten, in their order."""
    told = wording.view.deployment.items
    known = wording.view.house.entries["disclosure_items"]
    found = []
    for name in type(told).model_fields:
        if text := getattr(told, name):
            path = f"items.{name}"
            icon = getattr(known.get(name), "pictogram", None) or PLAIN_PICTOGRAM
            line = Line("", wording.text(path, text))
            title, question = fixed(wording, f"item.{name}.name"), wording.say(f"item.{name}.question")
            found.append(Block(path, title, (line,), backing(wording, path), icon, question))
    return tuple(found)


def kept(wording: Wording) -> tuple[KeptRow, ...]:
    """Everything that is kept here, original, extract and every copy."""
    return tuple(_kept(wording, item) for item in wording.view.deployment.kept)


def _kept(wording: Wording, item: Kept) -> KeptRow:
    start = f"kept.{item.id}"
    time = item.retention
    return KeptRow(
        start,
        wording.text(f"{start}.name", item.name),
        tuple(_kinds(wording, item)),
        _copy_of(wording, item),
        wording.text(f"{start}.purpose", item.purpose),
        _used_again(wording, start, item),
        retention(wording, start, time),
        wording.maybe(f"{start}.retention.starts", time.starts if time else None),
        wording.maybe(f"{start}.retention.condition", time.condition if time else None),
        wording.many(f"{start}.access", item.access),
        tuple(_others(wording, start, item)),
        backing(wording, start),
    )


def _kinds(wording: Wording, item: Kept) -> Iterator[str]:
    if item.form:
        yield wording.say(f"kept.form.{item.form}")
    yield wording.say(f"category.{item.category}")


def _copy_of(wording: Wording, item: Kept) -> Said | None:
    """What it is a copy of, all of it in the language that the name of that is in."""
    other = next((each for each in wording.view.deployment.kept if each.id == item.copy_of), None)
    if other is None:
        return None
    name = wording.text(f"kept.{other.id}.name", other.name)
    return name._replace(text=words(name.language).say("kept.copy-of", name=name.text))


def _used_again(wording: Wording, start: str, item: Kept) -> Line:
    """Other uses; the word `none` in the metadata means that there are none."""
    if item.secondary_use == "none":
        return Line("", fixed(wording, "kept.used-again.none"))
    said = wording.maybe(f"{start}.secondary_use", item.secondary_use)
    return Line(wording.say("kept.used-again"), said or fixed(wording, "retention.unknown"))


def retention(wording: Wording, start: str, time: Retention | None) -> Said:
    """How long something is kept, as a sentence in the reader's language; in the source's where its end has no words.

    *start* is the path of the data, such as `kept.picture`.
    """
    if time is None:
        return fixed(wording, "retention.unknown")
    bare = time.model_copy(update={"starts": None, "condition": None})
    event = wording.maybe(f"{start}.retention.event", time.event)
    if event is None:
        return Said(wording.words.retention(bare), wording.language, "source")
    return Said(words(event.language).retention(bare, event=event.text), event.language, event.state)


def _others(wording: Wording, start: str, item: Kept) -> Iterator[Line]:
    """Who else gets it, why, and on what ground."""
    who = f"{start}.recipients{NAMELESS}who"
    for sharing in item.recipients:
        yield Line(wording.say("kept.others"), wording.text(who, sharing.who))
        yield Line("", wording.text(f"{start}.recipients{NAMELESS}why", sharing.why))
    if item.recipients and item.sharing_consent:
        yield Line("", fixed(wording, f"kept.consent.{item.sharing_consent}"))
    elif not item.recipients and item.sharing_consent == "none_shared":
        yield Line("", fixed(wording, "kept.others.none"))
    elif not item.recipients:
        yield Line(wording.say("kept.others"), fixed(wording, "retention.unknown"))


def texts(wording: Wording, path: str) -> tuple[Said, ...]:
    """The sentences of one of the place's lists of plain texts: `benefits`, `risks` or `not_collected`."""
    return wording.many(path, getattr(wording.view.deployment, path))


def cameras(wording: Wording) -> tuple[Block, ...]:
    """Where each camera hangs, what it sees, what is blanked, and the protected places it does not look into."""
    return tuple(_camera(wording, camera) for camera in wording.view.deployment.place.cameras)


def _camera(wording: Wording, camera: Camera) -> Block:
    start = f"place.cameras.{camera.id}"
    label = wording.say("camera.sees")
    lines = [Line(label, wording.text(f"{start}.sees.{area.kind}.what", area.what)) for area in camera.sees]
    if camera.mask:
        lines.append(Line(wording.say("camera.mask"), wording.text(f"{start}.mask", camera.mask)))
    metres, degrees = wording.words.number(camera.view_metres), wording.words.number(camera.view_degrees)
    lines.append(Line("", fixed(wording, "camera.reach", metres=metres, degrees=degrees)))
    if camera.protected_places:
        lines.append(Line("", _protected(wording, camera.protected_places)))
    return Block(start, wording.text(f"{start}.place", camera.place), tuple(lines), backing(wording, start))


def _protected(wording: Wording, places: tuple[ProtectedPlace, ...]) -> Said:
    """The places it does not look into, and when somebody last made sure of it."""
    names = wording.words.listing([wording.say(f"protected.{place.kind}") for place in places], "or")
    days = [place.checked_on for place in places if place.checked_on]
    checked = (
        wording.say("camera.checked", day=wording.words.day(min(days)))
        if len(days) == len(places)
        else wording.say("camera.unchecked")
    )
    return Said(f"{wording.say('camera.protected', places=names)} {checked}", wording.language, "source")


def choices(wording: Wording) -> tuple[Block, ...]:
    """What one may do instead, how, and what it costs."""
    found = []
    for choice in wording.view.deployment.choices:
        start = f"choices.{choice.id}"
        lines = [Line("", wording.text(f"{start}.how", choice.how))]
        if choice.cost:
            lines.append(Line(wording.say("choice.cost"), wording.text(f"{start}.cost", choice.cost)))
        offer = wording.text(f"{start}.offer", choice.offer)
        found.append(Block(start, offer, tuple(lines), backing(wording, start)))
    return tuple(found)


def consent(wording: Wording) -> tuple[Line, ...]:
    """What is said of agreeing and of taking it back."""
    agreed = wording.view.deployment.consent
    if agreed is None:
        return ()
    parts = [
        ("freely_given", agreed.freely_given),
        ("alternative_without", agreed.alternative_without),
        ("withdraw.how", agreed.withdraw.how if agreed.withdraw else None),
        ("withdraw.effect", agreed.withdraw.effect if agreed.withdraw else None),
    ]
    return _lines(wording, "consent", parts)


def _lines(wording: Wording, start: str, parts: Iterable[tuple[str, str | None]]) -> tuple[Line, ...]:
    """The parts of a record that are there, each behind its label."""
    found = ((f"{start}.{name}", text) for name, text in parts if text)
    return tuple(Line(wording.say(path), wording.text(path, text), backing(wording, path)) for path, text in found)


def feedback(wording: Wording) -> tuple[Block, ...]:
    """The ways to report a problem, each with who answers and in how many days."""
    found = []
    for channel in wording.view.deployment.feedback:
        start = f"feedback.{channel.id}"
        promise = Said(wording.words.count("feedback.promise", channel.response_days), wording.language, "source")
        lines = [
            Line("", wording.text(f"{start}.how", channel.how)),
            Line(wording.say("feedback.owner"), wording.text(f"{start}.owner", channel.owner)),
            Line("", promise),
        ]
        if channel.anonymous:
            lines.append(Line("", fixed(wording, "feedback.anonymous")))
        title = fixed(wording, f"feedback.{channel.kind}")
        found.append(Block(start, title, tuple(lines), backing(wording, start)))
    return tuple(found)


def oversight(wording: Wording) -> tuple[Line, ...]:
    """Who decides, how a person steps in, how a mistake is put right."""
    told = wording.view.deployment.oversight
    level = Line("", fixed(wording, f"oversight.{told.level}"), backing(wording, "oversight.level"))
    parts = [
        ("statement", told.statement),
        ("intervention", told.intervention),
        ("correction_path", told.correction_path),
    ]
    return (level, *_lines(wording, "oversight", parts))


def law(wording: Wording) -> tuple[Line, ...]:
    """The ground in law and what follows from it; nothing where the place says nothing of it."""
    told = wording.view.deployment.law
    if told is None:
        return ()
    basis = Line(wording.say("law.basis"), fixed(wording, f"basis.{told.basis}"), backing(wording, "law.basis"))
    parts = [
        ("basis_text", told.basis_text),
        ("interest", told.interest),
        ("obligation", told.obligation),
        ("transfers", told.transfers),
        ("logic", told.logic),
    ]
    return (*((basis,) if told.personal_data else ()), *_lines(wording, "law", parts))


def rights(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The rights that people have here: the name in the metadata, and the right in words."""
    told = wording.view.deployment.law
    return tuple((right, wording.say(f"right.{right}")) for right in told.rights) if told else ()


def authority(wording: Wording) -> tuple[Said, ...]:
    """Where to complain about the organisation itself: its name, and how to reach it."""
    told = wording.view.deployment.law
    if told is None or told.authority is None:
        return ()
    return (
        wording.text("law.authority.name", told.authority.name),
        wording.text("law.authority.contact", told.authority.contact),
    )


def questions(wording: Wording) -> tuple[Block, ...]:
    """Questions that people ask at the desk, and the answers."""
    found = []
    for each in wording.view.deployment.questions:
        start = f"questions.{each.id}"
        answer = Line("", wording.text(f"{start}.answer", each.answer))
        title = wording.text(f"{start}.question", each.question)
        found.append(Block(start, title, (answer,), backing(wording, start)))
    return tuple(found)


def fallbacks(wording: Wording) -> int:
    """How many sentences stand in another language, because they are not translated or changed since."""
    return sum(wording.text(*sentence).language != wording.language for sentence in wording.view.sentences)
