"""What backs a sentence that people are told here: who verified it, what was measured of it, who understood it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.model import Evidence
from toolkit.model.deployment import Attestation
from toolkit.translations import Said
from toolkit.view import phrases, understood
from toolkit.view.place import PlaceView, Wording


class Tally(NamedTuple):
    """How many sentences there are, and how many of them somebody verified here."""

    verified: int
    told: int


def attested(view: PlaceView, path: str) -> tuple[Attestation, ...]:
    """Who verified here what stands at *path* or above it, the latest first."""
    found = [each for each in view.deployment.attestations if any(covers(of, path) for of in each.of)]
    return tuple(sorted(found, key=lambda each: each.on, reverse=True))


def covers(of: str, path: str) -> bool:
    """Whether what is said of the path *of* holds for *path*, which is the same or lies below."""
    return path == of or path.startswith(f"{of}.")


def measured(view: PlaceView, path: str) -> tuple[Evidence, ...]:
    """What was measured of the statement at *path*: evidence of what it speaks of, never simulated."""
    top, _, rest = path.partition(".")
    id = rest.partition(".")[0]
    statement = next((each for each in view.deployment.statements if top == "statements" and each.id == id), None)
    if statement is None:
        return ()
    about = {statement.id, *statement.of}
    return tuple(fact for fact in view.evidence if not fact.simulated and fact.limitation in about)


def backing(wording: Wording, path: str) -> str:
    """Who verified the sentence at *path*, and when, or that nobody has; and how many of those asked understood it."""
    return " ".join(filter(None, (_verified(wording, path), understood.about(wording, path))))


def _verified(wording: Wording, path: str) -> str:
    known = attested(wording.view, path)
    if not known:
        return wording.say("backing.nobody")
    role = wording.words.ltr(known[0].role)
    return wording.say("backing.verified", role=role, day=wording.words.day(known[0].on))


def shared(backings: Iterable[str]) -> str:
    """What backs all the sentences of a section alike; empty where they differ and each says its own."""
    found = set(backings)
    return found.pop() if len(found) == 1 else ""


def tally(view: PlaceView) -> Tally:
    """How much of what is told somebody verified here."""
    verified = sum(bool(attested(view, sentence.path)) for sentence in view.sentences)
    return Tally(verified, len(view.sentences))


def backed(wording: Wording) -> Iterator[Said]:
    """What backs the notice as a whole: who verified and reviewed it, who was asked, and what was measured."""
    view, place, words = wording.view, wording.view.deployment, wording.words
    verified, told = tally(view)
    lines = [wording.say("backed.tally", verified=words.number(verified), told=words.number(told))]
    if place.reviewed_by != "none" and place.reviewed_on:
        lines.append(wording.say("backed.reviewed", name=place.reviewed_by, day=words.day(place.reviewed_on)))
    else:
        lines.append(wording.say("backed.unreviewed"))
    reviews = [wording.say("backed.law", name=each.by, day=words.day(each.on)) for each in place.legal_reviews]
    asked = [wording.say("backed.asked", who=each.who, day=words.day(each.on)) for each in place.consultations]
    lines += reviews or [wording.say("backed.no-law")]
    lines += asked or [wording.say("backed.nobody-asked")]
    yield from (Said(line, wording.language, "source") for line in lines)
    measurements = [fact for fact in view.evidence if not fact.simulated and fact.understood is None]
    yield from (Said(phrases.measured(fact), "en", "source") for fact in measurements)
    if not was_tested_here(view):
        key = "backed.not-tested-here" if measurements else "backed.nothing-measured"
        yield Said(wording.say(key), wording.language, "source")


def was_tested_here(view: PlaceView) -> bool:
    """Whether anything was measured with real pictures of this place."""
    corpora = [fact.corpus for fact in view.evidence if fact.corpus and not fact.simulated]
    return any(corpus.place == view.id and not corpus.synthetic for corpus in corpora)
