"""The view of one service: its facts with where each comes from, grouped and named for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any, NamedTuple

from toolkit import i18n
from toolkit.load import Loaded
from toolkit.model import Evidence, Service
from toolkit.model.identity import Source
from toolkit.source import Document, Path_
from toolkit.view import phrases
from toolkit.view.house import Card, House, beside, card
from toolkit.view.pages import Page, reachable

SEVERITY_ORDER = {"high": 0, "medium": 1, "low": 2, None: 3}


class Entry(NamedTuple):
    """A fact about to be shown: the record, its path in the metadata, and the level it was written at."""

    fact: Any
    path: Path_
    level: str

    @property
    def sources(self) -> tuple[str, ...]:
        return getattr(self.fact, "source", ())

    @property
    def inherited(self) -> str:
        """In words, where the fact was inherited from; empty for the service's own."""
        return i18n.LEVELS.get(self.level, "")


class Group(NamedTuple):
    """Facts under one heading."""

    id: str
    title: str
    entries: tuple[Entry, ...]


class Banner(NamedTuple):
    """Something to know before reading on; `kind` is one of the admonitions of the site."""

    kind: str
    title: str
    text: str


class Glance(NamedTuple):
    """A row of the first screen: question and answers."""

    question: str
    answers: tuple[str, ...]


