"""What is found before any rule runs and after the last: codes of findings that are no rules, each in a sentence."""

from __future__ import annotations

#: What the loader finds before any rule runs; always errors.
LOADER_CODES = {
    "yaml-syntax": "The file is not YAML: look at indentation, quotes and colons of the line and the one above.",
    "yaml-alias": "Anchors and aliases (`&`, `*`) are not supported: write the value out, or inherit it.",
    "yaml-tag": "Tags such as `!!python` are not supported: remove them.",
    "duplicate-key": "A key stands twice in one block: keep one of the two.",
    "hidden-character": "A character that readers cannot see: delete it, it can hide what a text says.",
    "not-utf8": "The file is not saved in the encoding UTF-8.",
    "file-too-large": "The file is larger than 2 MB: one service or deployment per file.",
    "file-too-complex": "The file is nested too deep or has too many parts: look for a stray bracket.",
    "empty-file": "The file holds nothing.",
    "unreadable-file": "The file cannot be opened: look at its permissions.",
    "outside-project": "The file is a link that leads out of the project: put a copy in its place.",
    "missing-file": "A file that every project needs, such as `organisation.yml`, is not there.",
    "missing-parent": "`extends:` names a suite that does not exist in `services/suites/`.",
    "extends-cycle": "Suites extend each other in a circle.",
    "bad-id": "An id or a folder name holds more than lower-case letters, digits and single hyphens.",
    "id-folder": "The id of a service or deployment differs from the name of its folder.",
    "unknown-id": "A deployment names a service that does not exist.",
    "unknown-key": "A key that this block does not have, often a slip of the pen.",
    "missing-key": "A key that this block must have is not there.",
    "unknown-value": "A value that is none of the choices.",
    "wrong-type": "A number, text, list or block stands where something else is expected.",
    "wrong-value": "A value of the right type that cannot be, such as a day that the calendar does not have.",
    "empty-value": "A key has no value: write one, or delete the line.",
    "too-long": "A text is longer than its field allows: shorten or split it.",
    "unknown-variable": "A name in braces that no `variables:` define.",
    "remove-reason": "What was inherited is removed, but nothing says why; readers are shown the reason.",
    "remove-unknown": "A removal names something that is not inherited.",
    "posted-changed": "A file of `posted/` was changed after it was frozen, or lies in the wrong place.",
    "po-syntax": "A line of a `.po` file is not what such a file holds: look at its quotes.",
    "po-language": "The header of a `.po` file names another language than its file.",
}

#: What is found on finished sheets; always errors.
LAYOUT_CODES = {
    "sign-fit": "A sign does not hold its texts at the least sizes of type: shorten them, or take a larger format.",
    "sign-letters": "A sign has letters that its typefaces cannot show.",
    "sign-scan": "The address of a sign is so long that phones cannot read its code.",
    "handout-fit": "A word on the leaflet, the slip, the card or the form is wider than its column.",
    "handout-letters": "The leaflet, the slip, the card or the form has letters that the typefaces cannot show.",
    "typeset": "A template of signs or handouts holds a fault, so that nothing of a place can be printed.",
    "pdf-ua": "A PDF lacks what people need who have it read aloud (PDF/UA-1).",
}

#: What is found by no single rule.
OTHER_CODES = {
    "allow": "An entry of `allow:` has ended, names no rule, or is not needed any more.",
    "before-in-force": "So many things nobody has done yet stand between an example and a notice in force.",
    "regimes": "A place names a regime or a rule that is not there, says too little of `law:`, or a source is old.",
}
