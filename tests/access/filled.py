"""What fills each named URL from a world: tuples of positional arguments, query (pairs), canaries in it."""

from collections import defaultdict
from itertools import batched, cycle
from uuid import UUID

from django.apps import apps
from wagtail.documents import get_document_model
from wagtail.models import Page

from portal.core.languages import LANGUAGES
from portal.desk.comparing.comparison import MOST
from portal.directory.models import Member
from portal.records.registry import kinds
from portal.taxonomy.models import Term
from portal.transfer.formats import FORMATS
from portal.transfer.sources import EVERYTHING, LESSONS
from practices.requests.models import DataRequest
from tests.access.canaries import named_key
from tests.access.world import CLOSED_YEAR

SEVERAL = 20
"""Words that count in one search; values of one filter in one address here."""
SOME = 7
"""Of what is very much alike, one in so many is asked."""


def plain(world):
    return [((),)]


def pages(world):
    """Every page there is, live or not, without the prefix of a language, under which each can be asked."""
    for page in Page.objects.filter(depth__gt=1).order_by("path"):
        path = page.get_url().strip("/")
        for code in LANGUAGES:
            path = path.removeprefix(f"{code}/") if path != code else ""
        yield ((f"{path}/" if path else "",),)
    yield from ((("nothing-here/",),), (("case-studies/nothing-here/",),))
    for index in {kind.index_path for kind in kinds()} - {"organisations"}:
        for query, echo in list_queries(world):
            yield ((f"{index}/",), query, echo)


def codes(world):
    codes_ = [record.identity.code for record in world.records.values()]
    doubles = [double.code for double in world.doubles]
    return [((code,),) for code in [*codes_, *doubles, codes_[0].lower(), "CS-ZZZZ"]]


def own_codes(world):
    """What one does with an entry by its code, which visitors carry to the sign-in."""
    for (code,) in (row[0] for row in codes(world)):
        yield (code,), (), [code[-4:].upper()]


def seen_as_others(world):
    """Each entry as one of the two is shown it, in turn: who reads is asked for both alike."""
    for (args, query, echo), word in zip(own_codes(world), cycle(("visitor", "member")), strict=False):
        yield (*args, word), query, echo


def profile(world):
    """A form that offers every term."""
    return [((), (), keys_of_terms())]


def used(world):
    """The same, of entries by their codes."""
    terms = keys_of_terms()
    return [(args, query, [*echo, *terms]) for args, query, echo in own_codes(world)]


def requests(world):
    """What is asked of each record, by its code. Who answers is offered every reason there is to refuse."""
    terms = keys_of_terms()
    for code in [*DataRequest.objects.order_by("code").values_list("code", flat=True), "RQ-ZZZZ"]:
        yield (code,), (), [code[-4:], *terms]


def members_to_write_to(world):
    """Members by their contact keys, listed or not, and a key of nobody."""
    keys = Member.objects.order_by("pk").values_list("contact_key", flat=True)
    return [((key,),) for key in [*keys[:SOME], UUID(int=0)]]


def contributions(*more, each=1):
    """Entries as somebody writes at them, of all or one in so many. Who may is offered every valid term, those too that
    a single entry of the world has."""

    def row(world):
        terms = keys_of_terms()
        for record in [record for record in world.records.values() if record.kind.short][::each]:
            yield (record.kind, record.identity.code, *more), (), [*terms, record.identity.code[-4:]]
        yield ((next(kind for kind in kinds() if kind.short), "CS-ZZZZ", *more),)

    return row


def keys_of_terms():
    models = [model for model in apps.get_models() if issubclass(model, Term)]
    return [key for model in models for key in model.objects.filter(key__startswith="zq").values_list("key", flat=True)]


def posts(world):
    """What was asked about each record; named, so that it is asked whole in one language alone."""
    keys = [named_key("post", name) for name in [*world.records, "nothing here"]]
    return [((key,), (), [str(key)]) for key in keys]


def discussions(world):
    return [((code,), (), [code[-4:]]) for ((code,),) in codes(world)]