class View:
    """What readers of one service's documents are shown, in English."""

    def __init__(self, loaded: Loaded[Service], house: House) -> None:
        self.service: Service = loaded.record
        self.document: Document = loaded.document
        self.house = house
        self.id = self.service.identity.id
        self.name = self.service.identity.name
        self.evidence: tuple[Evidence, ...] = house.evidence.get(self.id, ())

    def entries(self, path: str) -> tuple[Entry, ...]:
        """The records of the list at *path* (dotted), each with its place and level."""
        record: Any = self.service
        steps = path.split(".")
        for step in steps:
            record = getattr(record, step, None)
        nodes = self.document.node(tuple(steps)).value
        if not record:
            return ()
        return tuple(
            Entry(fact, (*steps, index), nodes[index].place.level if isinstance(nodes, list) else "")
            for index, fact in enumerate(record)
        )

    def entry(self, path: str) -> Entry | None:
        """The single record at *path*, None where there is none."""
        record: Any = self.service
        steps = tuple(path.split("."))
        for step in steps:
            record = getattr(record, step, None)
        return Entry(record, steps, self.document.level(steps)) if record is not None else None

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id, the service's over the catalogue's."""
        return {source.id: source for source in (*self.house.catalogue.sources, *self.service.sources)}

    @cached_property
    def card(self) -> Card:
        return card(self.service, self.house.suites, self.document, self.house.catalogue)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return reachable(self.card.pages, self.house.services)

    @property
    def suite(self) -> str:
        """The name of the suite, or of the family where there is none."""
        return self.card.suite

    @cached_property
    def comparisons(self) -> tuple[tuple[str, str], ...]:
        """Services to compare it with: name, and the page on which both stand side by side."""
        others = sorted(self.house.partners.get(self.id, ()))
        return tuple((self.house.service_name(id), f"../compare/{beside(self.id, id)}") for id in others)

    @cached_property
    def banners(self) -> tuple[Banner, ...]:
        identity = self.service.identity
        found = []
        cycle = identity.lifecycle
        replacement = self.house.service_name(cycle.replacement) if cycle.replacement else ""
        end = phrases.lifecycle(cycle, self.name, replacement, self.house.today)
        if end:
            found.append(Banner("warning", *end))
        if identity.basis == "restated":
            text = "Public facts in other words, as of the days of their sources; not the provider's documentation."
            found.append(Banner("note", "An independent restatement", text))
        if identity.status == "draft":
            found.append(Banner("warning", "Draft", "This document is not finished. Nobody should rely on it yet."))
        if identity.review_due and identity.review_due < self.house.today:
            text = f"A review was due on {i18n.day(identity.review_due)} and has not happened."
            found.append(Banner("warning", "Out of date", text))
        return tuple(found)

    @cached_property
    def provenance(self) -> tuple[tuple[str, str], ...]:
        """What backs the document as a whole: who wrote it, from what, who reviewed it, until when it holds."""
        identity = self.service.identity
        if identity.basis == "restated":
            how = "Restated in own words from public sources, by people outside the service's own team"
        else:
            how = "Written by the team that provides the service"
        reviewed = "Nobody has reviewed this yet"
        if identity.reviewed_by != "none" and identity.reviewed_on:
            reviewed = f"{identity.reviewed_by}, {i18n.day(identity.reviewed_on)}"
        rows = [("Basis", how), ("Reviewed by", reviewed)]
        if identity.review_due:
            rows.append(("Next review due", i18n.day(identity.review_due)))
        count = sum(not fact.simulated for fact in self.evidence)
        counted = "1 measured fact" if count == 1 else f"{count} measured facts"
        rows.append(("Measured", counted if count else "Nothing has been measured here yet"))
        if identity.owners:
            rows.append(("Answers for it", i18n.listing([f"{o.team} ({o.contact})" for o in identity.owners])))
        return tuple(rows)

    @cached_property
    def glance(self) -> tuple[Glance, ...]:
        """The first screen: what it is, what it is bad at, what happens to data, whom to ask."""
        worst = [entry.fact for entry in self.worst_limitations[:3]]
        items = self.service.data.items
        kept = [
            f"{item.name}: {i18n.lower_first(phrases.retention(item.retention))}"
            for item in items
            if item.form in {"original", "extract", None}
        ][:3]
        if len(items) > len(kept):  # what is left out here is at least counted
            more = len(items) - len(kept)
            kept.append(f"And {more} more {'kind' if more == 1 else 'kinds'} of data")
        ask = [f"About this text: {owner.team}, {owner.contact}" for owner in self.service.identity.owners[:1]]
        ask.append("About a place where it is used: whoever runs it there")
        return (
            Glance("What it is", (self.service.summary.purpose,)),
            Glance(
                "What it is bad at",
                tuple(f"{i18n.lead(item.condition)}: {i18n.lower_first(item.effect)}" for item in worst),
            ),
            Glance("What happens to data", tuple(kept)),
            Glance("Whom to ask", tuple(ask)),
        )

    @cached_property
    def worst_limitations(self) -> tuple[Entry, ...]:
        """The five limitations to name where there is room for five only, the gravest first."""
        found = sorted(self.entries("limitations"), key=lambda entry: SEVERITY_ORDER[entry.fact.severity])
        return tuple(found[:5])

    @cached_property
    def steps(self) -> tuple[Entry, ...]:
        """What happens, in order."""
        return tuple(sorted(self.entries("behaviour"), key=lambda entry: entry.fact.step))

    @cached_property
    def considerations(self) -> tuple[Group, ...]:
        """Considerations by stance, the strictest first."""
        return _grouped(self.entries("uses.considerations"), "stance", i18n.STANCES)

    @cached_property
    def limitations(self) -> tuple[Group, ...]:
        """Limitations by category."""
        return _grouped(self.entries("limitations"), "category", i18n.CATEGORIES)

    @cached_property
    def practices(self) -> tuple[Group, ...]:
        """Practices by stage of work."""
        return _grouped(self.entries("practices"), "stage", i18n.STAGES)

    @cached_property
    def notices(self) -> tuple[Group, ...]:
        """Notices by kind."""
        return _grouped(self.entries("disclosure.notices"), "kind", i18n.NOTICE_KINDS)

    @cached_property
    def removed(self) -> tuple[tuple[str, str], ...]:
        """Inherited records that do not hold here: what, and why."""
        found = []
        for _, inherited, removal in self.document.removed:
            name = next((inherited.value[key].value for key in ("id", "ref", "term") if key in inherited.value), "")
            reason = removal.value["remove"].value["reason"].value
            entry = self.house.entries["guidelines"].get(name)
            found.append((entry.name if entry else str(name), str(reason)))
        return tuple(found)

    @cached_property
    def by_limitation(self) -> dict[str, tuple[Evidence, ...]]:
        """Evidence by the limitation it measures; simulated data is no evidence."""
        found: dict[str, list[Evidence]] = {}
        for fact in self.evidence:
            if fact.limitation and not fact.simulated:
                found.setdefault(fact.limitation, []).append(fact)
        return {id: tuple(facts) for id, facts in found.items()}

    @cached_property
    def by_metric(self) -> dict[str, tuple[Evidence, ...]]:
        """Evidence by metric, as far as it measures the service as a whole on all of a corpus."""
        found: dict[str, list[Evidence]] = {}
        for fact in self.evidence:
            if not fact.limitation and not fact.simulated and not fact.slice:
                found.setdefault(fact.metric, []).append(fact)
        return {id: tuple(facts) for id, facts in found.items()}

    @cached_property
    def own_kinds(self) -> frozenset[str]:
        return frozenset(page.kind for page in self.pages if page.state == "own")

    @cached_property
    def other_names(self) -> tuple[str, ...]:
        """Earlier and other names, with the dates that are known."""
        return tuple(phrases.alias(alias) for alias in self.service.identity.aliases)

    @cached_property
    def suite_names(self) -> tuple[str, ...]:
        """Earlier and other names of the suite."""
        suite = self.house.suites.get(self.service.extends or "")
        return tuple(phrases.alias(alias) for alias in suite.aliases) if suite else ()

    @cached_property
    def what_is_a_note(self) -> tuple[str, ...]:
        """The paragraphs that explain what kind of text this is."""
        return tuple(part for part in self.house.organisation.boilerplate.what_is_a_note.split("\n\n") if part.strip())

    @cached_property
    def approved_uses(self) -> tuple[Entry, ...]:
        """Uses that the provider approves where access is limited."""
        approved = self.service.access.approved_uses
        return tuple(e for e in self.entries("uses.intended") if e.fact.id in approved or e.fact.approval != "example")

    @cached_property
    def access_sentence(self) -> str:
        """In one sentence, what of the service is limited."""
        sentences = {
            "none": "Anybody may use all of it.",
            "feature": "Some features may only be used after an application.",
            "service": "The service may only be used after an application.",
        }
        status = {"open": "", "paused": " New applications are paused.", "closed": " No new applications are taken."}
        return sentences[self.service.access.limited] + status.get(self.service.access.status or "open", "")

    def feature_tags(self, feature: Any) -> tuple[str, ...]:
        """What to know about a feature at a glance."""
        tags = [i18n.MODES.get(feature.mode or "", ""), i18n.STATES.get(feature.state or "", "")]
        tags.append("identifies people" if feature.identifies_people else "")
        tags.append("makes a template of a person" if feature.creates_template else "")
        tags.append("needs an application" if feature.registration else "")
        return tuple(tag for tag in tags if tag)

    def metric(self, entry: Entry) -> Any:
        """The catalogue's definition of a metric."""
        return self.house.entries["metrics"][entry.fact.id]

    @cached_property
    def detailed_metrics(self) -> tuple[Entry, ...]:
        """Metrics of which there is more to say than their definition."""
        return tuple(
            entry
            for entry in self.entries("metrics")
            if self.metric(entry).formula
            or any((entry.fact.use, entry.fact.worked_example, entry.fact.target, entry.fact.reported))
        )

    def metric_name(self, id: str) -> str:
        known = self.house.entries["metrics"].get(id)
        return known.name if known else id

    def guideline(self, entry: Entry) -> Any:
        """The catalogue's wording of a guideline."""
        return self.house.entries["guidelines"][entry.fact.ref]

    def remedies(self, ids: tuple[str, ...]) -> str:
        """What the practices and guidelines *ids* say to do, in one line."""
        known = {practice.id: practice.do for practice in self.service.practices}
        guidelines = self.house.entries["guidelines"]
        texts = [known[id] if id in known else guidelines[id].name for id in ids if id in known or id in guidelines]
        return "; ".join(i18n.lower_first(text.rstrip(".")) for text in texts) + "."

    def people_names(self, ids: tuple[str, ...]) -> str:
        """The roles behind *ids*, in a row."""
        return i18n.listing([i18n.lower_first(self.person(id)) for id in ids])

    def person(self, id: str) -> str:
        """The role behind a person's id."""
        return next((person.role for person in self.service.people if person.id == id), id)


def view(loaded: Loaded[Service], house: House) -> View:
    """Decide what readers of a service's documents are shown."""
    return View(loaded, house)


def _grouped(entries: Iterable[Entry], key: str, titles: dict[str, str]) -> tuple[Group, ...]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry.fact, key), []).append(entry)
    return tuple(Group(id, title, tuple(groups[id])) for id, title in titles.items() if id in groups)
