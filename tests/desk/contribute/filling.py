"""A member at the forms: what they type for each kind, and how they send it."""

from urllib.parse import urlsplit

from portal.access.models import RecordIdentity
from portal.directory.models import Organisation
from portal.records.registry import kind
from portal.taxonomy.models import (
    AccessMethod,
    AgreementKind,
    BarrierKind,
    Country,
    DataKind,
    DecisionPurpose,
    EventFormat,
    FlowState,
    ParticipantRole,
    Sector,
)  # fmt: skip
from tests.records.admin_form import FormReader

NO = {"names_person": "no", "names_place": "no", "tells_unpublished": "no"}
TITLE = "Clearance reports open schools"


def first(model):
    """The key of a valid term."""
    return str(model.objects.current().order_by("pk").first().pk)


def answers(key):
    """What is typed on the two screens of a kind."""
    common = {"data_kinds": [first(DataKind)], "countries": [first(Country)]}
    return {
        "case_study": (
            {"title": TITLE, **common, "from_year": "2023", "exchanges-0-provider_note": "The centre"},
            {
                "decision_note": "Which schools to open", "decision": first(DecisionPurpose),
                "what_was_done": "First this.\n\n- then that\n- and that", "results": "It worked.",
                "lessons-0-text": "Ask early.", "barriers-0-kind": first(BarrierKind), "barriers-0-text": "No P-codes",
            },
        ),
        "practice": (
            {"title": TITLE, "problem": "Names differ.", "when_to_use": "Always.", "steps-0-text": "Agree on codes"},
            {"risks-0-text": "It takes time."},
        ),
        "holding": (
            {**common, "owner_is": "us"},
            {
                "access_method": first(AccessMethod), "request_address": "data@example.org",
                "last_updated_on": "2026-01-31", "uses-0-sector": first(Sector), "uses-0-note": "To plan farming",
            },
        ),
        "need": (
            {"title": TITLE, "decision_note": "Where to build", **common},
            {"coarsest_note": "By district", "needed_by": "2099-01-01"},
        ),
        "platform": (
            {"title": TITLE, "holds": "Hazards and clearance."},
            {"api": "REST", "limitations-0-text": "Slow", "limitations-0-kind": first(BarrierKind)},
        ),
        "flow": (
            {"giver_note": "The centre", "taker_note": "Operators", "data_kinds": common["data_kinds"],
             "state": first(FlowState)},
            {"institutional_note": "A letter of the director."},
        ),
        "agreement": (
            {
                "agreement_kind": first(AgreementKind), "state": "signed", **common,
                "organisations-0-organisation": str(Organisation.objects.order_by("pk").first().pk),
                "organisations-0-role": str(ParticipantRole.objects.get(key="partner").pk),
                "holdings-0-part": "Areas cleared since 2015",
            },
            {"starts_on": "2026-01-31", "ends_on": "2099-01-01", "reference": "12/26"},
        ),
        "event": (
            {
                "title": TITLE, "event_format": str(EventFormat.objects.get(key="workshop").pk), "place": "Amman",
                "starts_on": "2099-01-01", "ends_on": "2099-01-02",
            },
            {"aim": "To share lessons", "invited_sectors-0-words": "Shelter", "template": "five"},
        ),
        "output": ({"title": TITLE, "what": "finding", "text": "It was found.", "event": _event()}, {}),
        "idea": (
            {"title": TITLE, "idea": "One form for all.", "what_would_change": "Schools know whom to ask.", **common},
            {"wants_data": "on", "steps-0-text": "Agree on criteria", "steps-0-due_on": "2099-01-01"},
        ),
    }[key]  # fmt: skip


def _event():
    """The key of an event that there is, if there is one."""
    return str(RecordIdentity.objects.filter(kind="event").values_list("key", flat=True).first() or "")


def fields(response):
    """The fields of a page as they would be sent unchanged, those of the portal's own search left out."""
    reader = FormReader()
    reader.feed(response.text)
    return {name: value for name, value in reader.values.items() if name != "q"}


def type_in(client, url, button="continue", **typed):
    """Opens the form at `url`, types, and presses a button; returns the answer."""
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    return client.post(url, fields(page) | typed | {button: "yes"})


def path_of(response):
    assert response.status_code == 302, response.text
    return urlsplit(response.headers["Location"]).path


def fill_in(client, key, prefix="", listed_to="public"):
    """Answers both screens and the last step; returns the address of the overview."""
    one, two = answers(key)
    second = path_of(type_in(client, f"{prefix}/contribute/{kind(key).index_path}/", **one))
    who = path_of(type_in(client, second, **two))
    return path_of(type_in(client, who, listed_to=listed_to, details_to=listed_to, **NO))
