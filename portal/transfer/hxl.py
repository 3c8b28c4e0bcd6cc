"""The hashtags of the Humanitarian Exchange Language, version 1.1 (https://hxlstandard.org/standard/1-1final/), by the
names of our columns: a second line of a table, by which tools of humanitarian organisations know what is in it.

A column that is not here has none. Cells of several values have `+list`: they stand between bars, as the standard says.
"""

TAGS = {
    # Said of every entry.
    "code": "#meta+id+code",
    "url": "#meta+url",
    "entry_kind": "#meta+type",
    "language": "#meta+lang",
    "fictional": "#meta+fictional",
    "licence": "#meta+licence",
    "updated_on": "#date+updated",
    "details": "#access+details",
    "unconfirmed": "#meta+unconfirmed+list",
    "title": "#description+title",
    "name": "#org+name",
    "acronym": "#org+acronym",
    "summary": "#description+summary",
    "reviewed_on": "#date+reviewed",
    "review_due_on": "#date+review_due",
    "sources": "#meta+source+list",
    "tags": "#meta+keyword+list",
    "focal_mailbox": "#contact+email",
    "mailbox": "#contact+email",
    "website": "#contact+url",
    # Who, where, about what.
    "organisations": "#org+name+list",
    "organisation": "#org+name",
    "owner": "#org+owner+name",
    "custodian": "#org+custodian+name",
    "data_owner": "#org+data_owner+name+list",
    "giver": "#org+provider+name",
    "taker": "#org+recipient+name",
    "part_of": "#org+parent+name",
    "partner_types": "#org+partner+type+list",
    "asked_by_types": "#org+asking+type+list",
    "sectors": "#sector+name+list",
    "sectors_invited": "#sector+invited+name+list",
    "countries": "#country+name+list",
    "coverage": "#geo+coverage+list",
    "place": "#loc+name",
    "finest_level": "#geo+level",
    "data_kinds": "#item+data+type+list",
    "platform": "#service+platform",
    # When, how often, how it stands.
    "years": "#date+years",
    "from_year": "#date+year+start",
    "to_year": "#date+year+end",
    "starts_on": "#date+start",
    "ends_on": "#date+end",
    "due_on": "#date+due",
    "needed_by": "#date+needed",
    "as_of": "#date+as_of",
    "last_updated_on": "#date+data+updated",
    "frequency": "#frequency",
    "update_frequency": "#frequency+update",
    "state": "#status",
    "urgency": "#severity+urgency",
    # What it says.
    "access_method": "#access+method",
    "other_access_methods": "#access+method+other+list",
    "public_form": "#access+public+form",
    "agreement_kind": "#access+agreement+type",
    "decision": "#need+decision",
    "other_decisions": "#need+decision+other+list",
    "decisions": "#need+decision+list",
    "method": "#modality+method",
    "api": "#access+api",
    "data_url": "#access+data+url",
    "data_licence": "#meta+data+licence",
    "event_format": "#event+type",
    "event": "#event+name",
    "origin_event": "#event+origin+name",
    "problem": "#cause+problem",
    "barrier_kinds": "#cause+barrier+type+list",
    "results": "#impact+results",
    "outcome": "#impact+outcome",
    "lesson": "#description+lesson",
    "case_study": "#description+case_study",
    "evidence": "#meta+evidence",
}


def tag_rows(columns) -> list[tuple[str, ...]]:
    """The line of tags below the names of these columns, empty where one has none; no line where none has any."""
    tags = tuple(TAGS.get(name, "") for name in columns)
    return [tags] if any(tags) else []
