"""What all views share."""

from __future__ import annotations

from samples import MINIMAL

SUITE = {
    "services/suites/city.yml": 'schema_version: "1.0"\nid: city\nname: City services\ndescription: Test.\n',
}


def test_card(view_of):
    """A card holds what others need to name and to link a service."""
    card = view_of("extends: suites/city.yml\n", files=SUITE).card
    assert (card.id, card.name, card.suite, card.purpose) == (
        "example",
        "Form reader",
        "City services",
        "It turns printed forms into text.",
    )
    assert (card.status, card.lifecycle, card.basis) == ("draft", "active", "authored")
    assert [page.kind for page in card.published] == ["transparency-note"]


def test_ending(view_of):
    """Days and notice of the life cycle, in words that fit the status; nothing where there is nothing to know."""

    def ending(lifecycle):
        return view_of(f"identity: {{lifecycle: {{{lifecycle}}}}}\n").card.ending

    days = "stops_new_on: 2025-01-02, retires_on: 2030-03-04"
    assert ending(f"status: retiring, {days}") == "No new customers from 2 January 2025. Ends on 4 March 2030."
    assert ending("status: retired, retires_on: 2025-03-04, notice: Use pens.") == "Ended on 4 March 2025. Use pens."
    assert ending("status: active") == ""


def test_partners(view_of):
    """Two services stand side by side for both of them, whichever names the other; strangers and itself do not count."""
    files = {"services/two/service.yml": MINIMAL.replace("id: example", "id: two")}
    named = "{id: a, stance: avoid, use: B., reason: C., alternative: %s}"
    both = ", ".join(named % id for id in ("two", "gone", "example"))
    house = view_of(f"uses: {{considerations: [{both}]}}\n", files=files).house
    assert house.partners == {"example": {"two"}, "two": {"example"}}


def test_family_in_place_of_a_suite(view_of):
    """A service without a suite stands with its family, one without a family with the others."""
    assert view_of("identity: {family: vision}\n").suite == "Vision"
    assert view_of().suite == "Other services"


def test_published_pages(view_of):
    """Only documents with a page of their own are published."""
    view = view_of("""\
identity:
  documents:
    - {kind: transparency-note}
    - {kind: research-insights, state: merged, into: transparency-note}
    - {kind: code-of-conduct, state: absent, reason: There is none.}
""")
    assert [page.kind for page in view.card.published] == ["transparency-note"]


def test_catalogue_by_id(view_of):
    """Entries of the catalogue are found by list and id; services by id, or the id itself."""
    house = view_of().house
    assert house.entries["metrics"]["recall"].name == "Recall"
    assert list(house.entries["disclosure_items"])[:2] == ["collected", "method"]
    assert (house.service_name("example"), house.service_name("gone")) == ("Form reader", "gone")
