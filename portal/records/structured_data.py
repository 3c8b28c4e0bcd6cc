"""What a page tells programs about its record, in the words of schema.org: what its reader may read, no more."""

from django.conf import settings

CONTEXT = "https://schema.org"


def record_data(record, kind):
    """JSON-LD of a Presented record of a Kind, as a dictionary; what is empty is left out."""
    return _filled(
        {
            "@context": CONTEXT,
            "@type": kind.schema_type,
            "@id": f"{settings.SITE_URL}/r/{record.code}",
            "identifier": record.code,
            "name": record.title,
            "headline": record.title,
            "description": record.summary,
            "inLanguage": record.lang,
            "url": settings.SITE_URL + record.url,
            "datePublished": _date(record.published_on),
            "dateModified": _date(record.updated_on),
            "license": getattr(record.licence, "uri", ""),
            "publisher": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME, "url": f"{settings.SITE_URL}/"},
            "about": _texts(record, "sectors"),
            "spatialCoverage": [{"@type": "Country", "name": name} for name in _texts(record, "countries")],
            "temporalCoverage": _years(record),
            **_when_and_where(record, kind),
            "isBasedOn": [_source(source) for source in record.sources],
            **kind.told_to_programs(record),
        }
    )


def organisation_data(organisation, fields):
    """JSON-LD of an organisation; `fields` are those of it that the reader may read (`shown_fields`)."""
    website = fields.get("website")
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "Organization",
            "@id": f"{settings.SITE_URL}/r/{organisation.code}",
            "identifier": organisation.code,
            "name": organisation.name,
            "alternateName": [name for name in dict.fromkeys(organisation.names) if name != organisation.name],
            "url": website.value if website else "",
        }
    )


def _filled(data):
    return {name: value for name, value in data.items() if value}


def _date(day):
    return day.isoformat() if day else ""


def _texts(record, name):
    return [text for text, _ in record.fields[name].values] if name in record.fields else []


def _years(record):
    """ISO 8601: a year, or the first and the last with a slash between."""
    years = [str(record.fields[name].value) for name in ("from_year", "to_year") if name in record.fields]
    return "/".join(dict.fromkeys(years))


def _when_and_where(record, kind):
    """Of what takes place: first day, last day, place."""
    if not kind.day:
        return {}
    first, last, place = (record.fields.get(name) for name in (kind.day, "ends_on", "place"))
    return {
        "startDate": _date(first and first.value),
        "endDate": _date(last and last.value),
        "location": {"@type": "Place", "name": place.value} if place else {},
    }


def _source(source):
    year = str(source.year) if source.year else ""
    return _filled(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "publisher": source.publisher,
            "datePublished": year,
        }
    )
