"""What the button beside a result says."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "report.open": "Report a problem",
    "report.kind": "What is wrong with this result?",
    "report.text": "In your own words, if you like",
    "report.kept": "We keep your report until {day}, under a code that only you get. Then it is deleted. "
    "Leave out names and numbers that show who you are.",
    "report.crop": "Add a part of the picture",
    "report.consent": "I agree that this part of the picture is kept with my report until {day}. "
    "Those who look into reports here can see it. I can delete it sooner with my code.",
    "report.which": "Which part?",
    "report.which.part": "A part that I choose",
    "report.which.whole": "The whole picture, made small",
    "report.which.box": "Box {n}",
    "report.across": "From left to right, in hundredths",
    "report.down": "From top to bottom, in hundredths",
    "report.preview": "Exactly this part is sent:",
    "report.crop-alt": "The part of the picture that you chose",
    "report.send": "Send the report",
    "report.error.kind": "Choose what is wrong first.",
    "report.error.too-long": "This is too long. Write at most {most} characters.",
    "report.error.no-consent": "Tick that you agree, or send the report without a part of the picture.",
    "report.error.busy": "Too much came in at once. Try again in a few minutes.",
    "report.error.closed": "We cannot keep it at the moment. Try again later.",
    "report.thanks": "Thank you. Your report has arrived.",
    "report.promise": "Somebody looks at it within {days}.",
    "report.code": "Your code",
    "report.once": "It is shown only now. With it you can see your report, read our answer, and delete both.",
    "report.where": "See or delete a report",
    "report.done": "I have noted the code",
}
