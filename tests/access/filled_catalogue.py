"""What fills the addresses of the catalogue from a world: every holding, in each format and as CKAN calls it."""

from itertools import batched

from portal.catalogue.ckan.actions import ACTIONS
from portal.catalogue.rdf.formats import FORMATS

SEVERAL = 20


def formats(world):
    """The catalogue in each format: its first page, one beyond the last, and one that is none."""
    for ending in FORMATS:
        yield ((ending,),)
        yield ((ending,), [("page", "999")])
        yield ((ending,), [("page", "x"), ("colour", "red")])


def entries(world):
    """Each holding by its code, and a code of none."""
    yield from (((code,), (), [code[-4:]]) for code in [*_codes(world), "DH-ZZZZ"])


def entry_files(world):
    """The same in each format, and by its name."""
    for ending in FORMATS:
        yield from (((*args, ending), *more) for args, *more in entries(world))
    yield from (((slug, "ttl"), (), _echo(slug)) for slug in _slugs(world))


def ckan_datasets(world):
    """Where CKAN has the pages of datasets."""
    yield from (((slug,), (), _echo(slug)) for slug in [*_slugs(world), "nothing-here"])


def ckan_actions(world):
    """Each action; those of one thing with each that there is, the search with words, filters and counts."""
    yield from (((name,),) for name in (*ACTIONS, "package_create", "nothing_here"))
    yield from ((("package_show",), [("id", slug)], _echo(slug)) for slug in [*_slugs(world), "nothing-here"])
    yield from ((("package_show",), [("id", str(key))]) for key in _keys(world))
    for name in ("organization_list", "group_list", "tag_list"):
        yield ((name,), [("all_fields", "true")])
    for record in _of_kind(world, "organisation"):
        yield (
            ("organization_show",),
            [("id", record.made.slug), ("include_datasets", "true")],
            _echo(record.made.slug),
        )
    for country in ("irq", "xxa"):
        yield (("group_show",), [("id", country), ("include_datasets", "true")])
    yield from _searches(world)


def _searches(world):
    fields = '["organization", "groups", "tags", "license_id", "res_format", "name"]'
    yield (("package_search",), [("rows", "1000"), ("facet.field", fields), ("facet.limit", "-1")])
    yield (("package_search",), [("start", "2"), ("rows", "3"), ("sort", "title asc")])
    tokens = [each for each in world.tokens.values() if _is_of_holding(world, each)]
    # Of one field at a time, as the search is asked (tests.access.filled.searches).
    for field in sorted({token.field for token in tokens if token.is_found}):
        words = sorted(token.text for token in tokens if token.is_found and token.field == field)
        for some in batched(words, SEVERAL):
            yield (("package_search",), [("q", " ".join(some))], some)
    tags = sorted(token.text for token in tokens if token.field in ("data_kinds", "sectors", "tags"))
    for some in batched(tags, SEVERAL):
        yield (("package_search",), [("fq", " OR ".join(f"tags:{text}" for text in some))], some)
    for slug in _slugs(world):
        yield (("package_search",), [("fq", f"name:{slug}")], _echo(slug))


def _of_kind(world, key):
    return [record for record in world.records.values() if record.kind.key == key]


def _codes(world):
    return [record.identity.code for record in _of_kind(world, "holding")]


def _slugs(world):
    return [record.made.slug for record in _of_kind(world, "holding")]


def _keys(world):
    return [record.identity.key for record in _of_kind(world, "holding")]


def _echo(slug):
    """The canary that a slug begins with, and the end of the code that it ends in."""
    return [slug.split("-")[0], slug[-4:].upper()]


def _is_of_holding(world, token):
    return token.record in world.records and world.records[token.record].kind.key == "holding"
