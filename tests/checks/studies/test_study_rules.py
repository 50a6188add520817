"""What each rule for studies finds, beyond the examples of its documentation: severity in a draft and once it is open."""

from __future__ import annotations

import datetime as dt

import pytest

from toolkit.checks import STUDY_RULES, check_study, run

ERROR, WARNING = ("error", "error"), ("warning", "warning")
ONCE_OPEN = ("warning", "error")
HOW_LONG = "{id: how-long, knows: One day., tests: items.retention, told_by: statements.kept}"
CHOICE = "id: kept, kind: understanding, form: choice, point: how-long, prompt: How long?"
OPTIONS = "{id: day, text: One day, correct: true}, {id: month, text: A month}, {id: year, text: A year}"
AGE = (
    "{id: age, kind: background, form: choice, prompt: How old are you?, options: [{id: a, text: A}, {id: b, text: B}]}"
)
SEEN = "{id: seen, kind: awareness, form: choice, prompt: Seen?, options: [{id: a, text: A}, {id: b, text: B}]}"


def ask(*questions: str) -> str:
    return f"questions: [{', '.join(questions)}]"


CASES = [
    ("study-ids", f"points: [{HOW_LONG}, {HOW_LONG}]", ERROR, "the id `how-long` is used twice here"),
    ("study-ids", ask("{id: notice, kind: awareness, form: text, prompt: A?}"), ERROR, "the toolkit uses the id `notice` itself"),
    (
        "study-ids",
        ask("{id: seen, kind: awareness, form: choice, prompt: A?, options: [{id: dont-know, text: B}, {id: c, text: C}]}"),
        ERROR,
        "the toolkit uses the id `dont-know` itself",
    ),
    ("study-traced", f"points: [{HOW_LONG.replace('statements.kept', 'statements.gone')}]", ERROR, "no sign and no notice holds `statements.gone`"),
    ("study-traced", f"points: [{HOW_LONG.replace('statements.kept', 'items.protection')}]", WARNING, "no arm is shown `items.protection`, so nobody can know it"),
    ("study-points", ask(f"{{{CHOICE.replace('how-long', 'how-often')}, options: [{OPTIONS}]}}"), ERROR, "there is no point called `how-often`"),
    ("study-points", ask(f"{{{CHOICE.replace('point: how-long, ', '')}, options: [{OPTIONS}]}}"), ERROR, "`kept` asks what people understood, and belongs to no point"),
    ("study-points", "points: []\nquestions: []", ERROR, "nothing is named that people should know"),
    ("study-answers", ask(f"{{{CHOICE}, options: [{OPTIONS}, {{id: hours, text: 24 hours, correct: true}}]}}"), ERROR, "a choice has one right option, and `kept` has 2: day, hours"),
    ("study-answers", ask(f"{{{CHOICE.replace('choice', 'multiple')}, options: [{{id: a, text: A, correct: true}}, {{id: b, text: B, correct: true}}]}}"), ERROR, "every option of `kept` is right"),
    ("study-answers", ask(f"{{{CHOICE}, options: [{{id: a, text: A, correct: true}}, {{id: b, text: B}}]}}"), WARNING, "`kept` has 2 options, so half of those who guess are right"),
    ("study-answers", ask(f"{{{CHOICE.replace('choice', 'text')}}}"), ERROR, "nothing says what coders count as right for `kept`"),
    ("study-answers", ask(f"{{{CHOICE.replace('choice', 'scale')}}}"), ERROR, "a scale has no right answer"),
    ("study-answers", ask(f"{{{CHOICE.replace('choice', 'text')}, accept: One day, options: [{OPTIONS}]}}"), ERROR, "`kept` has options, and nobody can choose one on a text"),
    ("study-answers", ask(f"{{{CHOICE}, options: [{OPTIONS.replace('correct: true', 'correct: true, critical: true')}]}}"), ERROR, "`day` is right, and a belief that misleads"),
    ("study-answers", ask(SEEN.replace("text: A", "text: A, correct: true")), ERROR, "`seen` has a right or misleading option, and only understanding is scored"),
    ("study-answers", "coders: 1", WARNING, "nobody can tell how far coders agree where there is one"),
    ("study-wording", ask("{id: a, kind: awareness, form: text, prompt: Did you see a sign? What is it for?}"), WARNING, "`a` asks two things at once"),
    ("study-wording", ask("{id: a, kind: awareness, form: text, prompt: What is it for and who runs it?}"), WARNING, "`a` asks two things at once"),
    ("study-wording", ask("{id: a, kind: satisfaction, form: scale, prompt: How clear and how helpful is it?}"), WARNING, "`a` asks two things at once"),
    ("study-wording", ask("{id: a, kind: awareness, form: text, prompt: Of course you saw the sign. Where?}"), WARNING, "`Of course` tells people what to answer"),
    ("study-skips", ask(SEEN.replace("prompt", "when: {question: sen, answered: a}, prompt")), ERROR, "there is no question called `sen`"),
    ("study-skips", ask(SEEN.replace("prompt", "when: {question: seen, answered: a}, prompt")), ERROR, "`when` runs in a circle: seen > seen"),
    (
        "study-skips",
        ask(SEEN.replace("prompt", "when: {question: fine, answered: a}, prompt"), "{id: fine, kind: satisfaction, form: choice, prompt: Fine?, options: [{id: a, text: A}]}"),
        ERROR,
        "`fine` is asked later than `seen`, so nobody meets this one",
    ),
    (
        "study-skips",
        ask("{id: words, kind: awareness, form: text, prompt: Words?}", SEEN.replace("prompt", "when: {question: words, answered: a}, prompt")),
        ERROR,
        "`words` has no options to depend on",
    ),
    (
        "study-skips",
        "waves: [{id: first}, {id: continued, after_days: 9}]\n" + ask(SEEN, f"{{{CHOICE}, when: {{question: seen, answered: a}}, options: [{OPTIONS}]}}"),
        WARNING,
        "`seen` is asked the first time only, so `kept` is missing in the second wave",
    ),
    ("study-waves", "consent: {recontact: Again?}", WARNING, "people are asked for a second wave, and there is none"),
    ("study-waves", "waves: [{id: continued, after_days: 9}]\nconsent: {recontact: Again?}\nquestions: []", ERROR, "there is no wave `first`"),
    ("study-waves", "waves: [{id: first}, {id: continued}]\nconsent: {recontact: Again?}\nquestions: []", ERROR, "nothing says after how many days people are asked again"),
    ("study-waves", "mode: anonymous\nwaves: [{id: first}, {id: continued, after_days: 9}]\nconsent: {recontact: Again?}\nquestions: []", ERROR, "in an anonymous study nobody has a code, so nobody can answer a second time"),
    ("study-waves", "waves: [{id: first}, {id: continued, after_days: 9}]\nconsent: {recontact: Again?}", ONCE_OPEN, "`kept` is asked in the same words the second time"),
    ("study-consent", "consent: {text: We ask you about a sign.}", ONCE_OPEN, "nothing tells people that they may stop"),
    ("study-consent", "consent: {background: May we ask?}", WARNING, "people are asked for questions about themselves, and there are none"),
    ("study-consent", "consent: {quotes: May we print it?}\nquestions: []", WARNING, "people are asked for words of theirs, and no question is open"),
    ("study-consent", "consent: {background: May we ask?}\n" + ask(AGE), ONCE_OPEN, "nobody can say that they would rather not answer `age`"),
    ("study-consent", ask(SEEN.replace("form:", "sensitive: true, form:")), ERROR, "`seen` asks for what law protects, among other questions"),
    ("study-anonymous", "consent: {quotes: May we print it anonymously?}", ERROR, "en: `anonymously`, but with a code answers can be found again"),
    ("study-people", "recruitment: {participants: {min: 20, max: 12}}", ERROR, "at least 20 people and at most 12"),
    ("study-people", "recruitment: {participants: {min: 6, max: 12}}", WARNING, "6 people are planned at the least; below 10 it is not a study result"),
    ("study-people", "recruitment: {reach: [visitor]}", ERROR, "the place has no group of people called `visitor`"),
    ("study-people", "recruitment: {reach: []}", WARNING, "no group of the people affected is named"),
    ("study-people", "recruitment: {include: [disabled]}", WARNING, "nobody sets out to reach marginalised people or service workers"),
    ("study-days", "keep_until: 2026-11-20\nconsent: {freeze: 2026-11-20}", ONCE_OPEN, "withdrawals count until 20 November 2026, which is past"),
    ("study-arms", "arms: [{id: a, shows: sign, exposure: {form: print}}]", ERROR, "the arm `a` shows a sign, and does not say which"),
    ("study-arms", "arms: [{id: a, sign: desk-sign, exposure: {form: print}}]", ERROR, "the arm `a` names a sign, and shows none"),
    ("study-arms", "arms: [{id: a, shows: nothing, exposure: {form: print}}]", ERROR, "nobody is shown the notice"),
    ("study-arms", "arms: [{id: a, exposure: {form: wall}}]", WARNING, "nothing says from how far people in `a` read what hangs there"),
    ("study-arms", "usability: true", WARNING, "the ten statements on usability follow a task, and there is none"),
    ("study-arms", "criterion: {name: own, share: 0.7}", ONCE_OPEN, "nothing says who set this target, and why"),
    ("study-arms", "criterion: {name: ansi, share: 0.8}", ERROR, "ansi is known for a share of 0.85, and this is 0.8"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "fragment", "severities", "message"), CASES, ids=[case[3] for case in CASES])
