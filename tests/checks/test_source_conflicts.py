"""Eighteen slips of public documents: each is reported by a rule, or has no place in the structure.

The slips were found in the public notes of 27 services (Microsoft, 2019 to 2026) and in the pages they link. Each test
repeats one of them in our metadata.
"""

from __future__ import annotations

import pytest
from projects import views
from reading import of_page, words
from samples import MINIMAL, ORGANISATION, data, item
from trees import laid_over

from toolkit.load import load
from toolkit.paths import Project
from toolkit.render import note
from toolkit.render.environment import Templates


@pytest.fixture
def page_of(write_tree):
    """The note of the smallest service with a fragment laid over it, as text."""

    def render(fragment="", id="example", **files):
        service = laid_over(MINIMAL, fragment).replace('"id": "example"', f'"id": "{id}"', 1)
        root = write_tree({"services/organisation.yml": ORGANISATION, f"services/{id}/service.yml": service, **files})
        seen = views(Project(root.resolve()))[id]
        return words(of_page(next(iter(note.write(seen, Templates()))).data))

    return render


@pytest.fixture
def refused(write_tree):
    """Rules and messages of what the loader refuses in the smallest service with a fragment laid over it."""

    def refuse(fragment):
        files = {
            "services/organisation.yml": ORGANISATION,
            "services/example/service.yml": laid_over(MINIMAL, fragment),
        }
        return [(finding.rule, finding.message) for finding in load(Project(write_tree(files).resolve())).findings]

    return refuse


def test_01_handwriting_in_one_language_or_in_nine(said):
    """vision-ocr: English only in the note, nine languages in the product pages."""
    fragment = """\
identity: {versions: [{id: "3.2", kind: api, status: current}]}
inputs: [{id: form, medium: document, languages: {handwritten: 9}}]
limitations: [{id: hand, category: language, condition: The form is in handwriting., effect: English only.}]
"""
    assert said("language-support", fragment) == [
        "nothing says for which version the languages hold",
        "nothing says on which day the languages were true",
        "the text says 'English only', but the inputs name several languages",
    ]


def test_02_a_worked_example_that_does_not_add_up(said):
    """vision-ocr: 13 words and 38 percent are printed where 14 words and 35.7 percent are right."""
    fragment = """\
metrics:
  - id: word-error-rate
    worked_example: {reference: one two three four, output: one two tree four, value: 33, unit: percent}
"""
    assert said("formulas", fragment) == ["the worked example of word-error-rate says 33, computed 25.0"]


def test_03_a_low_threshold_for_more_review(said):
    """vision-ocr: the scenario lowers the cut for more review, although only what is below it goes to people."""
    fragment = """\
confidence:
  exists: true
  routing: [{when: below, value: 0.8, to: person}, {when: above, value: 0.8, to: automatic}]
tradeoffs:
  - {id: labels, scenario: Medical labels., threshold: lower, fallback: More labels go to human review.}
  - {id: names, scenario: Names of drugs., threshold: lower, favour_metric: precision}
  - {id: search, scenario: An archive., threshold: lower, favour_metric: recall, fallback: A person reads the rest.}
"""
    assert said("review-direction", fragment) == [
        "results below the threshold go to a person, so to lower it sends fewer of them there",
        "to lower the threshold is no way to favour precision",
    ]


def test_04_two_sizes_of_file(said):
    """vision-image-analysis: 4 MB on one page, 20 MB on the other, without a version."""
    limits = "{what: bytes, max: 4, unit: MB%s}, {what: bytes, max: 20, unit: MB%s}"
    fragment = f"inputs: [{{id: picture, medium: image, limits: [{limits}]}}]"
    assert said("units", fragment % ("", "")) == ["`max` for file size is 20 here and 4 MB above"]
    assert said("units", fragment % (', version: "3.2"', ', version: "4.0"')) == []


def test_05_attributes_that_are_denied_and_given(said):
    """vision-image-analysis: the note denies attributes of faces, the overview returns gender and age."""
    fragment = """\
outputs: [{id: traits, name: Gender and age, meaning: A guess for each face.}]
disclosure: {not_collected: ["No age, gender or mood is guessed."]}
"""
    assert said("denied-and-given", fragment) == [
        "the text denies 'age', but it is among the outputs",
        "the text denies 'gender', but it is among the outputs",
    ]


def test_06_links_that_lead_nowhere(said):
    """vision-image-analysis: the guide links pages by names that they do not have. A text holds no link at all, and
    what leads to another service is an id that must exist.
    """
    typed = 'summary: {introduction: "Read the [guide](imageanalysis-guidance.md)."}'
    assert len(said("unsafe-text", typed)) == 1
    fragment = """\
uses:
  considerations: [{id: a, stance: avoid, use: Reading faces., reason: It errs., alternative: imageanalysis}]
"""
    assert said("dead-link", fragment) == ["there is no service called `imageanalysis`"]


def test_07_a_placeholder_that_nobody_filled(said):
    """vision-face: a bracket to insert the purpose stands in the table of terms."""
    fragment = "terms: [{term: Enrolment, meaning: 'Taking a picture for [insert purpose].'}]"
    assert len(said("leftovers", fragment)) == 1


def test_08_the_limits_of_another_feature(said):
    """vision-spatial-analysis: what is said of the video search names the image search."""
    fragment = """\
features:
  - {id: video-retrieval, name: Video Retrieval, behaviour: It finds scenes.}
  - {id: image-retrieval, name: Image Retrieval, behaviour: It finds pictures.}
limitations:
  - {id: night, feature: video-retrieval, category: environment, condition: It is dark., effect: Image Retrieval fails.}
"""
    assert said("other-feature", fragment) == [
        "this is said of `video-retrieval`, but the text names 'Image Retrieval'"
    ]


