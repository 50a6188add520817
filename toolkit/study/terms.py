"""The terms on which a study takes people and their answers: decided from its plan and the time alone."""

from __future__ import annotations

import datetime as dt
import math
from datetime import datetime

from toolkit.model.study import DONT_KNOW, Study
from toolkit.store.study.participants import Person
from toolkit.store.study.protocols import Locked
from toolkit.store.study.tables import CHANNELS, USES
from toolkit.store.words import Refused, kept_text
from toolkit.view.place import PlaceView
from toolkit.view.study import Answer, Step, protocol_hash, read_answer, steps

#: What people may agree to besides taking part, each by itself.
FURTHER = ("quotes", "recontact", "background")
WHY = {
    "draft": "the study is a draft; only trial answers are taken",
    "closed": "the study is closed",
    "changed": "the plan was changed after the first answer; run `disclose study amend`",
    "over": "the time of the study is over",
}


def shut(study: Study, plan: Locked | None, now: datetime) -> str:
    """Why nobody may begin, where *plan* is the one that was locked: `over`, `closed`, `changed`; empty: they may."""
    if now.date() >= study.keep_until:
        return "over"
    if study.status == "closed":
        return "closed"
    changed = study.status == "open" and plan is not None and plan.protocol != protocol_hash(study)
    return "changed" if changed else ""


def admit(study: Study, plan: Locked | None, now: datetime, use: str) -> None:
    """Raises Refused where no answer of this *use* is taken now."""
    reason = shut(study, plan, now) or ("draft" if use == "real" and study.status != "open" else "")
    if reason:
        raise Refused(reason, WHY[reason], "ask whoever runs the study")


def check(view: PlaceView, study: Study, agreed: frozenset[str], **chosen: str | None) -> None:
    """Raises Refused where nobody agreed, or *chosen* (language, channel, use, arm) is what no channel offers."""
    if "participation" not in agreed:
        raise Refused("no-consent", "nobody agreed to take part", "ask first")
    offered: dict[str, set[str | None]] = {
        "language": {*study.languages, *view.languages},
        "channel": {*CHANNELS},
        "use": {*USES},
        "arm": {None, *(each.id for each in study.arms)},
    }
    for what, value in chosen.items():
        if value not in offered[what]:
            raise Refused(what, f"the study has no such {what}", f"choose another {what}")


def asked(study: Study, agreed: frozenset[str]) -> frozenset[str]:
    """What was agreed to among what is asked."""
    return agreed & {"participation", *(name for name in FURTHER if getattr(study.consent, name))}


def due(study: Study, who: Person, now: datetime) -> bool:
    """Whether it is time for somebody's second wave."""
    later = next((wave for wave in study.waves if wave.id == "continued"), None)
    if later is None or who.first_done is None or who.state != "complete" or who.wave != "first":
        return False
    return "recontact" in who.agreed and now.date() >= who.first_done + dt.timedelta(days=later.after_days or 0)


def met(study: Study, arm: str, wave: str, agreed: frozenset[str]) -> tuple[Step, ...]:
    """What somebody in *arm* may meet. Raises Refused where the plan holds the arm no more."""
    if arm not in {each.id for each in study.arms}:
        raise Refused("changed", "the plan has changed since", "begin anew")
    background = study.consent.background is None or "background" in agreed
    return steps(study, arm, wave, background=background)


def moment(study: Study, now: datetime) -> str:
    """The time of a consent, in UTC; without codes only the day."""
    if study.mode == "anonymous":
        return now.date().isoformat()
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def duration(study: Study, seconds: float | None) -> float | None:
    """How long somebody took; None where that makes no sense, and where nothing shall lead back to them."""
    if study.mode == "anonymous" or seconds is None or not math.isfinite(seconds) or seconds < 0:
        return None
    return round(seconds, 1)


def clean(met: tuple[Step, ...], item: str, answer: Answer) -> Answer:
    """*answer* as it is kept. Raises Refused where the question is not asked, or it offers no such answer."""
    step = next((each for each in met if each.id == item), None)
    if step is None:
        raise Refused("unknown-item", "there is no such question", "go back to the questionnaire")
    if step.form == "text" and answer == (DONT_KNOW,):
        return answer  # who does not know in their own words says so without any
    sent = answer if isinstance(answer, tuple) else () if answer is None else (str(answer),)
    try:
        found = read_answer(step, sent)
    except ValueError:
        raise Refused("answer", "the question offers no such answer", "choose one that it offers") from None
    return kept_text(found) or None if isinstance(found, str) else found