def test_found(judged, rule, fragment, severities, message):
    assert (*severities, message) in judged(rule, fragment)


def test_what_is_not_recorded_has_a_belief_that_misleads(judged):
    """The question about it flags one."""
    top = "not_collected: [Your face]\n"
    points = f"points: [{HOW_LONG.replace('items.retention', 'not_collected')}]\n"
    question = ask(f"{{{CHOICE}, options: [{OPTIONS}]}}")
    assert judged("study-answers", points + question, top=top) == [
        (*ONCE_OPEN, "`kept` asks what is not recorded, and no option is `critical`")
    ]
    critical = question.replace("text: A year", "text: A year, critical: true")
    assert judged("study-answers", points + critical, top=top) == []


ENTRY = 'msgctxt "study.consent.text"\nmsgid "You may stop after 3 days."\nmsgstr "{}"\n'
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("es", "Respuestas anónimas por 3 días.", "anónimas"),
        ("fr", "Réponses anonymes pendant 3 jours.", "anonymes"),
        ("de", "Antworten sind 3 Tage anonym.", "anonym"),
        ("ar", "الإجابات مجهولة 3 أيام.", "مجهول"),
        ("hi", "उत्तर 3 दिन गुमनाम हैं।", "गुमनाम"),
        ("zh-Hans", "回答匿名保存3天。", "匿名"),
    ],
)
def test_anonymous_in_every_language(study_of, language, text, word):
    """The word is found in translations, where it stands."""
    more = {f"deployments/desk/locale/study/{language}.po": HEAD + ENTRY.format(text)}
    seen = study_of(
        f"languages: [en, {language}]\nconsent: {{text: You may stop after 3 days.}}",
        top=f"languages: [en, {language}]\n",
        more=more,
    )
    (finding,) = (found for _, found in run(STUDY_RULES["study-anonymous"], seen, "open"))
    assert finding.message == f"{language}: `{word}`, but with a code answers can be found again"
    assert finding.place[:2] == (f"deployments/desk/locale/study/{language}.po", 6)
    assert finding.severity == "error"