def test_09_an_end_that_the_note_keeps_quiet_about(said, page_of):
    """vision-spatial-analysis: retired in March 2025, and the note does not say so. Here the day makes the banner."""
    assert said("lifecycle", "identity: {lifecycle: {status: active, retires_on: 2025-03-30}}") == [
        "the service ended on 30 March 2025"
    ]
    page = page_of("identity: {lifecycle: {status: retired, retires_on: 2025-03-30}}")
    assert "Form reader was withdrawn on 30 March 2025." in page


@pytest.mark.parametrize(
    "text", ["It reads forms. <!-- editors, shorten this -->", "Do not provide legal advice here.", "TODO ask legal."]
)
def test_10_notes_between_authors(text, said):
    """custom-vision: comments of editors, and an instruction to authors that readers get to see."""
    assert said("leftovers", f"summary: {{introduction: '{text}'}}") != []


def test_11_two_accounts_of_one_evaluation(said, refused):
    """custom-vision: tested on the training pictures in one passage, on others in the next. A metric has one record,
    and its figures stand with the conditions they were found under.
    """
    fragment = """\
metrics:
  - {id: precision, use: Tested on the pictures it was trained on.}
  - {id: precision, use: Tested on pictures that were set aside.}
"""
    assert said("duplicate-id", fragment) == ["two entries of `metrics` are called `precision`"]
    figure = "metrics: [{id: precision, reported: [{value: 90, unit: percent}]}]"
    assert [rule for rule, _ in refused(figure)] == ["missing-key"]


def test_12_precision_with_the_words_of_recall(said):
    """language-custom-text-classification: precision is defined with the text of recall."""
    fragment = "metrics: [{id: precision, use: 'Of all that is really there, the share that the system found.'}]"
    assert said("catalogue", fragment) == ["`use` of `precision` repeats what the catalogue says of `recall`"]


def test_13_english_only_beside_many_languages(said):
    """language-pii: English text only in one note, many languages in another. Languages are data with a version."""
    twice = """\
identity: {versions: [{id: "2025", kind: model, status: current}]}
inputs:
  - {id: text, medium: text, languages: {printed: 1, version: "2025", as_of: 2025-11-05}}
  - {id: chat, medium: text, languages: {printed: 79, version: "2025", as_of: 2025-11-05}}
"""
    assert said("language-support", twice) == ["79 printed languages here and 1 above, for the same version"]


def test_14_two_variants_of_one_pattern(refused, page_of):
    """speech-custom-neural-voice: a page on voices opens with an avatar, and a rule says gaining where the other says
    gating. A pattern has one text, in the catalogue; a service names its id and can write no other.
    """
    notice = "{id: talk, kind: upfront, channel: app, audience: [callers], moment: Before it speaks., patterns: %s}"
    people = "people: [{id: callers, role: Callers, relation: subject}]\n"
    documents = "identity: {documents: [{kind: disclosure-design-patterns}]}\n"
    fragment = f"{people}{documents}disclosure: {{notices: [{notice}]}}"
    pages = [page_of(fragment % "[parental-disclosure]", id=id) for id in ("voice", "avatar")]
    texts = [page[page.index("Notice to parents") :].split("About this document")[0] for page in pages]
    assert texts[0] == texts[1]
    assert [rule for rule, _ in refused(fragment % "[{id: parental-disclosure, use: Gaining.}]")] != []


def test_15_a_rule_that_is_only_a_picture(said):
    """speech-custom-neural-voice: what makes the level high or low is only drawn. Here the context is data."""
    drawn = "disclosure: {level: {value: low, rationale: See the picture.}}"
    assert said("disclosure-level", drawn) == ["nothing says from what the level of disclosure follows"]
    fragment = drawn.replace("See the picture.", "A voice., assessment: {persona: known_person, exposure: low}")
    assert said("disclosure-level", fragment) == ["the level is `low`, but the persona is made after a known person"]


def test_16_three_names_of_one_suite(said):
    """The suite has another name in pages of different age. Old names are aliases, and a text that uses one is found."""
    fragment = """\
# services/suites/cloud.yml
schema_version: "1.0"
id: cloud
name: Foundry Tools
description: Services in the cloud.
aliases: [{name: Cognitive Services}, {name: Azure AI services}]
variables: {suite: Foundry Tools}
# services/example/service.yml
extends: suites/cloud.yml
summary: {introduction: "It is one of the Cognitive Services, now {suite}."}
"""
    assert said("old-names", fragment) == ["'Cognitive Services' is an old name of 'Foundry Tools'"]


def test_17_a_setting_without_a_default(said):
    """personalizer: kept until cleared or for seven days, if no number is set."""
    assert said("retention", data(item("kind: configurable"))) != []
    assert said("retention", data(item("kind: configurable, default: {value: 7, unit: days}"))) == []


def test_18_nothing_is_stored_and_seven_days(said):
    """anomaly-detector: said to store no data, yet results stay for seven days."""
    fragment = """\
summary: {introduction: It looks for odd points. No customer data is stored.}
data:
  items:
    - {id: results, name: Results, category: ordinary, purpose: To fetch them.,
       retention: {kind: duration, value: 7, unit: days}}
"""
    assert said("retention-conflict", fragment) == ["the text says 'No customer data is stored', but 'Results' is kept"]
