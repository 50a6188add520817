"""What the page says on which text is read from pictures."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "read.title": "Read a text",
    "read.lead": "A machine reads what is written in a picture and says how sure it is of each word.",
    "read.demo": "Watch for this: {what}",
    "read.no-demo": "There is no such demonstration here. You can still try everything by hand.",
    "read.no-reader": "No reader of text is installed on this computer.",
    "read.install": "Whoever runs this page can bring one with:",
    "read.tab-worse": "Make it worse",
    "read.tab-check": "A person checks",
    "read.tab-errors": "Errors",
    "read.tab-correct": "Overrule it",
    "read.tab-hide": "Hide private data",
    "read.tab-two": "Two readers",
    "read.tab-take": "Take it along",
    "read.tab-reader": "Reader",
    "read.reader": "Reader",
    "read.language": "Language of the text",
    "read.reader-about": "{reader} {version} read this in {seconds} seconds.",
    "read.reader-missing": "Not installed here: {reader}.",
    "read.picture": "The picture with a box around each word that was read: {count}.",
    "read.text": "The text that was read",
    "read.nothing": "No text was found in this picture.",
    "read.nothing-help": (
        "That can be right, or the machine missed all of it. Make the picture less bad, or choose another language."
    ),
    # How sure.
    "read.says": "“{word}”: the machine is {sure}, {percent} of 100.",
    "read.sure": "very sure",
    "read.rather": "rather sure",
    "read.unsure": "unsure",
    "read.guess": "guessing",
    "read.legend-weak": "Dashed line with a number: less sure than the threshold, a person checks it.",
    "read.legend-wrong": "Double box, wavy line and “!”: wrong, and sure enough to slip through.",
    "read.legend-weak-wrong": "Number with “✗”: wrong, and a person checks it.",
    "read.legend-missing": "Dotted box: stands in the picture and was not read at all.",
    "read.legend-corrected": "Solid line with “✓”: a person overruled the machine.",
    "read.legend-hidden": "Filled box: hidden.",
    "read.there": "Really there: “{there}”.",
    "read.not-there": "Nothing is written there.",
    "read.missed": "Not read",
    # A person checks.
    "read.threshold": "Words below this go to a person",
    "read.threshold-about": (
        "How sure the machine must be, from 0 to 100, so that nobody looks. How sure it says it is need not be how "
        "often it is right."
    ),
    "read.checks": "A person checks {below} of {words} words. Without anybody looking pass: {above}.",
    "read.checks-list": "Words that a person checks: {count}",
    "read.slips": "Wrong words among those that pass: {wrong}. Nobody looks at them, so they slip through.",
    "read.slips-none": "None of the words that pass is wrong in this picture. In another one it can be.",
    "read.slips-missed": "Words that were not read at all: {missed}. No threshold sends those to anybody.",
    "read.slips-unknown": (
        "How many wrong words slip through cannot be said: nobody wrote down what really stands in your picture."
    ),
    # Errors.
    "read.errors": "Errors: {errors}, where {there} words really stand. That is {percent} for every 100 words.",
    "read.errors-kinds": "Misread: {misread}. Missed: {missed}. Made up: {invented}.",
    "read.errors-characters": "Wrong, missing and extra letters: {errors}, or {percent} for every 100 that are there.",
    "read.errors-none": "No errors in this picture as it is now. Words that really stand there: {there}.",
    "read.errors-unknown": "Errors can be counted for samples only: for these it was written down what stands there.",
    # Overrule.
    "read.overrule": "A person overrules the machine. Nothing that it says is final.",
    "read.word": "Word",
    "read.correction": "What really stands there",
    "read.undo": "Undo all corrections",
    "read.overruled": "A person overrules the machine. Words that a person wrote: {count}.",
    "read.effect": "Errors before: {before}. After a person looked: {after}.",
    "read.effect-unknown": "The text, the downloads and what is hidden follow the person.",
    "read.says-corrected": "A person wrote “{word}” in place of “{was}”.",
    # Hide.
    "read.hide": "Hide e-mail addresses, telephone, card and account numbers",
    "read.hide-found": "Found and hidden: {count}",
    "read.hide-none": "None of these was found. That does not mean that none is there.",
    "read.kind.e-mail": "E-mail address",
    "read.kind.telephone": "Telephone number",
    "read.kind.card": "Card number",
    "read.kind.account": "Account number",
    "read.hide-left": "Long numbers that stay readable, since they fit none of these: {count}",
    "read.hide-misses": "What this misses",
    "read.misses.misread": (
        "Whatever was misread. One wrong digit breaks the check of a card or an account, and one wrong letter an "
        "address."
    ),
    "read.misses.not-read": "Whatever was not read: handwriting, stamps, small print, words in another language.",
    "read.misses.kinds": "Names, streets, dates of birth, signatures, faces, numbers of customers and files.",
    "read.misses.lines": "What is broken over two lines, and telephone numbers without their area code.",
    "read.misses.rest": "Other words can still tell who it is. A person has to look before anything is passed on.",
    "read.says-hidden": "Hidden: {kind}.",
    # Two readers.
    "read.second": "Compare with",
    "read.no-second": "Only one reader is installed here, so there is nothing to compare with.",
    "read.differ": "Words in which the two differ: {count}, of {words}.",
    "read.same": "Both read the same, word by word. They can still both be wrong.",
    "read.second-errors": "Errors: {errors}, where {there} words really stand.",
    # Take along.
    "read.take-about": "What was read leaves this page only if you take it. Corrections and hidden words are in it.",
    "read.take-text": "Text",
    "read.take-json": "JSON",
    "read.take-hocr": "hOCR",
    "read.take-hocr-about": "JSON and hOCR also hold the place of each word and how sure the machine was.",
}
