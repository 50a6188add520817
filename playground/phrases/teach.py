"""What the page says on which a classifier is taught."""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "teach.lead": "Show a small program which picture has which tag. It learns in seconds, and you see where it fails.",
    "teach.steps": "Steps",
    "teach.step-teach": "1. Teach",
    "teach.step-test": "2. Its mistakes",
    "teach.step-try": "3. Try a picture",
    "teach.step-cover": "4. Cover a part",
    "teach.step-else": "5. Something else",
    "teach.from": "What it learns from",
    "teach.samples": "Samples: brick, grass, gravel",
    "teach.own": "My own pictures",
    "teach.half-teaches": "teaches",
    "teach.half-tests": "tests",
    "teach.samples-about": (
        "Each photograph is cut into 64 pieces. The left halves teach. The right halves are kept back for the test."
    ),
    "teach.samples-caution": (
        "Three photographs, so a demonstration: it says nothing about other walls, lawns and paths."
    ),
    "teach.go": "Teach it",
    "teach.learned-samples": "It has learned three tags from {count} pieces of three photographs.",
    "teach.learned-own": "It has learned the tags {tags} from {count} pictures.",
    "teach.next": "See its mistakes",
    "teach.doubts": "What is doubtful about these pictures",
    "teach.nothing-yet": "It has learned nothing yet.",
    "teach.nothing-help": "Go to step 1 and press “Teach it”. With the samples that takes a few seconds.",
    "teach.to-start": "To step 1",
    "teach.tag": "Tag",
    "teach.add-tag": "Add a tag",
    "teach.tag-new": "Tag {number}",
    "teach.tag-count": "{tag} ({count})",
    "teach.name": "Name of this tag",
    "teach.pictures": "Pictures with this tag",
    "teach.pictures-help": "Two to twenty pictures. Photographs and scans up to 5 MB each.",
    "teach.may": "Use only pictures you may use. Are other people in them? Then ask them first.",
    "teach.private": (
        "Your pictures stay in the memory of this server until you close the page. They are not stored and not passed"
        " on."
    ),
    "teach.forget": "Clear my pictures",
    "teach.twenty": "A tag has room for twenty pictures. The others were left out.",
    "teach.missing-pictures": "“{tag}” needs two pictures at least and has {count}.",
    "teach.missing-name": "A tag has no name.",
    "teach.same-name": "Two tags have the same name.",
    "teach.with-mask": "What your mask covers is blanked in all pictures before it learns.",
    "teach.concern-one-photograph": "A tag has one photograph only, so nothing can be said about others.",
    "teach.concern-too-few": "A tag has fewer than 5 photographs. That is too few to learn from.",
    "teach.concern-few": "A tag has fewer than 50 photographs. With so few, chance plays a part.",
    "teach.concern-unbalanced": (
        "One tag has more than twice as many photographs as another. It will be given too often."
    ),
    "teach.concern-duplicate": "The same picture is there more than once. It counts once.",
    "teach.concern-two-tags": "The same picture has two tags. Take it out of one of them.",
    "teach.concern-near-identical": (
        "Some pictures are nearly the same, so the test is too easy and its figures are too good."
    ),
    "teach.concern-same-photographs": "One half of each photograph taught, the other half tests. That is an easy test.",
    "teach.concern-not-a-picture": "Some files were no pictures.",
    "teach.concern-uncalibrated": (
        "There are too few pictures to check the scores. Read them as an order and not as a chance."
    ),
    "teach.worse": "Make the test pictures less sharp: 0 is as they are, 5 is far out of focus",
    "teach.test-lead": (
        "These pieces were kept back, so it has never seen them. A row holds pieces of one kind. Each box says what it "
        "called them."
    ),
    "teach.test-lead-own": (
        "Each picture was kept back once, and a program that had not seen it was asked. A row holds pictures of one "
        "tag. Each box says what they were called."
    ),
    "teach.is": "What it is",
    "teach.called": "called {tag}",
    "teach.was": "{tag}",
    "teach.none": "none",
    "teach.right": "right",
    "teach.wrong": "wrong",
    "teach.and-more": "and {count} more",
    "teach.recall": "Of {of} pictures of {tag}, it called {right} by that name.",
    "teach.precision": "Of {of} pictures that it called {tag}, {right} were that.",
    "teach.never-given": "It called no picture {tag}.",
    "teach.interval": (
        "With so few pictures, the true share of {tag} that it finds can lie anywhere between {low} and {high} in 100."
    ),
    "teach.sharp-only": (
        "It learned from sharp pictures only. Nothing warned anybody when the pictures got worse: it went on answering."
    ),
    "teach.all-right": "No mistakes. Make the pictures less sharp and watch.",
    "teach.try-lead": "A picture that it has not seen.",
    "teach.tried-alt": "The picture that you chose",
    "teach.says": "It says {tag}, with a score of {score}.",
    "teach.had-to": "It had to choose one of its tags: {tags}.",
    "teach.calibrated": (
        "The scores add up to 1. Among pieces like those it was tested on, a score is about the share of right "
        "answers. For other pictures it means nothing of the kind."
    ),
    "teach.not-calibrated": "The scores add up to 1. They are an order, not the chance that the answer is right.",
    "teach.cover-lead": (
        "Draw a mask. What it covers is blanked before the program looks, and it stays blanked for every picture."
    ),
    "teach.cover-picture": "Picture",
    "teach.across": "From left to right",
    "teach.down": "From top to bottom",
    "teach.add-rectangle": "Add a rectangle",
    "teach.remove-rectangle": "Take away rectangle {number}",
    "teach.which-rectangle": "Rectangle",
    "teach.masked-alt": "The picture with the mask: what is covered is flat grey",
    "teach.nothing-covered": "The mask covers nothing. Pull the ends of both sliders apart.",
    "teach.gone": "Gone: {share} of 100 parts of the picture are one flat grey.",
    "teach.gone-change": "Without the mask it says {before} for {tag}, with it {after}. The difference is {change}.",
    "teach.gone-proof": (
        "The proof: we turned every covered pixel into its opposite, then replaced it by noise. The score of {tag} "
        "stayed at {after} each time, to the last digit."
    ),
    "teach.not-gone": "Something of what is covered still has an effect. Please report this.",
    "teach.proof-original": "as it is",
    "teach.proof-opposite": "opposite under the mask",
    "teach.proof-noise": "noise under the mask",
    "teach.mask-again": "Teach it again behind this mask",
    "teach.mask-learned": "It learned behind this very mask: it has never seen what is covered, in any picture.",
    "teach.picture-of": "{number}: {tag}",
    "teach.mask-samples": "The sample program learned without a mask. Your own pictures can teach behind one.",
    "teach.else-lead": "It has never seen anything like these. It answers all the same.",
    "teach.else-why": (
        "Why: it knows only {tags}. It has no tag for “something else”, and its scores always add up to 1, so one of "
        "its tags wins, whatever you show."
    ),
    "teach.else-means": "A high score means “more like {tag} than like the others”. It does not mean “this is {tag}”.",
    "teach.else-help": (
        "What helps: a tag “other” with many different pictures helps a little. A person who looks helps more."
    ),
}
