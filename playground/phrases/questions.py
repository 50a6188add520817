"""What the study says in the playground alone, besides the phrases of `study`: how to keep one's place there."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "questions.reload": "If you load this page anew, choose another language or close it, it forgets who you are. "
    "Then go on with your code.",
    "questions.other-language": "The questions are not there in your language. Here they are in another one: "
    "{language}.",
    "questions.task-back": "When you have tried it, come back by the link “{page}” at the top.",
    "questions.plain": "The same questions as plain pages: better with a screen reader, and without scripts",
    "questions.window": "It opens in a new window. Your place here is kept.",
}
