"""Texts to send before something new starts and with a booking."""

from __future__ import annotations

from notices import seen, translated

from toolkit.render import message

MAIL = (
    "notices: [{id: ahead, kind: upfront, channel: email, audience: visitors, moment: Before., text: We read forms.}]\n"
)


def test_email_has_subject_facts_choices_and_ways_to_ask(tmp_path):
    """The whole text, as it is sent."""
    text = "\n".join(message.email(seen(tmp_path, MAIL).wording("en")))

    assert text.split("\n") == [
        "Subject: How AI is used here: The front desk",
        "",
        "Example: nobody has verified this yet.",
        "",
        "We read forms.",
        "",
        "- Not recorded: Your face and voice.",
        "- Kept 24 hours: Your record stays.",
        "- You can choose: Ask us to type it.",
        "",
        "What you can choose",
        "- We type your form. Say so at the desk.",
        "",
        "City of Example is responsible",
        "Ask at this desk",
        "Call 555 0100",
        "Write to ask@city.example",
        "",
        "Full notice: https://city.example/notices/desk/en/",
    ]


def test_previsit_text_is_shorter(tmp_path):
    """Lead, the statements of the first sign, two ways to ask, and where the rest stands."""
    assert list(message.previsit(seen(tmp_path).wording("en"))) == [
        "Before you come: The front desk",
        "Example: nobody has verified this yet.",
        "It saves you waiting.",
        "- Not recorded: Your face and voice.",
        "- Kept 24 hours: Your record stays.",
        "City of Example is responsible",
        "Call 555 0100",
        "Write to ask@city.example",
        "Full notice: https://city.example/notices/desk/en/",
    ]


def test_untranslated_statement_has_one_mark(tmp_path):
    """Heading and sentence of a statement in the same other language stand in one pair of brackets."""
    lines = list(message.previsit(seen(tmp_path).wording("es")))
    half = translated("es", statements__faces__title="Not recorded|No se graba")
    mixed = list(message.previsit(seen(tmp_path, files=half).wording("es")))

    assert sum(line.count("[") for line in lines if "Your face" in line) == 1
    assert next(line for line in mixed if "Your face" in line).startswith("- No se graba: [")


def test_texts_hold_no_markup(tmp_path):
    """What is plain text stays as it was written: no entity, no escape."""
    text = b"".join(each.data for each in message.write(seen(tmp_path, "purpose: A & B")))

    assert b"&" not in text.replace(b"A & B", b"")
    assert b"&#" not in text
