"""What the page of notices says around them."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "notice.title": "Read the notice",
    "notice.lead": "This is what people meet at a place where AI looks at them or at what they bring.",
    "notice.place": "Place",
    "notice.sign": "Sign",
    "notice.sign-alt": "The sign as it hangs there. Its words stand beside it.",
    "notice.plain": "In plain words",
    "notice.full": "Read the full notice",
    "notice.print": "The sign to print (PDF)",
    "notice.listen": "The words to read aloud",
    "notice.other-language": "This place has no notice in your language. Here it is in another one: {language}.",
    "notice.no-sign": "This place has no sign in this language.",
    "notice.unbuilt": "The notices of this project are not made yet.",
    "notice.unbuilt-help": "Run `disclose build`, then open this page again.",
    "notice.empty": "This project describes no place yet.",
    "notice.empty-help": "Run `disclose new deployment` to describe the first one.",
    "notice.unknown": "There is no such place here. Choose one of these.",
}