def organisations(world):
    slugs = [record.made.slug for record in world.records.values() if record.kind.key == "organisation"]
    return [((slug,),) for slug in [*slugs, *(double.slug for double in world.doubles), "nothing-here"]]


def actions(world):
    slugs = [record.made.slug for record in world.records.values() if record.kind.key == "action"]
    return [((slug,),) for slug in [*slugs, "nothing-here"]]


def own_actions(world):
    """What one does with an action by its address, which visitors carry to the sign-in; a form offers every term."""
    terms = keys_of_terms()
    for ((slug,),) in actions(world):
        yield (slug,), (), [slug.split("-")[0], slug[-4:].upper(), *terms]


def boards(world):
    """The board as a whole, and with filters."""
    yield ((),)
    for name in ("organisation", "country", "sector"):
        for some in batched(sorted(_facets(world)[name]), SEVERAL):
            yield ((), [(name, value) for value in some], some)


def some_actions(world):
    """Several actions at once, by their codes."""
    codes_ = [record.identity.code for record in world.records.values() if record.kind.key == "action"]
    return [((), [("a", code) for code in codes_], [code[-4:] for code in codes_])]


def joined(world):
    """Visitors are sent to the sign-in, which is told where they came from: that holds the name and the code."""
    for args, *_ in organisations(world):
        yield args, (), [args[0].split("-")[0], args[0][-4:].upper()]


def people_of_organisations(world):
    yield ((),)
    made = (each.made for each in world.records.values() if each.kind.key == "organisation")
    found = {*world.organisations.values(), *made}
    yield from (((), [("organisation", each.code)], [each.code[-4:]]) for each in sorted(found, key=lambda o: o.code))


def countries(world):
    """Real ones, and those that records of the world have."""
    yield from (((key,),) for key in ("irq", "IRQ", "nothing-here"))
    yield from (((key,), (), [key]) for key in _keys_of_countries(world))


def chosen_countries(world):
    """Some of those that records of the world have: the pages of `countries` ask for each."""
    yield from (((),), ((), [("country", "irq")]), ((), [("country", "nothing-here")]))
    yield from (((), [("country", key)], [key]) for key in _keys_of_countries(world)[::3])


def _keys_of_countries(world):
    return sorted(token.text for token in world.tokens.values() if token.field == "countries")


def files(world):
    names = get_document_model().objects.order_by("pk").values_list("file", flat=True)
    return [((name,),) for name in [*names, "documents/none.pdf"]]