def test_a_language_that_nobody_looks_at(judged):
    """A warning says so."""
    found = judged("study-anonymous", "languages: [en, pt]", top="languages: [en, pt]\n")
    assert found == [(*WARNING, "pt: whether the consent calls answers anonymous is not looked for")]
    assert (
        judged("study-anonymous", "mode: anonymous\nconsent: {text: Your answers are anonymous. You may stop.}") == []
    )


def test_translations(judged):
    """What is missing, old or has other figures is an error once the study is open; what nobody reviewed is told then."""
    text = HEAD + ENTRY.format("Nach 5 Tagen dürfen Sie aufhören.")
    text += 'msgctxt "study.purpose"\nmsgid "To find out."\nmsgstr "Um es herauszufinden."\n'
    fragment = "languages: [en, de, fr]\nconsent: {text: You may stop after 3 days.}"
    found = judged(
        "study-translation", fragment, top="languages: [en, de]\n", more={"deployments/desk/locale/study/de.po": text}
    )
    assert found == [
        (*ONCE_OPEN, "de: 10 of 12 sentences of the study are not translated"),
        (*ONCE_OPEN, "de: 1 of 12 sentences of the study are translated from an older source"),
        (*WARNING, "de: 1 of 12 sentences of the study are not reviewed by a speaker"),
        (*ONCE_OPEN, "de: the source says 3 days, the translation 5 days"),
        (*ONCE_OPEN, "the place has no notice in fr, so nobody can be shown it"),
        (*ONCE_OPEN, "fr: 12 of 12 sentences of the study are not translated"),
    ]


def test_accepted_and_firm(study_of):
    """What the owners accept is not told; what people agree to cannot be accepted."""
    allow = "allow: [{rule: study-items, reason: Asked later., until: 2027-01-31}, {rule: study-days, reason: No., until: 2027-01-31}]"
    found = [(each.rule, each.message) for each in check_study(study_of(allow))]
    assert found == [("allow", "findings of `study-days` cannot be accepted")]


def test_a_closed_study_only_warns(study_of):
    """Its days are past, and nobody is asked any more."""
    found = check_study(study_of("status: closed\ncriterion: {name: ansi, share: 0.8}", today=dt.date(2028, 1, 1)))
    assert {(each.rule, each.severity) for each in found} == {("study-items", "warning"), ("study-arms", "warning")}
