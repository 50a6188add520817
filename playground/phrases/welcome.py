"""What the first page says."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "welcome.title": "See for yourself what AI gets wrong",
    "welcome.what": "Here a machine reads text and names what is in pictures, on this computer and nowhere else.",
    "welcome.limits": "Every limit that a note states can be watched as it happens.",
    "welcome.yours": "Pictures that you bring stay in memory and are never stored.",
    "welcome.before": "A machine read: {text}",
    "welcome.after": "The same, out of focus. It read: {text}",
    "welcome.nothing": "nothing",
    "welcome.try": "Just try",
    "welcome.try-about": "Take a sample or a picture of your own.",
    "welcome.service": "A service",
    "welcome.service-about": "Choose one and watch its limits.",
    "welcome.all-services": "All services and their notes",
    "welcome.place": "A place",
    "welcome.place-about": "See its sign and read its notice.",
    "welcome.no-place": "This project describes no place yet.",
    "welcome.no-service": "No service of this project has a demonstration yet.",
}
