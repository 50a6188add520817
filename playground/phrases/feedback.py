"""What the pages say on which people write to a place, read what was done, and see or delete a report."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    # The box.
    "feedback.title": "Tell us",
    "feedback.lead": "What is wrong here? What is missing? What would be better?",
    "feedback.no-name": "Nobody learns who wrote this. We keep your words, the language and the day. "
    "We keep no name, no network address and no time of day.",
    "feedback.careful": "Your words can show who you are. Leave out names, numbers and stories that only you can tell.",
    "feedback.kind": "What is it about?",
    "feedback.kind.inaccurate": "A result is wrong",
    "feedback.kind.harmful": "It does harm or it hurts",
    "feedback.kind.incomplete": "Something is missing",
    "feedback.kind.unfair": "It treats people unequally",
    "feedback.kind.other": "Something else",
    "feedback.text": "In your own words",
    "feedback.text-hint": "At most {most} characters.",
    "feedback.send": "Send",
    "feedback.promise": "Somebody reads it within {days}.",
    "feedback.kept": "It is deleted {days} after it was dealt with.",
    "feedback.no-reply": "We do not know who you are, so we cannot answer you here. "
    "What we did about it stands on the page below.",
    "feedback.want-answer": "If you want an answer",
    "feedback.to-code": "See or delete a report that you sent",
    "feedback.to-notice": "Back to the notice",
    # What can go wrong.
    "feedback.not-sent": "This was not sent yet",
    "feedback.error.empty": "Write something first.",
    "feedback.error.kind": "Choose what it is about.",
    "feedback.error.too-long": "This is too long. Write at most {most} characters.",
    "feedback.error.busy": "Too much came in at once, and this was not kept. It still stands below. "
    "Try again in a few minutes.",
    "feedback.error.closed": "We cannot keep it at the moment. It still stands below. Try again later, "
    "or use one of the other ways.",
    "feedback.error.foreign": "This came from another website, so it was not kept. Write it here instead.",
    "feedback.error.form": "This form was sent in a way that we cannot read. Write it here instead.",
    # After sending.
    "feedback.thanks-title": "Thank you",
    "feedback.thanks": "Your words have arrived.",
    "feedback.again": "Write something else",
    # You said, we did.
    "feedback.answers-title": "You said, we did",
    "feedback.answers-lead": "What people told us, and what became of it.",
    "feedback.answers-none": "Nothing stands here yet.",
    "feedback.you-said": "You said",
    "feedback.we-did": "We did",
    # No such place.
    "feedback.lost-title": "There is nobody here to write to",
    "feedback.lost": "No place of this name takes messages. Maybe a letter of the address is wrong, "
    "or the place does not use this any more.",
    "feedback.lost-list": "You can write to these places",
    # See and delete a report by its code.
    "feedback.code-title": "Your report",
    "feedback.code-lead": "With the code that you were given you can see your report and delete it.",
    "feedback.code": "Your code",
    "feedback.code-hint": "Five groups of four letters. Capitals and spaces make no difference.",
    "feedback.code-show": "Show it",
    "feedback.code-delete": "Delete it for good",
    "feedback.code-unknown": "There is no report with this code. Maybe it was deleted already, "
    "or a letter of the code is wrong.",
    "feedback.code-busy": "Too many codes were tried at once. Try again in a few minutes.",
    "feedback.code-closed": "We cannot look it up at the moment. Try again later.",
    "feedback.sent-on": "Sent on {day}",
    "feedback.sent-text": "What you wrote",
    "feedback.sent-about": "Which result it is about",
    "feedback.sent-crop": "The part of your picture",
    "feedback.sent-reply": "Our answer",
    "feedback.sent-until": "It is deleted on {day} without you doing anything.",
    "feedback.state.new": "Nobody has read it yet.",
    "feedback.state.read": "Somebody has read it.",
    "feedback.state.answered": "It was answered.",
    "feedback.state.done": "It was dealt with.",
    "feedback.deleted-title": "Your report is deleted",
    "feedback.deleted": "Your words, the part of your picture and what we published about it are gone "
    "from our database for good.",
    # A request for one's rights.
    "feedback.request-title": "Your request has arrived",
    "feedback.request-due": "We answer it by {day}.",
    "feedback.request-alone": "If you gave no way to reach you, come back and ask.",
    "feedback.request-wrong": "Your request was not kept",
    "feedback.request-empty": "Say when and where it was, and what you want. Go back to try again.",
    "feedback.request-busy": "Too much came in at once. Go back and try again in a few minutes.",
    "feedback.request-closed": "We cannot keep it at the moment. Use one of the other ways.",
    "feedback.request-foreign": "It came from another website. Use the form behind the notice.",
}