def searches(world):
    """No words, each canary that is found by search (several at once, of each record one alone, of some one cut off),
    each filter."""
    yield from (((), query, echo) for query, echo in list_queries(world))
    by_field, of_record = defaultdict(list), defaultdict(list)
    for token in world.tokens.values():
        if token.is_found:
            by_field[world.records[token.record].kind.key, token.field].append(token.text)
            of_record[token.record].append(token.text)
    for tokens in by_field.values():
        for some in batched(sorted(tokens), SEVERAL):
            yield ((), [("q", " ".join(some))], some)
    for number, tokens in enumerate(of_record.values()):
        # Another field from record to record, so that each is asked alone, too.
        whole, part = (tokens[(number + more) % len(tokens)] for more in (0, len(tokens) // 2))
        yield ((), [("q", whole)], [whole])
        if number % 3 == 0:
            yield ((), [("q", part[:-3])], [part])
    # A slug begins with the canary of its title and ends in its code.
    slugs = [each.made.slug for each in world.records.values() if each.kind.key == "platform"]
    yield from (((), [("platform", slug)], [slug.split("-")[0], slug[-4:].upper()]) for slug in slugs)
    for facet, values in _facets(world).items():
        for some in batched(sorted(values), SEVERAL):
            for name in (facet, f"{facet}!"):
                yield ((), [(name, value) for value in some], some)


def match_marks(world):
    """Each need with the public and the hidden holding, and what is no pair of the two."""
    by_kind = defaultdict(list)
    for record in world.records.values():
        by_kind[record.kind.key].append(record.identity)
    pairs = [(need, holding) for need in by_kind["need"] for holding in by_kind["holding"]]
    pairs = [pair for number, pair in enumerate(pairs) if number % SOME == 0]
    yield (("DN-ZZZZ", "DH-ZZZZ"),)
    for pair in [*pairs, tuple(by_kind["need"][:2])]:
        yield tuple(each.code for each in pair), (), [each.code[-4:] for each in pair]


def taken_away(world):
    """Each list in each form: whole, and the search also by words. What is found is that of the list (`searches`)."""
    for form in FORMATS:
        for name in (*(kind.index_path for kind in kinds()), LESSONS, EVERYTHING):
            yield ((name, form),)
            yield ((name, form), [("from", str(CLOSED_YEAR)), ("to", str(CLOSED_YEAR))])
        for some in batched(sorted(token.text for token in world.tokens.values() if token.field == "title"), SEVERAL):
            yield ((EVERYTHING, form), [("q", " ".join(some))], some)
    yield (("nothing-here", "csv"),)


def comparisons(world):
    """The entries of each kind, as many at once as stand side by side, and one with words that find others."""
    titles = sorted(token.text for token in world.tokens.values() if token.field == "title")
    for kind in kinds():
        codes_ = [record.identity.code for record in world.records.values() if record.kind == kind]
        for some in batched(codes_, MOST):
            yield ((), [("r", code) for code in some], [code[-4:] for code in some])
    yield ((), [("r", codes_[0]), ("q", " ".join(titles[:SEVERAL]))], [codes_[0][-4:], *titles[:SEVERAL]])
    yield ((),)


EXCHANGE = ("country", "data_kind", "state", "sector", "organisation")
"""What the exchange can be narrowed by; the states of needs and of all else are none of flows."""


def exchanges(world):
    """Each way to look at the exchange, and each filter."""
    ways = ("", "rows=organisation", "direction=from_mine_action", "direction=to_mine_action&rows=organisation")
    for query in (*ways, "sort=-to", "sort=confirmed", "sort=data", "sort=-state", "page=2", "page=999&sort=-from"):
        yield ((), [tuple(pair.split("=")) for pair in query.split("&") if pair])
    facets = _facets(world)
    for name in EXCHANGE:
        for number, some in enumerate(batched(sorted(facets[name]), SEVERAL)):
            rows = [("rows", "organisation")] if number % 2 else []
            yield ((), [*((name, value) for value in some), *rows], some)


def ways(name, *values):
    """The plain page, one for each value of a parameter, and one for a value that there is not."""
    return lambda world: [((),), *(((), [(name, value)]) for value in (*values, "nothing-such"))]


def suggestions(world):
    """The beginning of each title, and of each term."""
    for token in world.tokens.values():
        if token.field in ("title", "name_en", "sectors", "data_kinds", "tags"):
            yield ((), [("q", token.text[:-2])], ())


def list_queries(world):
    years = ("from=1900", "to=2100", f"from={CLOSED_YEAR}&to={CLOSED_YEAR}")
    for query in ("", "page=2", "sort=title", "sort=updated&page=3", "sort=oldest", *years, "kind=case_study"):
        yield [tuple(pair.split("=")) for pair in query.split("&") if pair], ()
    titles = sorted(token.text for token in world.tokens.values() if token.field == "title")
    for some in batched(titles, SEVERAL):
        yield [("q", " ".join(some))], some


def _facets(world):
    """The values of each facet that a record of the world has: keys of terms are their canaries."""
    found = defaultdict(set)
    for kind in kinds():
        facets = {field.name: field.facet for field in kind.fields if field.facet}
        for token in world.tokens.values():
            name = token.field.partition(".")[0]
            if world.records.get(token.record) and world.records[token.record].kind == kind and name in facets:
                found[facets[name]].add(token.text)
    found["organisation"] |= {organisation.slug for organisation in world.organisations.values()}
    return found
