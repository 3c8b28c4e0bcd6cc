"""Who may contribute: active members, for an organisation of theirs."""

from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404

from portal.access.readers import reader_of
from portal.directory.models import Organisation
from portal.records.registry import kinds

FIRST = ("case_study", "holding", "need")


@dataclass(frozen=True)
class Author:
    """A member who writes, and the organisations that they can write for."""

    user: object
    organisations: tuple[Organisation, ...]

    def organisation(self, identity=None):
        """The one that an entry is written for: which owns or keeps it, else the first; None where there is none."""
        parties = {identity.custodian_id, identity.owner_id} if identity else set()
        own = [each for each in self.organisations if each.pk in parties]
        return next(iter([*own, *self.organisations]), None)

    def chosen(self, pk):
        """The one of theirs with that primary key (text), else the first."""
        return next((each for each in self.organisations if str(each.pk) == pk), self.organisation())


def author_of(user):
    """The Author that a user is; None for who belongs to no organisation of the community."""
    reader = reader_of(user)
    if not (reader.is_member and reader.organisation_ids):
        return None
    found = Organisation.objects.live().filter(pk__in=reader.organisation_ids).order_by("pk")
    return Author(user, tuple(found)) if found else None


def authors_only(view):
    """Wraps a view, which gets an Author as `author`: visitors go to the sign-in page, others find nothing there."""

    @login_required
    @wraps(view)
    def inner(request, *args, **kwargs):
        author = author_of(request.user)
        if author is None:
            raise Http404
        return view(request, *args, author=author, **kwargs)

    return inner


def contributable():
    """The kinds that members add, those that are added most first."""
    found = {kind.key: kind for kind in kinds() if kind.short}
    return [found[key] for key in dict.fromkeys([*FIRST, *found])]


class KindConverter:
    """Of addresses: a kind that members add, by the path of its list."""

    regex = "[-a-z0-9]+"

    def to_python(self, value):
        for kind in contributable():
            if kind.index_path == value:
                return kind
        raise ValueError(value)

    def to_url(self, value):
        return getattr(value, "index_path", value)
