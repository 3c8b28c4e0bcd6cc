"""Where the facts of an entry come from."""

from django.utils.translation import gettext_noop

from portal.records.models import RecordSource

READ = {
    "read_in_source": gettext_noop("opening part read in the source"),
    "second_hand": gettext_noop("general knowledge"),
    "mixed": gettext_noop("partly read in the source, partly general knowledge"),
}
"""By `confidence`, what was read. Stored in English, the language of this content."""
IS_MIRROR = {"original": False, "mirror": True, "none": False}
"""By `url_kind`; none: the source has no address, its title stands for it."""


def sources_of(part):
    """The RecordSource rows of an entry, from its `sources` and from those of its `links` that are no source yet."""
    rows = [_source(source) for source in part.parts("sources")]
    addresses = {row.url for row in rows}
    return rows + [_link(link) for link in dict.fromkeys(part.list("links")) if link not in addresses]


def _source(part):
    year = part.values.get("year")
    if year is not None and not isinstance(year, int):
        part.wrong("year", year, "a year")
        year = None
    return RecordSource(
        title=part.text("title", 300),
        publisher=part.text("publisher", 200),
        year=year,
        url=part.text("url", 500),
        is_mirror=part.value("url_kind", IS_MIRROR) or False,
        confidence=part.value("confidence", READ) or "",
        note=part.text("note", 500),
    )


def _link(link):
    is_address = link.startswith(("http://", "https://"))
    return RecordSource(title=link[:300], url=link if is_address else "")
