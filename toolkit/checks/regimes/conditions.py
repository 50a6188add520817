"""A place in, whether a fact that decides over rules holds there out.

The facts come from the deployment and never from the memory of its author; the first line of each docstring says in
the reader's words when it holds, and is shown where a rule is not asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.model.deployment import Law
from toolkit.model.place import PROTECTED

if TYPE_CHECKING:
    from toolkit.view.place import PlaceView

#: When Article 50 of the EU AI Act begins to apply.
ARTICLE_50 = dt.date(2026, 8, 2)
#: Parts of the world in which a camera sees people, and not only what lies on a table.
WITH_PEOPLE: frozenset[str] = frozenset(
    {"entrance", "hall", "room", "corridor", "workshop", "meeting_room", "own_desk", "public_street", "neighbour"}
).union(PROTECTED)
#: What holds where a deployment says nothing of the law; the engine says then that it cannot be told.
UNKNOWN = Law(personal_data=False, basis="none")


def _law(view: PlaceView) -> Law:
    return view.deployment.law or UNKNOWN


def personal_data(view: PlaceView) -> bool:
    """Personal data is used (`law.personal_data`)."""
    return _law(view).personal_data


def biometric(view: PlaceView) -> bool:
    """Bodies are measured (`law.biometric`), or biometric data is kept."""
    return _law(view).biometric != "none" or any(item.category == "biometric" for item in view.deployment.kept)


def emotion(view: PlaceView) -> bool:
    """Feelings are read from faces or voices (`law.biometric: emotion`)."""
    return _law(view).biometric == "emotion"


def emotion_or_categorisation(view: PlaceView) -> bool:
    """Feelings are read, or people are sorted by their bodies (`law.biometric`)."""
    return _law(view).biometric in {"emotion", "categorisation"}


def legitimate_interest(view: PlaceView) -> bool:
    """The ground in law is a legitimate interest (`law.basis`)."""
    return _law(view).basis == "legitimate_interest"


def consent(view: PlaceView) -> bool:
    """The ground in law is consent (`law.basis`)."""
    return _law(view).basis == "consent"


def required_by_law_or_contract(view: PlaceView) -> bool:
    """A law or a contract asks for the data (`law.basis`)."""
    return _law(view).basis in {"legal_obligation", "contract"}


def transfers(view: PlaceView) -> bool:
    """Data leaves for other countries (`law.transfers`)."""
    return _law(view).transfers is not None


def privacy_officer(view: PlaceView) -> bool:
    """There is somebody for data protection (`controller.privacy_contact`)."""
    return view.deployment.controller.privacy_contact is not None


def recipients(view: PlaceView) -> bool:
    """Data that is kept is shared (`kept.recipients`, `kept.sharing_consent`)."""
    return any(item.recipients or item.sharing_consent in {"explicit", "contract"} for item in view.deployment.kept)


def children(view: PlaceView) -> bool:
    """Children are among the people affected (`law.children`)."""
    return _law(view).children


def interacts(view: PlaceView) -> bool:
    """People talk or write with the system itself (`law.interacts`)."""
    return _law(view).interacts


def synthetic(view: PlaceView) -> bool:
    """It makes what people could take for real (`law.synthetic`)."""
    return _law(view).synthetic


def article_50(view: PlaceView) -> bool:
    """People talk with the system, it sorts them by their bodies or reads feelings, or it makes what seems real."""
    return interacts(view) or emotion_or_categorisation(view) or synthetic(view)


def decision_about_people(view: PlaceView) -> bool:
    """Something hangs on a result for a person (`decision_effect` of a use of the service)."""
    return bool({"low", "high"} & _effects(view))


def automated_decision(view: PlaceView) -> bool:
    """A machine decides about people (`law.logic`, or a high `decision_effect` without a person in the loop)."""
    alone = view.deployment.oversight.level != "in_the_loop"
    return _law(view).logic is not None or (alone and "high" in _effects(view))


def high_risk(view: PlaceView) -> bool:
    """It is a high-risk use in the sense of Annex III (`law.high_risk`)."""
    return _law(view).high_risk


def sound(view: PlaceView) -> bool:
    """Sound is recorded (`law.sound`)."""
    return _law(view).sound


def workers(view: PlaceView) -> bool:
    """People work there (`people` with the relation staff or operator)."""
    return any(person.relation in {"staff", "operator"} for person in view.deployment.people)


def observation_device(view: PlaceView) -> bool:
    """There is a camera (`place.cameras`)."""
    return bool(view.deployment.place.cameras)


def cameras_see_people(view: PlaceView) -> bool:
    """A camera sees more than a desk or a table (`place.cameras.sees`)."""
    return any(area.kind in WITH_PEOPLE for camera in view.deployment.place.cameras for area in camera.sees)


def entrances(view: PlaceView) -> bool:
    """The place has entrances (`place.entrances`)."""
    return bool(view.deployment.place.entrances)


def signs(view: PlaceView) -> bool:
    """There is a sign (`signs`)."""
    return bool(view.deployment.signs)


def profile_ada(view: PlaceView) -> bool:
    """A sign is measured by the ADA Standards (`profile: ada-703`)."""
    return any(sign.profile == "ada-703" for sign in view.deployment.signs)


def profile_din(view: PlaceView) -> bool:
    """A sign is measured by DIN 4844-1 (`profile: din-4844-1`)."""
    return any(sign.profile == "din-4844-1" for sign in view.deployment.signs)


def in_use_before_2026_08_02(view: PlaceView) -> bool:
    """It was in use before 2 August 2026 (`effective`)."""
    return view.deployment.effective is not None and view.deployment.effective < ARTICLE_50


def in_use_since_2026_08_02(view: PlaceView) -> bool:
    """It was not in use before 2 August 2026 (`effective`)."""
    return not in_use_before_2026_08_02(view)


def _effects(view: PlaceView) -> set[str | None]:
    return {use.decision_effect for service in view.services for use in service.uses.intended}


#: Read from the place itself and not from `law`, so that they can be told where there is no `law`.
OF_THE_PLACE = (
    privacy_officer,
    recipients,
    decision_about_people,
    workers,
    observation_device,
    cameras_see_people,
    entrances,
    signs,
    profile_ada,
    profile_din,
    in_use_before_2026_08_02,
    in_use_since_2026_08_02,
)
OF_THE_LAW = (
    personal_data,
    biometric,
    emotion,
    emotion_or_categorisation,
    legitimate_interest,
    consent,
    required_by_law_or_contract,
    transfers,
    children,
    interacts,
    synthetic,
    article_50,
    automated_decision,
    high_risk,
    sound,
)
CONDITIONS: dict[str, Callable[[PlaceView], bool]] = {c.__name__: c for c in (*OF_THE_PLACE, *OF_THE_LAW)}
