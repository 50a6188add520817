"""Fixed phrases in the reader's words: labels of the values that metadata is written in, dates and amounts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

STANCES = {
    "prohibited": "Prohibited",
    "do_not_use": "Do not use for",
    "not_suitable": "Not made for",
    "avoid": "Avoid",
    "careful": "Take care with",
    "human_oversight": "Only with a person deciding",
}
CATEGORIES = {
    "input_quality": "Quality of what goes in",
    "environment": "Surroundings",
    "language": "Language",
    "population": "Groups of people",
    "training_data": "What it was trained on",
    "behaviour": "How it behaves",
    "recency": "What is new",
    "security": "Security",
    "configuration": "Settings",
    "operational": "Running it",
}
STAGES = {
    "plan": "When planning",
    "data": "When collecting data",
    "train": "When training",
    "deploy": "Before it goes live",
    "operate": "While it runs",
}
DECISION_EFFECTS = {
    "none": "No decision about a person",
    "low": "Little hangs on it for a person",
    "high": "A right, a benefit, health or a living may hang on it",
}
OVERSIGHT = {
    "in_the_loop": "A person decides each time",
    "on_the_loop": "A person watches and can step in",
    "after_the_fact": "A person checks afterwards",
}
DATA_CATEGORIES = {
    "ordinary": "ordinary",
    "personal": "personal",
    "sensitive": "sensitive",
    "health": "health",
    "biometric": "biometric",
}
DATA_FORMS = {
    "original": "What is handed in",
    "extract": "What is read out of it",
    "template": "Template",
    "model": "Trained model",
    "label": "Labels",
    "log": "Log",
    "credential": "Access data",
}
TRAINING = {
    "no": "Not used to train models",
    "customer_only": "Trains only the customer's own model",
    "yes": "Trains models",
}
CONTROLS = {
    "view": "See it",
    "export": "Take it along",
    "delete": "Delete it",
    "shorten": "Keep it shorter",
    "opt_out": "Opt out",
}
MODES = {
    "realtime": "answers at once",
    "async": "answer is fetched later",
    "batch": "in batches",
    "edge": "on the device",
}
STATES = {"ga": "generally available", "preview": "preview", "deprecated": "being withdrawn"}
ROUTES = {"person": "A person checks it", "automatic": "It is used as it is", "reject": "It is thrown away"}
NOTICE_KINDS = {
    "upfront": "Up front",
    "on_demand": "On demand",
    "just_in_time": "Just in time",
    "continuous": "All the time",
    "on_failure": "When it fails",
    "guardian": "For guardians",
    "contributor": "For contributors",
}
CHANNELS = {
    "sign": "sign",
    "page": "page",
    "email": "e-mail",
    "app": "app",
    "form": "form",
    "dashboard": "dashboard",
    "spoken": "spoken word",
    "person": "a person",
}
RELATIONS = {
    "operator": "Works with the result",
    "deployer": "Builds or runs the system",
    "subject": "Is observed, read or judged",
    "indirect": "Is affected without being observed",
    "contributor": "Lends data to build it",
    "staff": "Works where it is used",
    "guardian": "Answers for somebody affected",
}
LIFECYCLES = {
    "active": "In use",
    "preview": "Preview",
    "legacy": "Older, and still there",
    "retiring": "Being withdrawn",
    "retired": "Withdrawn",
}
LIMITS = {
    "bytes": "File size",
    "pixels": "Picture size",
    "pages": "Pages",
    "characters": "Characters",
    "seconds": "Length",
    "items": "Number",
    "rate": "Requests",
    "angle": "Angle",
    "fps": "Pictures a second",
    "height": "Height",
    "ratio": "Ratio of the sides",
}
MEDIA = {
    "image": "Pictures",
    "document": "Documents",
    "text": "Text",
    "audio": "Sound",
    "video": "Video",
    "series": "Series of measurements",
}
FAMILIES = {
    "vision": "Vision",
    "language": "Language",
    "speech": "Speech",
    "generative": "Generative",
    "decision": "Decision",
}
LEVELS = {"organisation": "holds for all services", "suite": "holds for the whole suite"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(date: dt.date) -> str:
    """A date as a person says it: 20 November 2026."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def number(value: float) -> str:
    """A number as printed, every digit of it, thousands parted by a no-break space, without a useless `.0`."""
    exact = Decimal(int(value)) if float(value).is_integer() else Decimal(repr(value))
    parted = abs(value) >= 10_000
    return f"{exact:,f}".replace(",", "\N{NO-BREAK SPACE}" if parted else "")


def amount(value: float, unit: str) -> str:
    """A number with its unit: 1 day, 24 hours."""
    singular = unit.removesuffix("s") if value == 1 else unit
    return f"{number(value)}\N{NO-BREAK SPACE}{singular}"


def listing(words: tuple[str, ...] | list[str], last: str = "and") -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def lower_first(text: str) -> str:
    """*text* to stand inside a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """*text* to stand at the start of a sentence."""
    return text[:1].upper() + text[1:]


def lead(text: str) -> str:
    """*text* to stand in bold before a colon: a capital in front, no full stop behind."""
    return upper_first(text).rstrip(".")
