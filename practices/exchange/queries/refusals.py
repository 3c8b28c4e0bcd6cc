"""Requests that were refused or got no answer, as cases to count: read past the question whose they are, which
practices/exchange/releasing.py answers for all of them together. Nothing else looks here."""

from collections import defaultdict
from datetime import date, datetime, time

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from portal.taxonomy.kept import kept_terms
from portal.taxonomy.models import Country, DataKind, Region, WithholdingReason
from portal.taxonomy.tree import tree_of
from practices.exchange.quarters import first_day, quarter_of, told_on
from practices.exchange.releasing import Case
from practices.requests.enums import Act, State
from practices.requests.models import DataRequest, RequestStep

SILENCE = "no_reply"
"""The reason (its key) that a request without an answer counts as."""


def cases_told_on(day: date) -> list[Case]:
    """The Cases of the quarters of which something may be told on a day, without fictional ones. Three queries."""
    quarters = told_on(day)
    requests = DataRequest.objects.filter(
        state__in=(State.REFUSED, State.NO_ANSWER),
        is_demo=False,
        was_heard=True,
        state_since__gte=_beginning(quarters.start),
        state_since__lt=_beginning(quarters.stop),
    )
    kinds, places = _terms(requests, "data_kinds"), _terms(requests, "countries")
    rows = requests.order_by("state_since", "pk").annotate(why=_reason())
    columns = ("pk", "state", "state_since", "to_owner", "to_keeper", "why")
    reasons = {term.key: pk for pk, term in kept_terms(WithholdingReason).items()}
    return [
        Case(
            quarter=quarter_of(timezone.localdate(since)),
            holder=owner or keeper,
            reason=_of_file(WithholdingReason, reasons.get(SILENCE) if state == State.NO_ANSWER else why),
            kind=_one(_broadest(each) for each in kinds[pk]),
            region=_one(_region(each) for each in places[pk]),
        )
        for pk, state, since, owner, keeper, why in rows.values_list(*columns)
    ]


def _beginning(quarter):
    return timezone.make_aware(datetime.combine(first_day(quarter), time.min))


def _reason():
    """Of the last step that refused."""
    steps = RequestStep.objects.filter(request=OuterRef("pk"), act=Act.REFUSE).order_by("-at", "-pk")
    return Subquery(steps.values("reason")[:1])


def _terms(requests, name):
    relation = DataRequest._meta.get_field(name)
    rows = relation.remote_field.through.objects.filter(datarequest__in=requests.values("pk")).order_by()
    found = defaultdict(set)
    for request, term in rows.values_list("datarequest", relation.m2m_reverse_field_name()):
        found[request].add(term)
    return found


def _one(found):
    """What all are; None when they differ, when one is not known, and when there are none."""
    found = set(found)
    return found.pop() if len(found) == 1 else None


def _of_file(model, pk):
    """A term of the vocabulary's file; one that somebody added, for an entry perhaps, is told to who may know of it."""
    terms = kept_terms(model)
    return pk if pk in terms and terms[pk].loaded else None


def _broadest(kind):
    chain = tree_of(DataKind).ancestors(kind)
    return _of_file(DataKind, chain[0].pk) if chain else None


def _region(country):
    """The region right below the world, never the country."""
    chain = tree_of(Region).ancestors(kept_terms(Country)[country].region_id)
    return chain[1].pk if len(chain) > 1 else None
