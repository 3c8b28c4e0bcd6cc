"""Members say that an idea is good, each once, or once for their organisation; and take it back."""

from django.db import transaction

from portal.directory.rights import require
from practices.partnerships.models.life import IdeaSupport
from practices.partnerships.rights import answers_for, may_take_part

from .answering import require_open
from .moving import locked


@transaction.atomic
def support(*, identity, by, organisation=None) -> IdeaSupport:
    """Counts a person, or with `organisation` that one; done again, it changes nothing.

    Raises PermissionDenied for who may not read the idea or does not speak for the organisation, ValidationError when
    the idea is over.
    """
    identity = locked(identity)
    _require_may(identity, by, organisation)
    require_open(identity)
    if organisation is None:
        return IdeaSupport.objects.get_or_create(identity=identity, by=by, organisation=None)[0]
    return IdeaSupport.objects.get_or_create(identity=identity, organisation=organisation, defaults={"by": by})[0]


@transaction.atomic
def take_back_support(*, identity, by, organisation=None) -> None:
    """Counts them no more. Raises PermissionDenied as `support` does."""
    identity = locked(identity)
    _require_may(identity, by, organisation)
    whose = {"organisation": organisation} if organisation else {"by": by, "organisation": None}
    IdeaSupport.objects.filter(identity=identity, **whose).delete()


def _require_may(identity, by, organisation):
    allowed = may_take_part(by, identity) if organisation is None else organisation in answers_for(by, identity)
    require(allowed)
