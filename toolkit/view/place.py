"""The view of one deployment: what people at one place are told, in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from toolkit.load import Loaded
from toolkit.load.regimes import shipped_regimes
from toolkit.model import Deployment, Evidence, Service, Study
from toolkit.model.posted import Posted, message_hash, short
from toolkit.model.regime import Regime
from toolkit.model.sign import Sign, Statement
from toolkit.source import Document
from toolkit.translations import Said, Translations
from toolkit.view.house import House
from toolkit.view.posted import address_of, code_of, label, sign_message
from toolkit.view.told import Sentence, message, sentences
from toolkit.words import Words, words

#: In these statuses nothing may be printed that a speaker has not reviewed.
BINDING = frozenset({"pilot", "in_force"})


class Fact(NamedTuple):
    """A statement in one language."""

    id: str
    item: str
    pictogram: str
    title: Said
    text: Said


class Ask(NamedTuple):
    """A way to reach somebody: its kind, the words before it, the value, and where a tap leads (empty: nowhere)."""

    kind: str
    label: str
    value: Said
    href: str


class Around(NamedTuple):
    """What lies around a deployment: translations by language, what was posted, the plan of its study, who uses each
    code in the whole project (pairs of deployment and sign), the regimes by id, where they are not those shipped, and
    for the study where it was written and its translations by language.
    """

    translations: Mapping[str, Translations] = MappingProxyType({})
    posted: tuple[Posted, ...] = ()
    study: Study | None = None
    owners: Mapping[str, set[tuple[str, str]]] = MappingProxyType({})
    regimes: Mapping[str, Regime] | None = None
    study_document: Document | None = None
    study_translations: Mapping[str, Translations] = MappingProxyType({})


class PlaceView:
    """What readers at one place are shown; `wording` gives it in a language."""

    def __init__(
        self,
        loaded: Loaded[Deployment],
        house: House,
        services: Sequence[Service],
        around: Around | None = None,
    ) -> None:
        self.deployment: Deployment = loaded.record
        self.document: Document = loaded.document
        self.house = house
        self.id = self.deployment.id
        self.services = tuple(services)
        around = around or Around()
        self.translations = around.translations
        self.posted = around.posted
        self.study = around.study
        self.study_document = around.study_document
        self.study_translations = around.study_translations
        self.owners = around.owners
        self.regimes = shipped_regimes() if around.regimes is None else around.regimes
        self.evidence: tuple[Evidence, ...] = house.evidence.get(self.id, ())

    @property
    def rehearsal(self) -> bool:
        """Whether this is a copy with simulated results."""
        return self.house.organisation.rehearsal

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Everything readers are told in words."""
        return sentences(self.deployment)

    @cached_property
    def hash(self) -> str:
        """The hash over what readers are told."""
        return message_hash(message(self.deployment))

    @property
    def base(self) -> str:
        """Where the notices of this place are published, without a slash at the end; empty where nobody said."""
        return address_of(self.deployment, self.house.organisation)

    def code(self, sign: Sign) -> str:
        """What stands behind `/n/` for *sign*."""
        return code_of(self.id, sign)

    def url(self, sign: Sign) -> str:
        """The address behind the code of *sign*; empty where the place has no address."""
        return f"{self.base}/n/{self.code(sign)}/" if self.base else ""

    def sign_hash(self, sign: Sign) -> str:
        """The hash over what stands on this one sign."""
        return self._sign_hashes[sign.id]

    @cached_property
    def _sign_hashes(self) -> dict[str, str]:
        place = self.deployment
        return {sign.id: message_hash(sign_message(place, sign, self.base)) for sign in place.signs}

    def label(self, sign: Sign) -> str:
        """What the sign's PDF carries among its keywords."""
        return label(self.code(sign), self.sign_hash(sign))

    def version(self, sign: Sign) -> str:
        """What is printed small on the sign: its code and the first digits of its hash."""
        return f"{self.code(sign)}-{short(self.sign_hash(sign))}"

    def versions(self, sign: Sign) -> tuple[tuple[str, ...], ...]:
        """The languages of each printed version of *sign*."""
        return tuple(tuple(version.split("+")) for version in sign.versions or self.deployment.languages)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the place."""
        return self.deployment.languages

    def wording(self, language: str) -> Wording:
        """What is told in *language*."""
        return self._wordings.setdefault(language, Wording(self, language))

    @cached_property
    def _wordings(self) -> dict[str, Wording]:
        return {}


class Wording:
    """What one reader is told, in one language."""

    def __init__(self, view: PlaceView, language: str) -> None:
        self.view = view
        self.language = language
        self.words: Words = words(language)
        self.direction = self.words.direction
        self._known = view.translations.get(language)

    def text(self, path: str, source: str) -> Said:
        """A sentence of the metadata; the source with its own language where there is no translation."""
        return self.told_by(self._known, path, source)

    def told_by(self, known: Translations | None, path: str, source: str) -> Said:
        """The same of another file than the deployment: *known* are the translations of that one."""
        if self.language == self.view.house.organisation.language or known is None:
            same = self.language == self.view.house.organisation.language
            return Said(source, self.view.house.organisation.language, "source" if same else "missing")
        return known.of(path, source)

    def say(self, key: str, **values: str) -> str:
        """A fixed phrase."""
        return self.words.say(key, **values)

    def maybe(self, path: str, source: str | None) -> Said | None:
        """The same, where there is a sentence at all."""
        return self.text(path, source) if source else None

    def many(self, path: str, sources: Sequence[str]) -> tuple[Said, ...]:
        """Every sentence of a list."""
        return tuple(self.text(path, source) for source in sources)

    def fact(self, statement: Statement) -> Fact:
        """A short statement."""
        start = f"statements.{statement.id}"
        return Fact(
            statement.id,
            statement.item,
            statement.pictogram,
            self.text(f"{start}.title", statement.title),
            self.text(f"{start}.text", statement.text),
        )

    @cached_property
    def hash(self) -> str:
        """The hash over what readers of this language are told in words."""
        return message_hash({"told": [[each.path, self.text(*each).text] for each in self.view.sentences]})

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """All short statements by id."""
        return {statement.id: self.fact(statement) for statement in self.view.deployment.statements}

    def of_sign(self, sign: Sign) -> tuple[Fact, ...]:
        """The statements of a sign, in its order."""
        return tuple(self.facts[id] for id in sign.statements if id in self.facts)

    @cached_property
    def responsible(self) -> str:
        """Who answers for the place, as a sentence."""
        return self.say("sign.responsible", name=self.words.ltr(self.view.deployment.controller.name))

    @cached_property
    def contacts(self) -> tuple[Ask, ...]:
        """The ways to reach the people responsible."""
        return tuple(self._ask(contact.kind, contact.value) for contact in self.view.deployment.controller.contacts)

    def _ask(self, kind: str, value: str) -> Ask:
        path = f"controller.contacts.{kind}.value"
        fixed = kind in {"telephone", "email", "web", "post"}
        said = Said(self.words.ltr(value), self.language, "source") if fixed else self.text(path, value)
        return Ask(kind, self.say(f"contact.{kind}"), said, _href(kind, value))

    @cached_property
    def status(self) -> str:
        """What a reader must know about the state of this notice; empty for one in force."""
        simulated = self.say("understood.simulated") if self.view.rehearsal else ""
        return " ".join(filter(None, (simulated, self._status)))

    @property
    def _status(self) -> str:
        deployment = self.view.deployment
        if deployment.status == "pilot" and deployment.status_until:
            return self.say("status.pilot", day=self.words.day(deployment.status_until))
        return "" if deployment.status == "in_force" else self.say(f"status.{deployment.status}")

    @cached_property
    def unreviewed(self) -> bool:
        """Whether a sentence of this language was not checked by a speaker, or is not there."""
        return any(self.text(*sentence).state not in {"source", "reviewed"} for sentence in self.view.sentences)


def _href(kind: str, value: str) -> str:
    if kind == "telephone":
        return "tel:" + "".join(c for c in value if c.isdigit() or c == "+")
    if kind == "email":
        return f"mailto:{value}"
    return value if kind == "web" and value.startswith("https://") else ""
