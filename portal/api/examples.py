"""What answers and bodies look like, for the description: of no real organisation and no real place."""

from portal.api.answers import absolute
from portal.api.shapes import columns_of
from portal.records.registry import kind, kinds
from portal.records.tables import shared_fields

FILLED = {
    "title": ["Maps of wells for a new programme"],
    "summary": ["Wells within five kilometres of cleared land."],
    "countries": [{"code": "lbn", "label": "Lebanon"}],
    "sectors": [{"code": "wash", "label": "Water, sanitation and hygiene"}],
    "organisations": [{"code": "OR-4T9K", "label": "An organisation"}],
}
END = {
    "code": "DH-2B8Q", "entry_kind": "holding", "title": "Wells – Lebanon", "language": "en",
    "url": absolute("/holdings/wells-lebanon-2b8q/"),
}  # fmt: skip
ABOUT = {
    "query": {"country": ["lbn"]}, "language": "en", "notices": [],
    "terms": "Each row names the licence of its text. It holds what you may read; others may read less.",
}  # fmt: skip
ANSWERS = {
    "title": "Maps of wells for a new programme", "decision_note": "Where to drill before September",
    "data_kinds": ["hazards"], "countries": ["lbn"],
}  # fmt: skip
ACCESS = {
    "listed_to": "members", "details_to": "members", "named_organisations": [], "names_person": False,
    "names_place": False, "tells_unpublished": False, "reason": "",
}  # fmt: skip
BODIES = {
    "make_need": {"answers": ANSWERS, "access": {**ACCESS, "reason": "For members first."}, "send": True},
    "make_holding": {
        "answers": {
            "data_kinds": ["hazards"],
            "countries": ["lbn"],
            "owner_is": "us",
            "access_method": "open_download",
        },
        "send": False,
    },
    "make_output": {"answers": {"title": "Wells come first", "what": "finding"}},
    **{f"change_{key}_draft": {"answers": {"summary": "In two sentences."}} for key in ("need", "holding", "output")},
    "report_action": {"state": "done", "note": "The list went to all schools."},
}
"""By the id of the operation."""
ELSE = {
    "list_facets": {
        **ABOUT, "list": "search", "title": "Search", "total": 2,
        "facets": [
            {"name": "country", "label": "Countries",
             "values": [{"code": "lbn", "label": "Lebanon", "count": 2, "chosen": True}]},
        ],
    },
    "read_links": {
        "code": "DN-7K3M",
        "rows": [
            {"link_kind": "uses", "made_here": True, "label": "uses", "note": "", "note_language": "en", "entry": END},
        ],
    },
    "read_trail": {
        "code": "DN-7K3M", "two_links_away": [{"entry": END, "through": [END]}], "before": [],
        "after": [{"entry": END, "day": "2026-03-28", "parts": []}], "more_after": 0,
    },
    "read_matches": {
        "code": "DN-7K3M", "total": 1,
        "rows": [
            {"entry": END, "reasons": ["It covers Lebanon."], "shortfalls": [], "mark": None, "why": None},
        ],
    },
    "list_vocabularies": {
        "rows": [
            {"name": "sectors", "title": "sectors", "tree": True, "fixed": False, "terms": 40,
             "url": absolute("/api/v1/vocabularies/sectors/")},
        ],
    },
    "read_vocabulary": {
        "name": "countries", "title": "countries",
        "rows": [
            {"code": "lbn", "labels": {"en": "Lebanon", "fr": "Liban", "ar": "لبنان"}, "description": "",
             "broader": None, "uri": None, "source": "ISO 3166-1", "valid_until": None, "replaced_by": None},
        ],
    },
    "report_action": {
        "code": "FA-9T4W", "state": "done", "note": "The list went to all schools.", "at": "2026-03-28T09:00:00+00:00",
    },
}  # fmt: skip
PROBLEM = {
    "type": "about:blank", "title": "This cannot be read as it was sent.", "status": 400,
    "detail": "Change what is listed here, then send it again. Nothing was kept.",
    "errors": [{"field": "answers.countries", "message": "Select a valid choice."}],
}  # fmt: skip


def answers_by_operation() -> dict:
    """The example of what each operation answers, by its id."""
    found = {"list_records": _page("search", "Search", _row(kind("need"), shared_fields())), **ELSE}
    for its in kinds():
        found[f"list_{its.key}"] = _page(its.index_path, str(its.label_plural), _row(its, its.fields))
    need = kind("need")
    parts = {part: absolute(f"/api/v1/records/DN-7K3M/{part}/") for part in ("links", "trail", "matches")}
    found["read_record"] = {**_row(need, need.fields), "links_to": parts}
    draft = {"code": "DN-7K3M", "entry_kind": "need", "message": None, "url": None, "access": ACCESS}
    found |= {
        "make_need": {**draft, "state": "waiting", "answers": ANSWERS},
        "read_need_draft": {**draft, "state": "draft", "answers": ANSWERS},
        "change_need_draft": {**draft, "state": "draft", "answers": {**ANSWERS, "summary": "In two sentences."}},
    }
    return found


def _page(name, title, row):
    return {
        **ABOUT, "list": name, "title": title, "total": 1, "page": 1, "pages": 1, "page_size": 20, "rows": [row],
    }  # fmt: skip


def _row(its, fields):
    about = {
        "code": f"{its.prefix}-7K3M", "url": absolute(f"/{its.index_path}/maps-of-wells-7k3m/"), "entry_kind": its.key,
        "language": "en", "fictional": True, "licence": "CC BY 4.0", "updated_on": "2026-03-28", "details": "open",
        "unconfirmed": [],
    }  # fmt: skip
    return {name: about[name] if name in about else FILLED.get(name, []) for name in columns_of(fields)}
