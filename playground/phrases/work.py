"""What is said while a picture is worked on."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "work.first": "Working on it.",
    "work.queue": "Waiting. Your place in the line: {place}.",
    "work.stop": "Stop and clear",
    "work.again": "Start again",
    "work.stopped": "You stopped it. What you brought is forgotten.",
    "work.late": "This took too long and was ended. Take a smaller picture, or a part of this one.",
    "work.busy": "Too many pictures are waiting. Try again in a minute.",
    "work.crashed": "The engine gave up on this picture and was started anew. Take another picture.",
}
