"""The operations of the interface, by Django Ninja: their addresses, who may ask them, what they answer."""

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.errors import ValidationError as NotInShape

from portal.api import entries, lists, shapes, words
from portal.api.askers import Asked
from portal.api.enums import Scope
from portal.api.not_in_shape import wrong_by_field
from portal.api.problems import Problem, fields_are_wrong, problem, wrong_in
from portal.api.writing.operations import add_writing
from portal.records.registry import kinds

ABOUT = "What the portal shows, as data: the same entries, filters and access. Members write with it. See /api/v1/docs."


class Interface(NinjaAPI):
    """Operations are known by the names of their functions."""

    def get_openapi_operation_id(self, operation):
        return operation.view_func.__name__


api = Interface(
    title=settings.WAGTAIL_SITE_NAME,
    description=ABOUT,
    version="1",
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    auth=Asked(Scope.READ),
)


def _list_operation(its):
    row = shapes.row_of(f"{its.model.__name__.removesuffix('Page')}Row", its.fields)

    def operation(request):
        return lists.listed(request, its.index_path)

    api.get(
        f"/{its.index_path}/", response=shapes.page_of(row), tags=["lists"], url_name=its.index_path,
        operation_id=f"list_{its.key}", summary=f"The list of {its.index_path}, with all fields of the kind",
    )(operation)  # fmt: skip
    return shapes.entry_of(row)


@api.get("/records/", response=shapes.page_of(shapes.AnyRow), tags=["lists"], url_name="records")
def list_records(request):
    """What `/search/` finds, with the same parameters, for who asks: the fields that all kinds share."""
    return lists.listed(request)


@api.get("/facets/", response=shapes.Facets, tags=["lists"], url_name="facets")
def list_facets(request):
    """By what the same search can be narrowed, each value with its number of entries."""
    return lists.facets(request)


ENTRIES = tuple(_list_operation(its) for its in kinds())
Entry = ENTRIES[0]
for _each in ENTRIES[1:]:
    Entry = Entry | _each


@api.get("/records/{code}/", response=Entry, tags=["entries"], url_name="record")
def read_record(request, code: str):
    """One entry with all fields that you may read, by its code: in the form of a row of its kind's list."""
    return entries.entry(request, code)


@api.get("/records/{code}/links/", response=shapes.Links, tags=["entries"], url_name="links")
def read_links(request, code: str):
    """What the entry is linked to, from both ends."""
    return entries.links(request, code)


@api.get("/records/{code}/trail/", response=shapes.Trail, tags=["entries"], url_name="trail")
def read_trail(request, code: str):
    """What is two links away; what came before the entry, and what came of it."""
    return entries.trail(request, code)


@api.get("/records/{code}/matches/", response=shapes.Matches, tags=["entries"], url_name="matches")
def read_matches(request, code: str):
    """Of a need the holdings that may fit it, of a holding the needs that it may answer: the ten best, with reasons."""
    return entries.matches(request, code)


@api.get("/vocabularies/", response=shapes.Vocabularies, tags=["vocabularies"], url_name="vocabularies")
def list_vocabularies(request):
    """The vocabularies whose terms stand in the fields of entries."""
    return words.vocabularies(request)


@api.get("/vocabularies/{name}/", response=shapes.Vocabulary, tags=["vocabularies"], url_name="vocabulary")
def read_vocabulary(request, name: str):
    """The terms of a vocabulary, each with three labels, the broader term and its standard address."""
    return words.vocabulary(request, name)


add_writing(api)


@api.exception_handler(Problem)
def _problem(request, raised):
    return problem(raised.status, raised.detail, raised.errors, raised.headers)


@api.exception_handler(Http404)
@api.exception_handler(PermissionDenied)
def _absent(request, raised):
    return problem(404)


@api.exception_handler(ValidationError)
def _refused(request, raised):
    return problem(400, errors=wrong_in(raised))


@api.exception_handler(HttpError)
def _unreadable(request, raised):
    return problem(raised.status_code)


@api.exception_handler(NotInShape)
def _not_in_shape(request, raised):
    return _problem(request, fields_are_wrong(wrong_by_field(raised.errors)))
