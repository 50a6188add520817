"""One place that has everything every shipped regime asks for, and its view through the real loader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from conftest import WriteTree
from samples import MINIMAL, ORGANISATION

from toolkit.checks.problem import Problem
from toolkit.checks.regimes import problems
from toolkit.finding import Severity
from toolkit.load import load
from toolkit.model.regime import Duty
from toolkit.paths import Project
from toolkit.view import cards, house
from toolkit.view.place import PlaceView

TODAY = dt.date(2026, 11, 20)
SERVICE = MINIMAL.replace("checks the text.}", "checks the text., decision_effect: high}")
#: Every condition holds that can hold together; what each rule asks for is there.
EVERYTHING = """\
schema_version: "1.0"
id: hall
name: Entrance hall
status: in_force
effective: 2026-10-01
services: [example]
regimes:
  - baseline
  - eu-ai-act-50
  - eu-gdpr-13
  - eu-edpb-video-sign
  - us-il-bipa
  - us-nyc-biometric
  - uk-ico-rti
  - wcag22
  - pdfua1
  - legibility
notice_address: https://hall.example
controller:
  name: Example House
  contacts:
    - {kind: email, value: privacy@hall.example}
  privacy_contact: The privacy officer, privacy@hall.example
place:
  name: Entrance hall
  kind: building
  entrances:
    - {id: north, name: North door}
    - {id: south, name: South door}
  cameras:
    - id: door
      place: Above the north door.
      view_degrees: 60
      view_metres: 4
      sees: [{what: The hall, kind: hall}]
purpose: To count how many people of which age come in, so that the lifts do not stop.
benefits: [You wait less for a lift.]
items:
  collected: A picture of your face, and an age group made from it.
  method: A camera takes the picture. A computer measures the face. A made-up voice greets you.
  purpose: To send enough lifts.
  benefits: You wait less.
  access: The caretaker.
  access_reason: The caretaker looks after the camera.
  automated_decision: A computer sends the lifts. The voice is artificial.
  retention: The age group is kept for one day.
  contact: Write to privacy@hall.example.
  protection: The computer stands in a locked room.
not_collected: [Your name.]
kept:
  - id: age
    name: Age group
    category: biometric
    purpose: To send enough lifts.
    retention: {kind: duration, value: 1, unit: days}
    sharing_consent: contract
    recipients: [{who: Lift company, why: To mend the lifts.}]
oversight:
  level: on_the_loop
  intervention: The caretaker turns it off.
  correction_path: Tell the caretaker.
people:
  - {id: visitors, role: Visitors, relation: subject}
  - {id: caretakers, role: Caretakers, relation: staff}
consent:
  needed: true
  written: true
  withdraw: {how: Tell the caretaker., effect: Your age group is deleted.}
notices:
  - id: door-sign
    kind: upfront
    channel: sign
    audience: [visitors, caretakers]
    moment: Before you come in.
    placement: Beside each door.
    text: A computer reads your age group from your face.
  - id: for-children
    kind: guardian
    channel: page
    audience: [visitors]
    moment: Before a child comes in.
    placement: In the letter to parents.
  - id: all-facts
    kind: on_demand
    channel: page
    audience: [visitors]
    moment: At any time.
statements:
  - id: no-name
    item: not_collected
    pictogram: account-off
    title: No name
    text: We have a legitimate interest in short waits.
  - id: one-day
    item: retention
    pictogram: clock
    title: Kept one day
    text: You have the right to object. The voice is artificial.
signs:
  - id: door
    notice: door-sign
    place: Beside the north door.
    pictogram: camera
    headline: A computer reads your age here
    lead: It looks at your face, so that a lift comes sooner.
    statements: [no-name, one-day]
    entrances: [north, south]
    profile: ada-703
    baseline_metres: 1.4
    accessible_form: {said_by: The caretaker reads it to you.}
  - id: in-lift
    notice: all-facts
    place: In the lift.
    pictogram: camera
    headline: Nobody looks at you here
    lead: There is no camera.
    accessible_form: {said_by: The caretaker reads it to you.}
law:
  personal_data: true
  basis: legitimate_interest
  basis_text: Our interest, Article 6(1)(f) of the GDPR.
  interest: Short waits for lifts.
  rights:
    - access
    - rectification
    - erasure
    - restriction
    - objection
    - review
  authority: {name: Example Authority, contact: 555 0199}
  transfers: The lift company is in another country. A contract protects the data there.
  obligation: Without it there is no lift.
  logic: A computer counts faces. You wait longer if it is wrong.
  biometric: categorisation
  interacts: true
  synthetic: true
  sound: true
  children: true
  high_risk: true
consultations:
  - {who: Ten visitors, on: 2026-09-01, changed: The sign hangs lower.}
attestations:
  - id: rules
    of:
      - regimes.aia-50-1-vulnerable
      - regimes.aia-50-2-marking
      - regimes.aia-50-2-marking-earlier
      - regimes.aia-50-5-each-person
      - regimes.il-bipa-15c
    by: The head of Example House
    role: head
    on: 2026-10-01
    how: Walked through with the caretaker.
"""

Found = tuple[str, Severity, str, str]
PlaceOf = Callable[..., PlaceView]
FoundIn = Callable[..., list[Found]]


@pytest.fixture
def block() -> Callable[[str], str]:
    """A block of `EVERYTHING`, from its key to the next one."""

    def find(key: str) -> str:
        found = re.search(rf"^{key}:.*?(?=^\S)", EVERYTHING, re.MULTILINE | re.DOTALL)
        assert found
        return found[0]

    return find


@pytest.fixture
def place_of(write_tree: WriteTree) -> PlaceOf:
    """The view of `EVERYTHING` with pieces of its text replaced; each piece must be there."""

    def build(*edits: tuple[str, str], today: dt.date = TODAY, language: str = "en") -> PlaceView:
        text = EVERYTHING
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new)
        files = {
            "services/organisation.yml": f"{ORGANISATION}language: {language}\n",
            "services/example/service.yml": SERVICE,
            "deployments/hall/deployment.yml": text,
        }
        content = load(Project(write_tree(files).resolve()))
        assert content.findings == []
        shared = house(content, cards(content), today)
        assert shared is not None
        return PlaceView(content.deployments["hall"], shared, [content.services["example"].record])

    return build


@pytest.fixture
def found_in(place_of: PlaceOf) -> FoundIn:
    """Each problem as rule, severity, the line of the file that it points at, and the sentence."""

    def find(*edits: tuple[str, str], today: dt.date = TODAY, language: str = "en") -> list[Found]:
        view = place_of(*edits, today=today, language=language)
        text = EVERYTHING
        for old, new in edits:
            text = text.replace(old, new)
        return [_found(view, text.splitlines(), *each) for each in problems(view)]

    return find


def _found(view: PlaceView, lines: list[str], duty: Duty | None, problem: Problem, severity: Severity) -> Found:
    node = view.document.node(problem.path)
    place = node.key if problem.at_key else node.place
    return duty.id if duty else "", severity, lines[place.line - 1].strip(), problem.message
